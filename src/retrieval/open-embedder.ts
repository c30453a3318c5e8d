import type { Embedder } from "./embedder.ts";
import { openAddressEmbedder, type EmbeddingsAddress } from "./openai-embedder.ts";
import { openStaticEmbedder } from "./static-embedder.ts";
import { openFolderEmbedder } from "./transformers-embedder.ts";

/** Where vectors come from: the model that ships, a folder with a transformer, or an address. */
export type EmbedderChoice =
  | { readonly kind: "shipped" }
  | { readonly kind: "folder"; readonly folder: string }
  | ({ readonly kind: "address" } & EmbeddingsAddress);

export function openEmbedder(choice: EmbedderChoice): Promise<Embedder> {
  switch (choice.kind) {
    case "shipped":
      return openStaticEmbedder();
    case "folder":
      return openFolderEmbedder(choice.folder);
    case "address":
      return openAddressEmbedder(choice);
  }
}
