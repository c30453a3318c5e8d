import type { HNSWLibArgs } from "@langchain/community/vectorstores/hnswlib";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../shared/app-error.ts";
import type { Segment } from "./segment.ts";

/** Fewer chunks than this are compared one by one: exact, and faster than loading a graph. */
export const GRAPH_FROM = 2048;

/** HNSW's links a node and breadth of search (Malkov and Yashunin 2018); chosen by `npm run bench -- hnsw`. */
const M = 16;
const EF_CONSTRUCTION = 200;
const EF_SEARCH = 64;
const SEED = 42;
const GRAPH_FILES = ["hnswlib.index", "args.json", "docstore.json"];

/** The chunks nearest to a vector: their places in the segment, best first. */
export interface VectorGraph {
  nearest(vector: Float32Array, limit: number): Promise<readonly number[]>;
}

/** The store asks for an embedder of its own; the vectors are made before they come here. */
const noEmbeddings = {
  embedDocuments: () => Promise.reject(new Error("vectors are made before they are stored")),
  embedQuery: () => Promise.reject(new Error("vectors are made before they are looked up")),
};

/** LangChain takes a quarter of a second to import: only an index that is large enough for a graph pays it. */
async function importStore() {
  const [{ HNSWLib }, { SynchronousInMemoryDocstore }, { Document }, hnswlib] = await Promise.all([
    import("@langchain/community/vectorstores/hnswlib"),
    import("@langchain/community/stores/doc/in_memory"),
    import("@langchain/core/documents"),
    import("hnswlib-node"),
  ]);
  return { HNSWLib, SynchronousInMemoryDocstore, Document, HierarchicalNSW: hnswlib.default.HierarchicalNSW };
}

function vectorOf(segment: Segment, chunk: number): number[] {
  const scale = segment.chunkScale[chunk] ?? 0;
  const start = chunk * segment.dimensions;
  return Array.from(segment.vectors.subarray(start, start + segment.dimensions), (value) => value * scale);
}

async function checksum(directory: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of GRAPH_FILES) hash.update(await readFile(path.join(directory, file)));
  return hash.digest("hex");
}

/** Builds the graph of a segment's chunks and saves it; returns its checksum. */
export async function buildGraph(segment: Segment, directory: string): Promise<string> {
  const { HNSWLib, SynchronousInMemoryDocstore, Document, HierarchicalNSW } = await importStore();
  const chunks = segment.chunkScale.length;
  const numDimensions = segment.dimensions;
  // The store starts an index with default parameters unless it is given one that holds something already.
  const index = new HierarchicalNSW("ip", numDimensions);
  index.initIndex(chunks, M, EF_CONSTRUCTION, SEED);
  index.addPoint(vectorOf(segment, 0), 0);
  const documents = Array.from(
    { length: chunks },
    (_, chunk) => new Document({ pageContent: "", metadata: { chunk } }),
  );
  const docstore = new SynchronousInMemoryDocstore(
    new Map(documents.slice(0, 1).map((document) => ["0", document] as const)),
  );
  const store = new HNSWLib(noEmbeddings, { space: "ip", numDimensions, index, docstore });
  const vectors = Array.from({ length: chunks - 1 }, (_, i) => vectorOf(segment, i + 1));
  await store.addVectors(vectors, documents.slice(1));
  await store.save(directory);
  return checksum(directory);
}

/** Opens a saved graph; throws STORE_UNREADABLE where it is not as it was saved. */
export async function openGraph(directory: string, expected: string): Promise<VectorGraph> {
  const found = await checksum(directory).catch((cause: unknown) => {
    throw new AppError("STORE_UNREADABLE", "The vector index cannot be read.", { where: directory, cause });
  });
  if (found !== expected) {
    throw new AppError("STORE_UNREADABLE", "The vector index is damaged: its checksum differs.", {
      where: directory,
    });
  }
  const { HNSWLib } = await importStore();
  const store = await HNSWLib.load(directory, noEmbeddings);
  // `load` keeps the index among its arguments, where the declared type does not show it.
  const { index } = store.args as HNSWLibArgs;
  if (index === undefined)
    throw new AppError("STORE_UNREADABLE", "The vector index holds no graph.", { where: directory });
  index.setEf(EF_SEARCH);
  return {
    // Asked for labels alone: the store would make a document of each, which costs as much as the search.
    nearest: (vector, limit) => Promise.resolve(index.searchKnn(Array.from(vector), limit).neighbors),
  };
}
