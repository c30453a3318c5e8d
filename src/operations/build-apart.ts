import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { EmbedderChoice } from "../retrieval/open-embedder.ts";
import { AppError } from "../shared/app-error.ts";
import { fromErrorMessage } from "../shared/error-message.ts";
import type { ErrorMessage } from "../shared/error-message.ts";

export interface BuildRequest {
  readonly corpusDirectory: string;
  readonly dataDirectory: string;
  readonly embedder: EmbedderChoice;
}

export type BuildReply =
  { readonly kind: "built" } | { readonly kind: "failed"; readonly error: ErrorMessage };

/**
 * Brings the store of the data directory up to date in a process of its own, so that whoever asked goes on answering:
 * building it takes seconds of computing. `openStore` finds it ready afterwards.
 * @throws AppError as `openStore` does; INTERNAL where the process ends without a word.
 */
export function buildApart(request: BuildRequest): Promise<void> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const builder = fork(fileURLToPath(new URL("./build-process.ts", import.meta.url)), [], {
    execArgv: ["--import", loader],
    // What it logs about documents is the log's; answers and prompts share no stream with it.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    const gone = (cause?: unknown): void => {
      reject(new AppError("INTERNAL", "The store's builder has ended too early.", { cause }));
    };
    builder.on("message", (reply: BuildReply) => {
      if (reply.kind === "built") resolve();
      else reject(fromErrorMessage(reply.error));
    });
    builder.on("error", gone);
    builder.on("exit", () => {
      gone();
    });
    builder.send(request);
  });
}
