import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { describeError } from "../../../src/shared/app-error.ts";
import { assistantDouble } from "../../doubles/assistant.ts";
import { Person } from "../../doubles/bot-api/person.ts";
import { Harness, LOCALITIES } from "./harness.ts";

const harness = new Harness();
const texts = (person: Person): string[] => person.received.map(({ text }) => text);

describe("when Telegram fails", () => {
  it("waits as long as a 429 says", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 1);
    harness.api.fail("sendMessage", { retryAfter: 1 });
    person.send("x");
    await person.waitForMessages(1);
    const [refused, taken] = harness.api.callsOf("sendMessage");
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThan(950);
  });

  it("does not keep other chats waiting for it", async () => {
    await harness.start();
    const [slow, quick] = [Person.inPrivate(harness.api, 1), Person.inPrivate(harness.api, 2)];
    harness.api.fail("sendMessage", { retryAfter: 1 });
    slow.send("x");
    await harness.api.until(() => harness.api.callsOf("sendMessage").length === 1);
    quick.send("y");
    await quick.waitForMessages(1);
    expect(slow.received).toHaveLength(0);
    await slow.waitForMessages(1);
  });

  it("repeats after 5xx and broken connections, and neither loses nor doubles an answer", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 1);
    harness.api.fail(
      "sendMessage",
      { status: 500 },
      { status: 502 },
      { connection: "before" },
      { status: 503 },
    );
    for (const text of ["a", "b", "c"]) person.send(text);
    await person.waitForMessages(3);
    await sleep(100);
    expect(texts(person)).toEqual(["→ a [–]", "→ b [–]", "→ c [–]"]);
  });

  it("sends the parts of a long answer once each, whatever breaks between them", async () => {
    const text = Array.from({ length: 2500 }, (_, i) => `câu ${i}.`).join(" ");
    await harness.start(assistantDouble(() => ({ text }), LOCALITIES));
    const person = Person.inPrivate(harness.api, 1);
    harness.api.fail("sendMessage", { status: 500 }, { delayMs: 30 }, { connection: "before" });
    person.send("x");
    await harness.api.until(() => texts(person).join(" ").length >= text.length);
    await sleep(50);
    expect(texts(person).join(" ")).toBe(text);
  });

  it("would rather say it twice than never, where it cannot know that Telegram has taken it", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 1);
    harness.api.fail("sendMessage", { connection: "after" });
    person.send("x");
    expect((await person.waitForMessages(1))[0]?.text).toBe("→ x [–]");
  });

  it("goes on polling after 5xx, 429 and a broken poll", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 1);
    harness.api.fail("getUpdates", { connection: "before" });
    person.send("x");
    await person.waitForMessages(1);
    person.send("y");
    await person.waitForMessages(2);
    expect(texts(person)).toEqual(["→ x [–]", "→ y [–]"]);
  });

  it("starts while Telegram is down, and answers when it is back", async () => {
    harness.api.fail("getMe", ...Array.from({ length: 5 }, () => ({ status: 502 })));
    const channel = harness.channel(undefined, { connectMs: 50 });
    expect(await channel.start()).toContain("thử lại");
    const person = Person.inPrivate(harness.api, 1);
    person.send("x");
    expect(await person.waitForMessages(1)).toHaveLength(1);
  });

  it("goes on with its work when a user has blocked it", async () => {
    await harness.start();
    const [gone, here] = [Person.inPrivate(harness.api, 1), Person.inPrivate(harness.api, 2)];
    harness.api.state.chats.blocked.add(1);
    gone.send("x");
    here.send("y");
    await here.waitForMessages(1);
    await harness.api.until(() => harness.api.callsOf("sendMessage").length === 2);
    await sleep(100);
    expect(harness.api.callsOf("sendMessage")).toHaveLength(2);
  });

  it("follows a group to its supergroup", async () => {
    await harness.start();
    const group = Person.inGroup(harness.api, 1, -5);
    const successor = Person.inGroup(harness.api, 1, -1005);
    harness.api.state.chats.migrated.set(-5, -1005);
    group.send("/help");
    expect(await successor.waitForMessages(1)).toHaveLength(1);
  });

  it("polls on when another process has taken the token over for a while", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 1);
    await harness.api.until(() => harness.api.isPolled);
    const rival = await fetch(`${harness.api.root}/bot${harness.api.token}/getUpdates`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"timeout":0}',
    });
    expect(rival.status).toBe(200);
    await harness.api.until(() => harness.api.callsOf("getUpdates").some(({ ok }) => !ok));
    person.send("x");
    expect(await person.waitForMessages(1)).toHaveLength(1);
  });

  it("says what is wrong with a token that Telegram does not know, without the token", async () => {
    const token = "123456:another-token";
    const failure = await harness
      .channel(undefined, { token })
      .start()
      .catch((error: unknown) => error);
    expect(describeError(failure)).toMatch(/TELEGRAM_BOT_TOKEN.*@BotFather/);
    expect(describeError(failure)).not.toContain("another");
  });

  it("never logs the token", async () => {
    const channel = await harness.start();
    const person = Person.inPrivate(harness.api, 1);
    harness.api.fail("sendMessage", { connection: "before" }, { status: 500 });
    harness.api.fail("setMyCommands", { status: 400 });
    person.send("x");
    await person.waitForMessages(1);
    await channel.stop();
    expect(harness.logged.length).toBeGreaterThan(0);
    expect(harness.logged.join("\n")).not.toContain("secret");
  });
});

describe("over restarts", () => {
  it("answers a repeated update once", async () => {
    const first = await harness.start();
    const person = Person.inPrivate(harness.api, 1);
    const id = person.send("x");
    await person.waitForMessages(1);
    const again = { message_id: 1, date: 1, chat: person.chat, from: person.user, text: "x" };
    harness.api.push({ message: again as never }, id);
    person.send("y");
    await person.waitForMessages(2);
    await first.stop();
    harness.api.push({ message: again as never }, id);
    await harness.start();
    person.send("z");
    await person.waitForMessages(3);
    expect(texts(person)).toEqual(["→ x [–]", "→ y [–]", "→ z [–]"]);
  });

  it("answers after the restart what came in before it and was not answered", async () => {
    const hanging = assistantDouble(() => new Promise(() => undefined), LOCALITIES);
    const first = await harness.start(hanging, { graceMs: 20 });
    const person = Person.inPrivate(harness.api, 1);
    person.send("một");
    person.send("hai");
    await harness.api.until(() => hanging.asked.length === 1);
    await first.stop();
    expect(harness.api.unconfirmed).toEqual([]);
    await harness.start();
    await person.waitForMessages(2);
    expect(texts(person)).toEqual(["→ một [–]", "→ hai [–]"]);
  });

  it("sends only the parts that are left, of the answer that was begun", async () => {
    const text = "câu. ".repeat(2000).trim();
    const first = await harness.start(
      assistantDouble(() => ({ text }), LOCALITIES),
      { graceMs: 20, retryDelayMs: 10_000 },
    );
    const person = Person.inPrivate(harness.api, 1);
    harness.api.fail("sendMessage", { delayMs: 0 }, { status: 500 });
    person.send("x");
    await harness.api.until(() => harness.api.callsOf("sendMessage").length === 2);
    await first.stop();
    expect(person.received).toHaveLength(1);
    const other = assistantDouble(() => ({ text: "khác" }), LOCALITIES);
    await harness.start(other);
    await person.waitForMessages(3);
    expect(texts(person).join(" ")).toBe(text);
    expect(other.asked).toEqual([]);
  });

  it("gives an update up that has brought the process down again and again", async () => {
    const hanging = assistantDouble(() => new Promise(() => undefined), LOCALITIES);
    const person = Person.inPrivate(harness.api, 1);
    person.send("x");
    for (let run = 1; run <= 5; run++) {
      const channel = await harness.start(hanging, { graceMs: 1 });
      await harness.api.until(() => hanging.asked.length === run);
      await channel.stop();
    }
    await harness.start(hanging);
    expect((await person.waitForMessages(1))[0]?.text).toContain("trục trặc");
  });

  it("finishes what is under way before it stops", async () => {
    const slow = assistantDouble(async () => {
      await sleep(150);
      return { text: "xong" };
    }, LOCALITIES);
    const channel = await harness.start(slow);
    const person = Person.inPrivate(harness.api, 1);
    person.send("x");
    await harness.api.until(() => slow.asked.length === 1);
    await channel.stop();
    expect(texts(person)).toEqual(["xong"]);
    expect(await channel.closed).toBe("stopped");
  });

  it("wipes what was said once it has been answered", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 1);
    person.send("bí mật của tôi");
    await person.waitForMessages(1);
    const rows = (): unknown[] => harness.database.prepare("SELECT body, reply FROM inbox").all();
    await harness.api.until(() => JSON.stringify(rows()) === '[{"body":null,"reply":null}]');
    expect(rows()).toHaveLength(1);
  });

  it("answers on a disk that takes no more", async () => {
    const channel = harness.channel();
    harness.database.pragma("query_only = ON");
    await channel.start();
    const person = Person.inPrivate(harness.api, 1);
    person.send("x");
    expect((await person.waitForMessages(1))[0]?.text).toBe("→ x [–]");
  });
});

describe("order", () => {
  it("answers the messages of one chat in order, chats side by side, a bounded number at once", async () => {
    let running = 0;
    let most = 0;
    const assistant = assistantDouble(async (message) => {
      most = Math.max(most, ++running);
      await sleep(message === "0" ? 30 : 5);
      running--;
      return { text: message };
    }, LOCALITIES);
    await harness.start(assistant, { concurrency: 3 });
    const people = Array.from({ length: 6 }, (_, i) => Person.inPrivate(harness.api, i + 1));
    for (let i = 0; i < 5; i++) for (const person of people) person.send(String(i));
    await Promise.all(people.map((person) => person.waitForMessages(5)));
    for (const person of people) expect(texts(person)).toEqual(["0", "1", "2", "3", "4"]);
    expect(most).toBe(3);
  });

  it("takes in a flood of updates a piece at a time and answers it all", async () => {
    await harness.start();
    const people = Array.from({ length: 20 }, (_, i) => Person.inPrivate(harness.api, i + 1));
    for (let i = 0; i < 30; i++) for (const person of people) person.send(String(i));
    await harness.api.until(() => people.every(({ received }) => received.length === 30), 15_000);
    expect(harness.api.unconfirmed.length).toBeLessThan(100);
  });
});
