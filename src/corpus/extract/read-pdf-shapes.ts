import type { PDFPageProxy } from "pdfjs-dist";

/** A straight segment: x1, y1, x2, y2 in the page's points, y downward. */
export type Segment = readonly [number, number, number, number];

export interface PdfShapes {
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

type Matrix = readonly [number, number, number, number, number, number];

/** The thin lines and bars that a page draws, and how much of it pictures cover. */
export async function readPdfShapes(page: PDFPageProxy, base: readonly number[]): Promise<PdfShapes> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const list = await page.getOperatorList();
  const segments: Segment[] = [];
  let pictureArea = 0;
  let count = 0;
  let matrix: Matrix = toMatrix(base);
  const saved: Matrix[] = [];
  const stroked = new Set<number>([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fillStroke,
    OPS.closeFillStroke,
    OPS.eoFillStroke,
  ]);
  const filled = new Set<number>([
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
  ]);
  const pictures = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
  ]);

  list.fnArray.forEach((operation, index) => {
    const args = list.argsArray[index] as readonly unknown[] | null;
    if (operation === OPS.save) saved.push(matrix);
    else if (operation === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operation === OPS.transform) matrix = multiply(matrix, args as readonly number[]);
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (Array.isArray(args?.[0])) matrix = multiply(matrix, args[0] as readonly number[]);
    } else if (operation === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (pictures.has(operation)) pictureArea += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
    else if (operation === OPS.constructPath && args !== null) {
      count++;
      const paint = Number(args[0]);
      const path = (args[1] as readonly unknown[] | undefined)?.[0];
      if (segments.length > MAX_SEGMENTS || !isNumbers(path)) return;
      if (stroked.has(paint)) addStroked(segments, path, matrix);
      else if (filled.has(paint)) addFilled(segments, path, matrix);
    }
  });
  return { segments, pictureArea, count };
}

function isNumbers(path: unknown): path is ArrayLike<number> {
  return path instanceof Float32Array || path instanceof Float64Array || Array.isArray(path);
}

/** The straight pieces of a path; null where it has curves. */
function* stepsOf(path: ArrayLike<number>): Generator<Segment> {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (let i = 0; i < path.length;) {
    const code = path[i++];
    const next = (): number => path[i++] ?? 0;
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
    const [fromX, fromY] = apply(matrix, x1, y1);
    const [toX, toY] = apply(matrix, x2, y2);
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
    for (const [x, y] of [apply(matrix, x1, y1), apply(matrix, x2, y2)]) {
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

function toMatrix(values: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values;
  return [a, b, c, d, e, f];
}

function multiply(m: Matrix, n: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = m;
  const [g, h, i, j, k, l] = toMatrix(n);
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
