import type { Assistant } from "./answering/assistant.ts";
import { unknownLocality } from "./channels/json-lines.ts";
import type { Config, LogLevel } from "./config.ts";
import { openAssistantThread } from "./operations/assistant-thread.ts";
import { buildApart } from "./operations/build-apart.ts";
import { openStore } from "./operations/open-store.ts";
import { openModel, serveStore } from "./operations/serve-store.ts";
import { createSwappableAssistant } from "./operations/swap-assistant.ts";
import type { ServingAssistant } from "./operations/swap-assistant.ts";
import { AppError } from "./shared/app-error.ts";
import { jsonLogger } from "./shared/logger.ts";
import type { Logger } from "./shared/logger.ts";

export interface StartedAssistant {
  readonly assistant: Assistant;
  /**
   * Puts the corpus as it is now into service, while questions go on being answered: the store is built in a process,
   * and answered from in a thread, of their own.
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
  const { corpusDirectory, dataDirectory, embedder, languageModel, defaultLocality } = config;
  const request = { corpusDirectory, dataDirectory, embedder };
  const model = await openModel(languageModel);
  const first = await openStore({ ...request, logger, ...(onStep === undefined ? {} : { onStep }) });
  const serving = serveStore(first, model, logger);
  checkLocality(serving, defaultLocality);
  const assistant = createSwappableAssistant(serving);
  return {
    assistant,
    async reload(key) {
      await buildApart(request);
      const next = await openAssistantThread({ ...request, languageModel }, logger);
      if (!next.documents.has(key)) {
        next.close();
        throw new AppError("DOCUMENT_UNREADABLE", "Văn bản này không dựng được vào kho.", {
          where: key,
          remedy: "Hãy xem nhật ký của máy chủ.",
        });
      }
      checkLocality(next, defaultLocality);
      assistant.swap(next);
    },
    close: () => {
      assistant.close();
    },
  };
}

/** Closes the assistant where it throws. */
function checkLocality({ assistant, close }: ServingAssistant, defaultLocality: string | null): void {
  const keys = assistant.localities().map(({ key }) => key);
  if (defaultLocality === null || keys.includes(defaultLocality)) return;
  close();
  throw new AppError("CONFIG_INVALID", unknownLocality(defaultLocality, keys), { where: "DEFAULT_LOCALITY" });
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
