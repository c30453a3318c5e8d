import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { newConversation } from "../../../src/answering/assistant.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { readConfig } from "../../../src/config.ts";
import { createIngestDesk } from "../../../src/operations/ingest-desk.ts";
import { keepPendingFiles } from "../../../src/operations/pending-files.ts";
import { AppError } from "../../../src/shared/app-error.ts";
import { startAssistant } from "../../../src/start-assistant.ts";
import type { StartedAssistant } from "../../../src/start-assistant.ts";
import { Person } from "../../doubles/bot-api/person.ts";
import { smallCorpus, temporaryDirectory, writeTree } from "../../doubles/small-corpus.ts";
import { Harness } from "./harness.ts";

const harness = new Harness();
const ADMIN = 7;
/** Reading and building go behind everything else that the machine does. */
const PATIENCE_MS = 40_000;

const DECISION = readFileSync("tests/fixtures/ingest/quyet-dinh.md");
const NAME = "quyet-dinh.md";
const KEY = "qd-7-ubnd-an-phu-2024";
const ODD = Buffer.from(
  DECISION.toString("utf8").replace("a) Khu vực thành thị đạt 100%", "a) Khu vực thành thị đạt 150%"),
);
const NEWER = Buffer.from(DECISION.toString("utf8").replace("dưới 1%", "dưới 0,8%"));

const OLD_QUESTION = "chỉ tiêu bảo hiểm y tế của An Phú đến năm 2030?";
const NEW_QUESTION = "tỷ lệ hộ dân sử dụng nước sạch của An Phú đến năm 2030?";

/** One office: its corpus, its data, its program, which may be stopped and started again. */
class Office {
  readonly corpus = smallCorpus();
  readonly data = temporaryDirectory();
  readonly admin = Person.inPrivate(harness.api, ADMIN);
  started!: StartedAssistant;
  channel!: Channel;
  /** What `reload` does instead of building; for what goes wrong. */
  breaks: (() => Promise<void>) | null = null;

  async open(): Promise<this> {
    const config = readConfig({ CORPUS_DIRECTORY: this.corpus, DATA_DIRECTORY: this.data });
    const started = await startAssistant(config, harness.logger);
    this.started = started;
    onTestFinished(() => {
      started.close();
    });
    const desk = createIngestDesk({
      corpusDirectory: this.corpus,
      dataDirectory: this.data,
      reload: (key) => (this.breaks === null ? started.reload(key) : this.breaks()),
    });
    const pending = keepPendingFiles(join(this.data, "pending"));
    this.channel = await harness.start(started.assistant, { intake: { admins: [ADMIN], pending, desk } });
    return this;
  }

  get texts(): string[] {
    return this.admin.received.map(({ text }) => text);
  }

  get tree(): Record<string, string> {
    const files = readdirSync(this.corpus, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    return Object.fromEntries(
      files.map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path, readFileSync(path, "latin1")];
      }),
    );
  }

  get waiting(): string[] {
    return readdirSync(join(this.data, "pending"));
  }

  /** The last message that holds the words. */
  async says(words: string): Promise<string> {
    const find = (): string | undefined => this.texts.findLast((text) => text.includes(words));
    await harness.api.until(() => find() !== undefined, PATIENCE_MS);
    return find() ?? "";
  }

  /** Sends a file and waits for its summary. */
  async hands(bytes: Uint8Array, name = NAME, caption?: string): Promise<string> {
    const before = this.texts.length;
    this.admin.sendFile(name, bytes, caption === undefined ? {} : { caption });
    await this.admin.waitForMessages(before + 2, PATIENCE_MS);
    const said = await this.says(`Đã đọc «${name}»`);
    await harness.api.until(() => this.admin.received.at(-1)?.buttons.length !== 0);
    return said;
  }
}

let office: Office;
beforeEach(async () => {
  office = await new Office().open();
});
afterEach(() => {
  expect(JSON.stringify([harness.logged, harness.api.state.chats.botMessages])).not.toContain(
    "the-secret-token",
  );
});

describe("a file of an administrator", () => {
  it("is shown, approved, and answered from, while other questions go on being answered", async () => {
    const citizen = Person.inPrivate(harness.api, 8);
    const before = office.tree;
    expect(await office.hands(DECISION)).toContain("Sẽ thêm vào kho");
    expect(office.tree).toEqual(before);

    office.admin.press("Duyệt");
    await office.says("Đang đưa vào kho");
    citizen.send(OLD_QUESTION);
    expect((await citizen.waitForMessages(1))[0]?.text).toContain("91%");
    expect(office.texts.join()).not.toContain("Đã đưa");

    expect(await office.says("Đã đưa")).toContain(KEY);
    expect(readFileSync(join(office.corpus, KEY, "source.md")).equals(DECISION)).toBe(true);
    citizen.send(NEW_QUESTION);
    citizen.send(OLD_QUESTION);
    const answers = (await citizen.waitForMessages(3)).slice(1).map(({ text }) => text);
    expect(answers[0]).toContain("95%");
    expect(answers[1]).toContain("91%");
    await harness.api.until(() => office.waiting.length === 0);
    expect(readdirSync(office.data).filter((name) => name.startsWith("building-"))).toEqual([]);
  });

  it("shows first what looks odd, then what the document is and what would become of the corpus", async () => {
    const summary = await office.hands(ODD);
    const places = [
      "Tỷ lệ vượt 100%",
      "Tên: ",
      "7/QĐ-UBND",
      "Thị xã An Phú",
      "Sẽ thêm vào kho",
      "chỉ tiêu, hiện trạng",
    ];
    const at = places.map((words) => summary.indexOf(words));
    expect(Math.min(...at)).toBeGreaterThan(0);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(
      office.admin.received
        .at(-1)
        ?.buttons.flat()
        .map(({ text }) => text),
    ).toEqual(["Duyệt", "Từ chối"]);
  });

  it("is dropped when rejected, and the corpus is as it was, byte for byte", async () => {
    const before = office.tree;
    await office.hands(DECISION);
    office.admin.press("Từ chối");
    await office.says("Đã bỏ");
    expect(office.tree).toEqual(before);
    expect(office.waiting).toEqual([]);
    await harness.api.until(() => office.admin.received.every(({ buttons }) => buttons.length === 0));
  });

  it("is put in once, however often the buttons are pressed", async () => {
    await office.hands(DECISION);
    for (const label of ["Duyệt", "Duyệt", "Từ chối"]) office.admin.press(label);
    await office.says("Đã đưa");
    const data = office.admin.received.length;
    office.admin.callback(callbackData(), { message_id: 1, date: 0, chat: office.admin.chat });
    await office.admin.waitForMessages(data + 1);
    expect(office.texts.at(-1)).toContain("đã được quyết định");
    expect(office.texts.filter((text) => text.includes("Đã đưa"))).toHaveLength(1);
    expect(readdirSync(office.corpus)).toContain(KEY);
  });

  it("can be decided on after a restart, and what was being put in goes on", async () => {
    await office.hands(DECISION);
    await office.channel.stop();
    office.started.close();
    await office.open();
    office.breaks = () => new Promise(() => undefined);
    office.admin.press("Duyệt");
    await office.says("Đang đưa vào kho");
    await harness.api.until(() => readdirSync(office.corpus).includes(KEY));
    await office.channel.stop();
    office.breaks = null;
    await office.open();
    await office.says("Đã đưa");
    await harness.api.until(() => office.waiting.length === 0);
    expect((await office.started.assistant.ask(NEW_QUESTION, newConversation)).answer.text).toContain("95%");
  });

  it("replaces a document that its caption names, says what differs, and is taken back where the build fails", async () => {
    await office.hands(DECISION, NAME, "—key nuoc-sach");
    office.admin.press("Duyệt");
    await office.says("Đã đưa");
    const before = office.tree;
    office.admin.sendFile("moi.md", NEWER);
    expect(await office.says("Thêm «--key nuoc-sach»")).toContain("lời chú thích");
    await harness.api.until(() => office.waiting.length === 0);
    const summary = await office.hands(NEWER, "moi.md", "--key nuoc-sach");
    expect(summary).toContain("Sẽ thay «nuoc-sach»");
    expect(summary).toContain("1 đổi, 0 thêm, 0 bỏ");
    expect(office.tree).toEqual(before);

    office.breaks = () => Promise.reject(new AppError("STORE_NOT_WRITABLE", "Đĩa đã đầy."));
    office.admin.press("Duyệt");
    expect(await office.says("Chưa đưa được")).toContain("Đĩa đã đầy");
    expect(office.tree).toEqual(before);
    office.breaks = null;
    await harness.api.until(() => office.admin.received.at(-1)?.buttons.length === 1);
    office.admin.press("Duyệt");
    const count = () => office.texts.filter((text) => text.includes("Đã đưa")).length;
    await harness.api.until(() => count() === 2, PATIENCE_MS);
    expect(readdirSync(office.corpus)).toContain("nuoc-sach-v1");
  });

  it("is shown again where the corpus has changed since", async () => {
    await office.hands(DECISION);
    writeTree(office.corpus, {
      [`${KEY}/source.txt`]: "Văn bản khác.",
      [`${KEY}/document.yaml`]: "locality: null\n",
    });
    const before = office.tree;
    office.admin.press("Duyệt");
    await office.says("Kho văn bản đã thay đổi");
    await harness.api.until(() => office.admin.received.at(-1)?.buttons.length === 1);
    expect(office.tree).toEqual(before);
  });

  it("is one of two waiting at most when it is sent again with another caption", async () => {
    await office.hands(DECISION);
    const stale = callbackData();
    await office.hands(DECISION, NAME, "--key nuoc-sach");
    await office.says("Sẽ thêm vào kho với khoá «nuoc-sach»");
    expect(office.waiting).toHaveLength(2);
    office.admin.callback(stale, { message_id: 1, date: 0, chat: office.admin.chat });
    await office.says("đã được quyết định");
  });

  it("says how to name the place that the text leaves open", async () => {
    const open = Buffer.from(DECISION.toString("utf8").replaceAll(/thị xã An Phú/giu, "xã Đâu Đó"));
    const summary = await office.hands(open);
    expect(summary).toContain("CHƯA RÕ địa bàn");
    expect(summary).toContain("vào lời chú thích");
    expect(await office.hands(open, NAME, '--locality "Thị xã An Phú"')).toContain("Địa bàn: Thị xã An Phú");
  });

  it("may be a photo, whose largest size is read", async () => {
    // Its bytes tell what it is: a text is as good as a picture here, and quicker.
    office.admin.sendPhoto(DECISION);
    await office.says("Đã nhận «ảnh chụp»");
    expect(await office.says("Đã đọc «ảnh chụp»")).toContain("7/QĐ-UBND");
    const stranger = Person.inPrivate(harness.api, 9);
    stranger.sendPhoto(DECISION);
    expect((await stranger.waitForMessages(1))[0]?.text).toContain("chỉ đọc được tin nhắn chữ");
    expect(harness.api.callsOf("getFile")).toHaveLength(1);
  });

  it("is told of in English where the administrator's client is", async () => {
    const admin = Person.inPrivate(harness.api, ADMIN, "en");
    admin.sendFile(NAME, ODD);
    await admin.waitForMessages(2, PATIENCE_MS);
    expect(admin.received[1]?.text).toContain("Will be added to the collection");
    expect(admin.received[1]?.text).toContain("A share over 100%: 150%.");
    expect(admin.received[1]?.buttons.flat().map(({ text }) => text)).toEqual(["Approve", "Reject"]);
  });
});

/** Of the button that was pressed. */
function callbackData(): string {
  const call = harness.api
    .callsOf("sendMessage")
    .find(({ payload }) => payload["reply_markup"] !== undefined);
  return /a:[0-9a-f]{16}/.exec(JSON.stringify(call?.payload))?.[0] ?? "";
}

describe("a file that cannot be taken", () => {
  it("is a stranger's: one sentence, nothing fetched", async () => {
    const stranger = Person.inPrivate(harness.api, 9);
    stranger.sendFile(NAME, DECISION);
    expect((await stranger.waitForMessages(1))[0]?.text).toContain("chỉ đọc được tin nhắn chữ");
    expect(harness.api.callsOf("getFile")).toEqual([]);
  });

  it("is decided on by nobody else", async () => {
    await office.hands(DECISION);
    const stranger = Person.inPrivate(harness.api, 9);
    stranger.callback(callbackData(), { message_id: 1, date: 0, chat: stranger.chat });
    expect((await stranger.waitForMessages(1))[0]?.text).toContain("Chỉ người quản trị đã gửi tệp");
    expect(office.waiting).toHaveLength(2);
  });

  it("is too big, told before it is fetched", async () => {
    office.admin.send({
      document: { file_id: "x", file_unique_id: "x", file_name: "to.pdf", file_size: 21 * 1024 * 1024 },
    });
    await office.says("20 MB");
    expect(harness.api.callsOf("getFile")).toEqual([]);
  });

  it.each([
    ["broken", "hong.pdf", Buffer.from("%PDF-1.7\n1 0 obj <<"), "không đọc được"],
    ["empty", "rong.txt", Buffer.from(""), "Tệp rỗng"],
  ])("is %s: a sentence says so, and nothing is left", async (_, name, bytes, words) => {
    const before = office.tree;
    office.admin.sendFile(name, bytes);
    await office.says(words);
    expect(office.texts.at(-1)).not.toMatch(/\.ts:\d|Error:/);
    expect(office.tree).toEqual(before);
    await harness.api.until(() => office.waiting.length === 0);
  });

  it("is fetched again after Telegram fails, and given up in a sentence", async () => {
    harness.api.fail("file", { status: 502 }, { connection: "before" });
    await office.hands(DECISION);
    harness.api.fail("file", ...Array.from({ length: 4 }, () => ({ status: 500 })));
    office.admin.sendFile("hai.md", DECISION);
    await office.says("Không tải được tệp");
    expect(office.waiting).toHaveLength(2);
  });

  it("says nothing that can be understood in its caption", async () => {
    office.admin.sendFile(NAME, DECISION, { caption: "--khoa abc" });
    await office.says("--key KHOÁ");
    expect(harness.api.callsOf("getFile")).toEqual([]);
  });
});
