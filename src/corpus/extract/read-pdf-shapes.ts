import type { Matrix, Operators, Step } from "./walk-operators.ts";
import { applyMatrix } from "./walk-operators.ts";

/** A straight segment: x1, y1, x2, y2 in the page's points, y downward. */
export type Segment = readonly [number, number, number, number];

interface PdfShapes {
  readonly segments: readonly Segment[];
  /** Sum of the areas of the pictures, in square points. */
  readonly pictureArea: number;
  readonly count: number;
}

/** Codes within pdf.js' path data. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

const MAX_RULE_THICKNESS = 3;
const MIN_RULE_LENGTH = 6;
const MAX_SEGMENTS = 20_000;

/** Gathers the thin lines and bars that a page draws, and how much of it pictures cover. */
export class ShapeGatherer implements PdfShapes {
  readonly segments: Segment[] = [];
  pictureArea = 0;
  count = 0;
  private readonly path: number | undefined;
  private readonly stroked: ReadonlySet<number | undefined>;
  private readonly filled: ReadonlySet<number | undefined>;
  private readonly pictures: ReadonlySet<number | undefined>;

  constructor(operators: Operators) {
    const codes = (...names: string[]): Set<number | undefined> =>
      new Set(names.map((name) => operators[name]));
    this.path = operators["constructPath"];
    this.stroked = codes("stroke", "closeStroke", "fillStroke", "closeFillStroke", "eoFillStroke");
    this.filled = codes("fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke");
    this.pictures = codes(
      "paintImageXObject",
      "paintInlineImageXObject",
      "paintImageMaskXObject",
      "paintImageXObjectRepeat",
    );
  }

  take({ operation, args, matrix }: Step): void {
    if (this.pictures.has(operation)) {
      this.pictureArea += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
    } else if (operation === this.path) {
      this.count++;
      const paint = Number(args[0]);
      const path = (args[1] as readonly unknown[] | undefined)?.[0];
      if (this.segments.length > MAX_SEGMENTS || !isNumbers(path)) return;
      if (this.stroked.has(paint)) addStroked(this.segments, path, matrix);
      else if (this.filled.has(paint)) addFilled(this.segments, path, matrix);
    }
  }
}

function isNumbers(path: unknown): path is ArrayLike<number> {
  return path instanceof Float32Array || path instanceof Float64Array || Array.isArray(path);
}

/** The straight pieces of a path; null where it has curves. */
function* stepsOf(path: ArrayLike<number>): Generator<Segment> {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let i = 0;
  const next = (): number => path[i++] ?? 0;
  while (i < path.length) {
    const code = next();
    if (code === MOVE) [x, y] = [startX, startY] = [next(), next()];
    else if (code === LINE) {
      const [toX, toY] = [next(), next()];
      yield [x, y, toX, toY];
      [x, y] = [toX, toY];
    } else if (code === CURVE) {
      i += 4;
      [x, y] = [next(), next()];
    } else if (code === QUADRATIC) {
      i += 2;
      [x, y] = [next(), next()];
    } else if (code === CLOSE) {
      yield [x, y, startX, startY];
      [x, y] = [startX, startY];
    } else return;
  }
}

function addStroked(segments: Segment[], path: ArrayLike<number>, matrix: Matrix): void {
  for (const [x1, y1, x2, y2] of stepsOf(path)) {
    const [fromX, fromY] = applyMatrix(matrix, x1, y1);
    const [toX, toY] = applyMatrix(matrix, x2, y2);
    const [width, height] = [Math.abs(toX - fromX), Math.abs(toY - fromY)];
    if (Math.max(width, height) >= MIN_RULE_LENGTH && Math.min(width, height) <= 1)
      segments.push([fromX, fromY, toX, toY]);
  }
}

/** A filled shape is a rule where it is a bar; a filled box (a cell's shade) draws no lines. */
function addFilled(segments: Segment[], path: ArrayLike<number>, matrix: Matrix): void {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let steps = 0;
  const finish = (): void => {
    const [width, height] = [right - left, bottom - top];
    if (
      steps >= 3 &&
      Math.min(width, height) <= MAX_RULE_THICKNESS &&
      Math.max(width, height) > 4 * Math.min(width, height)
    ) {
      if (width >= height) segments.push([left, (top + bottom) / 2, right, (top + bottom) / 2]);
      else segments.push([(left + right) / 2, top, (left + right) / 2, bottom]);
    }
    [left, top, right, bottom, steps] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  };
  let [lastX, lastY] = [NaN, NaN];
  for (const [x1, y1, x2, y2] of stepsOf(path)) {
    if (steps > 0 && (x1 !== lastX || y1 !== lastY)) finish();
    for (const [x, y] of [applyMatrix(matrix, x1, y1), applyMatrix(matrix, x2, y2)]) {
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x),
        Math.max(bottom, y),
      ];
    }
    [lastX, lastY] = [x2, y2];
    steps++;
  }
  finish();
}
