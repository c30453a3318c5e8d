import type { TextTable } from "./read-bar-tables.ts";

const MOST_LINES = 5000;
const TAG = /<(\/?)(table|tr|td|th)\b([^<>]*)>/gi;

function spanOf(attributes: string, name: "rowspan" | "colspan"): number {
  const value = Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, "i").exec(attributes)?.[1] ?? "1");
  return Math.min(Math.max(value, 1), 100);
}

function cellText(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/[^\S\n]+/g, " ")
    .trim();
}

/** Puts cells on a grid, merged ones repeated in every row and column that they cover. */
class Grid {
  readonly rows: string[][] = [];
  private readonly covered = new Map<string, string>();

  startRow(): void {
    this.rows.push([]);
  }

  add(text: string, rowspan: number, colspan: number): void {
    const y = this.rows.length - 1;
    const row = this.rows[y];
    if (!row) return;
    this.fill(row, y);
    const x = row.length;
    for (let dx = 0; dx < colspan; dx++) {
      row.push(text);
      for (let dy = 1; dy < rowspan; dy++) this.covered.set(`${y + dy}:${x + dx}`, text);
    }
  }

  finishRow(): void {
    const row = this.rows.at(-1);
    if (row) this.fill(row, this.rows.length - 1);
  }

  private fill(row: string[], y: number): void {
    for (let text = this.covered.get(`${y}:${row.length}`); text !== undefined;) {
      row.push(text);
      text = this.covered.get(`${y}:${row.length}`);
    }
  }
}

/** An HTML table inside a Markdown text, begun on line `start`; null where none begins there. */
export function readHtmlTable(lines: readonly string[], start: number): TextTable | null {
  if (!/^\s*<table\b/i.test(lines[start] ?? "")) return null;
  let end = start;
  while (end < lines.length && end - start < MOST_LINES && !/<\/table\s*>/i.test(lines[end] ?? "")) end++;
  end = Math.min(end + 1, lines.length);
  const html = lines.slice(start, end).join("\n");
  const grid = new Grid();
  let open: { at: number; attributes: string } | null = null;
  const close = (at: number): void => {
    if (open)
      grid.add(
        cellText(html.slice(open.at, at)),
        spanOf(open.attributes, "rowspan"),
        spanOf(open.attributes, "colspan"),
      );
    open = null;
  };
  for (const tag of html.matchAll(TAG)) {
    const name = (tag[2] ?? "").toLowerCase();
    close(tag.index);
    if (name === "tr") {
      if (tag[1] === "") grid.startRow();
      else grid.finishRow();
    } else if (name !== "table" && tag[1] === "")
      open = { at: tag.index + tag[0].length, attributes: tag[3] ?? "" };
  }
  return { rows: grid.rows.filter((row) => row.length > 0), start, end };
}
