import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../../src/answering/answer.ts";
import { newConversation, type ConversationState } from "../../src/answering/assistant.ts";
import { createAssistant } from "../../src/answering/create-assistant.ts";
import { openStore } from "../../src/operations/open-store.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { writeTree } from "./small-corpus.ts";

/** A document made up for a test: its text, and the fields of its manifest that matter. */
export interface SmallDocument {
  readonly text: string;
  /** Key of a locality of corpus/localities.yaml; null for the whole country. */
  readonly locality: string | null;
  /** Further lines of document.yaml: «number: 12/QĐ-UBND». */
  readonly manifest?: string;
}

/** An assistant over made-up documents with the project's own lexicons. */
export interface SmallAssistant {
  /** The answer to the last message of a conversation. */
  ask(messages: string | readonly string[], locality?: string | null): Promise<Answer>;
  close(): void;
}

export async function smallAssistant(
  documents: Readonly<Record<string, SmallDocument>>,
): Promise<SmallAssistant> {
  const directory = mkdtempSync(join(tmpdir(), "tro-ly-"));
  const corpusDirectory = join(directory, "corpus");
  const files = Object.entries(documents).flatMap(([key, { text, locality, manifest = "" }]) => [
    [`corpus/${key}/source.txt`, text] as const,
    [`corpus/${key}/document.yaml`, `locality: ${locality ?? "null"}\n${manifest}`] as const,
  ]);
  writeTree(directory, Object.fromEntries(files));
  for (const name of readdirSync("corpus").filter((each) => each.endsWith(".yaml")))
    copyFileSync(join("corpus", name), join(corpusDirectory, name));
  const store = await openStore({
    corpusDirectory,
    dataDirectory: join(directory, "data"),
    logger: silentLogger,
  });
  const assistant = createAssistant({
    corpus: store.documents,
    facts: store.facts,
    retriever: store.retriever,
    localities: store.localities,
    lexicons: store.lexicons,
    now: () => performance.now(),
  });
  return {
    async ask(messages, locality = null) {
      let state: ConversationState = { ...newConversation, locality };
      let answer: Answer | null = null;
      for (const message of typeof messages === "string" ? [messages] : messages) {
        const turn = await assistant.ask(message, state);
        state = turn.state;
        answer = turn.answer;
      }
      if (answer === null) throw new Error("no message");
      return answer;
    },
    close() {
      store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
