import { createAssistant } from "./answering/create-assistant.ts";
import type { Assistant } from "./answering/assistant.ts";
import { createLangchainChatModel } from "./answering/langchain-chat-model.ts";
import { unknownLocality } from "./channels/json-lines.ts";
import type { Config, LogLevel } from "./config.ts";
import { openStore } from "./operations/open-store.ts";
import { AppError } from "./shared/app-error.ts";
import { jsonLogger } from "./shared/logger.ts";
import type { Logger } from "./shared/logger.ts";

export interface StartedAssistant {
  readonly assistant: Assistant;
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
  const { corpusDirectory, dataDirectory, defaultLocality, languageModel, embedder } = config;
  const store = await openStore({
    corpusDirectory,
    dataDirectory,
    embedder,
    logger,
    ...(onStep === undefined ? {} : { onStep }),
  });
  const assistant = createAssistant({
    corpus: store.documents,
    facts: store.facts,
    retriever: store.retriever,
    localities: store.localities,
    lexicons: store.lexicons,
    logger,
    now: () => performance.now(),
    ...(languageModel === null
      ? {}
      : {
          model: {
            chat: await createLangchainChatModel(languageModel),
            deadlineMs: languageModel.timeoutMs,
          },
        }),
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
