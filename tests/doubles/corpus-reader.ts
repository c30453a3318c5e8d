import { readFileSync } from "node:fs";
import { loadLexicons, type Lexicons } from "../../src/understanding/lexicon.ts";
import {
  createQueryReader,
  type QueryReader,
  type ReaderCorpus,
} from "../../src/understanding/read-query.ts";
import type { NameableDocument } from "../../src/understanding/nameable-document.ts";
import { readerCorpus } from "../../src/understanding/reader-corpus.ts";

/** The reader of questions over the project's own lexicons and texts, without a store. */
export interface CorpusReader {
  readonly lexicons: Lexicons;
  readonly known: ReaderCorpus;
  readonly reader: QueryReader;
  /** Lines of the programmes as they are printed. */
  readonly lines: readonly string[];
}

const DOCUMENTS: readonly (readonly [file: string, locality: string | null])[] = [
  ["duc-pho/source.txt", "duc-pho"],
  ["ha-tinh/source.txt", "ha-tinh"],
  ["phuong-tu-son/source.txt", "phuong-tu-son"],
  ["nq-42/source.md", null],
];

export function corpusReader(): CorpusReader {
  const lexicons = loadLexicons("corpus");
  const documents = DOCUMENTS.map(([file, locality]) => ({
    locality,
    text: readFileSync(`corpus/${file}`, "utf8").normalize("NFC"),
    name: nameOf(file, locality),
  }));
  const known = readerCorpus(documents, lexicons);
  const lines = documents.flatMap(({ text }) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  );
  return { lexicons, known, reader: createQueryReader(lexicons, known), lines };
}

/** The programmes as questions name them: the resolution by its number. */
function nameOf(file: string, locality: string | null): NameableDocument {
  return {
    key: file.split("/")[0] ?? file,
    kind: locality === null ? "resolution" : "action-programme",
    number: locality === null ? "42-NQ/TW" : null,
    title: null,
    locality,
    implements: locality === null ? [] : ["42-NQ/TW"],
  };
}
