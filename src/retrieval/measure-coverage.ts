import { findPair } from "./pair-table.ts";
import type { Question } from "./read-question.ts";
import type { Segment } from "./segment.ts";

/** Share of the question's terms, weighted by rarity, that the passage or its headings hold: 0–1. */
export function measureCoverage(segment: Segment, passage: number, question: Question): number {
  const start = segment.tokenStart[passage] ?? 0;
  const end = segment.tokenStart[passage + 1] ?? 0;
  const syllables = new Set<number>();
  const pairs = new Set<number>();
  let before = -1;
  for (let i = start; i < end; i++) {
    const folded = segment.foldedOf[segment.tokens[i] ?? 0] ?? 0;
    syllables.add(folded);
    if (before >= 0) pairs.add(findPair(segment.bigrams, before, folded));
    before = folded;
  }
  let all = 0;
  let held = 0;
  for (const { first, second, idf } of question.terms) {
    all += idf;
    const a = segment.foldedIds.get(first) ?? -1;
    if (second === null) {
      if (syllables.has(a)) held += idf;
      continue;
    }
    const b = segment.foldedIds.get(second) ?? -1;
    const pair = a < 0 || b < 0 ? -1 : findPair(segment.bigrams, a, b);
    if (pair >= 0 && pairs.has(pair)) held += idf;
  }
  return all === 0 ? 0 : held / all;
}
