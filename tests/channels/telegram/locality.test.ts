import { describe, expect, it } from "vitest";
import { assistantDouble } from "../../doubles/assistant.ts";
import { Person } from "../../doubles/bot-api/person.ts";
import { Harness, LOCALITIES } from "./harness.ts";

const harness = new Harness();

describe("/diaban", () => {
  it("offers the localities as buttons and keeps the one that is pressed", async () => {
    const assistant = harness.echo();
    await harness.start(assistant);
    const person = Person.inPrivate(harness.api, 7);
    person.send("/diaban");
    const [menu] = await person.waitForMessages(1);
    expect(menu?.buttons.flat().map(({ text }) => text)).toEqual(LOCALITIES.map(({ name }) => name));
    person.press("Thị xã Đức Phổ");
    await harness.api.until(() => person.received[0]?.edited === true);
    expect(person.received[0]?.text).toContain("Thị xã Đức Phổ");
    expect(person.received[0]?.buttons).toEqual([]);
    person.send("BHYT?");
    expect((await person.waitForMessages(2))[1]?.text).toBe("→ BHYT? [duc-pho]");
  });

  it("keeps each chat's own, over a restart", async () => {
    const first = await harness.start();
    const [a, b] = [Person.inPrivate(harness.api, 1), Person.inPrivate(harness.api, 2)];
    a.send("/diaban duc-pho");
    b.send("/diaban tu son");
    await a.waitForMessages(1);
    await b.waitForMessages(1);
    await first.stop();
    await harness.start();
    a.send("x");
    b.send("x");
    expect((await a.waitForMessages(2))[1]?.text).toBe("→ x [duc-pho]");
    expect((await b.waitForMessages(2))[1]?.text).toBe("→ x [phuong-tu-son]");
  });

  it("keeps a locality that the corpus has lost for a while, without asking with it", async () => {
    const first = await harness.start();
    const person = Person.inPrivate(harness.api, 1);
    person.send("/diaban duc-pho");
    await person.waitForMessages(1);
    await first.stop();
    const fewer = assistantDouble((_, state) => ({ text: `[${state.locality ?? "–"}]` }), []);
    const second = await harness.start(fewer);
    person.send("x");
    expect((await person.waitForMessages(2))[1]?.text).toBe("[–]");
    await second.stop();
    await harness.start();
    person.send("x");
    expect((await person.waitForMessages(3))[2]?.text).toBe("→ x [duc-pho]");
  });

  it("can be cleared", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 7);
    person.send("/diaban duc-pho");
    person.send("/diaban");
    await person.waitForMessages(2);
    expect(person.received[1]?.buttons.flat().map(({ text }) => text)).toContain(
      "✓ Thị xã Đức Phổ, tỉnh Quảng Ngãi",
    );
    person.press("Bỏ chọn");
    person.send("x");
    expect((await person.waitForMessages(3))[2]?.text).toBe("→ x [–]");
  });

  it("says so when there is no such locality, and offers those that there are", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 7);
    person.send("/diaban Atlantis");
    const [message] = await person.waitForMessages(1);
    expect(message?.text).toContain("«Atlantis»");
    expect(message?.buttons.flat()).toHaveLength(3);
  });

  it("turns pages where there are many, with long keys and names", async () => {
    const many = Array.from({ length: 20 }, (_, i) => ({
      key: `${"xã-".repeat(40)}${i}`,
      name: `Xã thứ ${i + 1} ${"dài ".repeat(20)}`,
    }));
    const assistant = assistantDouble((_, state) => ({ text: state.locality ?? "–" }), many);
    await harness.start(assistant);
    const person = Person.inPrivate(harness.api, 7);
    person.send("/diaban");
    await person.waitForMessages(1);
    person.press("Tiếp");
    await harness.api.until(() => person.received[0]?.edited === true);
    person.press("Tiếp");
    await harness.api.until(() => person.received[0]?.buttons.length === 5);
    person.press("Xã thứ 20");
    await harness.api.until(() => person.received[0]?.buttons.length === 0);
    person.send("x");
    expect((await person.waitForMessages(2))[1]?.text).toBe(many[19]?.key);
  });

  it("is set by the link that an office prints", async () => {
    await harness.start();
    const person = Person.inPrivate(harness.api, 7);
    person.send("/start duc-pho");
    expect((await person.waitForMessages(1))[0]?.text).toContain("Đã chọn địa bàn: Thị xã Đức Phổ");
  });
});
