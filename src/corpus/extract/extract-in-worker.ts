import { AppError } from "../../shared/app-error.ts";
import type { ExtractedDocument } from "../extracted.ts";
import type { ExtractRequest } from "./extract-request.ts";
import type { ExtractProgress } from "./limits.ts";
import { returnThread, takeThread } from "./reading-thread.ts";
import { refuse } from "./refusals.ts";

/**
 * Reads a file in a thread of its own, so that whoever asked stays responsive, and a file that hangs or eats
 * memory takes nothing with it: after `limits.timeoutMs` without progress, or beyond the heap, it is refused.
 * A thread that has read a file well may read the next; after anything else it is ended.
 */
export function extractInWorker(
  request: ExtractRequest,
  onProgress?: (progress: ExtractProgress) => void,
): Promise<ExtractedDocument> {
  const { name, limits } = request;
  return new Promise((resolve, reject) => {
    const thread = takeThread(request);
    let timer: NodeJS.Timeout | undefined;
    const leave = (isWell: boolean): void => {
      clearTimeout(timer);
      thread.reader = null;
      if (isWell) returnThread(thread);
      else void thread.worker.terminate();
    };
    const fail = (error: AppError): void => {
      leave(false);
      reject(error);
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        fail(refuse("too-slow", name));
      }, limits.timeoutMs);
    };
    wait();
    thread.reader = {
      onReply(reply) {
        if (reply.kind === "progress") {
          wait();
          onProgress?.(reply.progress);
        } else if (reply.kind === "document") {
          // Pictures leave much behind.
          leave(reply.document.format !== "scan");
          resolve(reply.document);
        } else {
          const { code, message, remedy, log } = reply;
          fail(new AppError(code, message, { where: name, cause: log, ...(remedy !== null && { remedy }) }));
        }
      },
      onEnd(cause) {
        const isMemory = cause !== undefined && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
        fail(refuse(isMemory ? "too-large" : "damaged", name, { cause }));
      },
    };
    thread.worker.postMessage({
      ...request,
      bytes: new Uint8Array(request.bytes),
    } satisfies ExtractRequest);
  });
}
