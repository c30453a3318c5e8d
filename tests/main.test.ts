import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BotApi } from "./doubles/bot-api/bot-api.ts";
import { Person } from "./doubles/bot-api/person.ts";

/** The whole program, as `npm start` and `npm run ask` run it, over the repository's own corpus. */
let data = "";
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), "main-"));
});
afterAll(() => {
  rmSync(data, { recursive: true });
});

function run(script: string, args: readonly string[], environment: Record<string, string> = {}) {
  const process_ = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    env: {
      ...process.env,
      DATA_DIRECTORY: data,
      TELEGRAM_BOT_TOKEN: "",
      DEFAULT_LOCALITY: "",
      ...environment,
    },
  });
  let out = "";
  let err = "";
  process_.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  process_.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(process_, "close").then(([code]) => ({ code: code as number | null, out, err }));
  return { process: process_, ended };
}

describe("npm start", () => {
  it("answers lines from a pipe, and says what it has not started and why", { timeout: 60_000 }, async () => {
    const { process: started, ended } = run("src/main.ts", []);
    started.stdin.end("chi tieu bao hiem y te den nam 2030 cua Duc Pho?\n/thoat\n");
    const { code, out } = await ended;
    expect(out).toMatch(/Telegram: không mở, vì chưa đặt TELEGRAM_BOT_TOKEN/);
    expect(out).toContain("95%");
    expect(code).toBe(0);
  });

  it(
    "answers in Telegram with the quotation and the draft warning, and stops at SIGTERM",
    { timeout: 60_000 },
    async () => {
      const api = await BotApi.start();
      const { process: started, ended } = run("src/main.ts", [], {
        TELEGRAM_BOT_TOKEN: api.token,
        TELEGRAM_API_ROOT: api.root,
        DEFAULT_LOCALITY: "duc-pho",
        LOG_LEVEL: "info",
      });
      const person = Person.inPrivate(api, 7);
      person.send("chỉ tiêu bảo hiểm y tế đến 2030?");
      await api.until(() => person.received.length > 0, 30_000);
      expect(person.received[0]?.text).toContain("«trên 95% dân số tham gia bảo hiểm y tế»");
      expect(person.received[0]?.text).toMatch(/⚠️ .*dự thảo/);
      expect(person.received[0]?.entities.some(({ type }) => type === "expandable_blockquote")).toBe(true);
      started.kill("SIGTERM");
      const { code, out, err } = await ended;
      expect(code).toBe(0);
      expect(out).toContain("✓ Telegram: bot @tro_ly_bot đang chờ tin nhắn.");
      expect(out + err).not.toContain("secret");
      await api.stop();
    },
  );

  it("names a wrong setting and ends with 2", { timeout: 60_000 }, async () => {
    const { code, err } = await run("src/main.ts", [], { TELEGRAM_BOT_TOKEN: "hush hush" }).ended;
    expect(code).toBe(2);
    expect(err).toContain("TELEGRAM_BOT_TOKEN");
    expect(err).not.toContain("hush");
  });
});

describe("npm run ask", () => {
  it("writes answers alone to standard output with --jsonl", { timeout: 60_000 }, async () => {
    const { process: started, ended } = run("scripts/ask.ts", ["--jsonl"], { LOG_LEVEL: "info" });
    started.stdin.end(
      '{"id":"a","turns":["chỉ tiêu bảo hiểm y tế đến 2030?"],"locality":"duc-pho"}\nnonsense\n{"id":"b","turns":["x"],"locality":"no"}\n',
    );
    const { code, out } = await ended;
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: unknown; answer: { kind: string } });
    expect(lines.map(({ id, answer }) => [id, answer.kind])).toEqual([
      ["a", "target"],
      [null, "refusal"],
      ["b", "refusal"],
    ]);
    expect(code).toBe(0);
  });

  it("ends with 2 for a locality that the corpus does not hold", { timeout: 60_000 }, async () => {
    const { code, out, err } = await run("scripts/ask.ts", ["x", "--locality", "atlantis"]).ended;
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("duc-pho");
  });

  it("ends quietly when nobody reads its answers any more", { timeout: 60_000 }, async () => {
    const { process: started, ended } = run("scripts/ask.ts", ["--jsonl"]);
    started.stdin.on("error", () => undefined);
    started.stdout.destroy();
    started.stdin.end('{"id":"a","turns":["x"]}\n'.repeat(200));
    const { code, err } = await ended;
    expect(code).toBe(0);
    expect(err).not.toContain("EPIPE");
  });
});
