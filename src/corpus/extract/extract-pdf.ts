import { AppError } from "../../shared/app-error.ts";
import { decodeLegacyText } from "../decode-legacy.ts";
import { mendLegacyBlocks } from "../mend-legacy-blocks.ts";
import type { Message } from "../../shared/message.ts";
import type { ExtractedBlock, ExtractedDocument } from "../extracted.ts";
import type { ExtractLimits, ExtractProgress } from "./limits.ts";
import { openPdf } from "./open-pdf.ts";
import { joinTablesOverleaf } from "./join-tables-overleaf.ts";
import { toBlocks } from "./pdf-blocks.ts";
import { dropPageFurniture } from "./pdf-furniture.ts";
import { gatherLines } from "./pdf-lines.ts";
import type { PageContent } from "./pdf-page.ts";
import { findRuledTables } from "./pdf-tables.ts";
import { readPdfPage } from "./read-pdf-page.ts";
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
    const digital = readDigitalPages(contents.filter((_, index) => layers[index] === "good"));
    const messages: Message[] = [...digital.messages];
    let recognised: ReadonlyMap<number, readonly ExtractedBlock[]> = new Map();
    if (scanned.length > 0) {
      const { recognisePdfPages } = await import("./recognise-pdf-pages.ts");
      const scan = await recognisePdfPages(pdf, scanned, name, limits, onProgress);
      recognised = scan.blocks;
      messages.push(...scan.messages);
    }
    const blocks = contents.flatMap(({ number }) => [
      ...(digital.blocks.get(number) ?? []),
      ...(recognised.get(number) ?? []),
    ]);
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

function readDigitalPages(pages: readonly PageContent[]): {
  blocks: ReadonlyMap<number, readonly ExtractedBlock[]>;
  messages: readonly Message[];
} {
  const tables = pages.map(findRuledTables);
  const outside = pages.map((page, index) =>
    page.pieces.filter(
      ({ x, y, size }) =>
        !tables[index]?.some(
          (table) =>
            x >= table.left - 4 &&
            x <= table.right + 4 &&
            y - size * 0.3 >= table.top &&
            y - size * 0.3 <= table.bottom,
        ),
    ),
  );
  const lines = dropPageFurniture(outside.map(gatherLines));
  const joined = joinTablesOverleaf(
    pages.map((page, index) => ({
      number: page.number,
      lines: lines[index] ?? [],
      tables: tables[index] ?? [],
    })),
  );
  const blocks = joined.flatMap(toBlocks);
  const mended = mendLegacyBlocks(blocks);
  const byPage = new Map<number, ExtractedBlock[]>();
  for (const block of mended.blocks) {
    const page = block.page ?? 0;
    byPage.set(page, [...(byPage.get(page) ?? []), block]);
  }
  return { blocks: byPage, messages: mended.messages };
}
