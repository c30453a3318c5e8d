import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { extractText } from "../../src/corpus/extract-text.ts";
import { listFolders } from "../../src/corpus/list-folders.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";
import { readManifest } from "../../src/corpus/read-manifest.ts";
import { buildIndexes } from "../../src/retrieval/build-indexes.ts";
import { openRetriever } from "../../src/retrieval/open-retriever.ts";
import type { Passage } from "../../src/retrieval/passage.ts";
import { splitPassages } from "../../src/retrieval/split-passages.ts";
import { foldText } from "../../src/shared/vietnamese-text.ts";
import { loadLexicons } from "../../src/understanding/lexicon.ts";
import { createQueryReader } from "../../src/understanding/read-query.ts";
import { searchText } from "../../src/understanding/search-text.ts";
import { readerCorpus } from "../../src/understanding/reader-corpus.ts";

const CORPUS = "corpus";
const QUESTIONS = "tests/gold/questions.jsonl";
/** The right passage first, and among the first three, at least this often. */
/** Characters of a quotation that a passage must hold at least. */
const STRETCH = 40;
const BARS = { first: 0.75, inThree: 0.92 };

const questionSchema = z.object({
  id: z.string(),
  locality: z.string().nullable(),
  turns: z.array(z.string()),
  expect: z.object({
    quotes: z.array(z.object({ document: z.string(), quote: z.string() })).default([]),
  }),
});

interface ReadDocument {
  readonly key: string;
  readonly locality: string | null;
  readonly text: string;
  readonly passages: readonly Passage[];
}

async function readCorpus(): Promise<ReadDocument[]> {
  const documents: ReadDocument[] = [];
  for (const { key, manifestFile, sourceFile } of listFolders(CORPUS)) {
    if (sourceFile === null) continue;
    const parsed = parseDocument(extractText(await readFile(sourceFile), sourceFile));
    const passages = splitPassages({ key, text: parsed.text, provisions: parsed.provisions });
    documents.push({ key, locality: readManifest(manifestFile).value.locality, text: parsed.text, passages });
  }
  return documents;
}

/** Letters and figures alone, so that line ends, bullets and quotation marks make no difference. */
function dense(text: string): string {
  return foldText(text.normalize("NFC"))
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

/** The passage holds the quotation, or at least a stretch of it: a quotation may run over several passages. */
function holds(passage: Passage, quote: { document: string; quote: string }): boolean {
  if (passage.document !== quote.document) return false;
  const text = dense(passage.text);
  const wanted = dense(quote.quote);
  if (text.includes(wanted)) return true;
  for (let at = 0; at + STRETCH <= wanted.length; at++)
    if (text.includes(wanted.slice(at, at + STRETCH))) return true;
  return false;
}

/**
 * `evaluate -- retrieval`: for each gold question with a quotation, is a passage that holds it first, among three,
 * among ten? Prints the shares and the misses; true where both bars are met.
 */
export async function evaluateRetrieval(): Promise<boolean> {
  const documents = await readCorpus();
  const directory = await mkdtemp(path.join(tmpdir(), "evaluate-"));
  const lexicons = loadLexicons(CORPUS);
  const { abbreviations } = lexicons;
  await buildIndexes(
    documents.flatMap((document) => document.passages),
    directory,
    { abbreviations },
  );
  const retriever = await openRetriever(directory, { abbreviations });
  const reader = createQueryReader(lexicons, readerCorpus(documents, lexicons));
  const lines = (await readFile(QUESTIONS, "utf8")).split("\n").filter((line) => line.trim() !== "");
  const ranks: number[] = [];
  for (const line of lines) {
    const { id, locality, turns, expect } = questionSchema.parse(JSON.parse(line));
    if (expect.quotes.length === 0) continue;
    // A follow-up is looked up with the turns that it leans on.
    const text = turns.join(" ");
    const query = reader.read(text, locality);
    const named = query.places.everywhere
      ? []
      : query.places.known.length > 0
        ? query.places.known
        : [locality ?? ""];
    const wanted = documents.filter(
      (document) => document.locality !== null && named.includes(document.locality),
    );
    const keys = wanted.map(({ key }) => key);
    const hits = await retriever.retrieve({
      text: searchText(query, lexicons),
      limit: 10,
      ...(keys.length === 0 ? {} : { documents: keys }),
    });
    const rank = hits.findIndex(({ passage }) => expect.quotes.some((quote) => holds(passage, quote)));
    ranks.push(rank < 0 ? Infinity : rank + 1);
    if (rank < 0 || rank >= 3) console.log(`  ${id} ${rank < 0 ? "not found" : `rank ${rank + 1}`}: ${text}`);
  }
  retriever.close();
  await rm(directory, { recursive: true, force: true });
  const share = (most: number): number =>
    ranks.filter((rank) => rank <= most).length / Math.max(1, ranks.length);
  console.log(
    `retrieval (${ranks.length} questions): first ${share(1).toFixed(3)}, in three ${share(3).toFixed(3)}, in ten ${share(10).toFixed(3)}`,
  );
  return share(1) >= BARS.first && share(3) >= BARS.inThree;
}
