import { stat } from "node:fs/promises";
import path from "node:path";
import type { Embedder } from "./embedder.ts";
import { openAddressEmbedder, type EmbeddingsAddress } from "./openai-embedder.ts";
import { openStaticEmbedder } from "./static-embedder.ts";
import { openFolderEmbedder } from "./transformers-embedder.ts";

/** Where vectors come from: the model that ships, a folder with a static model or a transformer, or an address. */
export type EmbedderChoice =
  | { readonly kind: "shipped" }
  | { readonly kind: "folder"; readonly folder: string }
  | ({ readonly kind: "address" } & EmbeddingsAddress);

/** A folder that scripts/train-embeddings.ts wrote, told from a transformer's by its file of vectors. */
async function openFolder(folder: string): Promise<Embedder> {
  const vectors = await stat(path.join(folder, "vectors.bin")).catch(() => null);
  return vectors === null ? openFolderEmbedder(folder) : openStaticEmbedder(folder);
}

/**
 * Opens what was chosen. The ids differ where the models do (of an address: where its model's name does), so that an
 * index of another model is built again. Throws STORE_UNREADABLE for a damaged static model, MODEL_FAILED for others.
 */
export function openEmbedder(choice: EmbedderChoice): Promise<Embedder> {
  switch (choice.kind) {
    case "shipped":
      return openStaticEmbedder();
    case "folder":
      return openFolder(choice.folder);
    case "address":
      return openAddressEmbedder(choice);
  }
}
