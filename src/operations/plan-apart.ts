import type { Worker } from "node:worker_threads";
import { AppError } from "../shared/app-error.ts";
import { fromErrorMessage } from "../shared/error-message.ts";
import type { ErrorMessage } from "../shared/error-message.ts";
import { startThread } from "../shared/start-thread.ts";
import type { IngestPlan } from "./ingest-document.ts";
import type { IngestRequest } from "./ingest-request.ts";

/** A file that was read, for a person to decide on. */
export interface ReadFile {
  readonly plan: IngestPlan;
  /** Of the document's locality; null for the whole country. */
  readonly placeName: string | null;
  /** Names what would be done: the same for the same file and the same corpus. */
  readonly digest: string;
}

export interface PlanOrder {
  readonly id: number;
  readonly request: Omit<IngestRequest, "onProgress">;
  readonly corpusDirectory: string;
  readonly dataDirectory: string;
}

export type PlanReply =
  | { readonly kind: "planned"; readonly id: number; readonly file: ReadFile }
  | { readonly kind: "failed"; readonly id: number; readonly error: ErrorMessage };

export type PlanApart = (request: IngestRequest) => Promise<ReadFile>;

/** How long the thread waits for another file. */
const IDLE_MS = 60_000;

/**
 * Plans ingests in a thread of its own, with the lexicons as they are on disk: reading and parsing a long file takes
 * hundreds of milliseconds, in which nobody would be answered. What has been read is kept under the data directory.
 * The promise rejects with AppError as `planIngest` does.
 */
export function createPlanApart(
  directories: Pick<PlanOrder, "corpusDirectory" | "dataDirectory">,
): PlanApart {
  const waiting = new Map<number, { resolve(file: ReadFile): void; reject(error: unknown): void }>();
  let lastId = 0;
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;

  function start(): Worker {
    const started = startThread(new URL("./plan-worker.ts", import.meta.url));
    const end = (cause?: unknown): void => {
      if (worker === started) worker = null;
      const error = new AppError("INTERNAL", "The reading thread has ended.", { cause });
      for (const one of waiting.values()) one.reject(error);
      waiting.clear();
    };
    started.on("message", (reply: PlanReply) => {
      const one = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (reply.kind === "planned") one?.resolve(reply.file);
      else one?.reject(fromErrorMessage(reply.error));
      if (waiting.size > 0) return;
      started.unref();
      idle = setTimeout(() => {
        worker = null;
        void started.terminate();
      }, IDLE_MS).unref();
    });
    started.on("error", end);
    started.on("exit", () => {
      if (worker === started) end();
    });
    return started;
  }

  return (request) =>
    new Promise((resolve, reject) => {
      clearTimeout(idle);
      worker ??= start();
      worker.ref();
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      const { bytes, fileName, key, locality, said } = request;
      const order: PlanOrder = {
        id,
        ...directories,
        request: {
          bytes: new Uint8Array(bytes),
          fileName,
          ...(key === undefined ? {} : { key }),
          ...(locality === undefined ? {} : { locality }),
          ...(said === undefined ? {} : { said }),
        },
      };
      worker.postMessage(order);
    });
}
