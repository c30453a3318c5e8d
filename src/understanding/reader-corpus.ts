import { foldName } from "../corpus/locality.ts";
import type { Lexicons } from "./lexicon.ts";
import type { NameableDocument } from "./nameable-document.ts";
import { ASKING_PHRASES, ENGLISH_ASKING } from "./question-words.ts";
import type { ReaderCorpus } from "./read-query.ts";
import { buildVocabulary } from "./vocabulary.ts";

/** A document as the reader of questions has to know it. */
export interface KnownDocument {
  readonly locality: string | null;
  readonly text: string;
  /** How questions may name it; absent where none does. */
  readonly name?: NameableDocument;
}

/** How many lines of the corpus a lexicon's phrase weighs: what people ask about, they ask often. */
const PHRASE_WEIGHT = 4;
const PLACE_WEIGHT = 40;

/** What the reader of questions knows of the corpus: its words, those of the lexicons, and its places. */
export function readerCorpus(documents: readonly KnownDocument[], lexicons: Lexicons): ReaderCorpus {
  const texts = documents.map(({ text }) => text);
  const governed = new Set(documents.flatMap(({ locality }) => (locality === null ? [] : [locality])));
  const named = [...governed].flatMap((key) => {
    const locality = lexicons.localities.byKey(key);
    const city = lexicons.localities.byKey(locality?.parent ?? "");
    return [locality, city].flatMap((place) =>
      place === undefined ? [] : [place.name, place.bareName, ...place.aliases],
    );
  });
  const foldedTexts = new Map<string, string>();
  for (const { locality, text } of documents) {
    if (locality !== null) foldedTexts.set(locality, `${foldedTexts.get(locality) ?? " "}${foldName(text)} `);
  }
  return {
    vocabulary: buildVocabulary(texts),
    language: buildVocabulary([
      ...texts,
      ...repeat(vietnameseWordings(lexicons), PHRASE_WEIGHT),
      ...repeat(named, PLACE_WEIGHT),
    ]),
    english: buildVocabulary(repeat(englishWordings(lexicons), PHRASE_WEIGHT)),
    governed,
    nameable: documents.flatMap(({ name }) => (name === undefined ? [] : [name])),
    isNamedIn: (name, keys) => keys.some((key) => foldedTexts.get(key)?.includes(` ${name} `) === true),
  };
}

const repeat = (lines: readonly string[], times: number): string[] =>
  Array.from({ length: times }, () => lines.join("\n"));

function vietnameseWordings({ indicators, terms, topics, bodies }: Lexicons): string[] {
  return [
    ...indicators.flatMap(({ name, synonyms }) => [name.vi, ...synonyms.vi]),
    ...terms.flatMap(({ vi, also }) => [vi, ...also]),
    ...topics.flatMap(({ vi }) => vi),
    ...bodies.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...ASKING_PHRASES,
  ];
}

function englishWordings({ indicators, terms, topics, bodies }: Lexicons): string[] {
  return [
    ...indicators.flatMap(({ name, synonyms }) => [name.en, ...synonyms.en]),
    ...terms.flatMap(({ en }) => en),
    ...topics.flatMap(({ en }) => en),
    ...bodies.flatMap(({ english }) => english),
    ENGLISH_ASKING,
  ];
}
