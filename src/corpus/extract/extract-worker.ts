import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "../../shared/app-error.ts";
import { extractBinary } from "./extract-binary.ts";
import type { ExtractReply, ExtractRequest } from "./extract-in-worker.ts";
import { refuse } from "./refusals.ts";

/** The thread in which one file is read: it answers with progress, then the document or the refusal, and ends. */
const { format, bytes, name, limits } = workerData as ExtractRequest;
const reply = (message: ExtractReply): void => {
  parentPort?.postMessage(message);
};

try {
  const document = await extractBinary(format, bytes, name, limits, (progress) => {
    reply({ kind: "progress", progress });
  });
  reply({ kind: "document", document });
} catch (cause) {
  const error = cause instanceof AppError ? cause : refuse("damaged", name, { cause });
  const log = error.cause instanceof Error ? error.cause.message : undefined;
  reply({ kind: "refusal", code: error.code, message: error.message, remedy: error.remedy, log });
}
