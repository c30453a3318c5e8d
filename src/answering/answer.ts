import type { Comparator } from "../facts/target.ts";

/** Kinds that answer: target … document; kinds that do not: the rest. */
export type AnswerKind =
  | "target"
  | "comparison"
  | "list"
  | "assignment"
  | "passage"
  | "document"
  | "abstain"
  | "clarify"
  | "refusal"
  | "smalltalk"
  | "help";

export type Language = "vi" | "en";

/** A figure that the answer states, bound to one of its citations. */
export interface AnswerFact {
  readonly indicator: string | null;
  readonly comparator: Comparator;
  readonly value: number;
  readonly value2?: number;
  readonly unit: string;
  readonly deadline: number | null;
  readonly document: string;
}

/** A quotation and its place. `quote` equals the stored text between `start` and `end`. */
export interface Citation {
  readonly document: string;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly status: "draft" | "issued" | "replaced" | "unknown";
  readonly locator: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** 1-based page of the file, where it has pages. */
  readonly page?: number;
}

export interface AnswerWarning {
  /** `draft`, `summary`, `locality-merged`, `body-reorganised`, `unclear-deadline`… */
  readonly code: string;
  readonly text: string;
}

/** One object for every channel. */
export interface Answer {
  readonly kind: AnswerKind;
  readonly language: Language;
  /** The message as a person would read it, without mark-up; the quotations are in `citations`. */
  readonly text: string;
  readonly facts: readonly AnswerFact[];
  readonly citations: readonly Citation[];
  readonly warnings: readonly AnswerWarning[];
  /** Questions that the person may ask next, ready to be sent. */
  readonly suggestions: readonly string[];
  /** 0–1. */
  readonly confidence: number;
  readonly elapsedMs: number;
}
