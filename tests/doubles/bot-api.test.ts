import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BotApi } from "./bot-api/bot-api.ts";
import { Person } from "./bot-api/person.ts";

let api: BotApi;
let person: Person;
beforeEach(async () => {
  api = await BotApi.start();
  person = Person.inPrivate(api, 7);
});
afterEach(() => api.stop());

interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number };
}

async function call(method: string, payload: unknown = {}, token = api.token): Promise<Answer> {
  const response = await fetch(`${api.root}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(payload),
  });
  return (await response.json()) as Answer;
}

const idsOf = ({ result }: Answer): number[] =>
  (result as { update_id: number }[]).map(({ update_id }) => update_id);

describe("the Bot API double", () => {
  it("knows its token and its methods", async () => {
    expect(await call("getMe", {}, "1:other")).toMatchObject({ error_code: 401 });
    expect(await call("sendFax")).toMatchObject({ error_code: 404 });
    expect(await call("getMe")).toMatchObject({ ok: true, result: { is_bot: true } });
  });

  it("hands updates out until an offset confirms them", async () => {
    const ids = [person.send("a"), person.send("b"), person.send("c")];
    expect(idsOf(await call("getUpdates"))).toEqual(ids);
    expect(idsOf(await call("getUpdates", { limit: 1 }))).toEqual(ids.slice(0, 1));
    expect(idsOf(await call("getUpdates", { offset: ids[1] }))).toEqual(ids.slice(1));
    expect(api.unconfirmed).toEqual(ids.slice(1));
  });

  it("holds a long poll until an update comes or the time is up", async () => {
    const started = performance.now();
    expect(idsOf(await call("getUpdates", { timeout: 0.1 }))).toEqual([]);
    expect(performance.now() - started).toBeGreaterThan(90);
    const waiting = call("getUpdates", { timeout: 5 });
    await api.until(() => api.isPolled);
    const id = person.send("a");
    expect(idsOf(await waiting)).toEqual([id]);
  });

  it("ends the older of two polls with 409", async () => {
    const older = call("getUpdates", { timeout: 5 });
    await api.until(() => api.isPolled);
    await call("getUpdates");
    expect(await older).toMatchObject({ error_code: 409 });
  });

  it.each([
    ["an empty text", { text: "" }],
    ["a blank text", { text: " \n" }],
    ["a text that mark-up alone fills", { text: "<b> </b>", parse_mode: "HTML" }],
    ["4,097 characters", { text: "a".repeat(4097) }],
    ["4,097 units of surrogate pairs", { text: "🎉".repeat(2049) }],
    ["broken HTML", { text: "<b>a", parse_mode: "HTML" }],
    ["an unknown parse mode", { text: "a", parse_mode: "Markdown" }],
    ["an unknown parameter", { text: "a", parsemode: "HTML" }],
    ["an unknown chat", { text: "a", chat_id: 99 }],
    ["a reply to nothing", { text: "a", reply_parameters: { message_id: 12345 } }],
    [
      "callback data of 65 bytes",
      { text: "a", reply_markup: { inline_keyboard: [[{ text: "x", callback_data: "đ".repeat(33) }]] } },
    ],
    [
      "a button without words",
      { text: "a", reply_markup: { inline_keyboard: [[{ text: " ", callback_data: "x" }]] } },
    ],
  ])("refuses a message with %s", async (_, payload) => {
    expect(await call("sendMessage", { chat_id: 7, ...payload })).toMatchObject({ error_code: 400 });
    expect(person.received).toEqual([]);
  });

  it("takes 4,096 characters after the mark-up has been read", async () => {
    const text = `<b>${"&amp;".repeat(4096)}</b>`;
    expect(await call("sendMessage", { chat_id: 7, text, parse_mode: "HTML" })).toMatchObject({ ok: true });
  });

  it("fails as it is told, once for each telling", async () => {
    api.fail(
      "sendMessage",
      { retryAfter: 3 },
      { status: 500 },
      { connection: "before" },
      { connection: "after" },
    );
    const payload = { chat_id: 7, text: "a" };
    expect(await call("sendMessage", payload)).toMatchObject({
      error_code: 429,
      parameters: { retry_after: 3 },
    });
    expect(await call("sendMessage", payload)).toMatchObject({ error_code: 500 });
    await expect(call("sendMessage", payload)).rejects.toThrow();
    expect(person.received).toHaveLength(0);
    await expect(call("sendMessage", payload)).rejects.toThrow();
    expect(person.received).toHaveLength(1);
    expect(await call("sendMessage", payload)).toMatchObject({ ok: true });
  });

  it("refuses what is wrong with commands, edits and callback answers", async () => {
    for (const command of [
      { command: "Địa", description: "x" },
      { command: "x", description: "" },
    ]) {
      expect(await call("setMyCommands", { commands: [command] })).toMatchObject({ error_code: 400 });
    }
    expect(await call("answerCallbackQuery", { callback_query_id: "no" })).toMatchObject({ error_code: 400 });
    await call("sendMessage", { chat_id: 7, text: "a" });
    const message_id = person.received[0]?.message_id;
    expect(await call("editMessageText", { chat_id: 7, message_id, text: "a" })).toMatchObject({
      description: expect.stringContaining("not modified") as string,
    });
    expect(await call("editMessageText", { chat_id: 7, message_id: 999, text: "b" })).toMatchObject({
      ok: false,
    });
  });
});
