import type { PrintedLine } from "./pdf-lines.ts";
import { quantile } from "./quantile.ts";

/** A stretch of a page: lines across its width, or two columns side by side. */
export type Stretch =
  | { readonly kind: "lines"; readonly lines: readonly PrintedLine[] }
  | {
      readonly kind: "columns";
      readonly left: readonly PrintedLine[];
      readonly right: readonly PrintedLine[];
    };

/** Two columns of so many lines each are running text set in columns; fewer are the head or the end of a letter. */
const MIN_GUTTER = 8;

/**
 * Parts a page's lines into stretches of one and of two columns. A stretch of two columns is a run of lines that
 * leave one upright gutter free, with words on both sides of it at least once.
 */
export function findColumns(lines: readonly PrintedLine[]): Stretch[] {
  const stretches: Stretch[] = [];
  let plain: PrintedLine[] = [];
  for (let index = 0; index < lines.length;) {
    const run = columnRun(lines, index);
    if (run === null) {
      const line = lines[index];
      if (line !== undefined) plain.push(line);
      index++;
      continue;
    }
    if (plain.length > 0) stretches.push({ kind: "lines", lines: plain });
    plain = [];
    stretches.push({ kind: "columns", ...run.columns });
    index = run.end;
  }
  if (plain.length > 0) stretches.push({ kind: "lines", lines: plain });
  return stretches;
}

function columnRun(
  lines: readonly PrintedLine[],
  start: number,
): { columns: { left: PrintedLine[]; right: PrintedLine[] }; end: number } | null {
  const first = lines[start];
  if (first?.segments.length !== 2 || !first.segments.every(({ text }) => /\p{L}{2}/u.test(text)))
    return null;
  let gutter: readonly [number, number] = [first.segments[0]?.right ?? 0, first.segments[1]?.left ?? 0];
  const lefts = lines.map((line) => line.left);
  const rights = lines.map((line) => line.right);
  const middle = (quantile(lefts, 0.2) + quantile(rights, 0.8)) / 2;
  const left: PrintedLine[] = [];
  const right: PrintedLine[] = [];
  let both = 0;
  let end = start;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const narrowed = narrow(gutter, line);
    if (narrowed === null) break;
    // A line in the middle of the page, clear of the gutter only by chance, belongs to what follows.
    if (line.segments.length === 1 && Math.abs((line.left + line.right) / 2 - middle) < 2 * line.size) break;
    gutter = narrowed;
    const [leftPart, rightPart] = split(line, gutter);
    if (leftPart !== null) left.push(leftPart);
    if (rightPart !== null) right.push(rightPart);
    if (leftPart !== null && rightPart !== null) {
      both++;
      end = index + 1;
    } else if (leftPart === null || index - end < 12) end = index + 1;
  }
  if (both === 0) return null;
  const keep = (line: PrintedLine): boolean => line.y <= (lines[end - 1]?.y ?? 0);
  return { columns: { left: left.filter(keep), right: right.filter(keep) }, end };
}

/** The gutter that is left when a line is added; null where the line crosses it. */
function narrow(gutter: readonly [number, number], line: PrintedLine): readonly [number, number] | null {
  let [from, to] = gutter;
  for (const segment of line.segments) {
    if (segment.right <= from || segment.left >= to) continue;
    if (segment.left <= from && segment.right < to - MIN_GUTTER) from = segment.right;
    else if (segment.right >= to && segment.left > from + MIN_GUTTER) to = segment.left;
    else return null;
  }
  return to - from >= MIN_GUTTER ? [from, to] : null;
}

function split(
  line: PrintedLine,
  gutter: readonly [number, number],
): [PrintedLine | null, PrintedLine | null] {
  const middle = (gutter[0] + gutter[1]) / 2;
  const part = (segments: PrintedLine["segments"]): PrintedLine | null =>
    segments.length === 0
      ? null
      : { ...line, segments, left: segments[0]?.left ?? 0, right: segments.at(-1)?.right ?? 0 };
  return [
    part(line.segments.filter((segment) => segment.right <= middle)),
    part(line.segments.filter((segment) => segment.right > middle)),
  ];
}
