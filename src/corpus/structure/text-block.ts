import type { Span } from "../../shared/span.ts";
import type { Paragraph } from "../lines/paragraph.ts";
import type { Marker } from "../lines/read-marker.ts";
import { readMarker } from "../lines/read-marker.ts";

/** A paragraph with its place in the stored text. */
export interface TextBlock {
  readonly paragraph: Paragraph;
  readonly marker: Marker | null;
  readonly text: string;
  readonly span: Span;
}

export interface StoredText {
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  readonly places: readonly {
    readonly start: number;
    readonly line: number | null;
    readonly page: number | null;
  }[];
}

/** Puts the paragraphs into one text, one a line, and keeps where each line of the file came to stand. */
export function storeText(paragraphs: readonly Paragraph[]): StoredText {
  const parts: string[] = [];
  const blocks: TextBlock[] = [];
  const places: { start: number; line: number | null; page: number | null }[] = [];
  let start = 0;
  for (const paragraph of paragraphs) {
    const text = paragraph.text.normalize("NFC");
    const end = start + text.length;
    const marker = paragraph.table === null && !paragraph.isNote ? readMarker(text) : null;
    blocks.push({ paragraph, marker, text, span: { start, end } });
    for (const { offset, line, page } of paragraph.pieces) places.push({ start: start + offset, line, page });
    parts.push(text);
    start = end + 1;
  }
  return { text: parts.join("\n"), blocks, places };
}
