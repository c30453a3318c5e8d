import type { Span } from "../shared/span.ts";

/** What retrieval ranks: a span of one provision, with its headings as context. */
export interface Passage {
  readonly id: number;
  readonly document: string;
  readonly eId: string;
  readonly path: string;
  readonly locator: string;
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  readonly span: Span;
  readonly text: string;
}

export interface RetrievalRequest {
  /** The question, NFC, as typed or with its abbreviations spelt out. */
  readonly text: string;
  /** Keys of the documents to search; all where it is absent. */
  readonly documents?: readonly string[];
  readonly limit: number;
  /** Only the best passage of each document. */
  readonly onePerDocument?: boolean;
}

export interface RetrievalHit {
  readonly passage: Passage;
  /** Fused score, higher is better; comparable within one request only. */
  readonly score: number;
  /** Share of the question's terms, weighted by rarity, that the passage or its headings hold: 0–1, comparable between requests. */
  readonly coverage: number;
}

export interface Retriever {
  /** The best passages, best first. */
  retrieve(request: RetrievalRequest): Promise<readonly RetrievalHit[]>;
}
