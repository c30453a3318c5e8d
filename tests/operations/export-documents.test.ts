import { readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { fromBuffer } from "yauzl";
import type { Entry } from "yauzl";
import { exportDocuments } from "../../src/operations/export-documents.ts";
import type { ExportRequest } from "../../src/operations/export-documents.ts";
import { openStore } from "../../src/operations/open-store.ts";
import { writeCsv, defuse } from "../../src/operations/write-csv.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { caught } from "../doubles/catch-error.ts";
import { smallCorpus, temporaryDirectory } from "../doubles/small-corpus.ts";

async function run(request: Partial<ExportRequest>): Promise<Uint8Array> {
  const corpusDirectory = smallCorpus({
    "qd/source.md": readFileSync("tests/fixtures/ingest/quyet-dinh.md", "utf8"),
    "qd/document.yaml": "locality: an-phu\nstatus: draft\n",
  });
  const store = await openStore({
    corpusDirectory,
    dataDirectory: temporaryDirectory(),
    logger: silentLogger,
  });
  onTestFinished(() => {
    store.close();
  });
  return await exportDocuments(
    { keys: ["qd"], isComparison: false, format: "csv", today: "2024-05-06", ...request },
    store,
  );
}

/** The fields of a CSV file after RFC 4180. */
function readCsv(bytes: Uint8Array): string[][] {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  expect(text.startsWith("\u{feff}")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  return text
    .slice(1, -2)
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/u)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/gu)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
      ),
    );
}

async function unzip(bytes: Uint8Array): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error !== null) {
        reject(error);
        return;
      }
      zip.on("end", resolve);
      zip.on("entry", (entry: Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed !== null) {
            reject(failed);
            return;
          }
          const parts: Buffer[] = [];
          stream.on("data", (part: Buffer) => parts.push(part));
          stream.on("end", () => {
            files.set(entry.fileName, Buffer.concat(parts).toString("utf8"));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
  return files;
}

describe("an export as CSV", () => {
  test("has a row for each target and assignment, with its words, its place and what the document is worth", async () => {
    const [heading = [], ...rows] = readCsv(await run({}));
    const cell = (row: string[] | undefined, name: string): string | undefined =>
      row?.[heading.indexOf(name)];
    expect(rows.every((row) => row.length === heading.length)).toBe(true);
    const poverty = rows.find((row) => cell(row, "Chỉ tiêu")?.includes("hộ nghèo"));
    expect([cell(poverty, "So sánh"), cell(poverty, "Giá trị"), cell(poverty, "Đơn vị")]).toEqual([
      "dưới",
      "1",
      "%",
    ]);
    expect(cell(poverty, "Trích nguyên văn")).toBe("Tỷ lệ hộ nghèo dưới 1%");
    expect(cell(poverty, "Tình trạng")).toBe("dự thảo");
    expect(Number(cell(poverty, "Dòng"))).toBe(27);
    expect(
      rows.find((row) => row[0] === "Phân công" && cell(row, "Cơ quan") === "Phòng Kinh tế"),
    ).toBeDefined();
  });

  test("of a comparison has an indicator a row and the documents side by side", async () => {
    const [heading, ...rows] = readCsv(await run({ keys: ["qd", "an-phu"], isComparison: true }));
    expect(heading?.filter((name) => name.startsWith("qd") || name.startsWith("an-phu"))).toEqual([
      "qd (dự thảo)",
      "qd: nguyên văn",
      "an-phu (đã ban hành)",
      "an-phu: nguyên văn",
    ]);
    expect(rows.find((row) => row[1] === "health-insurance-coverage")?.slice(4, 7)).toEqual([
      "",
      "",
      "trên 91%",
    ]);
  });

  test("quotes what has to be quoted and defuses formulas", () => {
    const columns = ["a", "b,c"].map((heading) => ({ heading, width: 1 }));
    const bytes = writeCsv([
      {
        name: "x",
        columns,
        rows: [
          ['nói "vâng"\nrồi', -1.5],
          ["=SUM(A1)", null],
        ],
      },
    ]);
    expect(new TextDecoder().decode(bytes)).toBe('a,"b,c"\r\n"nói ""vâng""\nrồi",-1.5\r\n\'=SUM(A1),\r\n');
  });

  test.each(["=1+1", "+84", "-1", "@x", "\t=1", " =1", "\u{200b}=1", "＝1", "\rx"])("defuses %j", (words) => {
    expect(defuse(words)).toBe(`'${words}`);
  });
});

test("an export as XLSX has a sheet for each table, numbers as numbers and text as text", async () => {
  const files = await unzip(await run({ format: "xlsx", keys: ["qd", "an-phu"], isComparison: true }));
  const names = [...(files.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*?name="([^"]+)"/gu)].map(
    (match) => match[1],
  );
  expect(names).toEqual(["So sánh", "Chỉ tiêu", "Phân công", "Văn bản"]);
  expect(files.get("xl/worksheets/sheet2.xml")).toMatch(/<v>95<\/v>/u);
  expect(files.get("xl/sharedStrings.xml")).toContain("Tỷ lệ hộ nghèo dưới 1%");
  expect([...files.values()].join("")).not.toContain("<f>");
});

test("an export as Akoma Ntoso is one document's, with its eIds", async () => {
  const xml = new TextDecoder().decode(await run({ format: "akn" }));
  expect(xml).toContain('<article eId="art_1">');
  expect(xml).toContain("<p>Dự thảo.</p>");
  expect(await caught(() => run({ format: "akn", keys: ["qd", "an-phu"] }))).toMatchObject({ code: "USAGE" });
  expect(await caught(() => run({ keys: ["none"] }))).toMatchObject({ code: "USAGE" });
});
