import { execFile } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { keepReadings } from "../../src/corpus/keep-readings.ts";
import { openStore } from "../../src/operations/open-store.ts";
import type { OpenOptions, Store } from "../../src/operations/open-store.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { caught } from "../doubles/catch-error.ts";
import { smallCorpus, temporaryDirectory, writeTree } from "../doubles/small-corpus.ts";

async function open(
  corpusDirectory: string,
  dataDirectory: string,
  more: Partial<OpenOptions> = {},
): Promise<Store> {
  const store = await openStore({ corpusDirectory, dataDirectory, logger: silentLogger, ...more });
  onTestFinished(() => {
    store.close();
  });
  return store;
}

const stores = (dataDirectory: string) =>
  readdirSync(dataDirectory).filter((name) => name.startsWith("store-"));
const buildings = (dataDirectory: string) =>
  readdirSync(dataDirectory).filter((name) => name.startsWith("building-"));
const currentOf = (dataDirectory: string) =>
  join(
    dataDirectory,
    (JSON.parse(readFileSync(join(dataDirectory, "current"), "utf8")) as { directory: string }).directory,
  );

describe("opening a store", () => {
  test("builds it the first time, and finds it built the second", async () => {
    const [corpus, data] = [smallCorpus(), join(temporaryDirectory(), "deep", "data")];
    const first = await open(corpus, data);
    expect(first.rebuilt).toBe(true);
    expect(first.documents.list().map(({ key }) => key)).toEqual(["an-phu"]);
    expect(first.localities.byKey("an-phu")?.name).toBe("Thị xã An Phú");
    expect(first.lexicons.indicators.map(({ id }) => id)).toEqual(["health-insurance-coverage"]);
    const second = await open(corpus, data);
    expect(second.rebuilt).toBe(false);
    expect(second.documents.list()).toEqual(first.documents.list());
    expect(second.lexicons.abbreviations).toEqual(first.lexicons.abbreviations);
    expect(second.localities.all).toEqual(first.localities.all);
  });

  test("the stored text is the source, and passages are found in it", async () => {
    const store = await open(smallCorpus(), temporaryDirectory());
    const text = store.documents.text("an-phu");
    const [hit] = await store.retriever.retrieve({ text: "bảo hiểm y tế", limit: 1 });
    expect(hit?.passage.text).toContain("trên 91%");
    expect(text.slice(hit?.passage.span.start, hit?.passage.span.end)).toBe(hit?.passage.text);
    const offset = text.indexOf("trên 91%");
    expect(store.documents.place("an-phu", offset)?.line).toBe(13);
  });

  test.each([
    ["a source", "an-phu/source.txt", "I. MỤC TIÊU\n\n- Mục tiêu khác đạt 12%.\n"],
    ["a lexicon", "terms.yaml", "terms: []\n"],
    ["a new document", "hai/source.txt", "Không có bản kê.\n"],
  ])("builds it again when %s has changed, and sweeps the old one away", async (_, file, content) => {
    const [corpus, data] = [smallCorpus(), temporaryDirectory()];
    (await open(corpus, data)).close();
    writeTree(corpus, { [file]: content });
    const store = await open(corpus, data);
    expect(store.rebuilt).toBe(true);
    expect(stores(data)).toHaveLength(1);
  });

  test("files of the corpus are read once, however often the store is built", async () => {
    const [corpus, data] = [smallCorpus(), temporaryDirectory()];
    mkdirSync(join(corpus, "ke-hoach"));
    copyFileSync("tests/fixtures/formats/ke-hoach.docx", join(corpus, "ke-hoach/source.docx"));
    writeTree(corpus, { "ke-hoach/document.yaml": "locality: an-phu\n" });
    const text = (await open(corpus, data)).documents.text("ke-hoach");

    const bytes = readFileSync("tests/fixtures/formats/ke-hoach.docx");
    const find = () => keepReadings(join(data, "readings")).find(bytes, "docx");
    const kept = await find();
    expect(kept?.blocks.length).toBeGreaterThan(10);
    // Told by a reading that the file cannot have had.
    const marked = { kind: "line" as const, text: "Từ bản đọc đã giữ.", line: null, page: null };
    if (kept === null) return;
    await keepReadings(join(data, "readings")).keep(bytes, "docx", {
      ...kept,
      blocks: [...kept.blocks, marked],
    });
    appendFileSync(join(corpus, "topics.yaml"), "# changed\n");
    const again = await open(corpus, data);
    expect(again.rebuilt).toBe(true);
    expect(again.documents.text("ke-hoach")).toBe(`${text.trimEnd()}\nTừ bản đọc đã giữ.`);

    rmSync(join(data, "readings"), { recursive: true });
    appendFileSync(join(corpus, "topics.yaml"), "# changed again\n");
    expect((await open(corpus, data)).documents.text("ke-hoach")).toBe(text);
    expect(await find()).toEqual(kept);
  });

  test("a reader goes on with the store that it has while another is swapped in", async () => {
    const [corpus, data] = [smallCorpus(), temporaryDirectory()];
    const old = await open(corpus, data);
    writeTree(corpus, { "an-phu/source.txt": "I. MỤC TIÊU\n\n- Tỷ lệ khác đạt 12%.\n" });
    const next = await open(corpus, data);
    expect(old.documents.text("an-phu")).toContain("trên 91%");
    expect(next.documents.text("an-phu")).toContain("12%");
    const [hit] = await old.retriever.retrieve({ text: "bảo hiểm y tế", limit: 1 });
    expect(hit?.passage.text).toContain("91%");
    const other = await open(corpus, data);
    expect(stores(data)).toHaveLength(2);
    other.close();
    expect(stores(data)).toHaveLength(2);
    // The last who reads a store that has been replaced takes its folder along.
    old.close();
    expect(stores(data).map((name) => join(data, name))).toEqual([currentOf(data)]);
    next.close();
    expect(stores(data)).toHaveLength(1);
  });

  test.each(["lexicons", "an-phu", "indexes", "done"])(
    "a build that fails at the step «%s» leaves the old store, and nothing half done",
    async (failing) => {
      const [corpus, data] = [smallCorpus(), temporaryDirectory()];
      const old = await open(corpus, data);
      const before = currentOf(data);
      writeTree(corpus, { "terms.yaml": "terms: []\n" });
      const onStep = (step: string) => {
        if (step === failing) throw new Error("the power went");
      };
      expect(await caught(() => open(corpus, data, { onStep }))).toMatchObject({ message: "the power went" });
      expect(currentOf(data)).toBe(before);
      expect(buildings(data)).toEqual([]);
      expect(old.documents.list()).toHaveLength(1);
      expect((await open(corpus, data)).rebuilt).toBe(true);
    },
  );

  test("sweeps away what a process that is gone has left", async () => {
    const [corpus, data] = [smallCorpus(), temporaryDirectory()];
    const goneProcess = 2 ** 22 + 1;
    writeTree(data, {
      [`building-${goneProcess}-00000000/store.sqlite`]: "half",
      [`current-${goneProcess}-00000000`]: "{",
      [`store-000000000000-00000000/in-use-${goneProcess}-00000000`]: "",
      [`building-${process.pid}-00000000/store.sqlite`]: "still at work",
      "note.txt": "not ours",
    });
    await open(corpus, data);
    expect(buildings(data)).toEqual([`building-${process.pid}-00000000`]);
    expect(stores(data)).toHaveLength(1);
    expect(existsSync(join(data, "note.txt"))).toBe(true);
  });
});

describe("a damaged store is built again", () => {
  test.each([
    [
      "a database that is none",
      (store: string) => {
        writeFileSync(join(store, "store.sqlite"), "no database ".repeat(99));
      },
    ],
    [
      "an empty database",
      (store: string) => {
        truncateSync(join(store, "store.sqlite"), 0);
      },
    ],
    [
      "a database cut short",
      (store: string) => {
        truncateSync(join(store, "store.sqlite"), 40_000);
      },
    ],
    [
      "an index that is gone",
      (store: string) => {
        writeFileSync(join(store, "index", "index.json"), "{");
      },
    ],
    [
      "a pointer that is none",
      (store: string) => {
        writeFileSync(join(store, "..", "current"), "store-../../etc");
      },
    ],
    [
      "a pointer to nowhere",
      (store: string) => {
        writeFileSync(
          join(store, "..", "current"),
          JSON.stringify({ directory: "store-00", fingerprint: "" }),
        );
      },
    ],
  ])("%s", async (_, damage) => {
    const [corpus, data] = [smallCorpus(), temporaryDirectory()];
    (await open(corpus, data)).close();
    damage(currentOf(data));
    const store = await open(corpus, data);
    expect(store.rebuilt).toBe(true);
    expect(store.documents.list()).toHaveLength(1);
  });
});

describe("a store that cannot be built", () => {
  test("a missing corpus is told as such, and makes no data directory", async () => {
    const data = join(temporaryDirectory(), "data");
    expect(await caught(() => open(join(data, "corpus"), data))).toMatchObject({ code: "CORPUS_MISSING" });
    expect(existsSync(data)).toBe(false);
  });

  test("a file in the place of the data directory is a clear error", async () => {
    const data = join(temporaryDirectory(), "data");
    writeFileSync(data, "");
    expect(await caught(() => open(smallCorpus(), data))).toMatchObject({
      code: "STORE_NOT_WRITABLE",
      where: data,
      message: "The data directory cannot be written.",
    });
  });

  test.skipIf(process.getuid?.() === 0)(
    "a data directory that may not be written is a clear error",
    async () => {
      const data = temporaryDirectory();
      chmodSync(data, 0o500);
      expect(await caught(() => open(smallCorpus(), data))).toMatchObject({ code: "STORE_NOT_WRITABLE" });
    },
  );

  test("a broken lexicon is named with its line, and the old store stays", async () => {
    const [corpus, data] = [smallCorpus(), temporaryDirectory()];
    await open(corpus, data);
    const before = currentOf(data);
    writeTree(corpus, { "terms.yaml": "terms:\n  - { vi: '' }\n" });
    expect(await caught(() => open(corpus, data))).toMatchObject({
      code: "LEXICON_INVALID",
      where: `${join(corpus, "terms.yaml")}:2`,
    });
    expect(currentOf(data)).toBe(before);
  });
});

describe("one bad document never stops the corpus", () => {
  test.each([
    ["has no manifest", { "bad/source.txt": "x" }, "document.yaml"],
    [
      "has a broken manifest",
      { "bad/source.txt": "x", "bad/document.yaml": "locality: [" },
      "document.yaml:1",
    ],
    ["has no source", { "bad/document.yaml": "locality: null\n" }, "no source"],
    [
      "names a locality that is none",
      { "bad/source.txt": "x", "bad/document.yaml": "title: A\nlocality: xa-la\n" },
      "document.yaml:2",
    ],
    [
      "cannot be read",
      { "bad/source.txt": "PK\u0003\u0004 not a zip", "bad/document.yaml": "locality: null\n" },
      "source.txt",
    ],
  ])("which %s", async (_, files, place) => {
    const logged: unknown[] = [];
    const logger = { ...silentLogger, error: (...event: unknown[]) => logged.push(event) };
    const store = await open(smallCorpus(files), temporaryDirectory(), { logger });
    expect(store.documents.list().map(({ key }) => key)).toEqual(["an-phu"]);
    expect(store.documents.messages("bad")).toMatchObject([{ rule: "document-skipped" }]);
    expect(store.documents.messages("bad")[0]?.reason).toContain(place);
    expect(logged).toHaveLength(1);
  });

  test("a correction that matches nothing is a message of its document", async () => {
    const store = await open(
      smallCorpus({
        "an-phu/document.yaml":
          "locality: an-phu\ncorrections:\n  targets:\n    - { at: không có chữ này, value: 3 }\n",
      }),
      temporaryDirectory(),
    );
    expect(store.documents.messages("an-phu").map(({ rule }) => rule)).toContain("correction-unmatched");
  });
});

test("two processes that start at once both end with a good store", async () => {
  const [corpus, data] = [smallCorpus(), temporaryDirectory()];
  const script = join(temporaryDirectory(), "open.mts");
  writeFileSync(
    script,
    `import { openStore } from ${JSON.stringify(join(process.cwd(), "src/operations/open-store.ts"))};
     const [corpusDirectory, dataDirectory] = process.argv.slice(2);
     const logger = { info() {}, warn() {}, error() {} };
     const store = await openStore({ corpusDirectory, dataDirectory, logger });
     const hits = await store.retriever.retrieve({ text: "bảo hiểm y tế", limit: 1 });
     console.log(JSON.stringify([store.documents.list().length, hits.length]));
     store.close();`,
  );
  const run = () => promisify(execFile)(process.execPath, ["--import", "tsx", script, corpus, data]);
  const outputs = await Promise.all([run(), run()]);
  expect(outputs.map(({ stdout }) => stdout.trim())).toEqual(["[1,1]", "[1,1]"]);
  const after = await open(corpus, data);
  expect(after.rebuilt).toBe(false);
  expect(buildings(data)).toEqual([]);
});
