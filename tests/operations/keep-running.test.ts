import { describe, expect, test } from "vitest";
import { newConversation } from "../../src/answering/assistant.ts";
import { keepRunning } from "../../src/operations/keep-running.ts";
import type { RunningThread } from "../../src/operations/keep-running.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { plainAnswer } from "../../src/channels/ask-safely.ts";

/** A thread that answers with its name, and ends at the question «end». */
function thread(name: string): RunningThread {
  let hasEnded = false;
  return {
    localities: [],
    documents: new Set(),
    ask: (message, state) => {
      hasEnded ||= message === "end";
      return hasEnded
        ? Promise.reject(new Error(`${name} has ended`))
        : Promise.resolve({ answer: plainAnswer("passage", name), state });
    },
    hasEnded: () => hasEnded,
    close: () => {
      hasEnded = true;
    },
  };
}

/** Starts the threads one after another; after the last one no other can be started. */
async function over(threads: readonly RunningThread[]) {
  let started = 0;
  const { assistant, close } = await keepRunning(() => {
    const next = threads[started++];
    return next === undefined ? Promise.reject(new Error("no thread")) : Promise.resolve(next);
  }, silentLogger);
  return {
    ask: async (message: string) => (await assistant.ask(message, newConversation)).answer.text,
    started: () => started,
    close,
  };
}

describe("an assistant over a thread that may end", () => {
  test("asks the next thread what the one before did not live to answer", async () => {
    const [first, second] = [thread("first"), thread("second")];
    const { ask, started } = await over([first, second]);
    expect(await ask("xin chào")).toBe("first");
    first.close();
    expect(await ask("xin chào")).toBe("second");
    expect(started()).toBe(2);
  });

  test("starts one thread, however many questions wait for it", async () => {
    const [first, second, third] = [thread("first"), thread("second"), thread("third")];
    const { ask, started } = await over([first, second, third]);
    first.close();
    expect(await Promise.all([ask("a"), ask("b"), ask("c")])).toEqual(["second", "second", "second"]);
    expect(started()).toBe(2);
  });

  test("fails a question that ends two threads, and answers the one after it", async () => {
    const { ask } = await over([thread("first"), thread("second"), thread("third")]);
    await expect(ask("end")).rejects.toThrow("second has ended");
    expect(await ask("xin chào")).toBe("third");
  });

  test("fails where no thread can be started, and starts none once it is closed", async () => {
    const first = thread("first");
    const failing = await over([first]);
    first.close();
    await expect(failing.ask("a")).rejects.toThrow("first has ended");
    const closed = await over([thread("first"), thread("second")]);
    closed.close();
    await expect(closed.ask("a")).rejects.toThrow("first has ended");
    expect(closed.started()).toBe(1);
  });
});
