import type { Span } from "./span.ts";

/**
 * A remark of the reader about a document, with its place: what it could not place, or what looks odd.
 * Never thrown; collected and shown (after the idea of vfile-message).
 */
export interface Message {
  /** Stable kebab-case name: `numbering-jump`, `blank-number`… */
  readonly rule: string;
  /** One sentence for the person who will look at the document. */
  readonly reason: string;
  readonly severity: "info" | "warning";
  /** 1-based line of the file, where it is known. */
  readonly line: number | null;
  /** 1-based page, where the format has pages. */
  readonly page: number | null;
  /** Offsets in the stored text, where it is known. */
  readonly span: Span | null;
}
