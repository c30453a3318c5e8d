import type { CorpusStore } from "../corpus/corpus-store.ts";
import type { CorpusDocument, DocumentKind } from "../corpus/document.ts";
import type { LocalityIndex } from "../corpus/locality.ts";
import type { Body } from "../facts/body.ts";
import type { FactStore } from "../facts/fact-store.ts";
import type { IndicatorMatcher } from "../facts/match-indicator.ts";
import type { Retriever } from "../retrieval/passage.ts";
import type { Lexicons } from "../understanding/lexicon.ts";
import { prepareText, type ScoredText } from "./score-content.ts";
import type { NameableDocument } from "../understanding/nameable-document.ts";
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

/** «Kế hoạch 141/KH-UBND», «Luật Khám bệnh, chữa bệnh»; a draft without a number goes by its kind. */
function documentName({ kind, number, title, key, locality }: CorpusDocument): string {
  if (number !== null) return `${KIND_NAMES[kind]} ${number}`.trim();
  return locality === null ? (title ?? key) : KIND_NAMES[kind];
}

/**
 * What people call the place that a document governs; with the document's own name where the place has several. A
 * document of the whole country goes by its number.
 */
export function placeOf(document: CorpusDocument, library: Pick<Library, "localities" | "corpus">): string {
  const { locality } = document;
  if (locality === null) return documentName(document);
  const place = library.localities.byKey(locality)?.name ?? document.key;
  const others = library.corpus
    .byLocality(locality)
    .filter(({ key, status }) => key !== document.key && status !== "replaced");
  return others.length === 0 ? place : `${place} (${documentName(document)})`;
}

/** Documents shown by name where several were searched; beyond that their places say enough. */
const MOST_NAMED = 3;

/** What documents that say nothing together are called: each place once. */
export function placesOf(
  documents: readonly CorpusDocument[],
  library: Pick<Library, "localities" | "corpus">,
): string {
  const places = new Set(
    documents.map((document) =>
      documents.length <= 1 || document.locality === null
        ? placeOf(document, library)
        : (library.localities.byKey(document.locality)?.name ?? document.key),
    ),
  );
  const isLong = places.size > MOST_NAMED && documents.some(({ locality }) => locality === null);
  const shown = isLong ? [...places].slice(0, MOST_NAMED) : [...places];
  return `${shown.join(", ")}${isLong ? "…" : ""}`;
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

/** A document as questions may name it; a replaced one is named by nothing but its own number. */
export function nameOfDocument(document: CorpusDocument): NameableDocument {
  const { key, kind, number, title, locality, status } = document;
  return {
    key,
    kind,
    number,
    title: status === "replaced" ? null : title,
    locality,
    implements: document.implements.flatMap((reference) => reference.number ?? []),
  };
}
