import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepConversations } from "../../src/channels/conversation.ts";
import { openConversations } from "../../src/channels/open-conversations.ts";
import { conversationDatabase } from "../doubles/conversation-database.ts";

describe("conversations", () => {
  it("begin with the default locality and no topic", () => {
    const conversations = keepConversations(conversationDatabase(), { defaultLocality: "duc-pho" });
    expect(conversations.load("telegram:1")).toEqual({ locality: "duc-pho", topic: null });
  });

  it("forget the topic after a while, the locality not", () => {
    let now = 0;
    const conversations = keepConversations(conversationDatabase(), { topicAgeMs: 1000, now: () => now });
    conversations.save("a", { locality: "ha-tinh", topic: { indicator: "x" } });
    now = 1000;
    expect(conversations.load("a").topic).toEqual({ indicator: "x" });
    now = 1001;
    expect(conversations.load("a")).toEqual({ locality: "ha-tinh", topic: null });
  });

  it("are kept apart, and keep what was cleared cleared", () => {
    const conversations = keepConversations(conversationDatabase(), { defaultLocality: "duc-pho" });
    conversations.save("a", { locality: null, topic: undefined });
    expect(conversations.load("a")).toEqual({ locality: null, topic: null });
    expect(conversations.load("b").locality).toBe("duc-pho");
  });

  it("drop those unused for the longest time beyond the bound", () => {
    const database = conversationDatabase();
    let now = 0;
    const conversations = keepConversations(database, { maxConversations: 50, now: () => ++now });
    for (let i = 0; i < 500; i++) conversations.save(`c${i}`, { locality: "x", topic: null });
    const count = database.prepare("SELECT count(*) AS n FROM conversation").get() as { n: number };
    expect(count.n).toBeLessThanOrEqual(52);
    expect(conversations.load("c499").locality).toBe("x");
    expect(conversations.load("c0").locality).toBeNull();
  });
});

describe("openConversations", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "conversations-"));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });
  const open = (at = directory) => openConversations(at, { defaultLocality: null });

  it("keeps conversations in a file, made with its directory", () => {
    const at = join(directory, "a", "b");
    const first = open(at);
    first.conversations.save("k", { locality: "ha-tinh", topic: 1 });
    first.close();
    const second = open(at);
    expect(second.conversations.load("k")).toEqual({ locality: "ha-tinh", topic: 1 });
    second.close();
  });

  it("does not touch a file that is no database, and says what to do", () => {
    writeFileSync(join(directory, "conversations.db"), "no database ".repeat(1000));
    expect(() => open()).toThrow(expect.objectContaining({ code: "STORE_UNREADABLE" }) as Error);
    expect(() => open()).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining("backup") as string }) as Error,
    );
  });

  it("says so where the directory cannot be made", () => {
    writeFileSync(join(directory, "file"), "");
    expect(() => open(join(directory, "file", "data"))).toThrow(
      expect.objectContaining({ code: "STORE_NOT_WRITABLE" }) as Error,
    );
  });
});
