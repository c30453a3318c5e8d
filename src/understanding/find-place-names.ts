import { foldName, type Locality, type LocalityIndex, type LocalityLevel } from "../corpus/locality.ts";
import { normaliseTonePlacement } from "../shared/vietnamese-text.ts";
import type { Token } from "./query.ts";
import { isAllStopWords, isDocumentWord } from "./question-words.ts";

export interface PlaceContext {
  readonly index: LocalityIndex;
  /** Localities that the corpus holds a document of. */
  readonly governed: ReadonlySet<string>;
  /** The chat's own locality. */
  readonly home: string | null;
  /** The message is typed with marks. */
  readonly marked: boolean;
  /** Whether the documents of a locality name a place in their text: then it is content of theirs, not another place. */
  isNamedIn(foldedName: string, localityKeys: readonly string[]): boolean;
}

/** A stretch of the question that is a place's name; token indexes, `end` exclusive. */
export interface PlaceName {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly Locality[];
  /** Named with its level word, or by an alias of a governed locality. */
  readonly explicit: boolean;
}

/** What a name says its level with. */
export const LEVEL_WORDS: ReadonlySet<string> = new Set([
  "tinh",
  "tp",
  "thanh pho",
  "tx",
  "thi xa",
  "huyen",
  "quan",
  "phuong",
  "xa",
  "thi tran",
  "dac khu",
]);
/** Their first syllables. */
const LEVEL_STARTS = new Set([...LEVEL_WORDS].map((word) => word.split(" ")[0] ?? word));
/** Words that introduce a place. */
const PREPOSITIONS = new Set([
  "o",
  "tai",
  "cua",
  "ben",
  "voi",
  "so",
  "va",
  "tinh",
  "tp",
  "pho",
  "que",
  "con",
  "the",
  "in",
  "for",
  "of",
  "vs",
]);

/** The names of places in a question, the longest first at each word; which place each means is for the caller. */
export function findPlaceNames(tokens: readonly Token[], context: PlaceContext): PlaceName[] {
  const found: PlaceName[] = [];
  const longest = context.index.maxSyllables + 2;
  const held = new Set([...context.governed, ...townsOver(context)]);
  for (let start = 0; start < tokens.length; start++) {
    for (let length = Math.min(longest, tokens.length - start); length > 0; length--) {
      const stretch = tokens.slice(start, start + length);
      const name = stretch.map((token) => token.folded).join(" ");
      // «Xã hội an toàn» is no commune of Hội An.
      if (name.startsWith("xa hoi ") || (name.startsWith("hoi ") && tokens[start - 1]?.folded === "xa"))
        continue;
      const candidates = context.index
        .byName(name)
        .filter(
          (candidate) =>
            context.governed.has(candidate.key) || isWrittenAs(candidate, stretch, context.marked),
        );
      if (candidates.length === 0) continue;
      // «Ở Vinh bao nhiêu» is not Vĩnh Bảo.
      if (stretch.at(-1)?.folded === "bao" && tokens[start + length]?.folded === "nhieu") continue;
      const full = candidates.filter(
        (candidate) => foldName(candidate.name) === name || isShortTitle(name, candidate),
      );
      const governed = candidates.some((candidate) => held.has(candidate.key));
      if (full.length > 0) {
        found.push({ start, end: start + length, candidates: full, explicit: true });
      } else if (governed) {
        found.push({ start, end: start + length, candidates, explicit: false });
      } else {
        const plausible = candidates.filter((candidate) =>
          isPlausibleBare(candidate, stretch, tokens[start - 1]),
        );
        if (plausible.length === 0) continue;
        found.push({ start, end: start + length, candidates: plausible, explicit: false });
      }
      start += length - 1;
      break;
    }
  }
  return found;
}

/** The tokens that stand in any place's name of two syllables or more. */
export function namedTokens(tokens: readonly Token[], index: LocalityIndex): ReadonlySet<number> {
  const named = new Set<number>();
  tokens.forEach((_, start) => {
    for (let length = 2; length <= Math.min(4, tokens.length - start); length++) {
      const name = tokens.slice(start, start + length).map((token) => token.folded);
      if (index.byName(name.join(" ")).length === 0 || isAllStopWords(name)) continue;
      for (let at = start; at < start + length; at++) named.add(at);
    }
  });
  return named;
}

/** The tokens of names that stand with their level word, as it is written out: «xã Hồng Thái», «phường Đa Mai». */
export function fullyNamedTokens(tokens: readonly Token[], index: LocalityIndex): ReadonlySet<number> {
  const named = new Set<number>();
  tokens.forEach((token, start) => {
    if (!LEVEL_STARTS.has(token.folded)) return;
    for (let length = Math.min(6, tokens.length - start); length > 2; length--) {
      const name = tokens
        .slice(start, start + length)
        .map(({ folded }) => folded)
        .join(" ");
      if (!index.byName(name).some((candidate) => foldName(candidate.name) === name)) continue;
      for (let at = start + 1; at < start + length; at++) named.add(at);
      return;
    }
  });
  return named;
}

/** «TP Vinh», «TX Ba Đồn». */
const isShortTitle = (name: string, { bareName }: Locality): boolean =>
  /^(tp|tx) /.test(name) && name.slice(3) === foldName(bareName);

/** «Thị xã là gì» names no town of La Gi. */
const isAsking = (folded: readonly string[]): boolean =>
  folded.every((word) => ["la", "gi", "nao", "bao", "nhieu", "ai", "may", "sao", "dau"].includes(word));

/** In a message with marks a name has its own marks; in one without, it is more than words of asking («thị xã là gì»). */
function isWrittenAs(
  { name, bareName, aliases, level }: Locality,
  stretch: readonly Token[],
  marked: boolean,
): boolean {
  if (!marked) {
    const bare = foldName(bareName).split(" ");
    const hasLevel = stretch.length > bare.length && bare.length > 1 && !isAsking(bare);
    return hasLevel || !isAllStopWords(bare) || level === "province";
  }
  const typed = stretch.map((token) => token.typed).join(" ");
  if (!/[^\p{ASCII}]/u.test(typed)) return true;
  return [name, bareName, ...aliases].some((form) =>
    typed.endsWith(normaliseTonePlacement(form).toLowerCase()),
  );
}

/** Without its level word, a name is a place where it is written or introduced as one; a commune's never is. */
function isPlausibleBare(candidate: Locality, stretch: readonly Token[], before: Token | undefined): boolean {
  const capitals = stretch.every((token) => token.capital);
  // «So van ban» without marks asks for the number of the text, not for Văn Bàn.
  if (!capitals && stretch.every(({ typed }) => isDocumentWord(typed))) return false;
  const introduced = before === undefined || PREPOSITIONS.has(before.folded);
  if (candidate.level === "province" && (stretch.length > 1 || foldName(candidate.bareName).includes(" "))) {
    return capitals || introduced || !isAllStopWords(stretch.map((token) => token.folded));
  }
  if (stretch.length < 2) {
    const at = stretch[0]?.capital === true ? ["o", "tai", "cua", "ben", "in", "for", "of"] : ["o", "tai"];
    const isLarge = candidate.level === "city" || candidate.level === "province";
    return isLarge && before !== undefined && at.includes(before.folded);
  }
  if (candidate.level === "city" || candidate.level === "town" || candidate.level === "district")
    return capitals || introduced;
  return capitals && before !== undefined && ["o", "tai", "phuong", "xa", "in"].includes(before.folded);
}

/** The towns and cities that localities with documents lie in: people call a ward by its town's name. */
const townsOver = ({ governed, index }: PlaceContext): string[] =>
  [...governed].flatMap((key) => {
    const town = index.byKey(index.byKey(key)?.parent ?? "");
    return town !== undefined && TOWNS.has(town.level) ? [town.key] : [];
  });

export const TOWNS: ReadonlySet<LocalityLevel> = new Set(["city", "town", "district"]);
