import type { ExtractedLine, ExtractedTable } from "../extracted.ts";

const HEAD_OR_SIGNATURE =
  /CỘNG H[ÒO][ÀA]? XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do|(?:^|\n)\s*Nơi nhận|(?:^|\n)\s*(?:T\/?M|KT|TL)\.\s*\p{Lu}{2}|(?:^|\n)Số\s*:\s*\S*\/\S/u;

const MOST_LAYOUT_ROWS = 12;

/** Whether a table only lays out the head, the signature or a frame, and holds no rows of data. */
export function isLayoutTable(rows: readonly (readonly string[])[]): boolean {
  const widest = Math.max(0, ...rows.map((row) => new Set(row.filter((cell) => cell.trim() !== "")).size));
  if (widest <= 1 || rows.length === 0) return true;
  return rows.length <= MOST_LAYOUT_ROWS && HEAD_OR_SIGNATURE.test(rows.flat().join("\n"));
}

/** The lines of a layout table, cell by cell; null parts two cells. A cell that merging repeats comes once. */
export function flattenLayoutTable(table: ExtractedTable): (ExtractedLine | null)[] {
  const lines: (ExtractedLine | null)[] = [];
  const seen = new Set<string>();
  for (const row of table.rows) {
    for (const cell of row) {
      if (cell.trim() === "" || seen.has(cell)) continue;
      seen.add(cell);
      for (const text of cell.split("\n"))
        lines.push({ kind: "line", text, line: table.line, page: table.page });
      lines.push(null);
    }
  }
  return lines;
}
