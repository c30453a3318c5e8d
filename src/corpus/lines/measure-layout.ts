import type { ExtractedLine } from "../extracted.ts";

/**
 * How a file breaks its lines. «paragraphs»: a line is a paragraph. «blank-lines»: lines wrap, blank lines part
 * paragraphs. «wrapped»: lines wrap and blank lines mean nothing (there are none, or one after every line).
 */
type LineBreaks = "paragraphs" | "blank-lines" | "wrapped";

export interface Layout {
  readonly breaks: LineBreaks;
  /** Length of a full line, in characters. */
  readonly width: number;
}

/** Nobody wraps at more than this. */
const WIDEST_WRAP = 130;

/** Tells a file's layout from the lengths of its lines and the blank ones between them. */
export function measureLayout(lines: readonly ExtractedLine[]): Layout {
  const lengths: number[] = [];
  let adjacent = 0;
  let parted = 0;
  let blankBefore = true;
  for (const line of lines) {
    const length = line.text.trim().length;
    if (length === 0) {
      blankBefore = true;
      continue;
    }
    if (lengths.length > 0) {
      if (blankBefore) parted++;
      else adjacent++;
    }
    lengths.push(length);
    blankBefore = false;
  }
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  if (width > WIDEST_WRAP || width < 30) return { breaks: "paragraphs", width };
  const share = adjacent / Math.max(1, adjacent + parted);
  return { breaks: share > 0.1 && share < 0.9 ? "blank-lines" : "wrapped", width };
}
