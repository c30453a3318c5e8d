import { describe, expect, it } from "vitest";
import type { Citation } from "../../../src/answering/answer.ts";
import { assistantDouble } from "../../doubles/assistant.ts";
import type { BotMessage } from "../../doubles/bot-api/chats.ts";
import { Person } from "../../doubles/bot-api/person.ts";
import { Harness, LOCALITIES } from "./harness.ts";

const harness = new Harness();

const citation: Citation = {
  document: "duc-pho",
  title: "Chương trình hành động",
  issuer: "Thị ủy Đức Phổ",
  number: null,
  date: "tháng 3 năm 2024",
  status: "draft",
  locator: "Mục II.2.1, gạch đầu dòng 1",
  quote: "trên 95% dân số tham gia <bảo hiểm> y tế",
  start: 10,
  end: 50,
};

/** The expandable blocks of a message, in order. */
function quotationsOf(message: BotMessage | undefined): string[] {
  const blocks = message?.entities.filter(({ type }) => type === "expandable_blockquote") ?? [];
  return blocks.map(({ offset, length }) => message?.text.slice(offset, offset + length) ?? "");
}

describe("the Telegram bot", () => {
  it("publishes its commands in Vietnamese and English", async () => {
    await harness.start();
    const { commands } = harness.api.state;
    expect(commands.get("")?.map(({ command }) => command)).toEqual(["start", "diaban", "trogiup", "help"]);
    expect(commands.get("en")).toHaveLength(4);
  });

  it.each(["/start", "/help", "/trogiup", "/TroGiup", "/start@tro_ly_bot"])(
    "introduces itself at %s",
    async (command) => {
      await harness.start();
      const person = Person.inPrivate(harness.api, 7);
      person.send(command);
      const [message] = await person.waitForMessages(1);
      expect(message?.text).toContain("/diaban");
    },
  );

  it("speaks English to an English client", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 7, "en-GB");
    person.send("/help");
    expect((await person.waitForMessages(1))[0]?.text).toContain("Just type your question");
  });

  it("shows the answer and the warning in the open, the quotation in an expandable block", async () => {
    const warning = "Văn bản này là dự thảo, chưa có số và ngày ban hành.";
    await harness.start(
      assistantDouble(
        () => ({
          text: "Trên 95% đến năm 2030.",
          citations: [citation],
          warnings: [{ code: "draft", text: warning }],
        }),
        LOCALITIES,
      ),
    );
    const person = Person.inPrivate(harness.api, 7);
    person.send("chỉ tiêu BHYT?");
    const [message] = await person.waitForMessages(1);
    expect(quotationsOf(message)).toEqual([
      `Chương trình hành động, Thị ủy Đức Phổ, tháng 3 năm 2024 (dự thảo)\n«${citation.quote}»\n— ${citation.locator}`,
    ]);
    expect(message?.text).toMatch(/^Trên 95% đến năm 2030\.\n\n⚠️ Văn bản này là dự thảo/);
    expect(harness.api.callsOf("sendChatAction")).toHaveLength(1);
  });

  it("sets the quotation that the text holds apart, in its place, and does not say it twice", async () => {
    const next = { ...citation, start: 60, end: 70, quote: "đến năm 2030", locator: "Mục II.2" };
    const text = `Đức Phổ: trên 95%.\n«${citation.quote}» (${citation.locator})\nHết.`;
    await harness.start(assistantDouble(() => ({ text, citations: [citation, next] }), LOCALITIES));
    const person = Person.inPrivate(harness.api, 7);
    person.send("chỉ tiêu BHYT?");
    const [message] = await person.waitForMessages(1);
    expect(quotationsOf(message)).toEqual([
      `«${citation.quote}»\n— ${citation.locator}`,
      `Chương trình hành động, Thị ủy Đức Phổ, tháng 3 năm 2024 (dự thảo)\n«đến năm 2030»\n— Mục II.2`,
    ]);
    expect(message?.text).toMatch(/^Đức Phổ: trên 95%\.\n«.+»\n— .+\nHết\.\nChương trình/);
  });

  it("sends a long answer in order, no part over the limit", async () => {
    const text = Array.from({ length: 2000 }, (_, i) => `Câu thứ ${i} & <b>.`).join(" ");
    await harness.start(assistantDouble(() => ({ text, suggestions: ["Hỏi tiếp"] }), LOCALITIES));
    const person = Person.inPrivate(harness.api, 7);
    person.send("tất cả");
    await harness.api.until(() => person.received.at(-1)?.buttons.length === 1);
    expect(person.received.map((message) => message.text).join(" ")).toBe(text);
    expect(person.received.filter((message) => message.buttons.length > 0)).toHaveLength(1);
  });

  it("carries the conversation on from message to message", async () => {
    const assistant = harness.echo();
    await harness.start(assistant);
    const person = Person.inPrivate(harness.api, 7);
    person.send("một");
    person.send("hai");
    await person.waitForMessages(2);
    expect(assistant.asked.map(({ state }) => state.topic)).toEqual([null, { last: "một" }]);
  });

  it("asks a suggestion that is pressed, and shows which", async () => {
    const question = "So sánh với Nghị quyết 42-NQ/TW về tỷ lệ bao phủ bảo hiểm y tế toàn dân?";
    const assistant = assistantDouble(() => ({ text: "Đây.", suggestions: [question] }), LOCALITIES);
    await harness.start(assistant);
    const person = Person.inPrivate(harness.api, 7);
    person.send("BHYT");
    await person.waitForMessages(1);
    person.press("So sánh");
    const messages = await person.waitForMessages(2);
    expect(assistant.asked.at(-1)?.message).toBe(question);
    expect(messages[1]?.text).toBe(`❯ ${question}\n\nĐây.`);
    expect(harness.api.state.openCallbacks.size).toBe(0);
  });

  it("says so when a button is out of date", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 7);
    for (const data of ["s:0", "l:gone", "x", ""]) {
      person.callback(data, { message_id: 1, date: 0, chat: person.chat });
    }
    const messages = await person.waitForMessages(4);
    for (const { text } of messages) expect(text).toContain("Nút này đã cũ");
  });

  it.each([
    { photo: [] },
    { voice: { file_id: "1" } },
    { sticker: { file_id: "1" } },
    { document: { file_id: "1" }, caption: "văn bản đây" },
    { location: { latitude: 1, longitude: 2 } },
  ])("answers %o with one plain sentence", async (content) => {
    const assistant = harness.echo();
    await harness.start(assistant);
    const person = Person.inPrivate(harness.api, 7);
    person.send(content as never);
    const [message] = await person.waitForMessages(1);
    expect(message?.text).toContain("chỉ đọc được tin nhắn chữ");
    expect(assistant.asked).toEqual([]);
  });

  it("answers an album once, and keeps silent on edits and service messages", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 7);
    for (let i = 0; i < 4; i++) person.send({ photo: [], media_group_id: "album" });
    person.send({ pinned_message: {} as never });
    harness.api.push({ edited_message: { message_id: 1, date: 1, chat: person.chat, text: "sửa" } as never });
    person.send("còn đó không?");
    await harness.api.until(() => person.received.at(-1)?.text.startsWith("→ còn đó") === true);
    expect(person.received).toHaveLength(2);
  });

  it("survives anything that a person can type", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 7);
    const inputs = [
      "",
      " ",
      "🎉🎉",
      "\u0000\u0007",
      "a".repeat(100_000),
      "<b>&",
      "/",
      "/nosuch",
      "/diaban <script>",
      "\ud800",
    ];
    for (const text of inputs) person.send(text);
    await harness.api.until(
      () => harness.api.unconfirmed.length === 0 && person.received.length >= inputs.length,
    );
    expect(harness.logged.filter((line) => line.includes("refused"))).toEqual([]);
  });

  it("apologises when the assistant fails, and goes on", async () => {
    const assistant = assistantDouble((message) => {
      if (message === "hỏng") throw new Error("boom");
      return { text: "ổn" };
    }, LOCALITIES);
    await harness.start(assistant);
    const person = Person.inPrivate(harness.api, 7);
    person.send("hỏng");
    person.send("lành");
    const messages = await person.waitForMessages(2);
    expect(messages.map(({ text }) => text)).toEqual([expect.stringContaining("trục trặc"), "ổn"]);
  });
});

describe("in a group", () => {
  it("answers commands, replies to it and mentions of it, nothing else", async () => {
    const assistant = harness.echo();
    await harness.start(assistant);
    const person = Person.inGroup(harness.api, 7, -100);
    const other = { id: 9, is_bot: true, first_name: "khác", username: "other_bot" };
    person.send("chào cả nhà, chỉ tiêu BHYT là gì?");
    person.send("/start@other_bot");
    person.send("/nosuch");
    person.send("email cho a@tro_ly_bot.vn nhé");
    person.send({ photo: [] });
    person.send({ text: "ừ", reply_to_message: { from: other, message_id: 1 } as never });
    person.send("@tro_ly_bot chỉ tiêu BHYT?");
    const [first] = await person.waitForMessages(1);
    if (first === undefined) throw new Error("no message");
    person.reply(first, "còn BHXH?");
    person.send("/diaban");
    await person.waitForMessages(3);
    expect(assistant.asked.map(({ message }) => message)).toEqual(["chỉ tiêu BHYT?", "còn BHXH?"]);
    for (const message of person.received) expect(message.replyTo).not.toBeNull();
  });

  it("answers in the topic of a forum, each with its own conversation", async () => {
    const assistant = harness.echo();
    await harness.start(assistant);
    const person = Person.inGroup(harness.api, 7, -100);
    person.send({ text: "@tro_ly_bot một", is_topic_message: true, message_thread_id: 5 });
    await person.waitForMessages(1);
    person.send({ text: "@tro_ly_bot hai", is_topic_message: true, message_thread_id: 6 });
    const messages = await person.waitForMessages(2);
    expect(messages.map(({ thread }) => thread)).toEqual([5, 6]);
    expect(assistant.asked[1]?.state.topic).toBeNull();
  });

  it("keeps the locality when the group becomes a supergroup", async () => {
    const assistant = harness.echo();
    await harness.start(assistant);
    const before = Person.inGroup(harness.api, 7, -5);
    before.send("/diaban đức phổ");
    await before.waitForMessages(1);
    before.send({ migrate_to_chat_id: -1005 });
    const after = Person.inGroup(harness.api, 7, -1005);
    after.send("@tro_ly_bot BHYT?");
    expect((await after.waitForMessages(1))[0]?.text).toBe("→ BHYT? [duc-pho]");
  });
});
