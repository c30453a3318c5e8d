import type { Embedder } from "./embedder.ts";
import { hashingEmbedder } from "./hashing-embedder.ts";

/** The embedder that ships. */
export function defaultEmbedder(): Promise<Embedder> {
  return Promise.resolve(hashingEmbedder);
}
