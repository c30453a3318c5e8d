import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { newConversation } from "../../src/answering/assistant.ts";
import { openAssistantThread } from "../../src/operations/assistant-thread.ts";
import type { ThreadedAssistant } from "../../src/operations/keep-running.ts";
import { openStore } from "../../src/operations/open-store.ts";
import { serveStore } from "../../src/operations/serve-store.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { caught } from "../doubles/catch-error.ts";
import { smallCorpus, temporaryDirectory } from "../doubles/small-corpus.ts";

const QUESTION = "chỉ tiêu bảo hiểm y tế của An Phú đến năm 2030?";

async function open(corpusDirectory: string, dataDirectory: string): Promise<ThreadedAssistant> {
  const request = {
    corpusDirectory,
    dataDirectory,
    embedder: { kind: "shipped" },
    languageModel: null,
  } as const;
  const opened = await openAssistantThread(request, silentLogger);
  onTestFinished(() => {
    opened.close();
  });
  return opened;
}

describe("an assistant in a thread of its own", () => {
  test("answers as one in this thread does, many at a time", async () => {
    const [corpusDirectory, dataDirectory] = [smallCorpus(), temporaryDirectory()];
    const { assistant, documents } = await open(corpusDirectory, dataDirectory);
    const store = await openStore({ corpusDirectory, dataDirectory, logger: silentLogger });
    const here = serveStore(store, null, silentLogger);
    expect(store.rebuilt).toBe(false);
    expect([...documents]).toEqual(["an-phu"]);
    expect(assistant.localities()).toEqual(here.assistant.localities());
    const questions = [QUESTION, "", "ai chủ trì?", "thời tiết hôm nay"];
    const there = await Promise.all(questions.map((one) => assistant.ask(one, newConversation)));
    for (const [index, question] of questions.entries()) {
      const { answer, state } = await here.assistant.ask(question, newConversation);
      expect(there[index]?.state).toEqual(state);
      expect(there[index]?.answer).toEqual({ ...answer, elapsedMs: there[index]?.answer.elapsedMs });
    }
    expect(there[0]?.answer.text).toContain("91%");
    here.close();
  });

  test("says why it cannot be opened", async () => {
    const missing = join(temporaryDirectory(), "none");
    const error = await caught(() => open(missing, temporaryDirectory()));
    expect(error).toMatchObject({ code: "CORPUS_MISSING", where: missing });
  });

  test("fails what it is asked once it is closed, and hangs nobody", async () => {
    const opened = await open(smallCorpus(), temporaryDirectory());
    opened.close();
    await expect(opened.assistant.ask(QUESTION, newConversation)).rejects.toMatchObject({ code: "INTERNAL" });
    await expect(opened.assistant.ask(QUESTION, newConversation)).rejects.toMatchObject({ code: "INTERNAL" });
  });
});
