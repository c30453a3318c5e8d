import type { Span } from "../shared/span.ts";
import type { Embedder } from "./embedder.ts";
import { fuseScores } from "./fuse-scores.ts";
import type { Candidate } from "./gather-candidates.ts";
import { matchPassage, readAgainst, type PassageMatch, type SegmentQuestion } from "./match-passage.ts";
import type { OpenSegment } from "./open-segments.ts";
import type { Question } from "./read-question.ts";
import type { Segment } from "./segment.ts";
import { featuresOf, orderByEvidence } from "./rerank.ts";

/** How many of the best by fused score are weighed again with all their evidence. */
export const RERANKED = 50;

export interface RankedCandidate extends Candidate {
  readonly score: number;
  /** Of the re-ranked: their evidence and the features made of it. */
  readonly match: PassageMatch | null;
  readonly features: readonly number[];
}

const NO_FEATURES: readonly number[] = [];

/** Matches passages of any segment against one question, reading the question once a segment. */
export function questionMatcher(question: Question): (candidate: Candidate) => PassageMatch {
  const read = new Map<Segment, SegmentQuestion>();
  return ({ from, place }) => {
    let against = read.get(from.segment);
    if (against === undefined) read.set(from.segment, (against = readAgainst(from.segment, question)));
    return matchPassage(against, place);
  };
}

/** What a ranking rests on beside the candidates. */
export interface RankingInput {
  readonly question: Question;
  /** As typed, for what the embedder has to say of it. */
  readonly text: string;
  readonly vector: Float32Array;
  readonly embedder: Embedder;
  readonly match: (candidate: Candidate) => PassageMatch;
}

function cosineWith(input: RankingInput, part: OpenSegment, span: Span): number {
  const { syllables } = input.embedder;
  if (syllables === undefined || part.syllableNumbers === null || span.end <= span.start) return 0;
  const { tokens, foldedOf } = part.segment;
  const numbers: number[] = [];
  for (let i = span.start; i < span.end; i++) {
    numbers.push(part.syllableNumbers[foldedOf[tokens[i] ?? 0] ?? 0] ?? -1);
  }
  return syllables.cosine(numbers, input.vector);
}

/** All by fused score: the first `RERANKED` of them with their features, and the rest. Ties stand in the order of the corpus. */
export function rankByWordsAndVectors(
  candidates: readonly Candidate[],
  input: RankingInput,
): { readonly best: readonly RankedCandidate[]; readonly rest: readonly RankedCandidate[] } {
  const { question, embedder } = input;
  const familiarity = embedder.familiarity?.(input.text) ?? 1;
  const fused = fuseScores(candidates, familiarity);
  const idOf = (candidate: Candidate): number => candidate.from.firstId + candidate.place;
  const byScore = (a: RankedCandidate, b: RankedCandidate): number => b.score - a.score || idOf(a) - idOf(b);
  // Spelt out: a spread of each of the four hundred is what this would take its time for.
  const ranked = candidates
    .map(({ from, place, keyword, cosine }, i): RankedCandidate => ({
      from,
      place,
      keyword,
      cosine,
      score: fused[i] ?? 0,
      match: null,
      features: NO_FEATURES,
    }))
    .sort(byScore);
  const idfSum = question.terms.reduce((sum, term) => sum + term.idf, 0);
  const bestKeyword = Math.max(1e-9, ...candidates.map((candidate) => candidate.keyword));
  const bestCosine = Math.max(1e-9, ...candidates.map((candidate) => candidate.cosine));
  const best = ranked.slice(0, RERANKED).map((candidate): RankedCandidate => {
    const match = input.match(candidate);
    const features = featuresOf({
      ...match,
      keyword: candidate.keyword / Math.max(1e-9, idfSum),
      keywordShare: candidate.keyword / bestKeyword,
      cosine: candidate.cosine * familiarity,
      cosineShare: (candidate.cosine / bestCosine) * familiarity,
      headingCosine: cosineWith(input, candidate.from, match.headingTokens) * familiarity,
      fused: candidate.score,
    });
    return { ...candidate, match, features };
  });
  return { best, rest: ranked.slice(RERANKED) };
}

/** Best first: by words and vectors, and the best of those again by all their evidence (`orderByEvidence`). */
export function rankCandidates(candidates: readonly Candidate[], input: RankingInput): RankedCandidate[] {
  const { best, rest } = rankByWordsAndVectors(candidates, input);
  const order = orderByEvidence(
    best.map((candidate) => candidate.features),
    input.question.passageCount,
  );
  const ordered = order.flatMap(({ index, score }) => {
    const candidate = best[index];
    return candidate === undefined ? [] : [{ ...candidate, score }];
  });
  return [...ordered, ...rest];
}
