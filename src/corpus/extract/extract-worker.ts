import { parentPort } from "node:worker_threads";
import { AppError } from "../../shared/app-error.ts";
import { extractBinary } from "./extract-binary.ts";
import type { ExtractReply, ExtractRequest } from "./extract-request.ts";
import { refuse } from "./refusals.ts";

/** The thread in which files are read, one after another: each is answered with progress, then the document or the refusal. */
const reply = (message: ExtractReply): void => {
  parentPort?.postMessage(message);
};

async function read({ format, bytes, name, limits }: ExtractRequest): Promise<ExtractReply> {
  try {
    const document = await extractBinary(format, bytes, name, limits, (progress) => {
      reply({ kind: "progress", progress });
    });
    return { kind: "document", document };
  } catch (cause) {
    const error = cause instanceof AppError ? cause : refuse("damaged", name, { cause });
    const log = error.cause instanceof Error ? error.cause.message : undefined;
    return { kind: "refusal", code: error.code, message: error.message, remedy: error.remedy, log };
  }
}

parentPort?.on("message", (request: ExtractRequest) => {
  void read(request).then(reply);
});
