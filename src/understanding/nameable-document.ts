import type { DocumentKind } from "../corpus/document.ts";

/** A document as a question may name it. */
export interface NameableDocument {
  readonly key: string;
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly title: string | null;
  readonly locality: string | null;
  /** Numbers of the documents that it carries out. */
  readonly implements: readonly string[];
}
