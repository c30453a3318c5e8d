import type { Citation } from "../answering/answer.ts";
import type { Texts } from "./texts.ts";

/** One document and what is quoted from it, for showing. */
export interface Source {
  /** «Chương trình hành động …, Thị ủy Đức Phổ, số 12-CTr/TU, 24/11/2023 (dự thảo)» */
  readonly heading: string;
  readonly quotes: readonly SourceQuote[];
}

interface SourceQuote {
  /** See `citationId`. */
  readonly id: string;
  readonly quote: string;
  /** «Mục II.2.1, gạch đầu dòng 1, trang 3» */
  readonly place: string;
}

/** Groups citations by document, both in the order in which they first come; a quotation comes once. */
export function describeSources(citations: readonly Citation[], texts: Texts): Source[] {
  const byDocument = new Map<string, { heading: string; quotes: Map<string, SourceQuote> }>();
  for (const citation of citations) {
    let source = byDocument.get(citation.document);
    if (source === undefined) {
      source = { heading: headingOf(citation, texts), quotes: new Map() };
      byDocument.set(citation.document, source);
    }
    const id = citationId(citation);
    source.quotes.set(id, {
      id,
      quote: citation.quote,
      place: placeOf(citation, texts),
    });
  }
  return [...byDocument.values()].map(({ heading, quotes }) => ({ heading, quotes: [...quotes.values()] }));
}

/** The same for citations of the same words at the same place. */
export function citationId({ document, start, end }: Citation): string {
  return `${document}:${start}–${end}`;
}

function headingOf(citation: Citation, texts: Texts): string {
  const parts = [
    citation.title ?? citation.document,
    citation.issuer,
    citation.number === null ? null : texts.documentNumber(citation.number),
    citation.date,
  ];
  const heading = parts.filter((part) => part !== null && part !== "").join(", ");
  switch (citation.status) {
    case "draft":
      return `${heading} (${texts.draft})`;
    case "replaced":
      return `${heading} (${texts.replaced})`;
    case "issued":
    case "unknown":
      return heading;
  }
}

function placeOf(citation: Citation, texts: Texts): string {
  return citation.page === undefined ? citation.locator : `${citation.locator}, ${texts.page(citation.page)}`;
}

/** The warnings that the text does not say already. */
export function unsaidWarnings(answer: {
  readonly text: string;
  readonly warnings: readonly { readonly text: string }[];
}): string[] {
  return answer.warnings.map(({ text }) => text).filter((text) => !answer.text.includes(text));
}
