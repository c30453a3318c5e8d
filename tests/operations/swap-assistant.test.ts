import { describe, expect, it } from "vitest";
import { newConversation } from "../../src/answering/assistant.ts";
import { createSwappableAssistant } from "../../src/operations/swap-assistant.ts";
import type { ServingAssistant } from "../../src/operations/swap-assistant.ts";
import { assistantDouble } from "../doubles/assistant.ts";

const closed: string[] = [];
function serving(name: string, until: Promise<void> = Promise.resolve()): ServingAssistant {
  const assistant = assistantDouble(
    async (message) => {
      await until;
      if (message === "hỏng") throw new Error("broken");
      return { text: name };
    },
    [{ key: name, name }],
  );
  return { assistant, close: () => closed.push(name) };
}

describe("an assistant that is swapped", () => {
  it("ends a question where it began, and closes the store only then", async () => {
    closed.length = 0;
    let release = (): void => undefined;
    const swappable = createSwappableAssistant(serving("cũ", new Promise((resolve) => (release = resolve))));
    const under = [swappable.ask("a", newConversation), swappable.ask("hỏng", newConversation)] as const;
    swappable.swap(serving("mới"));
    expect((await swappable.ask("b", newConversation)).answer.text).toBe("mới");
    expect(swappable.localities()).toEqual([{ key: "mới", name: "mới" }]);
    expect(closed).toEqual([]);
    release();
    const [answered, failed] = await Promise.allSettled(under);
    expect(answered).toMatchObject({ status: "fulfilled", value: { answer: { text: "cũ" } } });
    expect(failed.status).toBe("rejected");
    expect(closed).toEqual(["cũ"]);
  });

  it("closes what serves, once", () => {
    closed.length = 0;
    const swappable = createSwappableAssistant(serving("cũ"));
    swappable.swap(serving("mới"));
    swappable.close();
    swappable.close();
    expect(closed).toEqual(["cũ", "mới"]);
  });
});
