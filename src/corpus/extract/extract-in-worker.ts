import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { AppErrorCode } from "../../shared/app-error.ts";
import { AppError } from "../../shared/app-error.ts";
import type { ExtractedDocument } from "../extracted.ts";
import type { BinaryFormat } from "./extract-binary.ts";
import type { ExtractLimits, ExtractProgress } from "./limits.ts";
import { refuse } from "./refusals.ts";

export interface ExtractRequest {
  readonly format: BinaryFormat;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: ExtractLimits;
}

export type ExtractReply =
  | { readonly kind: "progress"; readonly progress: ExtractProgress }
  | { readonly kind: "document"; readonly document: ExtractedDocument }
  | {
      readonly kind: "refusal";
      readonly code: AppErrorCode;
      readonly message: string;
      readonly remedy: string | null;
      readonly log: string | undefined;
    };

/** A thread does not inherit the loader for TypeScript: it is started first, from its file, whatever the folder. */
const loader = pathToFileURL(
  createRequire(import.meta.url)
    .resolve("tsx/esm/api")
    .replace(/\.cjs$/, ".mjs"),
).href;
const START = `import(${JSON.stringify(loader)}).then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL("./extract-worker.ts", import.meta.url).href)});
});`;

/** Heap of the thread; pictures and unpacked parts lie outside it and have limits of their own. */
const MAX_HEAP_MEGABYTES = 700;

/**
 * Reads a file in a thread of its own, so that whoever asked stays responsive, and a file that hangs or eats
 * memory takes nothing with it: after `limits.timeoutMs` without progress, or beyond the heap, it is refused.
 */
export function extractInWorker(
  request: ExtractRequest,
  onProgress?: (progress: ExtractProgress) => void,
): Promise<ExtractedDocument> {
  const { name, limits } = request;
  return new Promise((resolve, reject) => {
    const worker = new Worker(START, {
      eval: true,
      workerData: { ...request, bytes: new Uint8Array(request.bytes) } satisfies ExtractRequest,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
      // What a library prints belongs to no answer.
      stdout: true,
      stderr: true,
    });
    let timer: NodeJS.Timeout | undefined;
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const fail = (error: AppError): void => {
      finish(() => {
        reject(error);
      });
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        fail(refuse("too-slow", name));
      }, limits.timeoutMs);
    };
    wait();
    worker.on("message", (reply: ExtractReply) => {
      if (reply.kind === "progress") {
        wait();
        onProgress?.(reply.progress);
      } else if (reply.kind === "document") {
        finish(() => {
          resolve(reply.document);
        });
      } else {
        const { code, message, remedy, log } = reply;
        fail(new AppError(code, message, { where: name, cause: log, ...(remedy !== null && { remedy }) }));
      }
    });
    worker.on("error", (cause) => {
      const isMemory = "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
      fail(refuse(isMemory ? "too-large" : "damaged", name, { cause }));
    });
    worker.on("exit", () => {
      fail(refuse("damaged", name));
    });
  });
}
