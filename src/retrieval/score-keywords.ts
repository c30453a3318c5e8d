import { documentFrequency, termIn, type Question } from "./read-question.ts";
import type { Segment } from "./segment.ts";

/** BM25's saturation and length constants, at their usual values (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

/** What a term at most may be in, as a share of the passages, to be looked up: commoner ones say nothing. */
const COMMON_SHARE = 0.5;
const COMMON_FROM = 5000;

/** BM25's denominators that depend on the passage alone. */
export function lengthNorms(segment: Segment, averageLength: number): Float32Array {
  return Float32Array.from(
    segment.lengths,
    (length) => K1 * (1 - B + (B * length) / Math.max(1, averageLength)),
  );
}

/** Adds each passage's BM25 score to `scores` (one place a passage, zeros before). */
export function scoreKeywords(
  segment: Segment,
  norms: Float32Array,
  question: Question,
  scores: Float32Array,
): void {
  const { postingStart, postingPassage, postingCount, passageCount } = segment;
  for (const { first, second, idf } of question.terms) {
    const term = termIn(segment, first, second);
    if (term < 0) continue;
    const df = documentFrequency(segment, term);
    if (passageCount > COMMON_FROM && df > passageCount * COMMON_SHARE) continue;
    const end = postingStart[term + 1] ?? 0;
    for (let i = postingStart[term] ?? 0; i < end; i++) {
      const passage = postingPassage[i] ?? 0;
      const count = postingCount[i] ?? 0;
      scores[passage] = (scores[passage] ?? 0) + (idf * count * (K1 + 1)) / (count + (norms[passage] ?? 1));
    }
  }
}
