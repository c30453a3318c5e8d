import type { ExtractedBlock, ExtractedLine } from "../extracted.ts";
import { findColumns } from "./pdf-columns.ts";
import type { PrintedLine } from "./pdf-lines.ts";
import { quantile } from "./quantile.ts";
import type { RuledTable } from "./pdf-tables.ts";

/** Columns of at least so many lines are running text in columns, read as text. */
const MIN_TEXT_COLUMN = 12;

/** What of a page is left to read: its lines outside tables, and its tables. */
export interface PageLines {
  readonly number: number;
  readonly lines: readonly PrintedLine[];
  readonly tables: readonly RuledTable[];
}

/** The blocks of a page in reading order; where a paragraph ends by its shape, a line without text follows. */
export function toBlocks(page: PageLines): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  let from = -Infinity;
  for (const table of [...page.tables, null]) {
    const to = table?.top ?? Infinity;
    const between = page.lines.filter((line) => line.y > from && line.y <= to);
    blocks.push(...textBlocks(between, page.number));
    if (table !== null) blocks.push({ kind: "table", rows: table.rows, line: null, page: page.number });
    from = to;
  }
  return blocks;
}

function textBlocks(lines: readonly PrintedLine[], page: number): ExtractedBlock[] {
  return findColumns(lines).flatMap((stretch): ExtractedBlock[] => {
    if (stretch.kind === "lines") return paragraphs(stretch.lines, page);
    const { left, right } = stretch;
    if (left.length >= MIN_TEXT_COLUMN && right.length >= MIN_TEXT_COLUMN) {
      return [...paragraphs(left, page), ...paragraphs(right, page)];
    }
    const cell = (side: readonly PrintedLine[]): string => side.map(textOf).join("\n");
    return [{ kind: "table", rows: [[cell(left), cell(right)]], line: null, page }];
  });
}

/**
 * The lines with an empty one wherever the next begins a paragraph by its shape: set in, or the one before stops
 * short of the right edge, or a gap wider than between lines.
 */
function paragraphs(lines: readonly PrintedLine[], page: number): ExtractedLine[] {
  const blank: ExtractedLine = { kind: "line", text: "", line: null, page };
  const edges = bodyEdges(lines);
  const blocks: ExtractedLine[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined && beginsParagraph(before, line, edges)) blocks.push(blank);
    blocks.push({
      kind: "line",
      text: textOf(line),
      line: null,
      page,
      ...(line.confidence !== undefined && { confidence: line.confidence }),
    });
  });
  return blocks;
}

interface Edges {
  readonly left: number;
  readonly right: number;
  /** The usual distance of two baselines. */
  readonly step: number;
}

function bodyEdges(lines: readonly PrintedLine[]): Edges {
  const steps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
  return {
    left: quantile(
      lines.map((line) => line.left),
      0.15,
    ),
    right: quantile(
      lines.map((line) => line.right),
      0.85,
    ),
    step: quantile(
      steps.filter((step) => step > 1),
      0.25,
    ),
  };
}

function beginsParagraph(before: PrintedLine, line: PrintedLine, edges: Edges): boolean {
  const isCentred =
    Math.abs(line.left - edges.left - (edges.right - line.right)) < 2 * line.size &&
    line.left - edges.left > 2 * line.size;
  if (isCentred) return line.y - before.y > 1.6 * Math.max(edges.step, line.size);
  const indent = line.left - edges.left;
  if (indent > 1.2 * line.size && line.left - before.left > -0.5 * line.size) return true;
  if (edges.right - before.right > 5 * line.size) return true;
  return line.y - before.y > 1.45 * Math.max(edges.step, line.size) && indent > 0.5 * line.size;
}

function textOf(line: PrintedLine): string {
  return line.segments.map((segment) => segment.text).join(" ");
}
