import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAssistant } from "../../src/answering/create-assistant.ts";
import type { Assistant } from "../../src/answering/assistant.ts";
import { openStore, type Store } from "../../src/operations/open-store.ts";
import { silentLogger } from "../../src/shared/logger.ts";

/** The assistant over the repository's own corpus, in a store of its own that goes when it is closed. */
export interface Evaluated {
  readonly assistant: Assistant;
  readonly store: Store;
  readonly textOf: (document: string) => string;
  close(): void;
}

export async function openEvaluated(): Promise<Evaluated> {
  const dataDirectory = mkdtempSync(join(tmpdir(), "tro-ly-evaluate-"));
  const store = await openStore({ corpusDirectory: "corpus", dataDirectory, logger: silentLogger });
  const { documents: corpus, facts, retriever, localities, lexicons } = store;
  return {
    assistant: createAssistant({
      corpus,
      facts,
      retriever,
      localities,
      lexicons,
      now: () => performance.now(),
    }),
    store,
    textOf: (document) => corpus.text(document),
    close() {
      store.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
