import type { PageLines } from "./pdf-blocks.ts";
import type { RuledTable } from "./pdf-tables.ts";

/**
 * A table that goes on overleaf is one table: its further rows are added to where it began, a repeated heading
 * row goes, and a row that the page's end cut in two is made whole.
 */
export function joinTablesOverleaf(pages: readonly PageLines[]): PageLines[] {
  const result = pages.map((page) => ({ ...page, tables: [...page.tables] }));
  let open: { page: number; table: number } | null = null;
  result.forEach((page, index) => {
    const first = page.tables[0];
    const home = open === null ? undefined : result[open.page]?.tables[open.table];
    const goesOn =
      first !== undefined &&
      home !== undefined &&
      page.number === (result[index - 1]?.number ?? 0) + 1 &&
      !page.lines.some((line) => line.y < first.top) &&
      sameColumns(home, first);
    if (goesOn && open !== null) {
      const target = result[open.page];
      if (target !== undefined) target.tables[open.table] = append(home, first);
      page.tables.shift();
    } else open = null;
    const last = page.tables.at(-1);
    const endsPage = (bottom: number): boolean => !page.lines.some((line) => line.y > bottom);
    if (last !== undefined && endsPage(last.bottom)) open = { page: index, table: page.tables.length - 1 };
    else if (!(goesOn && page.tables.length === 0 && endsPage(first.bottom))) open = null;
  });
  return result;
}

function sameColumns(a: RuledTable, b: RuledTable): boolean {
  if (a.columns.length !== b.columns.length) return false;
  const [widthA, widthB] = [a.right - a.left, b.right - b.left];
  return a.columns.every(
    (x, index) => Math.abs((x - a.left) / widthA - ((b.columns[index] ?? 0) - b.left) / widthB) < 0.03,
  );
}

function append(table: RuledTable, more: RuledTable): RuledTable {
  const rows = [...table.rows];
  const heading = rows[0]?.join("\t");
  for (const row of more.rows) {
    if (row.join("\t") === heading) continue;
    const last = rows.at(-1);
    if (last === undefined || row[0]?.trim() !== "") rows.push(row);
    else if (row === more.rows[0] && isRestOf(last, row)) {
      rows[rows.length - 1] = last.map((cell, column) => `${cell} ${row[column] ?? ""}`.trim());
    } else rows.push(fillFromAbove(last, row));
  }
  return { ...table, rows };
}

/** A row that the page's end cut in two goes on in the middle of a sentence. */
function isRestOf(last: readonly string[], row: readonly string[]): boolean {
  const goesOn = row.filter(
    (cell, column) => cell !== "" && /^[\p{Ll}\d,;.)]/u.test(cell) && last[column] !== "",
  ).length;
  return goesOn > 0 && !row.some((cell) => /^[-–+•]?\s*\p{Lu}/u.test(cell));
}

/** A merged cell that spans the page's end is printed once: its words stand for the rows overleaf as well. */
function fillFromAbove(last: readonly string[], row: readonly string[]): string[] {
  const firstFilled = row.findIndex((cell) => cell.trim() !== "");
  return row.map((cell, column) => (column < firstFilled ? (last[column] ?? "") : cell));
}
