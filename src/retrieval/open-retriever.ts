import { closeSync, openSync, readSync } from "node:fs";
import path from "node:path";
import { AppError } from "../shared/app-error.ts";
import { defaultEmbedder } from "./default-embedder.ts";
import type { Embedder } from "./embedder.ts";
import { fuseScores } from "./fuse-scores.ts";
import { readIndexManifest } from "./index-manifest.ts";
import { measureCoverage } from "./measure-coverage.ts";
import type { Passage, RetrievalHit, RetrievalRequest, Retriever } from "./passage.ts";
import { readQuestion } from "./read-question.ts";
import { lengthNorms, scoreKeywords } from "./score-keywords.ts";
import { cosineOf, nearestPassages } from "./score-vectors.ts";
import { readSegment } from "./segment-files.ts";
import type { Segment } from "./segment.ts";
import { topPlaces } from "./top-places.ts";
import { openGraph, type VectorGraph } from "./vector-index.ts";

/** How many passages each index proposes. */
const CANDIDATES = 200;

interface OpenSegment {
  readonly segment: Segment;
  readonly norms: Float32Array;
  readonly graph: VectorGraph | null;
  /** Descriptor of passages.jsonl. */
  readonly lines: number;
  /** The id of its first passage. */
  readonly firstId: number;
  /** By document: replaced by a later segment. */
  readonly replaced: ReadonlySet<string>;
}

interface Candidate {
  readonly from: OpenSegment;
  readonly place: number;
  readonly keyword: number;
  readonly cosine: number;
}

async function openSegments(directory: string, embedder: Embedder): Promise<OpenSegment[]> {
  const manifest = await readIndexManifest(directory);
  if (manifest === null) {
    throw new AppError("STORE_UNREADABLE", "There is no search index here.", { where: directory });
  }
  if (manifest.embedderId !== embedder.id) {
    throw new AppError(
      "STORE_UNREADABLE",
      `The search index was built with another model (${manifest.embedderId}).`,
      {
        where: directory,
        remedy: "Delete the index folder: it is built again from the corpus.",
      },
    );
  }
  const read = await Promise.all(
    manifest.segments.map(async (entry) => {
      const folder = path.join(directory, entry.name);
      const segment = await readSegment(folder, entry.arrays);
      const graph = entry.graph === null ? null : await openGraph(path.join(folder, "graph"), entry.graph);
      const lines = openSync(path.join(folder, "passages.jsonl"), "r");
      return { segment, graph, lines, replaced: new Set(entry.replaced) };
    }),
  );
  const passages = read.reduce((sum, { segment }) => sum + segment.passageCount, 0);
  const terms = read.reduce((sum, { segment }) => sum + segment.lengths.reduce((a, b) => a + b, 0), 0);
  let firstId = 0;
  return read.map((part) => {
    const opened = { ...part, norms: lengthNorms(part.segment, terms / Math.max(1, passages)), firstId };
    firstId += part.segment.passageCount;
    return opened;
  });
}

/** By document of the segment: may it be found? null: all may. */
function allowedDocuments(part: OpenSegment, request: RetrievalRequest): readonly boolean[] | null {
  if (request.documents === undefined && part.replaced.size === 0) return null;
  const wanted = request.documents === undefined ? null : new Set(request.documents);
  return part.segment.documents.map((key) => (wanted?.has(key) ?? true) && !part.replaced.has(key));
}

function readPassage(part: OpenSegment, place: number): Passage {
  const start = part.segment.lineStart[place] ?? 0;
  const bytes = Buffer.alloc((part.segment.lineStart[place + 1] ?? start) - start);
  readSync(part.lines, bytes, 0, bytes.length, start);
  return { ...(JSON.parse(bytes.toString("utf8")) as Passage), id: part.firstId + place };
}

/** The candidates of one segment: the best by words, the best by vectors, each with both scores. */
async function candidatesOf(
  part: OpenSegment,
  request: RetrievalRequest,
  question: ReturnType<typeof readQuestion>,
  vector: Float32Array,
): Promise<Candidate[]> {
  const { segment } = part;
  const allowed = allowedDocuments(part, request);
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

/**
 * Opens what `buildIndexes` wrote. Throws STORE_UNREADABLE where it is missing, damaged or built with another
 * model; whoever opens it builds it again then.
 */
export async function openRetriever(
  directory: string,
  options: { readonly embedder?: Embedder } = {},
): Promise<Retriever & { close(): void }> {
  const embedder = options.embedder ?? (await defaultEmbedder());
  const parts = await openSegments(directory, embedder);
  const segments = parts.map((part) => part.segment);
  return {
    async retrieve(request: RetrievalRequest): Promise<readonly RetrievalHit[]> {
      const question = readQuestion(request.text, segments);
      if (question.words.length === 0) return [];
      const vector = await embedder.embedQuestion(request.text);
      const found = await Promise.all(parts.map((part) => candidatesOf(part, request, question, vector)));
      const candidates = found.flat();
      const fused = fuseScores(candidates);
      const best = candidates
        .map((candidate, i) => ({ ...candidate, score: fused[i] ?? 0 }))
        .sort((a, b) => b.score - a.score || a.from.firstId + a.place - (b.from.firstId + b.place))
        .slice(0, Math.max(0, request.limit));
      return best.map(({ from, place, score }) => ({
        passage: readPassage(from, place),
        score,
        coverage: measureCoverage(from.segment, place, question),
      }));
    },
    close(): void {
      for (const part of parts) closeSync(part.lines);
    },
  };
}
