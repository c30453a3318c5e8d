import { createHash } from "node:crypto";
import type { KeptReadings } from "../corpus/keep-readings.ts";
import type { LocalityIndex } from "../corpus/locality.ts";
import type { Lexicons } from "../understanding/lexicon.ts";
import { fingerprintCorpus } from "./fingerprint-corpus.ts";
import { commitIngest, planIngest } from "./ingest-document.ts";
import type { IngestPlan } from "./ingest-document.ts";
import { ingestSettingOf } from "./ingest-request.ts";
import type { IngestRequest, IngestSetting } from "./ingest-request.ts";
import { prepareUndo } from "./undo-ingest.ts";

/** A file that was read, for a person to decide on. */
export interface ReadFile {
  readonly plan: IngestPlan;
  readonly localities: LocalityIndex;
  /** Names what would be done: the same for the same file and the same corpus. */
  readonly digest: string;
}

/** `changed`: the corpus is not what it was when the file was shown, and so neither is what would be done. */
type Approval = { readonly kind: "done" | "changed"; readonly file: ReadFile };

/** Reads files and puts those that a person has approved into the corpus, while questions are answered. */
export interface IngestDesk {
  /** Writes nothing. @throws AppError as `planIngest` */
  read(request: IngestRequest): Promise<ReadFile>;
  /**
   * Puts the file into the corpus and the new index into service, provided that this still is what was shown.
   * One after another. Done again after a crash, it goes on where it was.
   * @throws AppError of `planIngest`, of `commitIngest` and of `reload`; the corpus is as it was before then.
   */
  approve(request: IngestRequest, shown: string): Promise<Approval>;
}

export interface IngestDeskOptions {
  readonly corpusDirectory: string;
  /** The store's builder finds what was read here. */
  readonly readings: KeptReadings;
  /** Those that answers are given by now; reading them anew would hold the answers up. */
  readonly lexicons: () => Lexicons;
  /** Builds the index from the corpus and puts it into service; throws, the old one serving on, where it lacks `key`. */
  readonly reload: (key: string) => Promise<void>;
}

interface LastRead {
  readonly request: IngestRequest;
  readonly corpus: string;
  readonly file: ReadFile;
}

/** Kept in memory for their approval. */
const KEPT_READINGS = 4;

export function createIngestDesk({
  corpusDirectory,
  readings,
  lexicons,
  reload,
}: IngestDeskOptions): IngestDesk {
  let lastReads: LastRead[] = [];
  const readInLine = createLine();
  const writeInLine = createLine();

  /** The corpus as it is now; no embedder has a part in it. */
  const fingerprint = (): string => fingerprintCorpus(corpusDirectory, "");

  const setting = (): IngestSetting => ingestSettingOf(corpusDirectory, lexicons(), readings);

  async function read(request: IngestRequest): Promise<ReadFile> {
    const corpus = fingerprint();
    const before = lastReads.find((one) => one.corpus === corpus && isSame(one.request, request));
    if (before !== undefined) return before.file;
    const known = setting();
    const plan = await planIngest(request, known);
    const file = { plan, localities: known.localities, digest: digestOf(plan) };
    lastReads = [{ request, corpus, file }, ...lastReads].slice(0, KEPT_READINGS);
    return file;
  }

  async function approve(request: IngestRequest, shown: string): Promise<Approval> {
    const file = await read(request);
    const { plan, digest } = file;
    // Unchanged: a former run has written it, and was cut off before the index was built.
    const isWritten = plan.effect.kind === "unchanged";
    if (!isWritten && digest !== shown) return { kind: "changed", file };
    const undo = prepareUndo(plan, corpusDirectory);
    commitIngest(plan, setting());
    try {
      await reload(plan.key);
    } catch (error) {
      undo();
      throw error;
    }
    return { kind: "done", file };
  }

  return {
    read: (request) => readInLine(() => read(request)),
    approve: (request, shown) => writeInLine(() => approve(request, shown)),
  };
}

/** Runs works one after another, whatever became of those before. */
function createLine(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

function isSame(a: IngestRequest, b: IngestRequest): boolean {
  const saidOf = ({ fileName, key, locality, said }: IngestRequest): string =>
    JSON.stringify([fileName, key, locality, said]);
  return saidOf(a) === saidOf(b) && Buffer.compare(a.bytes, b.bytes) === 0;
}

function digestOf({ key, effect, read }: IngestPlan): string {
  const { document, targets, assignments, messages } = read;
  return createHash("sha256")
    .update(JSON.stringify([key, effect, document, targets, assignments, messages]))
    .digest("hex");
}
