import type { CorpusStore } from "../corpus/corpus-store.ts";
import type { CorpusDocument, DocumentKind } from "../corpus/document.ts";
import type { LocalityIndex } from "../corpus/locality.ts";
import type { Body } from "../facts/body.ts";
import type { FactStore } from "../facts/fact-store.ts";
import type { IndicatorMatcher } from "../facts/match-indicator.ts";
import type { Retriever } from "../retrieval/passage.ts";
import type { Lexicons } from "../understanding/lexicon.ts";
import { prepareText, type ScoredText } from "./score-content.ts";
import type { Vocabulary } from "../understanding/vocabulary.ts";

/** Everything that an answer may be made from. */
export interface Library {
  readonly corpus: CorpusStore;
  readonly facts: FactStore;
  readonly retriever: Retriever;
  readonly localities: LocalityIndex;
  readonly lexicons: Lexicons;
  readonly vocabulary: Vocabulary;
  readonly indicators: IndicatorMatcher;
  /** The bodies of the lexicon that a text names. */
  bodiesIn(text: string): readonly Body[];
  /** A name in the form that questions are compared in: abbreviations written out, folded syllables. */
  fold(text: string): string[];
  /** Makes a text fit for scoring; the same text is prepared once. */
  prepare(text: string): ScoredText;
}

const KIND_NAMES: Readonly<Record<DocumentKind, string>> = {
  resolution: "Nghị quyết",
  "action-programme": "Chương trình hành động",
  plan: "Kế hoạch",
  decision: "Quyết định",
  directive: "Chỉ thị",
  law: "Luật",
  decree: "Nghị định",
  circular: "Thông tư",
  "official-letter": "Công văn",
  report: "Báo cáo",
  other: "Văn bản",
};

/** What people call the place that a document governs; a document of the whole country goes by its number. */
export function placeOf(document: CorpusDocument, library: Pick<Library, "localities">): string {
  if (document.locality === null) {
    return document.number === null
      ? (document.title ?? document.key)
      : `${KIND_NAMES[document.kind]} ${document.number}`.trim();
  }
  return library.localities.byKey(document.locality)?.name ?? document.key;
}

const PREPARED_TEXTS = 20_000;

/** Remembers the texts prepared last: the same clauses are scored for question after question. */
export function createTextCache(): (text: string) => ScoredText {
  const cache = new Map<string, ScoredText>();
  return (text) => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    if (cache.size >= PREPARED_TEXTS) cache.clear();
    const prepared = prepareText(text);
    cache.set(text, prepared);
    return prepared;
  };
}

/** The documents that questions are answered from: replaced ones only where nothing else is left. */
export function currentDocuments(library: Library): readonly CorpusDocument[] {
  return library.corpus.list().filter((document) => document.status !== "replaced");
}
