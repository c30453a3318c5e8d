import { parentPort, workerData } from "node:worker_threads";
import { newConversation } from "../answering/assistant.ts";
import type { Assistant } from "../answering/assistant.ts";
import { toErrorMessage } from "../shared/error-message.ts";
import type { Logger } from "../shared/logger.ts";
import type { ThreadOrder, ThreadReply, ThreadRequest } from "./assistant-thread.ts";
import { openStore } from "./open-store.ts";
import type { Store } from "./open-store.ts";
import { openModel, serveStore } from "./serve-store.ts";

/** The thread in which an assistant answers: says when it is ready, then answers each question, until it is closed. */
const { languageModel, ...request } = workerData as ThreadRequest;

function say(reply: ThreadReply): void {
  parentPort?.postMessage(reply);
}

const log =
  (level: keyof Logger) =>
  (event: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    // As JSON, as the log would have it: what cannot be sent from thread to thread is no loss there.
    const plain = JSON.parse(JSON.stringify(fields)) as Record<string, unknown>;
    say({ kind: "log", level, event, fields: plain });
  };
const logger: Logger = { info: log("info"), warn: log("warn"), error: log("error") };

/** Indicators that are asked about before the first person asks: the first answers take ten times as long. */
const WARMING_QUESTIONS = 20;

async function warm(assistant: Assistant, { lexicons, documents }: Store): Promise<void> {
  const places = documents.list().map(({ locality }) => locality);
  const { indicators } = lexicons;
  const step = Math.max(1, Math.floor(indicators.length / WARMING_QUESTIONS));
  for (let at = 0; at < indicators.length; at += step) {
    const locality = places[at % Math.max(1, places.length)] ?? null;
    await assistant.ask(indicators[at]?.name.vi ?? "", { ...newConversation, locality });
  }
}

try {
  const store = await openStore({ ...request, logger });
  const { assistant, close } = serveStore(store, await openModel(languageModel), logger);
  await warm(languageModel === null ? assistant : serveStore(store, null, logger).assistant, store);
  parentPort?.on("message", (order: ThreadOrder) => {
    if (order.kind === "close") {
      close();
      parentPort?.close();
      return;
    }
    const { id, message, state } = order;
    void assistant.ask(message, state).then(
      (asked) => {
        say({ kind: "answered", id, asked });
      },
      (error: unknown) => {
        say({ kind: "failed", id, error: toErrorMessage(error) });
      },
    );
  });
  const keys = store.documents.list().map(({ key }) => key);
  say({ kind: "ready", localities: assistant.localities(), documents: keys });
} catch (error) {
  say({ kind: "not-ready", error: toErrorMessage(error) });
}
