import type { Matrix, Operators, Step } from "./walk-operators.ts";
import { multiply } from "./walk-operators.ts";

/** A word or part of one, as placed: where it starts in the page's points, its direction and size. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Direction of writing: a vector of length 1, y downward. */
  readonly along: readonly [number, number];
  readonly width: number;
  readonly size: number;
}

/** A glyph as pdf.js hands it to its painter. */
interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

/** Widths of a font's glyphs are in thousandths, unless it draws its own. */
export type FontScale = (font: string) => number;

/** A page of more pieces is no office's text. */
const MAX_PIECES = 60_000;

/**
 * Follows the text operators (ISO 32000-1, 9.4) and places every glyph by itself: fonts that lack Vietnamese
 * letters are mixed with others within a word, and only the places tell which letters stand side by side.
 */
export class TextPlacer {
  readonly pieces: PlacedText[] = [];
  private font = { size: 0, scale: 0.001 };
  private spacing = { character: 0, word: 0, stretch: 1, leading: 0, rise: 0 };
  private line: Matrix = [1, 0, 0, 1, 0, 0];
  private text: Matrix = [1, 0, 0, 1, 0, 0];
  private readonly saved: { font: TextPlacer["font"]; spacing: TextPlacer["spacing"] }[] = [];
  private readonly operators: Operators;
  private readonly fontScale: FontScale;

  constructor(operators: Operators, fontScale: FontScale) {
    this.operators = operators;
    this.fontScale = fontScale;
  }

  take({ operation, args, matrix }: Step): void {
    const is = this.operators;
    switch (operation) {
      case is["save"]:
      case is["paintFormXObjectBegin"]:
        this.saved.push({ font: this.font, spacing: this.spacing });
        break;
      case is["restore"]:
      case is["paintFormXObjectEnd"]: {
        const before = this.saved.pop();
        if (before !== undefined) [this.font, this.spacing] = [before.font, before.spacing];
        break;
      }
      case is["beginText"]:
        this.line = this.text = [1, 0, 0, 1, 0, 0];
        break;
      case is["setFont"]:
        this.font = { size: numberAt(args, 1), scale: this.fontScale(String(args[0])) };
        break;
      case is["setCharSpacing"]:
        this.spacing = { ...this.spacing, character: numberAt(args, 0) };
        break;
      case is["setWordSpacing"]:
        this.spacing = { ...this.spacing, word: numberAt(args, 0) };
        break;
      case is["setHScale"]:
        this.spacing = { ...this.spacing, stretch: numberAt(args, 0) / 100 };
        break;
      case is["setLeading"]:
        this.spacing = { ...this.spacing, leading: -numberAt(args, 0) };
        break;
      case is["setTextRise"]:
        this.spacing = { ...this.spacing, rise: numberAt(args, 0) };
        break;
      case is["setTextMatrix"]:
        this.line = this.text = matrixOf(args);
        break;
      case is["moveText"]:
        this.move(numberAt(args, 0), numberAt(args, 1));
        break;
      case is["setLeadingMoveText"]:
        this.spacing = { ...this.spacing, leading: numberAt(args, 1) };
        this.move(numberAt(args, 0), numberAt(args, 1));
        break;
      case is["nextLine"]:
        this.move(0, this.spacing.leading);
        break;
      case is["showText"]:
        if (Array.isArray(args[0])) this.show(args[0] as readonly (Glyph | number)[], matrix);
        break;
      default:
    }
  }

  private move(x: number, y: number): void {
    this.line = this.text = multiply(this.line, [1, 0, 0, 1, x, y]);
  }

  private show(glyphs: readonly (Glyph | number)[], page: Matrix): void {
    const { size, scale } = this.font;
    const { character, word, stretch, rise } = this.spacing;
    const whole = multiply(page, this.text);
    const unit = Math.hypot(whole[0], whole[1]) || 1;
    const along = [whole[0] / unit, whole[1] / unit] as const;
    const height = Math.abs(size) * Math.hypot(whole[2], whole[3]);
    let at = 0;
    let open: { text: string; from: number; to: number } | null = null;
    const close = (): void => {
      if (open === null || this.pieces.length >= MAX_PIECES) return;
      const [x, y] = [
        whole[0] * open.from + whole[2] * rise + whole[4],
        whole[1] * open.from + whole[3] * rise + whole[5],
      ];
      this.pieces.push({ text: open.text, x, y, along, width: (open.to - open.from) * unit, size: height });
      open = null;
    };
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        at -= (glyph * size * stretch) / 1000;
        // A jump within the word: what is set in another font may stand between.
        if (Math.abs(glyph) > 120) close();
        continue;
      }
      const letters = cleanText(glyph.unicode ?? "");
      const width = (glyph.width ?? 0) * size * scale * stretch;
      if (letters.trim() === "") close();
      if (open === null) open = { text: letters, from: at, to: at + width };
      else open = { text: open.text + letters, from: open.from, to: at + width };
      at += width + (character + (glyph.isSpace === true ? word : 0)) * stretch;
      if (letters.trim() === "" || Math.abs(character) > 0.3 * Math.abs(size)) close();
    }
    close();
    this.text = multiply(this.text, [1, 0, 0, 1, at, 0]);
  }
}

function numberAt(args: readonly unknown[], index: number): number {
  return Number(args[index] ?? 0);
}

function matrixOf(args: readonly unknown[]): Matrix {
  const values = (args.length === 1 ? args[0] : args) as ArrayLike<number>;
  const value = (index: number): number => values[index] ?? 0;
  return [value(0), value(1), value(2), value(3), value(4), value(5)];
}

/** Ligatures are taken apart; control characters are spaces. */
function cleanText(text: string): string {
  if (!/[\ufb00-\ufb06\p{Cc}]/u.test(text)) return text;
  return text.replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize("NFKC")).replace(/\p{Cc}/gu, " ");
}
