import { createAssistant } from "./answering/create-assistant.ts";
import type { AssistantSources } from "./answering/create-assistant.ts";
import type { Assistant } from "./answering/assistant.ts";
import { createLangchainChatModel } from "./answering/langchain-chat-model.ts";
import { unknownLocality } from "./channels/json-lines.ts";
import type { Config, LogLevel } from "./config.ts";
import { buildApart } from "./operations/build-apart.ts";
import { openStore } from "./operations/open-store.ts";
import type { Store } from "./operations/open-store.ts";
import { createSwappableAssistant } from "./operations/swap-assistant.ts";
import type { ServingAssistant } from "./operations/swap-assistant.ts";
import { AppError } from "./shared/app-error.ts";
import { jsonLogger } from "./shared/logger.ts";
import type { Logger } from "./shared/logger.ts";
import type { Lexicons } from "./understanding/lexicon.ts";

export interface StartedAssistant {
  readonly assistant: Assistant;
  /** Of the store that serves. */
  readonly lexicons: () => Lexicons;
  /**
   * Puts the corpus as it is now into service, while questions go on being answered.
   * Throws as `startAssistant`, and DOCUMENT_UNREADABLE where the document `key` is not in it; the store before serves on.
   */
  readonly reload: (key: string) => Promise<void>;
  readonly close: () => void;
}

/**
 * Opens the store (building it first where it must be, told by `onStep`) and the assistant over it.
 * Throws the store's AppErrors, and CONFIG_INVALID where DEFAULT_LOCALITY is not a locality of the corpus.
 */
export async function startAssistant(
  config: Config,
  logger: Logger,
  onStep?: (step: string) => void,
): Promise<StartedAssistant> {
  const { corpusDirectory, dataDirectory, embedder, languageModel } = config;
  const options = { corpusDirectory, dataDirectory, embedder, logger };
  const model =
    languageModel === null
      ? null
      : { chat: await createLangchainChatModel(languageModel), deadlineMs: languageModel.timeoutMs };
  const serve = (store: Store): ServingAssistant => serving(store, model, config.defaultLocality, logger);

  const first = await openStore({ ...options, ...(onStep === undefined ? {} : { onStep }) });
  const assistant = createSwappableAssistant(serve(first));
  let { lexicons } = first;
  return {
    assistant,
    lexicons: () => lexicons,
    async reload(key) {
      await buildApart({ corpusDirectory, dataDirectory, embedder });
      const store = await openStore(options);
      if (store.documents.get(key) === null) {
        store.close();
        throw new AppError("DOCUMENT_UNREADABLE", "Văn bản này không dựng được vào kho.", {
          where: key,
          remedy: "Hãy xem nhật ký của máy chủ.",
        });
      }
      assistant.swap(serve(store));
      ({ lexicons } = store);
    },
    close: () => {
      assistant.close();
    },
  };
}

/** Closes the store where it throws. */
function serving(
  store: Store,
  model: AssistantSources["model"] | null,
  defaultLocality: string | null,
  logger: Logger,
): ServingAssistant {
  const assistant = createAssistant({
    corpus: store.documents,
    facts: store.facts,
    retriever: store.retriever,
    localities: store.localities,
    lexicons: store.lexicons,
    logger,
    now: () => performance.now(),
    ...(model == null ? {} : { model }),
  });
  const keys = assistant.localities().map(({ key }) => key);
  if (defaultLocality !== null && !keys.includes(defaultLocality)) {
    store.close();
    throw new AppError("CONFIG_INVALID", unknownLocality(defaultLocality, keys), {
      where: "DEFAULT_LOCALITY",
    });
  }
  return {
    assistant,
    close: () => {
      store.close();
    },
  };
}

/** Logs to `write` as lines of JSON, from the given level up. */
export function loggerAt(level: LogLevel, write: (line: string) => void): Logger {
  const order: readonly LogLevel[] = ["silent", "error", "warn", "info"];
  const logger = jsonLogger(write);
  const isOn = (event: LogLevel): boolean => order.indexOf(event) <= order.indexOf(level);
  return {
    info: (event, fields) => {
      if (isOn("info")) logger.info(event, fields);
    },
    warn: (event, fields) => {
      if (isOn("warn")) logger.warn(event, fields);
    },
    error: (event, fields) => {
      if (isOn("error")) logger.error(event, fields);
    },
  };
}
