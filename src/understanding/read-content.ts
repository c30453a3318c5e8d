import { isVietnameseSyllable } from "./decode-keystrokes.ts";
import type { Concept, Token } from "./query.ts";
import { isFunctionWord, isStopWord, isWeak, stopPhraseLength } from "./question-words.ts";
import type { TermMatch } from "./match-terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

const WEAK_WEIGHT = 0.2;
/** More foreign words than these are something pasted, not what is asked about. */
const FOREIGN_WORDS = 3;
/** A word that is no Vietnamese one, and that no lexicon knows, can hardly stand in the texts: it says little. */
const UNREAD_WEIGHT = 0.15;
/** Two words that stand together this often in the corpus are one piece of content («cộng đồng»). */
const COMPOUND_COUNT = 2;
const FIXED_COMPOUND_COUNT = 8;
/** «Cao hơn», «thấp hơn» ask for a comparison. */
const DEGREES = new Set(["cao", "thap", "nhieu", "it", "lon", "nho"]);

/** The words that a question is about: its terms whole, compounds of the corpus together, without the words of asking. */
export function readContent(
  tokens: readonly Token[],
  terms: readonly TermMatch[],
  skip: ReadonlySet<number>,
  vocabulary: Vocabulary,
  { language, marked }: { readonly language: "vi" | "en"; readonly marked: boolean },
): Concept[] {
  const concepts: Concept[] = [];
  const isNoise = tokens.filter((token) => isForeign(token, vocabulary)).length > FOREIGN_WORDS;
  const folded = tokens.map((token) => token.folded);
  const isContent = (at: number): boolean => {
    const token = tokens[at];
    if (token === undefined || skip.has(at) || isStopWord(token, marked)) return false;
    if (DEGREES.has(token.folded) && folded[at + 1] === "hon") return false;
    return !/^(?!20\d\d$)\d[\d.,]*$|^[ivx]{2,}$/u.test(token.folded);
  };
  const add = (
    start: number,
    length: number,
    alternatives: readonly (readonly string[])[],
    weight: number,
    alone = false,
  ): void => {
    const words = folded.slice(start, start + length);
    const typed = marked ? tokens.slice(start, start + length).map((token) => token.typed) : null;
    concepts.push({
      tokens: words,
      typed,
      alternatives: [words, ...alternatives],
      weight: isWeak(words) ? WEAK_WEIGHT : weight,
      ...(alone ? { alone } : {}),
    });
  };

  /** Two single words in a row may be a compound that the corpus does not know («ly hôn»). */
  const isSingle = (at: number): boolean =>
    isContent(at) && !terms.some(({ start, end }) => start <= at && at < end);
  /** A name or an abbreviation is a subject of its own. */
  const isSubject = (token: Token | undefined): boolean =>
    token?.capital === true || /\d/u.test(token?.folded ?? "");

  for (let at = 0; at < tokens.length; at++) {
    const term = terms.find(({ start, end }) => start === at && !someIn(start, end, skip));
    const asking = stopPhraseLength(folded, at);
    if (term !== undefined && term.end - term.start >= asking) {
      add(at, term.end - term.start, term.alternatives, 1);
      at = term.end - 1;
    } else if (asking > 0) {
      at += asking - 1;
    } else if (isFixedCompound(folded, at, vocabulary) && !skip.has(at) && language === "vi") {
      add(at, 2, [], 1);
      at++;
    } else if (isContent(at)) {
      const [first = "", second = ""] = folded.slice(at, at + 2);
      const joins = isContent(at + 1) && !terms.some(({ start }) => start === at + 1);
      if (language === "en") add(at, 1, [], tokens[at]?.capital === true ? 1 : UNREAD_WEIGHT);
      else if (joins && vocabulary.pairCount(first, second) >= COMPOUND_COUNT) {
        add(at, 2, [], 1);
        at++;
      } else {
        const weight = isRead(tokens[at], vocabulary, isNoise) ? 1 : UNREAD_WEIGHT;
        add(
          at,
          1,
          [],
          weight,
          !isSubject(tokens[at]) && (!marked || (!isSingle(at - 1) && !isSingle(at + 1))),
        );
      }
    }
  }
  return concepts;
}

/** Neither a Vietnamese word nor one of the corpus. */
function isForeign({ folded }: Token, vocabulary: Vocabulary): boolean {
  return !/^\d/u.test(folded) && !isVietnameseSyllable(folded) && !vocabulary.has(folded);
}

/** A Vietnamese word, one of the corpus, or a name («GRDP», «5G», «Messi») that is not part of a foreign text. */
function isRead(token: Token | undefined, vocabulary: Vocabulary, isNoise: boolean): boolean {
  return token !== undefined && (!isForeign(token, vocabulary) || (token.capital && !isNoise));
}

/** «Đổi mới», «bảo đảm»: a pair so common that its words belong together, though one of them alone may be a word of asking. */
function isFixedCompound(folded: readonly string[], at: number, vocabulary: Vocabulary): boolean {
  const [first = "", second = ""] = folded.slice(at, at + 2);
  if (isFunctionWord(first) || isFunctionWord(second)) return false;
  return vocabulary.pairCount(first, second) >= FIXED_COMPOUND_COUNT;
}

function someIn(start: number, end: number, set: ReadonlySet<number>): boolean {
  for (let at = start; at < end; at++) if (set.has(at)) return true;
  return false;
}
