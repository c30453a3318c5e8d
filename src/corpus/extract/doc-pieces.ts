import { decodeWindows1252 } from "../windows-1252.ts";

/** Offsets in the file information block of Word 97 and later ([MS-DOC] 2.5). */
const CHARACTER_COUNTS = { text: 0x4c, footnotes: 0x50, headers: 0x54 } as const;
const CLX = 0x1a2;

/** A stretch of text that stands in one place of the WordDocument stream. */
interface DocPiece {
  /** First character position, and one past the last. */
  readonly from: number;
  readonly to: number;
  /** Byte offset in the stream, and bytes a character: 1 (Windows-1252) or 2 (UTF-16). */
  readonly offset: number;
  readonly width: 1 | 2;
}

/** A binary Word file's text, with where each character stands. Positions are character positions («cp»). */
export interface DocText {
  readonly text: string;
  readonly pieces: readonly DocPiece[];
  /** Lengths of the main text, and of the footnotes and headers that follow it. */
  readonly lengths: { readonly text: number; readonly footnotes: number; readonly headers: number };
}

const UTF16 = new TextDecoder("utf-16le");

/** Offset and length of a structure in the table stream, by its place in the file information block. */
export function locate(main: Uint8Array, at: number): { offset: number; length: number } {
  const view = viewOf(main);
  return { offset: view.getUint32(at, true), length: view.getUint32(at + 4, true) };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads the piece table and the text that it puts together. Throws RangeError where the file is damaged. */
export function readDocText(main: Uint8Array, table: Uint8Array): DocText {
  const view = viewOf(main);
  const pieces = readPieces(table, locate(main, CLX));
  let text = "";
  for (const { from, to, offset, width } of pieces) {
    if (to < from || offset + (to - from) * width > main.length)
      throw new RangeError("a piece lies outside the file");
    const bytes = main.subarray(offset, offset + (to - from) * width);
    text += width === 1 ? decodeWindows1252(bytes) : UTF16.decode(bytes);
  }
  return {
    text,
    pieces,
    lengths: {
      text: view.getInt32(CHARACTER_COUNTS.text, true),
      footnotes: view.getInt32(CHARACTER_COUNTS.footnotes, true),
      headers: view.getInt32(CHARACTER_COUNTS.headers, true),
    },
  };
}

function readPieces(table: Uint8Array, clx: { offset: number; length: number }): DocPiece[] {
  const view = viewOf(table);
  let at = clx.offset;
  const end = clx.offset + clx.length;
  while (at < end && table[at] === 1) at += 3 + view.getUint16(at + 1, true);
  if (at >= end || table[at] !== 2) throw new RangeError("no piece table");
  const length = view.getUint32(at + 1, true);
  const start = at + 5;
  const count = Math.floor((length - 4) / 12);
  const pieces: DocPiece[] = [];
  for (let index = 0; index < count; index++) {
    const descriptor = start + 4 * (count + 1) + 8 * index;
    const place = view.getUint32(descriptor + 2, true);
    const isSingle = (place & 0x4000_0000) !== 0;
    const offset = place & 0x3fff_ffff;
    pieces.push({
      from: view.getUint32(start + 4 * index, true),
      to: view.getUint32(start + 4 * (index + 1), true),
      offset: isSingle ? offset / 2 : offset,
      width: isSingle ? 1 : 2,
    });
  }
  return pieces;
}
