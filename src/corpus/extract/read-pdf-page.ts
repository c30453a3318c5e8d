import type { PDFPageProxy } from "pdfjs-dist";
import type { PageContent, Piece, Rule } from "./pdf-page.ts";
import { ShapeGatherer } from "./read-pdf-shapes.ts";
import type { FontScale } from "./read-pdf-text.ts";
import { TextPlacer } from "./read-pdf-text.ts";
import type { Operators } from "./walk-operators.ts";
import { walkOperators } from "./walk-operators.ts";

/** Quarter turns, clockwise, that bring a direction of writing upright. */
type Turn = 0 | 1 | 2 | 3;

/** Reads the text, the ruled lines and the share of pictures of a page, turned so that most text is upright. */
export async function readPdfPage(page: PDFPageProxy): Promise<PageContent> {
  const { OPS, AnnotationMode } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const operators: Operators = OPS;
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const text = new TextPlacer(operators, fontScaleOf(page));
  const shapes = new ShapeGatherer(operators);
  for (const step of walkOperators(list, operators, viewport.transform)) {
    text.take(step);
    shapes.take(step);
  }
  const raw = text.pieces.map((piece) => ({ ...piece, turn: turnOf(...piece.along) }));
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

/** Fonts that draw their own glyphs measure them in units of their own. */
function fontScaleOf(page: PDFPageProxy): FontScale {
  return (font) => {
    if (!page.commonObjs.has(font)) return 0.001;
    const { fontMatrix } = page.commonObjs.get(font) as { fontMatrix?: readonly number[] };
    return fontMatrix?.[0] ?? 0.001;
  };
}

/** Direction of writing on a page whose y grows downward: 0 to the right, 1 downward, 2 to the left, 3 upward. */
function turnOf(a: number, b: number): Turn {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 2;
  return b >= 0 ? 1 : 3;
}

function commonTurn(pieces: readonly { text: string; turn: Turn }[]): Turn {
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
