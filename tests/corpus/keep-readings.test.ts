import { chmodSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractFile } from "../../src/corpus/extract-file.ts";
import type { ExtractedDocument } from "../../src/corpus/extracted.ts";
import { keepReadings } from "../../src/corpus/keep-readings.ts";
import { readerVersion } from "../../src/corpus/reader-version.ts";
import { temporaryDirectory } from "../doubles/small-corpus.ts";

const BYTES = Buffer.from("%PDF- any bytes");
const READ: ExtractedDocument = {
  format: "scan",
  blocks: [
    { kind: "line", text: "Tỷ lệ đạt 95%", line: null, page: 1, confidence: 0.91 },
    { kind: "table", rows: [["a", "b\u2028\ud800"]], line: null, page: 2 },
  ],
  pageCount: 2,
  messages: [
    { rule: "recognised", reason: "Trang 1", severity: "info", line: null, page: 1, span: null },
  ],
};

async function kept(): Promise<{ directory: string; file: string }> {
  const directory = join(temporaryDirectory(), "readings");
  await keepReadings(directory).keep(BYTES, "scan", READ);
  return { directory, file: join(directory, readdirSync(directory)[0] ?? "") };
}

describe("a reading that is kept", () => {
  test("is found again by the file's bytes and format, the same to the letter", async () => {
    const { directory } = await kept();
    const readings = keepReadings(directory);
    expect(await readings.find(BYTES, "scan")).toEqual(READ);
    expect(await readings.find(BYTES, "pdf")).toBeNull();
    expect(await readings.find(Buffer.from("%PDF- other bytes"), "scan")).toBeNull();
  });

  test("whatever characters it holds", async () => {
    const readings = keepReadings(temporaryDirectory());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), async (texts) => {
        const blocks = texts.map((text) => ({ kind: "line" as const, text, line: null, page: null }));
        const document: ExtractedDocument = { ...READ, blocks };
        await readings.keep(BYTES, "scan", document);
        expect(await readings.find(BYTES, "scan")).toEqual(document);
      }),
      { numRuns: 50 },
    );
  });

  test("by another version of the reader is not taken, and gives way to today's", async () => {
    const { directory } = await kept();
    const later = keepReadings(directory, "another version");
    expect(await later.find(BYTES, "scan")).toBeNull();
    await later.keep(BYTES, "scan", { ...READ, pageCount: 3 });
    expect((await later.find(BYTES, "scan"))?.pageCount).toBe(3);
    expect(await keepReadings(directory).find(BYTES, "scan")).toBeNull();
    expect(readdirSync(directory)).toHaveLength(1);
  });

  test.each([
    ["cut short", (content: string) => content.slice(0, -20)],
    ["with a figure changed", (content: string) => content.replace("95%", "59%")],
    ["without its head", (content: string) => content.slice(content.indexOf("\n") + 1)],
    ["empty", () => ""],
  ])("is not taken when it is damaged: %s", async (_, damage) => {
    const { directory, file } = await kept();
    writeFileSync(file, damage(readFileSync(file, "utf8")));
    const readings = keepReadings(directory);
    expect(await readings.find(BYTES, "scan")).toBeNull();
    await readings.keep(BYTES, "scan", READ);
    expect(await readings.find(BYTES, "scan")).toEqual(READ);
  });

  test("goes when no one has asked for it in thirty days, and stays while somebody does", async () => {
    const { directory, file } = await kept();
    const day = 24 * 60 * 60;
    const age = (days: number): void => {
      utimesSync(file, Date.now() / 1000 - days * day, Date.now() / 1000 - days * day);
    };
    const readings = keepReadings(directory);
    age(31);
    await readings.find(BYTES, "scan");
    await readings.sweep();
    expect(readdirSync(directory)).toHaveLength(1);
    age(31);
    writeFileSync(join(directory, "a person's note.txt"), "");
    await readings.sweep();
    expect(readdirSync(directory)).toEqual(["a person's note.txt"]);
  });

  test.skipIf(process.getuid?.() === 0)("is none where the directory cannot be written", async () => {
    const directory = temporaryDirectory();
    chmodSync(directory, 0o555);
    const readings = keepReadings(directory);
    await readings.keep(BYTES, "scan", READ);
    expect(await readings.find(BYTES, "scan")).toBeNull();
    chmodSync(directory, 0o755);
  });

  test("is none where its directory's place is taken by a file", async () => {
    const file = join(temporaryDirectory(), "readings");
    writeFileSync(file, "");
    const readings = keepReadings(file);
    await readings.keep(BYTES, "scan", READ);
    expect(await readings.find(BYTES, "scan")).toBeNull();
    await readings.sweep();
  });
});

describe("the reader's version", () => {
  test("is told of every installation", () => {
    expect(readerVersion()).toMatch(/^[0-9a-f]{64}$/u);
  });
});

describe("extractFile with kept readings", () => {
  const PDF = new Uint8Array(readFileSync("tests/fixtures/formats/ke-hoach.pdf"));

  test("reads a file once, and what it finds kept is what it read", async () => {
    const directory = temporaryDirectory();
    const read = await extractFile(PDF, "ke-hoach.pdf", { readings: keepReadings(directory) });
    const [name = ""] = readdirSync(directory);
    expect(await extractFile(PDF, "khac.pdf", { readings: keepReadings(directory) })).toEqual(read);
    expect(await extractFile(PDF, "ke-hoach.pdf")).toEqual(read);

    // Told by what cannot have been read: the kept reading was taken.
    const other: ExtractedDocument = { ...READ, format: "pdf" };
    await keepReadings(directory).keep(PDF, "pdf", other);
    expect(await extractFile(PDF, "ke-hoach.pdf", { readings: keepReadings(directory) })).toEqual(other);

    writeFileSync(join(directory, name), "{");
    expect(await extractFile(PDF, "ke-hoach.pdf", { readings: keepReadings(directory) })).toEqual(read);
  });

  test("keeps no text, which is read in no time, and no refusal", async () => {
    const directory = temporaryDirectory();
    const readings = keepReadings(directory);
    await extractFile(readFileSync("tests/fixtures/ingest/quyet-dinh.md"), "a.md", { readings });
    await expect(extractFile(PDF.slice(0, 3000), "a.pdf", { readings })).rejects.toThrow("hỏng");
    expect(readdirSync(directory)).toEqual([]);
  });
});
