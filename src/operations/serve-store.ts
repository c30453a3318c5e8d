import { createAssistant } from "../answering/create-assistant.ts";
import { createLangchainChatModel } from "../answering/langchain-chat-model.ts";
import type { ChatModelSettings } from "../answering/langchain-chat-model.ts";
import type { ModelChoice } from "../answering/use-model.ts";
import type { Logger } from "../shared/logger.ts";
import type { Store } from "./open-store.ts";
import type { ServingAssistant } from "./swap-assistant.ts";

/** Null where no language model is set up. */
export async function openModel(settings: ChatModelSettings | null): Promise<ModelChoice | null> {
  if (settings === null) return null;
  return { chat: await createLangchainChatModel(settings), deadlineMs: settings.timeoutMs };
}

/** The assistant over an open store, in this thread. */
export function serveStore(store: Store, model: ModelChoice | null, logger: Logger): ServingAssistant {
  const { documents: corpus, facts, retriever, localities, lexicons } = store;
  const assistant = createAssistant({
    corpus,
    facts,
    retriever,
    localities,
    lexicons,
    logger,
    now: () => performance.now(),
    ...(model === null ? {} : { model }),
  });
  return {
    assistant,
    close: () => {
      store.close();
    },
  };
}
