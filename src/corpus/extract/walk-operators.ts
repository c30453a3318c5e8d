import type { PDFOperatorList } from "pdfjs-dist/types/src/display/api.js";

/** A transformation of the plane as PDF writes it: a b c d e f. */
export type Matrix = readonly [number, number, number, number, number, number];

function toMatrix(values: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values;
  return [a, b, c, d, e, f];
}

/** The transformation that does `n` first, then `m`. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  const [a, b, c, d, e, f] = m;
  const [g, h, i, j, k, l] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function applyMatrix([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** pdf.js' numbers of the operators, by name. */
export type Operators = Readonly<Record<string, number>>;

export interface Step {
  readonly operation: number;
  readonly args: readonly unknown[];
  /** From the operator's coordinates to the page's points. */
  readonly matrix: Matrix;
}

/** Goes through a page's operators, keeping the transformation that holds at each. `base`: the page's viewport. */
export function* walkOperators(
  list: PDFOperatorList,
  operators: Operators,
  base: readonly number[],
): Generator<Step> {
  let matrix = toMatrix(base);
  const saved: Matrix[] = [];
  for (let index = 0; index < list.fnArray.length; index++) {
    const operation = list.fnArray[index] ?? 0;
    const args = (list.argsArray[index] ?? []) as readonly unknown[];
    switch (operation) {
      case operators["save"]:
        saved.push(matrix);
        break;
      case operators["paintFormXObjectBegin"]:
        saved.push(matrix);
        if (Array.isArray(args[0])) matrix = multiply(matrix, toMatrix(args[0] as number[]));
        break;
      case operators["restore"]:
      case operators["paintFormXObjectEnd"]:
        matrix = saved.pop() ?? matrix;
        break;
      case operators["transform"]:
        matrix = multiply(matrix, toMatrix(args as readonly number[]));
        break;
      default:
    }
    yield { operation, args, matrix };
  }
}
