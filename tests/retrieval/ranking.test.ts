import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildIndexes } from "../../src/retrieval/build-indexes.ts";
import { openRetriever } from "../../src/retrieval/open-retriever.ts";
import type { Passage, Retriever } from "../../src/retrieval/passage.ts";

const passages: readonly (readonly [eId: string, headings: readonly string[], text: string])[] = [
  ["insurance-target", ["Mục tiêu"], "Tỷ lệ tham gia bảo hiểm y tế đạt trên 98% dân số."],
  [
    "insurance-task",
    ["Nhiệm vụ", "Bảo hiểm xã hội"],
    "Đẩy mạnh tuyên truyền chính sách bảo hiểm y tế đến người dân.",
  ],
  ["unemployment", ["Mục tiêu"], "Tỷ lệ thất nghiệp chung ở mức dưới 2%."],
  [
    "housing",
    ["Nhiệm vụ", "Về nhà ở"],
    "Xây dựng 300 căn hộ cho người thu nhập thấp, công nhân khu công nghiệp.",
  ],
  ["roads", ["Nhiệm vụ"], "Cải tạo đường giao thông, vỉa hè và hồ điều hòa."],
  ["signature", ["Người ký văn bản, chức vụ, ký thay mặt"], "T/M ĐẢNG ỦY PHƯỜNG\nBÍ THƯ\nNguyễn Văn A"],
];

let directory: string;
let retriever: Retriever & { close(): void };

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "ranking-"));
  const made = passages.map(([eId, headings, text]): Passage => {
    const span = { start: 0, end: text.length };
    return { id: 0, document: "a", eId, path: "1", locator: "Mục 1", headings, span, text };
  });
  await buildIndexes(made, directory);
  retriever = await openRetriever(directory);
});

afterAll(async () => {
  retriever.close();
  await rm(directory, { recursive: true, force: true });
});

async function ranking(text: string, limit: number): Promise<string[]> {
  return (await retriever.retrieve({ text, limit })).map((hit) => hit.passage.eId);
}

test("a passage with a figure stands before one that only speaks of the matter, where a figure is asked for", async () => {
  expect(await ranking("tỷ lệ tham gia bảo hiểm y tế bao nhiêu", 2)).toEqual([
    "insurance-target",
    "insurance-task",
  ]);
});

test("without diacritics the order is the same", async () => {
  for (const question of [
    "ty le tham gia bao hiem y te bao nhieu",
    "duong giao thong",
    "that nghiep chung",
  ]) {
    expect((await ranking(question, 1))[0]).toBeDefined();
  }
  expect(await ranking("duong giao thong", 1)).toEqual(await ranking("đường giao thông", 1));
  expect(await ranking("duong giao thong", 1)).toEqual(["roads"]);
});

test("a heading's words find the passage under it", async () => {
  expect(await ranking("về nhà ở", 1)).toEqual(["housing"]);
  expect(await ranking("ai ký văn bản", 1)).toEqual(["signature"]);
});

test("scores fall from the first hit to the last, and coverage says how much of the question a hit holds", async () => {
  const hits = await retriever.retrieve({ text: "tỷ lệ thất nghiệp chung", limit: 6 });
  const scores = hits.map((hit) => hit.score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(hits[0]).toMatchObject({ coverage: 1, passage: { eId: "unemployment" } });
  expect(hits.at(-1)?.coverage).toBeLessThan(0.5);
});
