import type { Embedder } from "./embedder.ts";
import { openEmbedder } from "./open-embedder.ts";

let opened: Promise<Embedder> | null = null;

/** The embedder that ships, opened once a process: for whoever was given no other. */
export function defaultEmbedder(): Promise<Embedder> {
  opened ??= openEmbedder({ kind: "shipped" });
  return opened;
}
