import { PassThrough, Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answering/answer.ts";
import { answerJsonLines } from "../../src/channels/json-lines.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { assistantDouble } from "../doubles/assistant.ts";

interface Line {
  readonly id: unknown;
  readonly answer: Answer;
}

const echo = () =>
  assistantDouble(
    (message, { locality, topic }) => ({ text: JSON.stringify({ message, locality, topic }) }),
    [{ key: "duc-pho", name: "Đức Phổ" }],
  );

async function run(input: string | readonly (string | Buffer)[], assistant = echo()): Promise<Line[]> {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on("data", (chunk: Buffer) => chunks.push(chunk));
  const parts = typeof input === "string" ? [Buffer.from(input)] : input;
  await answerJsonLines(Readable.from(parts, { objectMode: true }), output, assistant, silentLogger);
  const text = Buffer.concat(chunks).toString();
  expect(text === "" || text.endsWith("\n")).toBe(true);
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

describe("the JSON-lines door", () => {
  it("answers the last turn of each line, in order, each line a conversation of its own", async () => {
    const assistant = echo();
    const lines = await run(
      '{"id":"a","turns":["một","hai"],"locality":"duc-pho"}\n{"id":"b","turns":["ba"],"locality":null}\n',
      assistant,
    );
    expect(lines.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(JSON.parse(lines[0]?.answer.text ?? "")).toEqual({
      message: "hai",
      locality: "duc-pho",
      topic: { last: "một" },
    });
    expect(JSON.parse(lines[1]?.answer.text ?? "")).toEqual({ message: "ba", locality: null, topic: null });
  });

  it("answers the last line without a line feed, skips blank ones, takes CRLF", async () => {
    expect(
      (await run('\r\n{"id":"a","turns":["x"]}\r\n\n  \n{"id":"b","turns":["y"]}')).map(({ id }) => id),
    ).toEqual(["a", "b"]);
  });

  it("refuses a malformed line with its id where it has one, and goes on", async () => {
    const lines = await run(
      [
        "nonsense",
        '{"id":"cut","turns":["x"',
        "[]",
        "null",
        '{"id":"no-turns"}',
        '{"id":7,"turns":[]}',
        '{"id":"x","turns":[1]}',
        '{"turns":["no id"]}',
        '{"id":"fine","turns":["y"]}',
      ].join("\n"),
    );
    expect(lines.map(({ id }) => id)).toEqual([null, "cut", null, null, "no-turns", 7, "x", null, "fine"]);
    for (const { answer } of lines.slice(0, -1)) {
      expect(answer.kind).toBe("refusal");
      expect(answer.text.length).toBeGreaterThan(20);
    }
    expect(lines[4]?.answer.text).toContain("«turns»");
    expect(lines.at(-1)?.answer.kind).toBe("passage");
  });

  it("names the localities that there are where one is unknown", async () => {
    const [line] = await run('{"id":"a","turns":["x"],"locality":"atlantis"}');
    expect(line?.answer).toMatchObject({ kind: "refusal", citations: [], facts: [] });
    expect(line?.answer.text).toContain("atlantis");
    expect(line?.answer.text).toContain("duc-pho");
  });

  it("answers with an apology where the assistant throws", async () => {
    const broken = assistantDouble(undefined, []);
    expect((await run('{"id":"a","turns":["x"]}', broken))[0]?.answer.kind).toBe("refusal");
  });

  it("reads characters that fall apart between chunks, and U+2028 inside a string", async () => {
    const bytes = Buffer.from('{"id":"a","turns":["Đức\u2028Phổ 🎉"]}\n');
    const lines = await run(Array.from(bytes, (byte) => Buffer.of(byte)));
    expect(lines[0]?.answer.text).toContain("Đức\u2028Phổ 🎉");
  });

  it("gives one line of JSON for each line of anything", async () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc.constantFrom('{"id":', '"turns"', "\u2028"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece.map((text) => text.replaceAll("\n", " "))), async (inputs) => {
        const lines = await run(inputs.join("\n"));
        expect(lines).toHaveLength(
          inputs.filter((text) => Buffer.from(text).toString().trim() !== "").length,
        );
      }),
      { numRuns: 50 },
    );
  });

  it("answers each line before the input ends", async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const done = answerJsonLines(input, output, echo(), silentLogger);
    input.write('{"id":"a","turns":["x"]}\n');
    const [first] = (await new Promise<unknown[]>((resolve) =>
      output.once("data", (chunk) => {
        resolve([chunk]);
      }),
    )) as Buffer[];
    expect(first?.toString()).toContain('"id":"a"');
    input.end();
    await done;
  });
});
