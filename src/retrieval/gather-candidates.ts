import type { OpenSegment } from "./open-segments.ts";
import type { RetrievalRequest } from "./passage.ts";
import type { Question } from "./read-question.ts";
import { scoreKeywords } from "./score-keywords.ts";
import { cosineOf, nearestPassages } from "./score-vectors.ts";
import { topPlaces } from "./top-places.ts";

/** How many passages of a segment each index proposes. */
const CANDIDATES = 200;

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

async function gatherFrom(
  part: OpenSegment,
  allowed: readonly boolean[] | null,
  question: Question,
  vector: Float32Array,
): Promise<Candidate[]> {
  const { segment } = part;
  const isAllowed = (place: number): boolean =>
    allowed === null || (allowed[segment.passageDocument[place] ?? 0] ?? false);
  const keywords = new Float32Array(segment.passageCount);
  scoreKeywords(segment, part.norms, question, keywords);
  if (allowed !== null) for (let p = 0; p < keywords.length; p++) if (!isAllowed(p)) keywords[p] = 0;
  const places = new Set(topPlaces(keywords, CANDIDATES));
  if (part.graph !== null && allowed === null) {
    for (const place of await nearestPassages(segment, part.graph, vector, CANDIDATES)) places.add(place);
  } else {
    const cosines = new Float32Array(segment.passageCount);
    for (let p = 0; p < cosines.length; p++) if (isAllowed(p)) cosines[p] = cosineOf(segment, p, vector);
    for (const place of topPlaces(cosines, CANDIDATES)) places.add(place);
  }
  return [...places].map((place) => ({
    from: part,
    place,
    keyword: keywords[place] ?? 0,
    cosine: cosineOf(segment, place, vector),
  }));
}

/** The best passages by words and the best by vectors among the documents asked for, in no order. */
export async function gatherCandidates(
  parts: readonly OpenSegment[],
  request: RetrievalRequest,
  question: Question,
  vector: Float32Array,
): Promise<Candidate[]> {
  const wanted = request.documents === undefined ? null : new Set(request.documents);
  const found: Candidate[] = [];
  for (const part of parts) {
    const allowed = allowedDocuments(part, wanted);
    if (allowed?.includes(true) === false) continue;
    found.push(...(await gatherFrom(part, allowed, question, vector)));
  }
  return found;
}
