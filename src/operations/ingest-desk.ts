import { commitIngest } from "./ingest-document.ts";
import type { IngestRequest } from "./ingest-request.ts";
import { createPlanApart } from "./plan-apart.ts";
import type { ReadFile } from "./plan-apart.ts";
import { prepareUndo } from "./undo-ingest.ts";

/** `changed`: the corpus is not what it was when the file was shown, and so neither is what would be done. */
type Approval = { readonly kind: "done" | "changed"; readonly file: ReadFile };

/** Reads files and puts those that a person has approved into the corpus, while questions are answered. */
export interface IngestDesk {
  /** Writes nothing into the corpus. @throws AppError as `planIngest` */
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
  readonly dataDirectory: string;
  /** Builds the index from the corpus and puts it into service; throws, the old one serving on, where it lacks `key`. */
  readonly reload: (key: string) => Promise<void>;
}

export function createIngestDesk({ corpusDirectory, dataDirectory, reload }: IngestDeskOptions): IngestDesk {
  const readInLine = createLine();
  const writeInLine = createLine();
  const plan = createPlanApart({ corpusDirectory, dataDirectory });

  const read = (request: IngestRequest): Promise<ReadFile> => readInLine(() => plan(request));

  async function approve(request: IngestRequest, shown: string): Promise<Approval> {
    const file = await read(request);
    const { plan, digest } = file;
    // Unchanged: a former run has written it, and was cut off before the index was built.
    const isWritten = plan.effect.kind === "unchanged";
    if (!isWritten && digest !== shown) return { kind: "changed", file };
    const undo = prepareUndo(plan, corpusDirectory);
    commitIngest(plan, { corpusDirectory });
    try {
      await reload(plan.key);
    } catch (error) {
      undo();
      throw error;
    }
    return { kind: "done", file };
  }

  return { read, approve: (request, shown) => writeInLine(() => approve(request, shown)) };
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
