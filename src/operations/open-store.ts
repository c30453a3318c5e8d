import { dirname, join } from "node:path";
import type { Database } from "better-sqlite3";
import { createCorpusStore } from "../corpus/corpus-store.ts";
import type { CorpusStore } from "../corpus/corpus-store.ts";
import type { LocalityIndex } from "../corpus/locality.ts";
import { loadLocalities } from "../corpus/locality-store.ts";
import { createFactStore } from "../facts/fact-store.ts";
import type { FactStore } from "../facts/fact-store.ts";
import type { Embedder } from "../retrieval/embedder.ts";
import { openEmbedder, type EmbedderChoice } from "../retrieval/open-embedder.ts";
import { openRetriever } from "../retrieval/open-retriever.ts";
import type { Retriever } from "../retrieval/passage.ts";
import { AppError, describeError } from "../shared/app-error.ts";
import type { Logger } from "../shared/logger.ts";
import { openDatabaseReadOnly } from "../storage/open-database.ts";
import type { Lexicons } from "../understanding/lexicon.ts";
import { buildStore, storeFiles } from "./build-store.ts";
import { fingerprintCorpus } from "./fingerprint-corpus.ts";
import {
  discardBuilding,
  findCurrentStore,
  leaseStore,
  newBuildingDirectory,
  publishStore,
  readingsIn,
  sweepStores,
} from "./store-directory.ts";
import type { Lease } from "./store-directory.ts";

/** Everything that answers are made of, read from the corpus. */
export interface Store {
  readonly documents: CorpusStore;
  readonly facts: FactStore;
  readonly retriever: Retriever;
  readonly localities: LocalityIndex;
  /** As they were when the store was built, which is as they are: a changed lexicon builds the store again. */
  readonly lexicons: Lexicons;
  /** It was built just now, because there was none, or the corpus, the code or the schema had changed. */
  readonly rebuilt: boolean;
  close(): void;
}

export interface OpenOptions {
  readonly corpusDirectory: string;
  readonly dataDirectory: string;
  readonly logger: Logger;
  /** Where vectors come from; the model that ships unless it says otherwise. */
  readonly embedder?: EmbedderChoice;
  /** Called when each step of a build begins; see `buildStore`. */
  readonly onStep?: (step: string) => void;
}

/**
 * Opens the store under the data directory; builds it first where there is none, where it was built from something
 * else than the corpus and the code of today, or where it is damaged. A build that fails leaves the old store as it is.
 * @throws AppError CORPUS_MISSING, LEXICON_INVALID, STORE_NOT_WRITABLE, STORE_UNREADABLE, MODEL_FAILED.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const { corpusDirectory, dataDirectory, logger } = options;
  const embedder = await openEmbedder(options.embedder ?? { kind: "shipped" });
  const fingerprint = fingerprintCorpus(corpusDirectory, embedder.id);
  const current = findCurrentStore(dataDirectory);
  if (current?.fingerprint === fingerprint) {
    const lease = leaseStore(current.directory);
    try {
      return await openDirectory(current.directory, { fingerprint, embedder, logger }, lease, false);
    } catch (error) {
      lease.release();
      logger.warn("store.damaged", { directory: current.directory, reason: describeError(error) });
    }
  }
  const startedAt = performance.now();
  const { directory, lease } = await buildAndPublish(options, fingerprint, embedder);
  logger.info("store.built", { directory, elapsedMs: Math.round(performance.now() - startedAt) });
  try {
    const store = await openDirectory(directory, { fingerprint, embedder, logger }, lease, true);
    sweepStores(dataDirectory);
    return store;
  } catch (error) {
    lease.release();
    throw error;
  }
}

async function buildAndPublish(
  options: OpenOptions,
  fingerprint: string,
  embedder: Embedder,
): Promise<{ directory: string; lease: Lease }> {
  const { corpusDirectory, dataDirectory, logger, onStep } = options;
  const building = newBuildingDirectory(dataDirectory);
  const readings = readingsIn(dataDirectory);
  try {
    await buildStore({
      corpusDirectory,
      directory: building,
      fingerprint,
      embedder,
      logger,
      readings,
      ...(onStep === undefined ? {} : { onStep }),
    });
    await readings.sweep();
    return publishStore(dataDirectory, building, fingerprint);
  } catch (error) {
    discardBuilding(building);
    throw error;
  }
}

async function openDirectory(
  directory: string,
  {
    fingerprint,
    embedder,
    logger,
  }: { readonly fingerprint: string; readonly embedder: Embedder; readonly logger: Logger },
  lease: Lease,
  rebuilt: boolean,
): Promise<Store> {
  const database = openDatabaseReadOnly(join(directory, storeFiles.database));
  try {
    checkFingerprint(database, fingerprint);
    const localities = loadLocalities(database);
    const lexicons = {
      ...(JSON.parse(readMeta(database, "lexicons")) as Omit<Lexicons, "localities">),
      localities,
    };
    const documents = createCorpusStore(database);
    const facts = createFactStore(database);
    const retriever = await openRetriever(join(directory, storeFiles.index), {
      embedder,
      logger,
      abbreviations: lexicons.abbreviations,
    });
    let isOpen = true;
    return {
      documents,
      facts,
      retriever,
      localities,
      lexicons,
      rebuilt,
      close() {
        if (!isOpen) return;
        isOpen = false;
        retriever.close();
        database.close();
        lease.release();
        // Replaced while it was open: its folder goes with its last reader.
        const dataDirectory = dirname(directory);
        if (findCurrentStore(dataDirectory)?.directory !== directory) sweepStores(dataDirectory);
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function checkFingerprint(database: Database, fingerprint: string): void {
  if (readMeta(database, "fingerprint") === fingerprint) return;
  throw unreadable(database, "The store is not the one that its pointer names.");
}

function readMeta(database: Database, name: string): string {
  const row = database
    .prepare<[string], { value: string }>("SELECT value FROM meta WHERE name = ?")
    .get(name);
  if (row === undefined) throw unreadable(database, `The store lacks its ${name}.`);
  return row.value;
}

function unreadable(database: Database, problem: string): AppError {
  return new AppError("STORE_UNREADABLE", problem, {
    where: database.name,
    remedy: "Delete the data directory: it is built again from the corpus.",
  });
}
