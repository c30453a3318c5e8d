import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toAkomaNtoso } from "../../src/corpus/akoma/to-akoma-ntoso.ts";
import { extractText } from "../../src/corpus/extract-text.ts";
import { listFolders } from "../../src/corpus/list-folders.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";
import { temporaryDirectory } from "../doubles/small-corpus.ts";

// Needs xmllint: the Debian package libxml2-utils. The schema is OASIS's, of 29 August 2018.
const SCHEMA = "tests/fixtures/schemas/akomantoso30.xsd";

function akomaOf(bytes: Uint8Array, name: string): string {
  const parsed = parseDocument(extractText(bytes, name));
  const document = {
    ...parsed.frontMatter,
    key: "x",
    locality: null,
    isSummary: false,
    note: null,
    format: parsed.format,
  };
  return toAkomaNtoso({ document, text: parsed.text, provisions: parsed.provisions }, "2024-05-06");
}

async function faultsOf(xmls: readonly string[]): Promise<string> {
  const directory = temporaryDirectory();
  const files = xmls.map((xml, at) => {
    const file = join(directory, `${at}.xml`);
    writeFileSync(file, xml);
    return file;
  });
  return await promisify(execFile)("xmllint", ["--nonet", "--noout", "--schema", SCHEMA, ...files], {
    maxBuffer: 1e8,
  }).then(
    () => "",
    // Without xmllint there is no message of its own: the failure to start it is the fault.
    (error: unknown) => (error as { stderr?: string }).stderr || String(error),
  );
}

test("the documents of the corpus and the fixture validate against the OASIS schema", async () => {
  const files = [
    "tests/fixtures/ingest/quyet-dinh.md",
    ...listFolders("corpus").flatMap(({ sourceFile }) =>
      sourceFile !== null && /\.(?:md|txt)$/u.test(sourceFile) ? [sourceFile] : [],
    ),
  ];
  expect(await faultsOf(files.map((file) => akomaOf(readFileSync(file), file)))).toBe("");
}, 60_000);

test("so does whatever the reader makes of any lines", async () => {
  const line = fc.oneof(
    fc.constantFrom(
      "I. MỤC TIÊU",
      "1. Về giáo dục: đạt 95%",
      "a) Điểm",
      "- Gạch đầu dòng",
      "+ Cộng",
      "Điều 5. Hiệu lực",
      "Chương II",
      "PHỤ LỤC I",
    ),
    fc.constantFrom(
      "| a | b |",
      "| --- | --- |",
      "Nơi nhận:",
      "TM. ỦY BAN NHÂN DÂN",
      "Số: 7/QĐ-UBND",
      "KẾ HOẠCH",
      "2.1. Cụ thể",
      "",
    ),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  const texts = fc.sample(fc.array(line, { maxLength: 30 }), { numRuns: 400, seed: 7 });
  const xmls = texts.map((lines) => akomaOf(new TextEncoder().encode(lines.join("\n")), "x.md"));
  expect(await faultsOf(xmls)).toBe("");
}, 120_000);
