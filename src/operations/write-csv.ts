import type { Cell, FactTable } from "./tabulate-facts.ts";

/** Characters with which spreadsheets begin a formula; a tab or line break before them is skipped (OWASP, CSV injection). */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u;

/**
 * Tables as one CSV file after RFC 4180: a heading row, CRLF, every field quoted where it must be; UTF-8 with a byte
 * order mark, without which Excel misreads Vietnamese. Several tables are put under one heading row that has the
 * columns of all, with the table's name in a first column. Words that a spreadsheet would run as a formula get an
 * apostrophe before them; numbers are numbers, with a decimal point.
 */
export function writeCsv(tables: readonly FactTable[]): Uint8Array {
  const single = tables.length === 1;
  const headings = [...new Set(tables.flatMap(({ columns }) => columns.map(({ heading }) => heading)))];
  const lines: Cell[][] = [single ? headings : ["Bảng", ...headings]];
  for (const { name, columns, rows } of tables) {
    for (const row of rows) {
      const cells = headings.map(
        (heading) => row[columns.findIndex((one) => one.heading === heading)] ?? null,
      );
      lines.push(single ? cells : [name, ...cells]);
    }
  }
  const text = lines.map((cells) => cells.map(writeField).join(",")).join("\r\n");
  return new TextEncoder().encode(`\u{feff}${text}\r\n`);
}

function writeField(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = defuse(cell);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The words with an apostrophe before them where a spreadsheet would take them for a formula. */
export function defuse(words: string): string {
  return FORMULA.test(words) || /^[\t\r\n]/u.test(words) ? `'${words}` : words;
}
