import writeExcelFile from "write-excel-file/node";
import type { FactTable } from "./tabulate-facts.ts";

/** Most characters that a cell of a workbook takes (ECMA-376 limit of Excel). */
const LONGEST_CELL = 32_767;
/** A workbook is XML: these have no place in it. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * Tables as an XLSX workbook, a sheet each, with a heading row that stays in view. Cells are written with their type
 * (text is text: nothing in it is run as a formula).
 */
export async function writeWorkbook(tables: readonly FactTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [
      columns.map(({ heading }) => ({
        value: heading,
        type: String,
        fontWeight: "bold" as const,
        backgroundColor: "#e8eef7",
        wrap: true,
        alignVertical: "top" as const,
      })),
      ...rows.map((cells) =>
        cells.map((cell) => {
          if (cell === null || cell === "") return null;
          if (typeof cell === "number") return { value: cell, type: Number, alignVertical: "top" as const };
          const value = cell.replaceAll(UNWRITABLE, "").slice(0, LONGEST_CELL);
          return { value, type: String, wrap: true, alignVertical: "top" as const };
        }),
      ),
    ],
  }));
  return await writeExcelFile(sheets).toBuffer();
}
