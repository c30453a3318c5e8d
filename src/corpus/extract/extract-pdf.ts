import { AppError } from "../../shared/app-error.ts";
import { decodeLegacyText } from "../decode-legacy.ts";
import type { Message } from "../../shared/message.ts";
import type { ExtractedDocument } from "../extracted.ts";
import type { ExtractLimits, ExtractProgress } from "./limits.ts";
import { openPdf } from "./open-pdf.ts";
import type { PageContent } from "./pdf-page.ts";
import { readPdfPage } from "./read-pdf-page.ts";
import { readPrintedPages } from "./read-printed-pages.ts";
import { refuse } from "./refusals.ts";
import { judgeTextLayer } from "./text-layer.ts";

/**
 * Reads a PDF: pages with text of their own from their text, lines and tables by their geometry, running heads
 * and page numbers dropped; the others by character recognition of their picture.
 */
export async function extractPdf(
  bytes: Uint8Array,
  name: string,
  limits: ExtractLimits,
  onProgress?: (progress: ExtractProgress) => void,
): Promise<ExtractedDocument> {
  const pdf = await openPdf(bytes, name);
  try {
    if (pdf.numPages > limits.maxPages)
      throw refuse("too-many-pages", name, { detail: pagesDetail(pdf.numPages, limits.maxPages) });
    const contents: PageContent[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      contents.push(await readPdfPage(page));
      page.cleanup();
    }
    const sample = contents.map(textOf).join("\n");
    const isLegacy = decodeLegacyText(sample) !== null;
    const layers = contents.map((content) => (isLegacy ? "good" : judgeTextLayer(content, textOf(content))));
    const scanned = contents.filter((_, index) => layers[index] === "scan").map((content) => content.number);
    if (scanned.length > limits.maxScannedPages) {
      throw refuse("too-many-scanned-pages", name, {
        detail: pagesDetail(scanned.length, limits.maxScannedPages),
      });
    }
    const messages: Message[] = [];
    const pages = new Map(
      contents.filter((_, index) => layers[index] === "good").map((content) => [content.number, content]),
    );
    if (scanned.length > 0) {
      const { recognisePages } = await import("./recognise-pages.ts");
      const { rasterisePdf } = await import("./rasterise-pdf.ts");
      const scan = await recognisePages(rasterisePdf(pdf, scanned), scanned.length, name, limits, onProgress);
      for (const page of scan.pages) pages.set(page.number, page);
      messages.push(...scan.messages);
    }
    const read = readPrintedPages([...pages.values()].sort((a, b) => a.number - b.number));
    const blocks = read.blocks;
    messages.push(...read.messages);
    if (!blocks.some((block) => block.kind === "table" || block.text !== "")) throw refuse("no-text", name);
    return {
      format: scanned.length * 2 > contents.length ? "scan" : "pdf",
      blocks,
      pageCount: pdf.numPages,
      messages,
    };
  } catch (cause) {
    throw cause instanceof AppError ? cause : refuse("damaged", name, { cause });
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function pagesDetail(count: number, limit: number): string {
  return `${count} trang, giới hạn ${limit} trang`;
}

function textOf(page: PageContent): string {
  return page.pieces.map((piece) => piece.text).join(" ");
}
