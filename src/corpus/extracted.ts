import type { Message } from "../shared/message.ts";

/** A file's format, told by its bytes and, failing that, its name. */
export type SourceFormat = "text" | "markdown" | "html" | "docx" | "doc" | "pdf" | "scan" | "xlsx";

/** One line (or, where the format knows paragraphs, one paragraph) of a document, in reading order. */
export interface ExtractedLine {
  readonly kind: "line";
  readonly text: string;
  /** 1-based line of the file; null where the format has no lines. */
  readonly line: number | null;
  /** 1-based page; null where the format has no pages. */
  readonly page: number | null;
  /** True where the format says that this is a paragraph of its own: it is not joined to its neighbours. */
  readonly paragraph?: boolean;
  /** 1–6 where the format marks a heading. */
  readonly headingLevel?: number;
  readonly bold?: boolean;
  /** How many of its first characters are printed bold or italic, where the rest is not: a run-in heading or label. */
  readonly emphasised?: number;
  /** True where the mark-up says that the sentence goes on in the next line. */
  readonly continues?: boolean;
  /** Confidence of the character recognition, 0–1, of a scanned line. */
  readonly confidence?: number;
}

/** A table, its merged cells repeated in every row and column that they cover. */
export interface ExtractedTable {
  readonly kind: "table";
  readonly rows: readonly (readonly string[])[];
  readonly line: number | null;
  readonly page: number | null;
}

export type ExtractedBlock = ExtractedLine | ExtractedTable;

/** What an extractor makes of a file: blocks in reading order, and what it was unsure of. */
export interface ExtractedDocument {
  readonly format: SourceFormat;
  readonly blocks: readonly ExtractedBlock[];
  readonly pageCount: number | null;
  readonly messages: readonly Message[];
}
