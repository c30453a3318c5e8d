import type { Embedder } from "./embedder.ts";
import { openStaticEmbedder } from "./static-embedder.ts";

let shipped: Promise<Embedder> | null = null;

/** The embedder that ships; read once a process. Its `id` belongs into the fingerprint of every index built with it. */
export function defaultEmbedder(): Promise<Embedder> {
  shipped ??= openStaticEmbedder();
  return shipped;
}
