import { closeSync, openSync, readSync } from "node:fs";
import path from "node:path";
import { AppError } from "../shared/app-error.ts";
import type { Embedder } from "./embedder.ts";
import { readIndexManifest } from "./index-manifest.ts";
import type { Passage } from "./passage.ts";
import { lengthNorms } from "./score-keywords.ts";
import { readSegment } from "./segment-files.ts";
import type { Segment } from "./segment.ts";
import { openGraph, type VectorGraph } from "./vector-index.ts";

/** A segment ready to be searched. */
export interface OpenSegment {
  readonly segment: Segment;
  /** BM25's length norm of each passage. */
  readonly norms: Float32Array;
  /** By folded id: the embedder's number of the syllable; null where it looks at none. */
  readonly syllableNumbers: Int32Array | null;
  /** Arrays of a score a passage, free to be used again: one in use for each retrieval under way. */
  readonly scratch: Float32Array[];
  /** null: few enough chunks to compare one by one. */
  readonly graph: VectorGraph | null;
  /** Descriptor of passages.jsonl. */
  readonly lines: number;
  /** The id of its first passage. */
  readonly firstId: number;
  /** Documents that a later segment holds in a newer form. */
  readonly replaced: ReadonlySet<string>;
}

/** Opens every segment of an index; throws STORE_UNREADABLE where one is missing, damaged or of another model. */
export async function openSegments(directory: string, embedder: Embedder): Promise<OpenSegment[]> {
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
      const syllableNumbers = embedder.syllables?.numbersOf(segment.foldedWords) ?? null;
      const lines = openSync(path.join(folder, "passages.jsonl"), "r");
      return { segment, graph, lines, syllableNumbers, scratch: [], replaced: new Set(entry.replaced) };
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

export function closeSegments(parts: readonly OpenSegment[]): void {
  for (const part of parts) closeSync(part.lines);
}

/** A passage's words, from disk: only those that are shown are read. */
export function readPassage(part: OpenSegment, place: number): Passage {
  const start = part.segment.lineStart[place] ?? 0;
  const bytes = Buffer.alloc((part.segment.lineStart[place + 1] ?? start) - start);
  readSync(part.lines, bytes, 0, bytes.length, start);
  return { ...(JSON.parse(bytes.toString("utf8")) as Passage), id: part.firstId + place };
}

export function documentOf(part: OpenSegment, place: number): string {
  return part.segment.documents[part.segment.passageDocument[place] ?? 0] ?? "";
}
