import type { ConversationState, LocalityChoice } from "../answering/assistant.ts";
import type { ChatModelSettings } from "../answering/langchain-chat-model.ts";
import { AppError } from "../shared/app-error.ts";
import { fromErrorMessage } from "../shared/error-message.ts";
import type { ErrorMessage } from "../shared/error-message.ts";
import type { Logger } from "../shared/logger.ts";
import { startThread } from "../shared/start-thread.ts";
import type { BuildRequest } from "./build-apart.ts";
import { keepRunning } from "./keep-running.ts";
import type { Asked, RunningThread, ThreadedAssistant } from "./keep-running.ts";

export interface ThreadRequest extends BuildRequest {
  readonly languageModel: ChatModelSettings | null;
}

/** What the thread is told. */
export type ThreadOrder =
  | { readonly kind: "ask"; readonly id: number; readonly message: string; readonly state: ConversationState }
  | { readonly kind: "close" };

/** What the thread says. */
export type ThreadReply =
  | {
      readonly kind: "ready";
      readonly localities: readonly LocalityChoice[];
      readonly documents: readonly string[];
    }
  | { readonly kind: "not-ready"; readonly error: ErrorMessage }
  | { readonly kind: "answered"; readonly id: number; readonly asked: Asked }
  | { readonly kind: "failed"; readonly id: number; readonly error: ErrorMessage }
  | {
      readonly kind: "log";
      readonly level: keyof Logger;
      readonly event: string;
      readonly fields: Readonly<Record<string, unknown>>;
    };

interface Waiting {
  resolve(asked: Asked): void;
  reject(error: unknown): void;
}

/**
 * Opens the store and an assistant over it in a thread of its own, where both are warm before the first question: the
 * caller's thread is held up for no longer than a message takes. A thread that ends by itself is replaced.
 * @throws AppError as `openStore` does.
 */
export async function openAssistantThread(
  request: ThreadRequest,
  logger: Logger,
): Promise<ThreadedAssistant> {
  return keepRunning(() => runThread(request, logger), logger);
}

function runThread(request: ThreadRequest, logger: Logger): Promise<RunningThread> {
  const worker = startThread(new URL("./assistant-worker.ts", import.meta.url), { workerData: request });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isOver = false;
  const order = (what: ThreadOrder): void => {
    worker.postMessage(what);
  };
  return new Promise((resolve, reject) => {
    const end = (cause?: unknown): void => {
      isOver = true;
      const error = new AppError("INTERNAL", "The assistant's thread has ended.", { cause });
      reject(error);
      for (const asked of waiting.values()) asked.reject(error);
      waiting.clear();
    };
    worker.on("message", (reply: ThreadReply) => {
      switch (reply.kind) {
        case "ready":
          resolve({
            localities: reply.localities,
            documents: new Set(reply.documents),
            ask: (message, state) =>
              new Promise((answered, failed) => {
                if (isOver) {
                  failed(new AppError("INTERNAL", "The assistant's thread has ended."));
                  return;
                }
                const id = ++lastId;
                waiting.set(id, { resolve: answered, reject: failed });
                order({ kind: "ask", id, message, state });
              }),
            hasEnded: () => isOver,
            close: () => {
              order({ kind: "close" });
            },
          });
          break;
        case "not-ready":
          reject(fromErrorMessage(reply.error));
          void worker.terminate();
          break;
        case "answered":
          waiting.get(reply.id)?.resolve(reply.asked);
          waiting.delete(reply.id);
          break;
        case "failed":
          waiting.get(reply.id)?.reject(fromErrorMessage(reply.error));
          waiting.delete(reply.id);
          break;
        case "log":
          logger[reply.level](reply.event, reply.fields);
          break;
      }
    });
    worker.on("error", end);
    worker.on("exit", () => {
      end();
    });
  });
}
