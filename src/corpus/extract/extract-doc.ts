import CFB from "cfb";
import type { ExtractedBlock, ExtractedDocument } from "../extracted.ts";
import { mendLegacyBlocks } from "../mend-legacy-blocks.ts";
import { readDocNumbering } from "./doc-numbering.ts";
import { readParagraphProperties } from "./doc-paragraphs.ts";
import type { DocText } from "./doc-pieces.ts";
import { readDocText, viewOf } from "./doc-pieces.ts";
import { readDocBlocks } from "./read-doc-blocks.ts";
import { refuse } from "./refusals.ts";
import { AppError } from "../../shared/app-error.ts";

const WORD_97 = 0xc1;
/** What ends paragraphs, cells and lines. */
const MARKS = /\p{Cc}+/u;

/**
 * Reads a binary Word file of Word 97 to 2003 ([MS-DOC]): its paragraphs with their list numbers, tables with
 * merged cells repeated, footnotes at the end. Macros and embedded objects are never opened.
 */
export function extractDoc(bytes: Uint8Array, name: string): ExtractedDocument {
  try {
    const { main, table, data } = readStreams(bytes, name);
    const text = readDocText(main, table);
    const numbering = readDocNumbering(main, table);
    const body = readDocBlocks(text, readParagraphProperties(main, table, data), numbering);
    const mended = mendLegacyBlocks([...draftMark(text), ...body, ...footnotes(text)]);
    if (mended.blocks.length === 0) throw refuse("no-text", name);
    return { format: "doc", blocks: mended.blocks, pageCount: null, messages: mended.messages };
  } catch (cause) {
    throw cause instanceof AppError ? cause : refuse("damaged", name, { cause });
  }
}

function readStreams(
  bytes: Uint8Array,
  name: string,
): { main: Uint8Array; table: Uint8Array; data: Uint8Array } {
  const container = CFB.read(Buffer.from(bytes), { type: "buffer" });
  const stream = (path: string): Uint8Array | null => {
    const content = CFB.find(container, path)?.content;
    return content === undefined ? null : Uint8Array.from(content);
  };
  const main = stream("/WordDocument");
  if (main === null || main.length < 0x200) throw refuse("damaged", name);
  const view = viewOf(main);
  if (view.getUint16(2, true) < WORD_97) throw refuse("old-word", name);
  const flags = view.getUint16(0x0a, true);
  if ((flags & 0x0100) !== 0) throw refuse("encrypted", name);
  const table = stream((flags & 0x0200) !== 0 ? "/1Table" : "/0Table");
  if (table === null) throw refuse("damaged", name);
  return { main, table, data: stream("/Data") ?? new Uint8Array() };
}

/** «DỰ THẢO» in a header; the rest of the headers are furniture. */
function draftMark({ text, lengths }: DocText): ExtractedBlock[] {
  const from = lengths.text + lengths.footnotes;
  const headers = text.slice(from, from + lengths.headers).split(MARKS);
  const mark = headers.find((line) => /^\W*(?:bản\s+)?dự\s*thảo/iu.test(line.normalize("NFC")));
  return mark === undefined
    ? []
    : [{ kind: "line", text: mark.trim(), line: null, page: null, paragraph: true }];
}

/** Each footnote begins with the mark of its number. */
function footnotes({ text, lengths }: DocText): ExtractedBlock[] {
  const notes = text
    .slice(lengths.text, lengths.text + lengths.footnotes)
    .split("\u0002")
    .slice(1);
  return notes.flatMap((note, index): ExtractedBlock[] => {
    const words = note.split(MARKS).join(" ").trim();
    return words === ""
      ? []
      : [{ kind: "line", text: `[${index + 1}] ${words}`, line: null, page: null, paragraph: true }];
  });
}
