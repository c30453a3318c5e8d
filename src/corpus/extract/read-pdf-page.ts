import type { PDFPageProxy } from "pdfjs-dist";
import type { PageContent, Piece, Rule } from "./pdf-page.ts";
import { readPdfShapes } from "./read-pdf-shapes.ts";

/** Quarter turns, clockwise, that bring a direction of writing upright. */
type Turn = 0 | 1 | 2 | 3;

interface RawPiece {
  readonly text: string;
  readonly turn: Turn;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Letters without an order of their own weigh nothing; a page of ten thousand runs is more than any office prints. */
const MAX_PIECES = 50_000;

/** Reads the text, the ruled lines and the share of pictures of a page, turned so that most text is upright. */
export async function readPdfPage(page: PDFPageProxy): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const raw: RawPiece[] = [];
  const content = await page.getTextContent({ disableNormalization: false });
  for (const item of content.items.slice(0, MAX_PIECES)) {
    if (!("str" in item) || item.str === "") continue;
    const [a, b, c, d, e, f] = multiply(viewport.transform, item.transform as number[]);
    const turn = turnOf(a, b);
    const size = Math.hypot(c, d) || Math.hypot(a, b);
    raw.push({ text: item.str, turn, x: e, y: f, width: item.width, size });
  }
  const shapes = await readPdfShapes(page, viewport.transform);
  const turn = commonTurn(raw);
  const place = (x: number, y: number): [number, number] =>
    turned(x, y, turn, viewport.width, viewport.height);
  const pieces: Piece[] = [];
  const aside: string[] = [];
  for (const piece of raw) {
    if (piece.turn !== turn) {
      aside.push(piece.text);
      continue;
    }
    const [x, y] = place(piece.x, piece.y);
    pieces.push({ text: piece.text, x, y, width: piece.width, size: piece.size });
  }
  const sideways = turn % 2 === 1;
  return {
    number: page.pageNumber,
    width: sideways ? viewport.height : viewport.width,
    height: sideways ? viewport.width : viewport.height,
    pieces,
    asideText: aside.join("").trim() === "" ? [] : [aside.join("")],
    rules: shapes.segments.map(([x1, y1, x2, y2]) => toRule(...place(x1, y1), ...place(x2, y2))),
    pictureShare: Math.min(1, shapes.pictureArea / (viewport.width * viewport.height)),
    shapes: shapes.count,
  };
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Direction of writing on a page whose y grows downward: 0 to the right, 1 downward, 2 to the left, 3 upward. */
function turnOf(a: number, b: number): Turn {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 2;
  return b >= 0 ? 1 : 3;
}

function commonTurn(pieces: readonly RawPiece[]): Turn {
  const weights = [0, 0, 0, 0];
  for (const piece of pieces) weights[piece.turn] = (weights[piece.turn] ?? 0) + piece.text.trim().length;
  return weights.indexOf(Math.max(...weights)) as Turn;
}

function turned(x: number, y: number, turn: Turn, width: number, height: number): [number, number] {
  switch (turn) {
    case 0:
      return [x, y];
    case 1:
      return [y, width - x];
    case 2:
      return [width - x, height - y];
    case 3:
      return [height - y, x];
  }
}

function toRule(x1: number, y1: number, x2: number, y2: number): Rule {
  const level = Math.abs(x2 - x1) >= Math.abs(y2 - y1);
  return level
    ? { level, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }
    : { level, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) };
}
