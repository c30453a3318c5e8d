import type { PDFDocumentProxy } from "pdfjs-dist";
import type { Message } from "../../shared/message.ts";
import type { ExtractedBlock } from "../extracted.ts";
import type { ExtractLimits, ExtractProgress } from "./limits.ts";
import { refuse } from "./refusals.ts";
export async function recognisePdfPages(
  pdf: PDFDocumentProxy,
  pages: readonly number[],
  name: string,
  limits: ExtractLimits,
  onProgress?: (progress: ExtractProgress) => void,
): Promise<{ blocks: ReadonlyMap<number, readonly ExtractedBlock[]>; messages: readonly Message[] }> {
  await Promise.resolve([pdf, pages, limits, onProgress]);
  throw refuse("no-text", name);
}
