import { documentFrequency, termIn, type Question } from "./read-question.ts";
import type { Segment } from "./segment.ts";

/** BM25's saturation and length constants, at their usual values (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

/** What a term at most may be in, as a share of the passages, to be looked up: commoner ones say little (chosen on the development questions). */
const COMMON_SHARE = 0.2;
const COMMON_FROM = 5000;

/** BM25's denominators that depend on the passage alone. */
export function lengthNorms(segment: Segment, averageLength: number): Float32Array {
  return Float32Array.from(
    segment.lengths,
    (length) => K1 * (1 - B + (B * length) / Math.max(1, averageLength)),
  );
}

/** Writes each passage's BM25 score into `scores`, which has a place for each. */
export function scoreKeywords(
  segment: Segment,
  norms: Float32Array,
  question: Question,
  scores: Float32Array,
): void {
  const { postingStart, postingPassage, postingCount, passageCount } = segment;
  scores.fill(0);
  for (const { first, second, idf } of question.terms) {
    const term = termIn(segment, first, second);
    if (term < 0) continue;
    const df = documentFrequency(segment, term);
    if (passageCount > COMMON_FROM && df > passageCount * COMMON_SHARE) continue;
    addTerm(
      scores,
      norms,
      postingPassage,
      postingCount,
      postingStart[term] ?? 0,
      postingStart[term + 1] ?? 0,
      idf,
    );
  }
}

/** The loop that a retrieval spends its time in: kept apart so that it is compiled by itself. */
function addTerm(
  scores: Float32Array,
  norms: Float32Array,
  passages: Uint32Array,
  counts: Uint8Array,
  start: number,
  end: number,
  idf: number,
): void {
  const most = idf * (K1 + 1);
  for (let i = start; i < end; i++) {
    const passage = passages[i] ?? 0;
    const count = counts[i] ?? 0;
    scores[passage] = (scores[passage] ?? 0) + (most * count) / (count + (norms[passage] ?? 1));
  }
}
