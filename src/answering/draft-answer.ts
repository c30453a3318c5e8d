import type { CorpusDocument } from "../corpus/document.ts";
import type { Target } from "../facts/target.ts";
import type { Span } from "../shared/span.ts";
import { spanContains } from "../shared/span.ts";
import type { Query } from "../understanding/query.ts";
import type { Answer, AnswerFact, AnswerKind, AnswerWarning, Citation, Language } from "./answer.ts";
import { placeOf, type Library } from "./library.ts";
import { texts, type Say } from "./texts.ts";

/** An answer before it is verified and timed. */
export type UnverifiedAnswer = Omit<Answer, "elapsedMs">;

/** Collects what an answer says, with its proofs. One draft, one answer. */
export interface Draft {
  readonly language: Language;
  readonly say: Say;
  /** Adds a line of text. */
  line(text: string): void;
  /** Adds a line that is a message of the texts. */
  add(id: string, values?: Parameters<Say>[1]): void;
  /** Cites a stretch of a document and gives the citation; the same stretch is cited once. */
  cite(document: CorpusDocument, span: Span, locator: string): Citation;
  /** Cites a stretch of a document and adds it as a quotation of its own. */
  quote(document: CorpusDocument, span: Span, locator: string): void;
  /** States a figure of the store. */
  fact(target: Target): void;
  warn(code: string, text: string): void;
  suggest(question: string): void;
  finish(kind: AnswerKind, confidence: number): UnverifiedAnswer;
  readonly citationCount: number;
}

export function draftAnswer(library: Library, query: Pick<Query, "language">): Draft {
  const say = texts[query.language];
  const lines: string[] = [];
  const facts: AnswerFact[] = [];
  const citations: Citation[] = [];
  const warnings: AnswerWarning[] = [];
  const suggestions: string[] = [];
  const cited = new Map<string, CorpusDocument>();

  const draft: Draft = {
    language: query.language,
    say,
    get citationCount() {
      return citations.length;
    },
    line: (text) => void lines.push(text),
    add: (id, values) => void lines.push(say(id, values)),
    cite(document, span, locator) {
      cited.set(document.key, document);
      const known = citations.find(
        (citation) => citation.document === document.key && spanContains(citation, span),
      );
      if (known !== undefined) return known;
      const { title, issuer, number, date, status } = document;
      const quote = library.corpus.text(document.key).slice(span.start, span.end);
      const page = library.corpus.place(document.key, span.start)?.page ?? null;
      const citation: Citation = {
        document: document.key,
        title,
        issuer,
        number,
        date,
        status,
        locator,
        quote,
        start: span.start,
        end: span.end,
        ...(page === null ? {} : { page }),
      };
      citations.push(citation);
      return citation;
    },
    quote(document, span, locator) {
      draft.cite(document, span, locator);
      const quote = library.corpus.text(document.key).slice(span.start, span.end);
      lines.push(say("quote", { quote, locator }));
    },
    fact({ indicator, comparator, value, value2, unit, deadline, document }) {
      if (comparator === null || value === null) return;
      facts.push({
        indicator,
        comparator,
        value,
        ...(value2 === null ? {} : { value2 }),
        unit: unit ?? "",
        deadline,
        document,
      });
    },
    warn(code, text) {
      if (!warnings.some((warning) => warning.code === code && warning.text === text))
        warnings.push({ code, text });
    },
    suggest(question) {
      if (!suggestions.includes(question)) suggestions.push(question);
    },
    finish(kind, confidence) {
      const standing = [...cited.values()].flatMap((document) => standingWarnings(document, library, say));
      return {
        kind,
        language: query.language,
        text: lines.join("\n"),
        facts,
        citations,
        warnings: [...standing, ...warnings],
        suggestions,
        confidence,
      };
    },
  };
  return draft;
}

/** What a reader has to know of a document whenever it is quoted: draft, summary. */
function standingWarnings(document: CorpusDocument, library: Library, say: Say): AnswerWarning[] {
  const place = placeOf(document, library);
  const warnings: AnswerWarning[] = [];
  if (document.status === "draft") {
    const blanks = document.number === null && !document.dateIsComplete ? say("warning-draft-blanks") : "";
    warnings.push({ code: "draft", text: say("warning-draft", { place, blanks }) });
  }
  if (document.isSummary) {
    warnings.push({
      code: "summary",
      text: say("warning-summary", { title: document.number ?? document.title ?? document.key }),
    });
  }
  return warnings;
}
