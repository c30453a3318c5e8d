import { fuseScores } from "./fuse-scores.ts";
import type { Candidate } from "./gather-candidates.ts";
import { matchPassage, readAgainst, type PassageMatch, type SegmentQuestion } from "./match-passage.ts";
import type { Question } from "./read-question.ts";
import type { Segment } from "./segment.ts";
import { featuresOf, scoreFeatures } from "./rerank.ts";

/** How many of the best by fused score are weighed again with all their evidence. */
export const RERANKED = 50;

export interface RankedCandidate extends Candidate {
  readonly score: number;
  /** Of the re-ranked: their evidence and the features made of it. */
  readonly match: PassageMatch | null;
  readonly features: readonly number[];
}

/** Matches passages of any segment against one question, reading the question once a segment. */
export function questionMatcher(question: Question): (candidate: Candidate) => PassageMatch {
  const read = new Map<Segment, SegmentQuestion>();
  return ({ from, place }) => {
    let against = read.get(from.segment);
    if (against === undefined) read.set(from.segment, (against = readAgainst(from.segment, question)));
    return matchPassage(against, place);
  };
}

/** Best first: the first `RERANKED` by all their evidence, the rest by fused score; ties in the order of the corpus. */
export function rankCandidates(
  candidates: readonly Candidate[],
  question: Question,
  weights: readonly number[],
  match = questionMatcher(question),
): RankedCandidate[] {
  const fused = fuseScores(candidates);
  const place = (candidate: Candidate): number => candidate.from.firstId + candidate.place;
  const byScore = (a: RankedCandidate, b: RankedCandidate): number =>
    b.score - a.score || place(a) - place(b);
  const ranked = candidates
    .map((candidate, i): RankedCandidate => ({
      ...candidate,
      score: fused[i] ?? 0,
      match: null,
      features: [],
    }))
    .sort(byScore);
  const idfSum = question.terms.reduce((sum, term) => sum + term.idf, 0);
  const bestKeyword = Math.max(1e-9, ...candidates.map((candidate) => candidate.keyword));
  const bestCosine = Math.max(1e-9, ...candidates.map((candidate) => candidate.cosine));
  const best = ranked.slice(0, RERANKED).map((candidate): RankedCandidate => {
    const found = match(candidate);
    const features = featuresOf({
      ...found,
      keyword: candidate.keyword / Math.max(1e-9, idfSum),
      keywordShare: candidate.keyword / bestKeyword,
      cosine: candidate.cosine,
      cosineShare: candidate.cosine / bestCosine,
      fused: candidate.score,
    });
    // Above every score that is fused alone, which is at most 1.
    const score = 1 + 1 / (1 + Math.exp(-scoreFeatures(features, weights)));
    return { ...candidate, score, match: found, features };
  });
  return [...best.sort(byScore), ...ranked.slice(RERANKED)];
}
