import { foldText, normaliseTonePlacement, syllablesOf } from "../shared/vietnamese-text.ts";
import { decodeTelex, decodeVni } from "./decode-keystrokes.ts";
import type { Abbreviation } from "./lexicon.ts";
import type { Token } from "./query.ts";
import { isFunctionWord } from "./question-words.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface Speller {
  /** The words of a message: keystrokes read, abbreviations written out, in order. */
  spellOut(text: string): Token[];
}

interface Entry {
  readonly short: string;
  readonly caseSensitive: boolean;
  readonly long: readonly (readonly Token[])[];
}

/** «LĐ-TB&XH», «CT-XH»: short forms that are more than one token are found in the text itself. */
const COMPOUND = /[^\p{L}\p{N}]/u;

/**
 * Spells messages out. An ambiguous abbreviation («CT», «cn») takes the reading whose words stand beside its
 * neighbours' in the corpus; where none does, the first of the lexicon. What `namedAt` gives (token indexes of names
 * of places) stays as it is typed.
 */
export function createSpeller(
  abbreviations: readonly Abbreviation[],
  vocabulary: Vocabulary,
  namedAt: (tokens: readonly Token[]) => ReadonlySet<number> = () => new Set(),
): Speller {
  const entries = new Map<string, Entry[]>();
  const compounds: { pattern: RegExp; long: string }[] = [];
  for (const { short, long, caseSensitive } of abbreviations) {
    if (COMPOUND.test(short)) {
      const escaped = short.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`,
        caseSensitive ? "gu" : "giu",
      );
      compounds.push({ pattern, long: long[0] ?? short });
      continue;
    }
    const key = short.toLowerCase();
    const list = entries.get(key) ?? [];
    entries.set(key, list);
    list.push({ short, caseSensitive, long: long.map((words) => tokensOf(words)) });
  }

  const lookUp = (typed: string): Entry | undefined => {
    const found = entries.get(typed.toLowerCase());
    return (
      found?.find((entry) => entry.caseSensitive && entry.short === typed) ??
      found?.find((entry) => !entry.caseSensitive)
    );
  };

  return {
    spellOut(text) {
      let plain = writeOutNumbers(text);
      for (const { pattern, long } of compounds) plain = plain.replace(pattern, ` ${long} `);
      const words = syllablesOf(plain);
      const named = namedAt(words.map(({ text: typed }) => tokenOf(typed)));
      const readings = words.map(({ text: typed, folded, start, end }, at): readonly (readonly Token[])[] => {
        if (named.has(at)) return [[tokenOf(typed)]];
        const isOfNumber = /\d\s?[-/]\s?(?:\p{L}+[-/])?$/u.test(plain.slice(Math.max(0, start - 16), start));
        // «VN_AQI» is one name: nothing of it is written out.
        const isOfCode = plain[start - 1] === "_" || plain[end] === "_";
        const entry = isOfNumber || isOfCode ? undefined : lookUp(typed);
        if (entry !== undefined) return entry.long;
        return [[{ ...tokenOf(typed), folded: readKeystrokes(folded, vocabulary) }]];
      });
      return readings.flatMap((alternatives, at) =>
        chooseReading(alternatives, readings[at - 1], readings[at + 1], vocabulary),
      );
    },
  };
}

function tokenOf(typed: string): Token {
  const marked = normaliseTonePlacement(typed);
  return { folded: foldText(marked), typed: marked.toLowerCase(), capital: /^\p{Lu}/u.test(marked) };
}

export function tokensOf(text: string): Token[] {
  return syllablesOf(text).map((syllable) => tokenOf(syllable.text));
}

/** «<1t» is under one year old, «10k dân» and «1 vạn dân» are 10.000 people. */
function writeOutNumbers(text: string): string {
  return text
    .replace(/<\s*=?\s*(?=\d)/gu, " dưới ")
    .replace(/>\s*=?\s*(?=\d)/gu, " trên ")
    .replace(/(?<![\p{L}\d])(?:nq|nghị quyết số|nghi quyet so)\s?-?\s?42(?![\d])/giu, " nghị quyết 42 ")
    .replace(/(?<![\p{L}\d])42\s?[-/]?\s?nq(?![\p{L}\d])/giu, " nghị quyết 42 ")
    .replace(/(?<![\p{L}\d])c([1-3])(?![\p{L}\d])/giu, " cấp $1 ")
    .replace(/(\d+)\s*t(?![\p{L}\p{N}])/gu, "$1 tuổi")
    .replace(/(\d+)k(?=\s+dân|\s+dan|\s*people)/giu, "$1.000")
    .replace(/(?<![\d.,])(?:1|một|mot)?\s*v[ạa]n (?=d[âa]n)/giu, " 10.000 ");
}

/** Telex and VNI keys are read only where the word as it stands is none. */
function readKeystrokes(folded: string, vocabulary: Vocabulary): string {
  if (vocabulary.has(folded)) return folded;
  const decoded = decodeVni(folded) ?? decodeTelex(folded);
  return decoded !== null && vocabulary.has(decoded) ? decoded : folded;
}

type Reading = readonly Token[];

function chooseReading(
  alternatives: readonly Reading[],
  before: readonly Reading[] | undefined,
  after: readonly Reading[] | undefined,
  vocabulary: Vocabulary,
): Reading {
  const first = alternatives[0] ?? [];
  if (alternatives.length < 2) return first;
  let best = first;
  let bestScore = 0;
  for (const reading of alternatives) {
    const left = (before ?? []).map((other) => pairScore(other.at(-1), reading[0], vocabulary));
    const right = (after ?? []).map((other) => pairScore(reading.at(-1), other[0], vocabulary));
    const score = Math.max(0, ...left) + Math.max(0, ...right);
    if (score > bestScore) {
      best = reading;
      bestScore = score;
    }
  }
  return best;
}

function pairScore(first: Token | undefined, second: Token | undefined, vocabulary: Vocabulary): number {
  if (first !== undefined && isFunctionWord(first.folded)) return 0;
  if (second !== undefined && isFunctionWord(second.folded)) return 0;
  return first === undefined || second === undefined
    ? 0
    : Math.log1p(vocabulary.pairCount(first.folded, second.folded));
}
