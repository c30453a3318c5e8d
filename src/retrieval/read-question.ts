import type { Span } from "../shared/span.ts";
import { definedTerm } from "./defined-term.ts";
import { findPair } from "./pair-table.ts";
import type { Segment } from "./segment.ts";
import { hasDiacritics, wordsOf, type Word } from "./terms.ts";
import { isContent, weighWords } from "./weigh-words.ts";

/** A folded syllable of the question, or two neighbouring ones, with its weight. */
interface QuestionTerm {
  readonly first: string;
  /** null: a single syllable. */
  readonly second: string | null;
  /** Inverse document frequency over the whole index, times what the term's words weigh in the question. */
  readonly idf: number;
  readonly weight: number;
}

export interface Question {
  /** Its words without what only frames it («theo Bộ luật Dân sự năm 2015», «đúng hay sai»): what its vector is made of. */
  readonly content: string;
  readonly words: readonly Word[];
  readonly hasDiacritics: boolean;
  readonly terms: readonly QuestionTerm[];
  /** A figure is asked for: «bao nhiêu», «mấy», «chỉ tiêu», «tỷ lệ»… */
  readonly asksFigure: boolean;
  /** The term whose meaning is asked for, as places among the words. */
  readonly defined: Span | null;
  /** How many passages the index holds. */
  readonly passageCount: number;
}

const ASKS_FIGURE = / (bao nhieu|bao lau|may|chi tieu|ty le|ti le|muc|how (many|much)|percent|target) /;

/** The term's number in a segment, or -1. */
export function termIn(segment: Segment, first: string, second: string | null): number {
  const a = segment.foldedIds.get(first);
  if (a === undefined) return -1;
  if (second === null) return a;
  const b = segment.foldedIds.get(second);
  if (b === undefined) return -1;
  const pair = findPair(segment.bigrams, a, b);
  return pair < 0 ? -1 : segment.foldedIds.size + pair;
}

export function documentFrequency(segment: Segment, term: number): number {
  return term < 0 ? 0 : (segment.postingStart[term + 1] ?? 0) - (segment.postingStart[term] ?? 0);
}

/** The question's distinct terms, weighted as BM25 does (Robertson and Zaragoza 2009, never below zero). */
export function readQuestion(text: string, segments: readonly Segment[]): Question {
  const words = wordsOf(text);
  const passageCount = segments.reduce((sum, segment) => sum + segment.passageCount, 0);
  const terms = new Map<string, QuestionTerm>();
  const weights = weighWords(text);
  const add = (first: string, second: string | null, weight: number): void => {
    const key = second === null ? first : `${first} ${second}`;
    const known = terms.get(key);
    if (known !== undefined && known.weight >= weight) return;
    const df = segments.reduce(
      (sum, segment) => sum + documentFrequency(segment, termIn(segment, first, second)),
      0,
    );
    const idf = weight * Math.log(1 + (passageCount - df + 0.5) / (df + 0.5));
    terms.set(key, { first, second, idf, weight });
  };
  words.forEach((word, i) => {
    const weight = weights[i] ?? 1;
    add(word.folded, null, weight);
    const next = words[i + 1];
    if (next !== undefined) add(word.folded, next.folded, Math.min(weight, weights[i + 1] ?? 1));
  });
  const asksFigure = ASKS_FIGURE.test(` ${words.map((word) => word.folded).join(" ")} `);
  const content = words.filter((_, i) => isContent(weights[i] ?? 1)).map((word) => word.accented);
  return {
    content: content.length === 0 || content.length === words.length ? text : content.join(" "),
    words,
    hasDiacritics: hasDiacritics(words),
    terms: [...terms.values()],
    asksFigure,
    defined: definedTerm(
      words.map((word) => word.folded),
      weights,
    ),
    passageCount,
  };
}
