import { termIn, type Question } from "./read-question.ts";
import type { Segment } from "./segment.ts";

/** A term of the question as one segment numbers it. */
export interface ProvisionTerm {
  readonly term: number;
  readonly isBigram: boolean;
  readonly idf: number;
}

/** The question's terms that the segment holds. */
export function termsOf(segment: Segment, terms: Question["terms"]): ProvisionTerm[] {
  return terms
    .map(({ first, second, idf }) => ({
      term: termIn(segment, first, second),
      isBigram: second !== null,
      idf,
    }))
    .filter(({ term, idf }) => term >= 0 && idf > 0);
}

/** The first place of a sorted stretch whose value is not below `least`. */
function lowerBound(values: Uint32Array, start: number, end: number, least: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The rarity of the terms that stand anywhere in the provision of a passage: what a long provision says in several
 * pieces answers together. Looked up in the postings, one binary search a term, however many pieces there are.
 */
export function matchProvision(
  segment: Segment,
  terms: readonly ProvisionTerm[],
  passage: number,
): { readonly syllables: number; readonly bigrams: number } {
  const { passageProvision, postingStart, postingPassage } = segment;
  const provision = passageProvision[passage];
  let first = passage;
  while (first > 0 && passageProvision[first - 1] === provision) first--;
  let last = passage;
  while (passageProvision[last + 1] === provision) last++;
  let syllables = 0;
  let bigrams = 0;
  for (const { term, isBigram, idf } of terms) {
    const end = postingStart[term + 1] ?? 0;
    const at = lowerBound(postingPassage, postingStart[term] ?? 0, end, first);
    if (at >= end || (postingPassage[at] ?? 0) > last) continue;
    if (isBigram) bigrams += idf;
    else syllables += idf;
  }
  return { syllables, bigrams };
}
