import type { Embedder } from "./embedder.ts";
import { openEmbedder, type EmbedderChoice } from "./open-embedder.ts";

let choice: EmbedderChoice = { kind: "shipped" };
let opened: Promise<Embedder> | null = null;

/** Says which embedder indexes are built and searched with from now on; called once, by what reads the configuration. */
export function chooseEmbedder(next: EmbedderChoice): void {
  choice = next;
  opened = null;
}

/** The embedder of this process, the one that ships unless another was chosen. Its `id` belongs into every index's fingerprint. */
export function defaultEmbedder(): Promise<Embedder> {
  opened ??= openEmbedder(choice);
  return opened;
}
