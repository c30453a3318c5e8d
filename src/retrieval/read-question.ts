import { findPair } from "./pair-table.ts";
import type { Segment } from "./segment.ts";
import { hasDiacritics, wordsOf, type Word } from "./terms.ts";

/** A folded syllable of the question, or two neighbouring ones, with its weight. */
interface QuestionTerm {
  readonly first: string;
  /** null: a single syllable. */
  readonly second: string | null;
  /** Inverse document frequency over the whole index. */
  readonly idf: number;
}

export interface Question {
  readonly words: readonly Word[];
  readonly hasDiacritics: boolean;
  readonly terms: readonly QuestionTerm[];
  /** A figure is asked for: «bao nhiêu», «mấy», «chỉ tiêu», «tỷ lệ»… */
  readonly asksFigure: boolean;
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
  const add = (first: string, second: string | null): void => {
    const key = second === null ? first : `${first} ${second}`;
    if (terms.has(key)) return;
    const df = segments.reduce(
      (sum, segment) => sum + documentFrequency(segment, termIn(segment, first, second)),
      0,
    );
    terms.set(key, { first, second, idf: Math.log(1 + (passageCount - df + 0.5) / (df + 0.5)) });
  };
  words.forEach((word, i) => {
    add(word.folded, null);
    const next = words[i + 1];
    if (next !== undefined) add(word.folded, next.folded);
  });
  const asksFigure = ASKS_FIGURE.test(` ${words.map((word) => word.folded).join(" ")} `);
  return { words, hasDiacritics: hasDiacritics(words), terms: [...terms.values()], asksFigure, passageCount };
}
