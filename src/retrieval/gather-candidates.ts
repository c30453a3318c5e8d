import type { OpenSegment } from "./open-segments.ts";
import type { RetrievalRequest } from "./passage.ts";
import type { Question } from "./read-question.ts";
import { scoreKeywords } from "./score-keywords.ts";
import { cosineOf, nearestPassages } from "./score-vectors.ts";
import { topPlaces } from "./top-places.ts";

/** How many passages each index proposes. */
const CANDIDATES = 200;
/** How many chunks the segments' graphs are asked for together, and each of them at least and at most. */
const NEAREST = 144;
const NEAREST_EACH = 48;
const NEAREST_MOST = 128;

/** A passage that one of the indexes proposes, with both scores. */
export interface Candidate {
  readonly from: OpenSegment;
  readonly place: number;
  readonly keyword: number;
  readonly cosine: number;
}

/** By document of the segment: may it be found? null: all may. */
function allowedDocuments(part: OpenSegment, wanted: ReadonlySet<string> | null): readonly boolean[] | null {
  if (wanted === null && part.replaced.size === 0) return null;
  return part.segment.documents.map((key) => (wanted?.has(key) ?? true) && !part.replaced.has(key));
}

/** One segment's scores of one request. */
interface SegmentScores {
  readonly from: OpenSegment;
  readonly keywords: Float32Array;
}

interface Proposal {
  readonly scores: SegmentScores;
  readonly place: number;
  readonly score: number;
}

/** The highest of several segments' proposals; equal ones in the order of the corpus. */
function highest(proposals: Proposal[]): Proposal[] {
  return proposals.sort((a, b) => b.score - a.score || a.place - b.place).slice(0, CANDIDATES);
}

/** The passages that may be found; null: all of the segment. */
function allowedPassages(part: OpenSegment, allowed: readonly boolean[] | null): Uint32Array | null {
  if (allowed === null) return null;
  const { passageDocument } = part.segment;
  const places: number[] = [];
  for (let place = 0; place < passageDocument.length; place++) {
    if (allowed[passageDocument[place] ?? 0] === true) places.push(place);
  }
  return Uint32Array.from(places);
}

function proposeByWords(scores: SegmentScores, allowed: Uint32Array | null): Proposal[] {
  const propose = (place: number): Proposal => ({ scores, place, score: scores.keywords[place] ?? 0 });
  if (allowed === null) return topPlaces(scores.keywords, CANDIDATES).map(propose);
  const among = Float32Array.from(allowed, (place) => scores.keywords[place] ?? 0);
  return topPlaces(among, CANDIDATES).map((i) => propose(allowed[i] ?? 0));
}

async function proposeByVector(
  scores: SegmentScores,
  allowed: Uint32Array | null,
  vector: Float32Array,
  nearest: number,
): Promise<Proposal[]> {
  const { segment, graph } = scores.from;
  const propose = (place: number): Proposal => ({ scores, place, score: cosineOf(segment, place, vector) });
  if (graph !== null && allowed === null) {
    return (await nearestPassages(segment, graph, vector, nearest)).map(propose);
  }
  // Few passages, or a filter: compared one by one, so that the best of the documents asked for are all found.
  const cosines = new Float32Array(allowed?.length ?? segment.passageCount);
  for (let i = 0; i < cosines.length; i++) cosines[i] = cosineOf(segment, allowed?.[i] ?? i, vector);
  return topPlaces(cosines, CANDIDATES).map((i) => propose(allowed?.[i] ?? i));
}

/** The best passages by words and the best by vectors among the documents asked for, in no order. */
export async function gatherCandidates(
  parts: readonly OpenSegment[],
  request: RetrievalRequest,
  question: Question,
  vector: Float32Array,
): Promise<Candidate[]> {
  const wanted = request.documents === undefined ? null : new Set(request.documents);
  const nearest = Math.max(
    NEAREST_EACH,
    Math.min(NEAREST_MOST, Math.ceil(NEAREST / Math.max(1, parts.length))),
  );
  const byWords: Proposal[] = [];
  const byVector: Proposal[] = [];
  const used: SegmentScores[] = [];
  for (const from of parts) {
    const documents = allowedDocuments(from, wanted);
    if (documents?.includes(true) === false) continue;
    const allowed = allowedPassages(from, documents);
    const keywords = from.scratch.pop() ?? new Float32Array(from.segment.passageCount);
    scoreKeywords(from.segment, from.norms, question, keywords);
    const scores = { from, keywords };
    used.push(scores);
    byWords.push(...proposeByWords(scores, allowed));
    byVector.push(...(await proposeByVector(scores, allowed, vector, nearest)));
  }
  const found = new Map<number, Candidate>();
  for (const { scores, place } of [...highest(byWords), ...highest(byVector)]) {
    const { from, keywords } = scores;
    const id = from.firstId + place;
    if (found.has(id)) continue;
    found.set(id, {
      from,
      place,
      keyword: keywords[place] ?? 0,
      cosine: cosineOf(from.segment, place, vector),
    });
  }
  for (const { from, keywords } of used) from.scratch.push(keywords);
  return [...found.values()];
}
