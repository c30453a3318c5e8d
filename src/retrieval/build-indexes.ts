import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { abbreviationWriter, type ShortForm, type WriteOut } from "./abbreviations.ts";
import { SegmentBuilder } from "./build-segment.ts";
import type { Embedder } from "./embedder.ts";
import {
  INDEX_VERSION,
  readIndexManifest,
  writeIndexManifest,
  type IndexManifest,
} from "./index-manifest.ts";
import { defaultEmbedder } from "./default-embedder.ts";
import type { Passage } from "./passage.ts";
import { readSegment, writeSegment } from "./segment-files.ts";
import { buildGraph, GRAPH_FROM } from "./vector-index.ts";

export interface BuildOptions {
  readonly embedder?: Embedder;
  /** Written out in the passages; the questions' are the retriever's. */
  readonly abbreviations?: readonly ShortForm[];
  /** Keeps what the directory holds already, adds to it, and replaces documents of the same key. */
  readonly append?: boolean;
  /** After an interruption: keeps what is finished, and skips the documents that it holds. */
  readonly resume?: boolean;
  /** Called after each segment with the number of passages so far. */
  readonly onProgress?: (passages: number) => void;
}

/** A segment is closed at the first document that ends beyond this many passages: memory stays bounded, work is kept. */
const SEGMENT_PASSAGES = 32_768;

/** One segment in the making: its lines go to disk as they come. */
async function startSegment(directory: string, name: string, embedder: Embedder, writeOut: WriteOut) {
  const folder = path.join(directory, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const lines = createWriteStream(path.join(folder, "passages.jsonl"));
  const builder = new SegmentBuilder(embedder, writeOut);
  const lineStart = [0];
  return {
    builder,
    async add(passage: Passage): Promise<void> {
      const line = Buffer.from(`${JSON.stringify(passage)}\n`);
      lineStart.push((lineStart.at(-1) ?? 0) + line.length);
      if (!lines.write(line)) await once(lines, "drain");
      await builder.add(passage);
    },
    async close(): Promise<IndexManifest["segments"][number]> {
      lines.end();
      await finished(lines);
      const segment = await builder.build(Float64Array.from(lineStart));
      const arrays = await writeSegment(folder, segment);
      const graph =
        segment.chunkScale.length < GRAPH_FROM ? null : await buildGraph(segment, path.join(folder, "graph"));
      return { name, passages: segment.passageCount, arrays, graph, replaced: [] };
    },
  };
}

/** The manifest of an index that may be added to; null where there is none, or one of another model or version. */
async function readManifestOf(directory: string, embedder: Embedder): Promise<IndexManifest | null> {
  const manifest = await readIndexManifest(directory).catch(() => null);
  return manifest?.embedderId === embedder.id ? manifest : null;
}

async function finishedDocuments(directory: string, manifest: IndexManifest): Promise<ReadonlySet<string>> {
  const documents = new Set<string>();
  for (const { name, arrays } of manifest.segments) {
    for (const key of (await readSegment(path.join(directory, name), arrays)).documents) documents.add(key);
  }
  return documents;
}

/**
 * Writes the search index of the passages into `directory`, which it makes. The passages of one document come
 * together. What was there goes, unless `append` says otherwise; then documents of the same key are replaced, and
 * the cost is that of the passages given. Segments are written as they fill.
 */
export async function buildIndexes(
  passages: Iterable<Passage> | AsyncIterable<Passage>,
  directory: string,
  options: BuildOptions = {},
): Promise<void> {
  const embedder = options.embedder ?? (await defaultEmbedder());
  const writeOut = abbreviationWriter(options.abbreviations ?? []);
  const isKept = options.append === true || options.resume === true;
  const kept = isKept ? await readManifestOf(directory, embedder) : null;
  if (kept === null) await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  let manifest: IndexManifest = kept ?? { version: INDEX_VERSION, embedderId: embedder.id, segments: [] };
  const old = new Set(manifest.segments.map((segment) => segment.name));
  let next = Math.max(0, ...manifest.segments.map((segment) => Number(segment.name.split("-")[1]))) + 1;
  let open: Awaited<ReturnType<typeof startSegment>> | null = null;
  let documents: string[] = [];
  let total = 0;
  const close = async (): Promise<void> => {
    if (open === null) return;
    const segment = await open.close();
    const segments = manifest.segments.map((other) =>
      old.has(other.name) ? { ...other, replaced: [...new Set([...other.replaced, ...documents])] } : other,
    );
    manifest = { ...manifest, segments: [...segments, segment] };
    await writeIndexManifest(directory, manifest);
    total += segment.passages;
    options.onProgress?.(total);
    open = null;
    documents = [];
  };
  const finished = options.resume === true ? await finishedDocuments(directory, manifest) : new Set<string>();
  for await (const passage of passages) {
    if (finished.has(passage.document)) continue;
    const isNewDocument = documents.at(-1) !== passage.document;
    if (isNewDocument && open !== null && open.builder.passageCount >= SEGMENT_PASSAGES) await close();
    open ??= await startSegment(directory, `segment-${next++}`, embedder, writeOut);
    if (documents.at(-1) !== passage.document) documents.push(passage.document);
    await open.add(passage);
  }
  await close();
  if (manifest.segments.length === 0) await writeIndexManifest(directory, manifest);
}
