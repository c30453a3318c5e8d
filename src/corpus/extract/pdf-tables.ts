import type { PageContent, Piece, Rule } from "./pdf-page.ts";
import type { PrintedLine } from "./pdf-lines.ts";
import { gatherLines } from "./pdf-lines.ts";

/** A ruled table on a page: its cells' words, merged cells repeated, and the box that it fills. */
export interface RuledTable {
  readonly rows: readonly (readonly string[])[];
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Positions of the upright rules, to tell whether a table goes on overleaf. */
  readonly columns: readonly number[];
}

/** Ends of rules that should meet miss each other by so much, in points. */
const TOLERANCE = 4;
const MAX_GRID = 400;

interface Component {
  readonly level: Rule[];
  readonly upright: Rule[];
}

/** Finds the tables whose cells are parted by drawn lines, from top to bottom. */
export function findRuledTables(page: PageContent): RuledTable[] {
  const level = joinRules(page.rules.filter((rule) => rule.level));
  const upright = joinRules(page.rules.filter((rule) => !rule.level));
  return connect(level, upright)
    .flatMap((component) => toTable(component, page.pieces))
    .sort((a, b) => a.top - b.top);
}

/** Joins pieces of one line: borders are often drawn cell by cell. */
function joinRules(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at || a.from - b.from);
  const joined: { level: boolean; at: number; from: number; to: number }[] = [];
  for (const rule of sorted) {
    const same = joined.findLast(
      (other, index) =>
        index >= joined.length - 40 &&
        Math.abs(other.at - rule.at) <= TOLERANCE / 2 &&
        rule.from <= other.to + TOLERANCE &&
        rule.to >= other.from - TOLERANCE,
    );
    if (same === undefined) joined.push({ ...rule });
    else [same.from, same.to] = [Math.min(same.from, rule.from), Math.max(same.to, rule.to)];
  }
  return joined;
}

function connect(level: readonly Rule[], upright: readonly Rule[]): Component[] {
  if (level.length > MAX_GRID || upright.length > MAX_GRID) return [];
  const components: Component[] = [];
  const seen = new Set<Rule>();
  const meets = (a: Rule, b: Rule): boolean =>
    a.level !== b.level &&
    a.at >= b.from - TOLERANCE &&
    a.at <= b.to + TOLERANCE &&
    b.at >= a.from - TOLERANCE &&
    b.at <= a.to + TOLERANCE;
  for (const start of upright) {
    if (seen.has(start)) continue;
    const component: Component = { level: [], upright: [] };
    const queue = [start];
    seen.add(start);
    for (let rule = queue.pop(); rule !== undefined; rule = queue.pop()) {
      (rule.level ? component.level : component.upright).push(rule);
      for (const other of rule.level ? upright : level) {
        if (seen.has(other) || !meets(rule, other)) continue;
        seen.add(other);
        queue.push(other);
      }
    }
    components.push(component);
  }
  return components;
}

function toTable({ level, upright }: Component, pieces: readonly Piece[]): RuledTable[] {
  const ys = positions(level.map((rule) => rule.at));
  const xs = positions(upright.map((rule) => rule.at));
  if (ys.length < 2 || xs.length < 2 || (ys.length === 2 && xs.length === 2)) return [];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const groups = mergeCells(xs, ys, level, upright);
  const words = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const column = slot(xs, piece.x + Math.min(piece.width / 2, 4));
    const row = slot(ys, piece.y - piece.size * 0.3);
    if (column < 0 || row < 0) continue;
    const group = groups[row]?.[column] ?? 0;
    words.set(group, [...(words.get(group) ?? []), piece]);
  }
  const texts = new Map([...words].map(([group, inCell]) => [group, cellText(gatherLines(inCell))]));
  const rows = groups.map((row) => row.map((group) => texts.get(group) ?? ""));
  const filled = rows.filter((row) => row.some((cell) => cell !== ""));
  return filled.length === 0 ? [] : [{ rows: filled, top, bottom, left, right, columns: xs }];
}

/** Distinct positions in order; those within the tolerance are one. */
function positions(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (found.length === 0 || value - (found.at(-1) ?? 0) > TOLERANCE) found.push(value);
  }
  return found;
}

/** The number of the interval in which a value lies; -1 outside. */
function slot(edges: readonly number[], value: number): number {
  if (value < (edges[0] ?? 0) - TOLERANCE || value > (edges.at(-1) ?? 0) + TOLERANCE) return -1;
  const after = edges.findIndex((edge) => edge > value);
  return after < 0 ? edges.length - 2 : Math.max(0, after - 1);
}

/** Which cell each square of the grid belongs to: squares without a rule between them are one cell. */
function mergeCells(
  xs: readonly number[],
  ys: readonly number[],
  level: readonly Rule[],
  upright: readonly Rule[],
): number[][] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const parent = Array.from({ length: columns * rows }, (_, index) => index);
  const find = (cell: number): number => {
    let root = cell;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  /** Whether rules at a position cover most of one side of a cell. */
  const covers = (rules: readonly Rule[], at: number, edges: readonly number[], index: number): boolean => {
    const [from, to] = [edges[index] ?? 0, edges[index + 1] ?? 0];
    let covered = 0;
    for (const rule of rules) {
      if (Math.abs(rule.at - at) > TOLERANCE) continue;
      covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
    }
    return covered > (to - from) / 2;
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column;
      if (column + 1 < columns && !covers(upright, xs[column + 1] ?? 0, ys, row))
        parent[find(here + 1)] = find(here);
      if (row + 1 < rows && !covers(level, ys[row + 1] ?? 0, xs, column))
        parent[find(here + columns)] = find(here);
    }
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => find(row * columns + column)),
  );
}

/** A cell's lines as its paragraphs: a line is joined to the one before unless it opens an item. */
function cellText(lines: readonly PrintedLine[]): string {
  let text = "";
  for (const line of lines) {
    const words = line.segments.map((segment) => segment.text).join(" ");
    const opens = /^(?:[-–+•*●▪]\s|\d{1,2}[.)]\s|\(\d{1,2}\)\s|[a-zđ]\)\s)/iu.test(words);
    const glued = /\d[-–]$/u.test(text) && /^\p{Lu}/u.test(words);
    text += text === "" ? words : `${opens ? "\n" : glued ? "" : " "}${words}`;
  }
  return text;
}
