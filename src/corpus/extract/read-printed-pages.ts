import type { Message } from "../../shared/message.ts";
import type { ExtractedBlock } from "../extracted.ts";
import { mendLegacyBlocks } from "../mend-legacy-blocks.ts";
import { joinTablesOverleaf } from "./join-tables-overleaf.ts";
import { toBlocks } from "./pdf-blocks.ts";
import { dropPageFurniture } from "./pdf-furniture.ts";
import { gatherLines } from "./pdf-lines.ts";
import type { PageContent } from "./pdf-page.ts";
import { findRuledTables } from "./pdf-tables.ts";

/** Reads laid-out pages, in order, into blocks: tables by their rules, columns by their gutters, furniture dropped. */
export function readPrintedPages(pages: readonly PageContent[]): {
  blocks: readonly ExtractedBlock[];
  messages: readonly Message[];
} {
  const tables = pages.map(findRuledTables);
  const outside = pages.map((page, index) =>
    page.pieces.filter(({ x, y, size }) => {
      const middle = y - size * 0.3;
      return !tables[index]?.some(
        (table) =>
          x >= table.left - 4 && x <= table.right + 4 && middle >= table.top && middle <= table.bottom,
      );
    }),
  );
  const lines = dropPageFurniture(outside.map(gatherLines));
  const joined = joinTablesOverleaf(
    pages.map((page, index) => ({
      number: page.number,
      lines: lines[index] ?? [],
      tables: tables[index] ?? [],
    })),
  );
  return mendLegacyBlocks(joined.flatMap(toBlocks));
}
