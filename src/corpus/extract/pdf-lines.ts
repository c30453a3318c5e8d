import type { Piece } from "./pdf-page.ts";
import { squeezeTrim } from "../../shared/squeeze-spaces.ts";

/** A stretch of a printed line without a wide gap. */
interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A printed line: its segments from left to right, where a wide gap parts them. */
export interface PrintedLine {
  readonly segments: readonly Segment[];
  readonly y: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  /** Mean confidence of its words where they were recognised, 0–1. */
  readonly confidence?: number;
}

/** Gaps in font sizes: what parts words where the PDF prints no space, and what parts columns. */
const WORD_GAP = 0.2;
/** A printed space parts words however much a full line squeezes it; one that only lies under letters does not. */
const SPACED_GAP = 0.06;
const COLUMN_GAP = 2.2;
/** In a letter's head issuer and motto may stand this close. */
const HEAD_GAP = 0.8;
const MOTTO = /\S\s*(?:CỘNG\s*H(?:ÒA|OÀ)\s*XÃ|ĐẢNG\s*CỘNG\s*SẢN\s*VIỆT|Độc\s*lập\s*-\s*Tự)/u;
/** Baselines closer than this part of the font size belong to one line. */
const SAME_LINE = 0.4;

/** Gathers pieces into printed lines, from top to bottom. */
export function gatherLines(pieces: readonly Piece[]): PrintedLine[] {
  const inked = pieces.filter((piece) => piece.text.trim() !== "");
  const sorted = [...inked].sort((a, b) => a.y - b.y || a.x - b.x);
  const groups: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const group = groups.findLast(
      (candidate, index) =>
        index >= groups.length - 3 &&
        Math.abs(candidate.y - piece.y) <= SAME_LINE * Math.max(candidate.size, piece.size),
    );
    if (group === undefined) groups.push({ y: piece.y, size: piece.size, pieces: [piece] });
    else {
      group.pieces.push(piece);
      // The baseline is that of the largest type: raised numbers come first in the order of y.
      if (piece.size > group.size * 1.15) [group.y, group.size] = [piece.y, piece.size];
    }
  }
  for (const piece of pieces) {
    if (piece.text === "" || piece.text.trim() !== "") continue;
    groups.find((group) => Math.abs(group.y - piece.y) <= 0.1 * group.size)?.pieces.push(piece);
  }
  return groups.map(toLine).sort((a, b) => a.y - b.y);
}

function toLine(group: { y: number; size: number; pieces: Piece[] }): PrintedLine {
  const pieces = group.pieces.sort((a, b) => a.x - b.x);
  const segments: { text: string; left: number; right: number }[] = [];
  const isHead = MOTTO.test(pieces.map((piece) => piece.text).join(""));
  const columnGap = (isHead ? HEAD_GAP : COLUMN_GAP) * group.size;
  let spaced = false;
  for (const piece of pieces) {
    if (piece.text.trim() === "") {
      spaced = true;
      continue;
    }
    const text = isNoteMark(piece, group, segments.at(-1)?.text ?? "")
      ? `[${piece.text.trim()}]`
      : piece.text;
    const current = segments.at(-1);
    const gap = current === undefined ? 0 : piece.x - current.right;
    const right = piece.x + piece.width;
    if (current === undefined || gap > columnGap) {
      segments.push({ text: text.trimStart(), left: piece.x, right });
      spaced = false;
      continue;
    }
    // The same words printed twice, a little apart, make bold type.
    if (gap < -0.8 * piece.width && current.text.trimEnd().endsWith(text.trim())) continue;
    const isApart = gap > (spaced ? SPACED_GAP : WORD_GAP) * group.size;
    current.text += (isApart ? " " : "") + text;
    spaced = false;
    current.right = Math.max(current.right, right);
  }
  const tidy = mergeMarkers(
    segments.map((segment) => ({ ...segment, text: squeezeTrim(segment.text) })),
    group.size,
  );
  return {
    segments: tidy,
    y: group.y,
    size: group.size,
    left: tidy[0]?.left ?? 0,
    right: tidy.at(-1)?.right ?? 0,
    ...confidenceOf(pieces),
  };
}

function confidenceOf(pieces: readonly Piece[]): { confidence?: number } {
  const known = pieces.flatMap(({ text, confidence }) =>
    confidence === undefined || text.trim() === "" ? [] : [confidence],
  );
  return known.length === 0
    ? {}
    : { confidence: known.reduce((sum, value) => sum + value, 0) / known.length };
}

/** A number, a letter or a dash at the left of a line belongs to the words that a tab sets off from it. */
function mergeMarkers(segments: readonly Segment[], size: number): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const before = merged.at(-1);
    const isMarker =
      before !== undefined &&
      /^(?:[-–+*•●○▪]|[IVXLC]{1,6}\.|\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zđ][.)])$/iu.test(before.text);
    if (before !== undefined && isMarker && segment.left - before.right < 5 * size) {
      merged[merged.length - 1] = {
        text: `${before.text} ${segment.text}`,
        left: before.left,
        right: segment.right,
      };
    } else merged.push(segment);
  }
  return merged;
}

/** A small raised number after a word is a note's mark; after «m» it is a power. */
function isNoteMark(piece: Piece, line: { y: number; size: number }, before: string): boolean {
  if (!/^\s*\(?\d{1,3}\)?\s*$/.test(piece.text) || piece.size > 0.8 * line.size) return false;
  if (line.y - piece.y < 0.15 * line.size) return false;
  return !/(?:^|[\s\d.,/])(?:k|c|d|m)?m$/i.test(before);
}
