import type { ExtractedDocument } from "../extracted.ts";
import { refuse } from "./refusals.ts";
export function extractDoc(_bytes: Uint8Array, name: string): ExtractedDocument {
  throw refuse("unknown", name);
}
