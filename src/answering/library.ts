import type { CorpusStore } from "../corpus/corpus-store.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { LocalityIndex } from "../corpus/locality.ts";
import type { FactStore } from "../facts/fact-store.ts";
import type { IndicatorMatcher } from "../facts/match-indicator.ts";
import type { Retriever } from "../retrieval/passage.ts";
import type { Lexicons } from "../understanding/lexicon.ts";
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
}

/** What people call the place that a document governs; a document of the whole country goes by its number. */
export function placeOf(document: CorpusDocument, library: Library): string {
  if (document.locality === null) return document.number ?? document.title ?? document.key;
  return library.localities.byKey(document.locality)?.name ?? document.key;
}

/** The documents that questions are answered from: replaced ones only where nothing else is left. */
export function currentDocuments(library: Library): readonly CorpusDocument[] {
  return library.corpus.list().filter((document) => document.status !== "replaced");
}
