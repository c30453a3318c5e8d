import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../../src/answering/answer.ts";
import { newConversation, type ConversationState } from "../../src/answering/assistant.ts";
import { createAssistant } from "../../src/answering/create-assistant.ts";
import { phrasingNames } from "../../src/answering/phrasing-names.ts";
import type { PhrasingNames } from "../../src/answering/phrasing-grounds.ts";
import type { AssistantSources } from "../../src/answering/create-assistant.ts";
import { openStore, type Store } from "../../src/operations/open-store.ts";
import { silentLogger } from "../../src/shared/logger.ts";

/** The assistant over the project's own corpus, its store built in a directory of its own. */
export interface CorpusAssistant {
  readonly store: Store;
  readonly names: PhrasingNames;
  readonly sources: AssistantSources;
  answer(question: string, locality?: string | null): Promise<Answer>;
  /** The answer to the last of several turns of one conversation. */
  converse(turns: readonly string[], locality?: string | null): Promise<Answer>;
  close(): void;
}

/** @param more A directory of further documents that are held beside the corpus. */
export async function corpusAssistant(more?: string): Promise<CorpusAssistant> {
  const dataDirectory = mkdtempSync(join(tmpdir(), "tro-ly-"));
  const corpusDirectory = more === undefined ? "corpus" : join(dataDirectory, "corpus");
  if (more !== undefined)
    for (const from of ["corpus", more]) cpSync(from, corpusDirectory, { recursive: true });
  const store = await openStore({ corpusDirectory, dataDirectory, logger: silentLogger });
  const sources = {
    corpus: store.documents,
    facts: store.facts,
    retriever: store.retriever,
    localities: store.localities,
    lexicons: store.lexicons,
    now: () => performance.now(),
  };
  const assistant = createAssistant(sources);
  return {
    store,
    sources,
    names: phrasingNames(sources),
    async answer(question, locality = null) {
      return (await assistant.ask(question, { locality, topic: null })).answer;
    },
    async converse(turns, locality = null) {
      let state: ConversationState = { ...newConversation, locality };
      let answer: Answer | null = null;
      for (const turn of turns) ({ answer, state } = await assistant.ask(turn, state));
      if (answer === null) throw new Error("no turn");
      return answer;
    },
    close() {
      store.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
