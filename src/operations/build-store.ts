import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import type { KeptReadings } from "../corpus/keep-readings.ts";
import { listFolders } from "../corpus/list-folders.ts";
import type { DocumentFolder } from "../corpus/list-folders.ts";
import { writeLocalities } from "../corpus/locality-store.ts";
import { resolveReferences, writeDocument, writeMessages } from "../corpus/write-document.ts";
import type { NameIndicator } from "../facts/extract-targets.ts";
import { createIndicatorMatcher } from "../facts/match-indicator.ts";
import { writeAssignments, writeTargets } from "../facts/write-facts.ts";
import { buildIndexes } from "../retrieval/build-indexes.ts";
import type { Embedder } from "../retrieval/embedder.ts";
import type { Passage } from "../retrieval/passage.ts";
import { splitPassages } from "../retrieval/split-passages.ts";
import { AppError, describeError } from "../shared/app-error.ts";
import type { Logger } from "../shared/logger.ts";
import type { Message } from "../shared/message.ts";
import { migrate } from "../storage/migrate.ts";
import { openDatabase } from "../storage/open-database.ts";
import { loadLexicons } from "../understanding/lexicon.ts";
import type { Lexicons } from "../understanding/lexicon.ts";
import { readFolder } from "./read-folder.ts";
import type { ReadDocument } from "./read-folder.ts";

export interface BuildOptions {
  readonly corpusDirectory: string;
  /** Where the store goes; made here, so it must not exist. */
  readonly directory: string;
  /** Kept in the store, to know it by. */
  readonly fingerprint: string;
  /** Of the search index. */
  readonly embedder: Embedder;
  readonly logger: Logger;
  /** Spares reading again what has not changed. */
  readonly readings: KeptReadings;
  /** Called when each step begins: `lexicons`, a document's key, `indexes`, `done`. What it throws ends the build. */
  readonly onStep?: (step: string) => void;
}

/** Names of what stands in a store's directory. */
export const storeFiles = { database: "store.sqlite", index: "index" } as const;

const MIGRATIONS = join(import.meta.dirname, "../storage/migrations");

/**
 * Builds a store from the corpus: the database and the search index, complete and closed when it returns.
 * A document that cannot be read becomes a message and is left out; the others go on.
 * @throws AppError CORPUS_MISSING, LEXICON_INVALID, STORE_NOT_WRITABLE; the directory is left half done then.
 */
export async function buildStore(options: BuildOptions): Promise<void> {
  const { corpusDirectory, directory, fingerprint, embedder } = options;
  const folders = listFolders(corpusDirectory);
  const onStep = options.onStep ?? (() => undefined);
  onStep("lexicons");
  const lexicons = loadLexicons(corpusDirectory);
  await mkdir(directory);
  const database = openDatabase(join(directory, storeFiles.database));
  try {
    migrate(database, MIGRATIONS);
    database.transaction(() => {
      writeLocalities(database, lexicons.localities.all);
      writeMeta(database, fingerprint, lexicons);
    })();
    const passages = await writeDocuments(database, folders, lexicons, options);
    resolveReferences(database);
    onStep("indexes");
    await buildIndexes(passages, join(directory, storeFiles.index), {
      embedder,
      abbreviations: lexicons.abbreviations,
    });
    database.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    database.close();
  }
  onStep("done");
}

async function writeDocuments(
  database: Database,
  folders: readonly DocumentFolder[],
  lexicons: Lexicons,
  { logger, readings, onStep }: BuildOptions,
): Promise<Passage[]> {
  const matcher = createIndicatorMatcher(lexicons.indicators);
  const nameIndicator: NameIndicator = (clause) => matcher.nameClause(clause);
  const passages: Passage[] = [];
  for (const folder of folders) {
    onStep?.(folder.key);
    try {
      const read = await readFolder(folder, lexicons.localities, nameIndicator, readings);
      database.transaction(() => {
        writeRead(database, read);
      })();
      const { text, provisions } = read.parsed;
      for (const passage of splitPassages({ key: folder.key, text, provisions })) passages.push(passage);
    } catch (error) {
      // What the disk or the program got wrong ends the build; what the document got wrong does not.
      if (error instanceof AppError && error.code === "STORE_NOT_WRITABLE") throw error;
      const reason = describeError(error);
      logger.error("document.skipped", { document: folder.key, reason, error });
      writeMessages(database, folder.key, [skipped(reason)]);
    }
  }
  return passages;
}

function writeRead(
  database: Database,
  { document, parsed, targets, assignments, messages }: ReadDocument,
): void {
  writeDocument(database, document, parsed);
  writeTargets(database, targets);
  writeAssignments(database, assignments);
  writeMessages(database, document.key, messages);
}

function writeMeta(database: Database, fingerprint: string, lexicons: Lexicons): void {
  const { indicators, topics, bodies, abbreviations, terms } = lexicons;
  const withoutLocalities: Omit<Lexicons, "localities"> = {
    indicators,
    topics,
    bodies,
    abbreviations,
    terms,
  };
  const insert = database.prepare("INSERT INTO meta (name, value) VALUES (?, ?)");
  insert.run("fingerprint", fingerprint);
  insert.run("lexicons", JSON.stringify(withoutLocalities));
}

function skipped(reason: string): Message {
  return { rule: "document-skipped", reason, severity: "warning", line: null, page: null, span: null };
}
