import type { Span } from "../shared/span.ts";

/** After Akoma Ntoso: part (phần), chapter (chương), section (mục), article (điều), paragraph (khoản), point (điểm), indent (gạch đầu dòng), appendix (phụ lục). */
export type ProvisionType =
  | "header"
  | "preamble"
  | "part"
  | "chapter"
  | "section"
  | "article"
  | "paragraph"
  | "point"
  | "indent"
  | "appendix"
  | "table"
  | "row"
  | "text"
  | "recipients"
  | "signature";

/** A node of a document's tree. Plain data; children in reading order, their spans inside their parent's. */
export interface Provision {
  /** Stable and unique in its document, hierarchical: `sec_II__sec_2.1__indent_1`. */
  readonly eId: string;
  readonly type: ProvisionType;
  /** As printed, without its punctuation: «II», «2.1», «đ»; null for indents and plain text. */
  readonly number: string | null;
  /** The numbers from the root, dotted: «II.2.1», «II.6.đ»; of an unnumbered node, its parent's; `header`, `preamble`, `recipients`, `signature` outside the numbered sections. */
  readonly path: string;
  /** The same for people: «Mục II.2.1, gạch đầu dòng 1». */
  readonly locator: string;
  /** The heading's words, without number and final colon; null where there is none. */
  readonly heading: string | null;
  readonly headingSpan: Span | null;
  /** The whole node with its children. */
  readonly span: Span;
  /** Its own words: number, heading and text, up to its first child. */
  readonly ownSpan: Span;
  /** 1 for a node under the root. */
  readonly depth: number;
  /** A footnote's paragraph, under what bears its mark: it says whence the words come, and sets nothing itself. */
  readonly isNote?: boolean;
  readonly children: readonly Provision[];
}
