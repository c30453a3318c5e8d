import type { TextTable } from "./read-bar-tables.ts";

const CELLS = /\s\|\s?/u;
/** Head and signature set two cells in a line; a table of data has at least three. */
const LEAST_CELLS = 3;
/** Blank lines between two rows of a page that was saved as text. */
const MOST_BLANKS = 2;

function cellsOf(line: string): string[] | null {
  if (!line.includes(" |") || /^\s*\|/u.test(line)) return null;
  return line.split(CELLS).map((cell) => cell.trim());
}

/**
 * «TT | Nhiệm vụ | Cơ quan chủ trì»: rows without bars at their ends, one a line, blank lines between them. A later
 * row may have fewer cells; a title that a merged row repeats in each cell comes once. Null where line `start` begins no table.
 */
export function readOpenBarTable(lines: readonly string[], start: number): TextTable | null {
  const header = cellsOf(lines[start] ?? "");
  if (header === null || header.length < LEAST_CELLS) return null;
  const rows: string[][] = [header];
  let end = start + 1;
  for (let at = end, blanks = 0; at < lines.length && blanks <= MOST_BLANKS; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "") {
      blanks++;
      continue;
    }
    const cells = cellsOf(line);
    if (cells === null || cells.length < 2 || cells.length > header.length) break;
    const isTitle = cells.length > 2 && new Set(cells.slice(1)).size === 1;
    rows.push(header.map((_, column) => (isTitle && column > 1 ? "" : (cells[column] ?? ""))));
    end = at + 1;
    blanks = 0;
  }
  return rows.length < 2 ? null : { rows, start, end };
}
