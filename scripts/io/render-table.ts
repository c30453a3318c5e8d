/** A column: its heading, its least width, and what it takes of the width that is left over. */
export interface Column {
  readonly heading: string;
  readonly width: number;
  /** 0: never wider than `width`. */
  readonly share?: number;
  readonly align?: "right";
}

/**
 * A table for a terminal `width` characters wide: headings, a rule, rows; cells are wrapped at words, never cut.
 * A table without rows says so in one line.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  if (rows.length === 0) return "  (không có)";
  const widths = columnWidths(columns, rows, width - 2);
  const headings = columns.map(({ heading }) => heading);
  const rule = widths.map((one) => "─".repeat(one)).join("  ");
  return [
    ...renderRow(headings, columns, widths),
    `  ${rule}`,
    ...rows.flatMap((row) => renderRow(row, columns, widths)),
  ].join("\n");
}

/** Text wrapped at words; a word longer than the width is broken. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(/\s+/u).flatMap((one) => breakWord(one, width))) {
      if (line !== "" && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const fixed = columns.reduce((sum, column) => sum + column.width, 0) + 2 * (columns.length - 1);
  const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0);
  const spare = Math.max(0, width - fixed);
  return columns.map(({ width: least, share = 0, heading }, at) => {
    const widest = Math.max(heading.length, ...rows.map((row) => (row[at] ?? "").length));
    const given = least + (shares === 0 ? 0 : Math.floor((spare * share) / shares));
    return Math.max(Math.min(widest, given), Math.min(least, widest), 1);
  });
}

function renderRow(
  cells: readonly string[],
  columns: readonly Column[],
  widths: readonly number[],
): string[] {
  const wrapped = columns.map((_, at) => wrapText(cells[at] ?? "", widths[at] ?? 1));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => {
    const parts = columns.map(({ align }, at) => {
      const text = wrapped[at]?.[row] ?? "";
      return align === "right" ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
    });
    return `  ${parts.join("  ")}`.trimEnd();
  });
}

function breakWord(word: string, width: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < Math.max(1, word.length); at += width) parts.push(word.slice(at, at + width));
  return parts;
}
