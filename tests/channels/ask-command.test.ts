import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { runAsk } from "../../src/channels/ask-command.ts";
import { describeError } from "../../src/shared/app-error.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { assistantDouble } from "../doubles/assistant.ts";

async function ask(args: readonly string[], input = "") {
  const assistant = assistantDouble(
    (message, { locality }) => ({ text: `→ ${message} [${locality ?? "–"}]` }),
    [{ key: "duc-pho", name: "Đức Phổ" }],
  );
  const output = new PassThrough();
  let opened = false;
  const failure: unknown = await runAsk(args, {
    input: Readable.from([input]),
    output,
    screen: { width: 80, isColoured: false },
    logger: silentLogger,
    defaultLocality: null,
    openAssistant: () => {
      opened = true;
      return Promise.resolve(assistant);
    },
  }).then(
    () => null,
    (error: unknown) => error,
  );
  return { out: String((output.read() as Buffer | null) ?? ""), failure, opened };
}

describe("ask", () => {
  it("prints an answer for people", async () => {
    expect((await ask(["BHYT?", "--locality", "duc-pho"])).out).toBe("→ BHYT? [duc-pho]\n");
  });

  it("takes the words of an unquoted question together", async () => {
    expect((await ask(["chỉ", "tiêu", "BHYT"])).out).toBe("→ chỉ tiêu BHYT [–]\n");
  });

  it("prints the answer object with --json", async () => {
    expect(JSON.parse((await ask(["BHYT?", "--json"])).out)).toMatchObject({
      text: "→ BHYT? [–]",
      kind: "passage",
    });
  });

  it("is the JSON-lines door with --jsonl", async () => {
    const { out } = await ask(["--jsonl"], '{"id":"a","turns":["x"]}\n');
    expect(JSON.parse(out)).toMatchObject({ id: "a", answer: { text: "→ x [–]" } });
  });

  it("names the localities that there are where one is unknown", async () => {
    const { failure } = await ask(["BHYT?", "--locality", "atlantis"]);
    expect(failure).toMatchObject({ code: "LOCALITY_UNKNOWN" });
    expect(describeError(failure)).toMatch(/atlantis.*duc-pho/);
  });

  it.each([
    [[], "QUESTION_EMPTY"],
    [["  "], "QUESTION_EMPTY"],
    [["--json"], "QUESTION_EMPTY"],
    [["x", "--nosuch"], "USAGE"],
    [["x", "--locality"], "USAGE"],
    [["x", "--jsonl"], "USAGE"],
    [["--jsonl", "--locality", "duc-pho"], "USAGE"],
  ])("refuses %j before anything is opened", async (args, code) => {
    const { failure, opened } = await ask(args);
    expect(failure).toMatchObject({ code });
    expect(describeError(failure)).toContain("npm run ask");
    expect(opened).toBe(false);
  });

  it("explains itself with --help", async () => {
    expect((await ask(["--help"])).out).toContain("--locality");
  });
});
