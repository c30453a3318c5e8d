import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildIndexes } from "../../src/retrieval/build-indexes.ts";
import { hashingEmbedder } from "../../src/retrieval/hashing-embedder.ts";
import { openRetriever } from "../../src/retrieval/open-retriever.ts";
import type { Passage } from "../../src/retrieval/passage.ts";
import { silentLogger } from "../../src/shared/logger.ts";

let directory: string;
beforeEach(async () => {
  directory = path.join(await mkdtemp(path.join(tmpdir(), "retriever-")), "index");
});
afterEach(async () => {
  await rm(path.dirname(directory), { recursive: true, force: true });
});

function passage(document: string, headings: readonly string[], text: string): Passage {
  return {
    id: 0,
    document,
    eId: `sec_${text.length}`,
    path: "II.2",
    locator: "Mục II.2",
    headings,
    span: { start: 0, end: text.length },
    text,
  };
}

const passages = [
  passage("duc-pho", ["Mục tiêu"], "Trên 95% dân số tham gia bảo hiểm y tế"),
  passage("duc-pho", ["Mục tiêu"], "Tỷ lệ thất nghiệp chung dưới 2%"),
  passage("duc-pho", ["Phát triển bảo hiểm y tế"], "Nâng cao chất lượng khám bệnh, chữa bệnh"),
  passage("tu-son", ["Mục tiêu"], "Tỷ lệ tham gia bảo hiểm y tế đạt trên 98% dân số"),
  passage("tu-son", ["Nhiệm vụ"], "Cải tạo đường giao thông, hồ điều hòa"),
];

async function texts(text: string, documents?: readonly string[]): Promise<string[]> {
  const retriever = await openRetriever(directory);
  const hits = await retriever.retrieve({
    text,
    limit: 3,
    ...(documents === undefined ? {} : { documents }),
  });
  retriever.close();
  return hits.map((hit) => hit.passage.text);
}

test("a passage that holds the question's words comes first, with or without diacritics", async () => {
  await buildIndexes(passages, directory);
  expect((await texts("thất nghiệp chung"))[0]).toBe("Tỷ lệ thất nghiệp chung dưới 2%");
  expect((await texts("that nghiep chung"))[0]).toBe("Tỷ lệ thất nghiệp chung dưới 2%");
  expect((await texts("duong giao thong"))[0]).toContain("đường giao thông");
});

test("documents are filtered before the best are taken", async () => {
  await buildIndexes(passages, directory);
  expect((await texts("bảo hiểm y tế dân số", ["tu-son"]))[0]).toBe(
    "Tỷ lệ tham gia bảo hiểm y tế đạt trên 98% dân số",
  );
  expect(await texts("bảo hiểm y tế", ["no-such-document"])).toEqual([]);
});

test("a document added later is found, and a newer form of one replaces the older", async () => {
  await buildIndexes(passages, directory);
  await buildIndexes([passage("duc-pho", [], "Tỷ lệ thất nghiệp chung dưới 1%")], directory, {
    append: true,
  });
  const found = await texts("tỷ lệ thất nghiệp chung", ["duc-pho"]);
  expect(found).toEqual(["Tỷ lệ thất nghiệp chung dưới 1%"]);
});

test("an interrupted build goes on where it stopped: finished documents are not read again", async () => {
  await buildIndexes(passages.slice(0, 3), directory);
  await buildIndexes(passages, directory, { resume: true });
  expect((await texts("thất nghiệp chung")).filter((text) => text.includes("thất nghiệp"))).toHaveLength(1);
  expect((await texts("hồ điều hòa"))[0]).toContain("hồ điều hòa");
});

test("a damaged index and one of another model are told apart from a good one", async () => {
  await buildIndexes(passages, directory);
  await expect(
    openRetriever(directory, { embedder: { ...hashingEmbedder, id: "other" } }),
  ).rejects.toMatchObject({
    code: "STORE_UNREADABLE",
  });
  const file = path.join(directory, "segment-1", "arrays.bin");
  const bytes = await readFile(file);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(file, bytes);
  await expect(openRetriever(directory)).rejects.toMatchObject({ code: "STORE_UNREADABLE" });
  await expect(openRetriever(path.join(directory, "nowhere"))).rejects.toMatchObject({
    code: "STORE_UNREADABLE",
  });
});

test("a question without words finds nothing", async () => {
  await buildIndexes(passages, directory);
  expect(await texts("?!… 🙂")).toEqual([]);
});

test("a question whose vector cannot be had is searched by its words, and the log told", async () => {
  await buildIndexes(passages, directory, { embedder: hashingEmbedder });
  const told: string[] = [];
  const retriever = await openRetriever(directory, {
    embedder: { ...hashingEmbedder, embedQuestion: () => Promise.reject(new Error("down")) },
    logger: { ...silentLogger, warn: (event) => told.push(event) },
  });
  const [first] = await retriever.retrieve({ text: "thất nghiệp chung", limit: 1 });
  retriever.close();
  expect(first?.passage.text).toBe("Tỷ lệ thất nghiệp chung dưới 2%");
  expect(told).toEqual(["embedder.failed"]);
});

test("a short form and its words find each other, whichever the document and the question have", async () => {
  const abbreviations = [{ short: "BHXH", long: ["bảo hiểm xã hội"], caseSensitive: false }];
  const written = [
    passage("a", [], "Chế độ BHXH một lần"),
    passage("b", [], "Chế độ bảo hiểm xã hội hằng tháng"),
    passage("c", [], "Cải tạo đường giao thông"),
  ];
  await buildIndexes(written, directory, { embedder: hashingEmbedder, abbreviations });
  const retriever = await openRetriever(directory, { embedder: hashingEmbedder, abbreviations });
  for (const text of ["BHXH", "bảo hiểm xã hội"]) {
    const hits = await retriever.retrieve({ text, limit: 2 });
    expect(hits.map((hit) => hit.passage.document).sort()).toEqual(["a", "b"]);
    expect(hits.every((hit) => hit.coverage === 1)).toBe(true);
    // What is shown stays as it is written.
    expect(hits.some((hit) => hit.passage.text.includes("BHXH"))).toBe(true);
  }
  retriever.close();
});
