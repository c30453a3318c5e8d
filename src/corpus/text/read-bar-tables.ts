/** A table of text cells: rows of cells, a cell's lines parted by «\n». */
export interface TextTable {
  readonly rows: readonly (readonly string[])[];
  /** Index of the first line, and of the line after the last. */
  readonly start: number;
  readonly end: number;
}

const LONE_BAR = /^\s*[|¦]\s*$/;
const PIPE_ROW = /^\s*\|.*\|\s*$/;
const RULE_ROW = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/;
const AFTER_TABLE = /^[*#\s]*(?:PHỤ LỤC|Phụ lục\s+[IVX\d]|QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|Điều \d+\.)/;
/** A cell of a saved web page is short; what runs on longer is the document going on after its table. */
const MOST_CELL_LINES = 60;

/** «| a | b |» rows that follow each other: a Markdown table. Null where line `start` does not begin one. */
export function readPipeTable(lines: readonly string[], start: number): TextTable | null {
  if (!PIPE_ROW.test(lines[start] ?? "") || LONE_BAR.test(lines[start] ?? "")) return null;
  const rows: string[][] = [];
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    if (RULE_ROW.test(line)) continue;
    if (!PIPE_ROW.test(line) || LONE_BAR.test(line)) break;
    const cells = line
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/);
    rows.push(
      cells.map((cell) =>
        cell
          .replace(/\\\|/g, "|")
          .replace(/<br\s*\/?>/gi, "\n")
          .trim(),
      ),
    );
  }
  return { rows, start, end };
}

interface Cell {
  /** Bars between the cell before and this one. */
  readonly bars: number;
  readonly text: string;
}

/** The cells between lone bars from `start` on, and the line after the table's last bar. */
function readLoneCells(lines: readonly string[], start: number): { cells: Cell[]; end: number } {
  const cells: Cell[] = [];
  let bars = 0;
  let end = start;
  for (let i = start; i < lines.length;) {
    if (LONE_BAR.test(lines[i] ?? "")) {
      bars++;
      end = ++i;
      continue;
    }
    let next = i;
    while (next < lines.length && next - i <= MOST_CELL_LINES && !LONE_BAR.test(lines[next] ?? "")) next++;
    if (next >= lines.length || !LONE_BAR.test(lines[next] ?? "")) break;
    const text = lines.slice(i, next).join("\n").trim();
    // A blank line straight after a bar, then words, or an annex or title of its own: the table is over.
    if (text !== "" && ((lines[i] ?? "").trim() === "" || AFTER_TABLE.test(text))) break;
    if (text !== "") {
      cells.push({ bars, text });
      bars = 0;
    }
    i = next;
  }
  return { cells, end };
}

/**
 * Tables as some web pages are saved: each cell's text on lines of its own, a lone «|» (or «¦») between cells,
 * two between rows, one more for every empty cell. Rows that a merged cell covers have fewer cells: what they
 * lack on the left is taken from the row above. Null where line `start` is no lone bar.
 */
export function readLoneBarTable(lines: readonly string[], start: number): TextTable | null {
  if (!LONE_BAR.test(lines[start] ?? "")) return null;
  const { cells, end } = readLoneCells(lines, start);
  const rows = fillMerged(groupRows(cells));
  return { rows, start, end };
}

function groupRows(cells: readonly Cell[]): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let width = 0;
  cells.forEach((cell, i) => {
    const empty = cell.bars - 1;
    const boundary =
      i === 0 || (cell.bars >= 2 && (isShort(rows[0], row) || !isGap(cells, i, row.length, empty, width)));
    if (boundary) {
      if (row.length > 0) rows.push(row);
      width = Math.max(width, row.length);
      row = [];
      if (i > 0 && width > 0) {
        const last = rows.at(-1);
        for (let n = 0; last && n < empty - 1 && last.length < width; n++) last.push("");
      }
    } else {
      for (let n = 0; n < empty; n++) row.push("");
    }
    row.push(cell.text);
  });
  if (row.length > 0) rows.push(row);
  return rows;
}

/** A row that lacks its first cells (a merged cell covers them): the table numbers its rows and this one has no number. */
function isShort(header: readonly string[] | undefined, row: readonly string[]): boolean {
  return (
    /^\W*(?:STT|TT|Số TT)\W*$/iu.test(header?.[0] ?? "") &&
    !/^\W*[\dIVXLA-Z]{1,4}(?:\.\d+)*\W*$/u.test(row[0] ?? "")
  );
}

/** Whether the bars before cell `i` mean empty cells of the same row: with them the row comes out at the table's width. */
function isGap(cells: readonly Cell[], i: number, length: number, empty: number, width: number): boolean {
  if (width === 0 || length + empty >= width) return false;
  let run = 1;
  while (i + run < cells.length && (cells[i + run]?.bars ?? 0) === 1) run++;
  return length + empty + run === width;
}

function fillMerged(rows: readonly (readonly string[])[]): string[][] {
  const width = rows[0]?.length ?? 0;
  const filled: string[][] = [];
  for (const row of rows) {
    const above = filled.at(-1);
    const missing = width - row.length;
    const isTitle = row.length <= 2;
    if (missing > 0 && above && filled.length > 1 && !isTitle)
      filled.push([...above.slice(0, missing), ...row]);
    else if (missing > 0) filled.push([...row, ...Array.from({ length: missing }, () => "")]);
    else filled.push([...row]);
  }
  return filled;
}
