import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/answering/answer.ts";
import { corpusAssistant, type CorpusAssistant } from "../doubles/corpus-assistant.ts";

const WARD = "tinh-quang-ngai/phuong-sa-huynh";
/** Every so many of the gold questions are asked of both corpora: enough of every kind, and quick. */
const EVERY = 3;

let small: CorpusAssistant;
let large: CorpusAssistant;
beforeAll(async () => {
  [small, large] = [await corpusAssistant(), await corpusAssistant("tests/fixtures/more-documents")];
}, 120_000);
afterAll(() => {
  small.close();
  large.close();
});

const documentsOf = ({ citations }: Answer): string[] => [
  ...new Set(citations.map(({ document }) => document)),
];

describe("a document that the question names", () => {
  it.each([
    ["Nghị định 901/2025/NĐ-CP ai ký?", null, "nd-901-2025-cp"],
    ["nghị định 901 ai ký, ngày nào?", "duc-pho", "nd-901-2025-cp"],
    ["QĐ 77 ngày nào?", null, "qd-77-ttg-2026"],
    ["ngay ban hanh cua ke hoach 58", null, "kh-58-phuong-sa-huynh"],
    ["Kế hoạch 31/KH-UBND ngày nào?", WARD, "kh-31-phuong-sa-huynh"],
    ["Who signed Decree 901?", null, "nd-901-2025-cp"],
    ["số của kế hoạch phổ cập bơi cho học sinh?", WARD, "kh-58-phuong-sa-huynh"],
    ["Nghị quyết 42-NQ/TW đặt chỉ tiêu BHYT bao nhiêu?", "duc-pho", "nq-42"],
    ["kế hoạch 9/KH-UBND đặt sản lượng mật ong bao nhiêu?", null, "kh-9-khong-ro"],
  ])("alone is asked: «%s»", async (question, locality, document) => {
    expect(documentsOf(await large.answer(question, locality))).toEqual([document]);
  });

  it("that is not held is said so, and no other one answers for it", async () => {
    const { kind, text, facts } = await large.answer(
      "tỷ lệ tham gia BHYT theo kế hoạch 4321/KH-UBND?",
      "duc-pho",
    );
    expect(kind).toBe("abstain");
    expect(text).toContain("4321/KH-UBND");
    expect(facts).toEqual([]);
  });
});

describe("a question that names no document", () => {
  it("of a chat without a place is answered from the one document that holds it", async () => {
    const answer = await large.answer("mức hỗ trợ mua xe lăn là bao nhiêu tiền?");
    expect(documentsOf(answer)).toEqual(["nd-901-2025-cp"]);
    expect(answer.text).toContain("3.400.000");
  });

  it("of a chat whose place is silent is answered by a rule of the whole country, and says so", async () => {
    const { text, kind } = await large.answer(
      "người cao tuổi được hỗ trợ dụng cụ tập đi bao nhiêu tiền?",
      "duc-pho",
    );
    expect(kind).not.toBe("abstain");
    expect(text).toContain("Văn bản của cả nước");
    expect(text).toContain("700.000");
  });

  it("never takes the nation's aim for a place's figure", async () => {
    for (const question of [
      "khôi phục bao nhiêu ha rạn san hô?",
      "Đức Phổ khôi phục bao nhiêu ha rạn san hô?",
    ])
      expect((await large.answer(question, "duc-pho")).facts).toEqual([]);
  });

  it("never takes a document whose place is unknown for the whole country's", async () => {
    const { citations } = await large.answer("cả nước đặt sản lượng mật ong bao nhiêu?");
    expect(citations.map(({ document }) => document)).not.toContain("kh-9-khong-ro");
  });

  it("is answered from the words about a place that a wider document names", async () => {
    const { text, citations } = await large.answer("diện tích rạn san hô được khôi phục ở Khánh Hòa?");
    expect(text).toContain("900 ha");
    expect(text).not.toContain("12.000");
    expect(citations.map(({ document }) => document)).toEqual(["qd-77-ttg-2026"]);
  });

  it("says which of a place's documents answers, and nothing of the silent one", async () => {
    const { text } = await large.answer("ai chủ trì sửa chữa kênh dẫn nước mặn?", WARD);
    expect(text).toContain("31/KH-UBND");
    expect(text).not.toContain("58/KH-UBND");
  });

  it("names a place of several documents once where all are silent", async () => {
    const { text } = await large.answer("giá vé xe buýt là bao nhiêu?", WARD);
    expect(text.match(/Phường Sa Huỳnh/gu)).toHaveLength(1);
  });
});

describe("further documents of other places and of the whole country", () => {
  const questions = readFileSync("tests/gold/questions.jsonl", "utf8")
    .split("\n")
    .filter((line, at) => line.trim() !== "" && at % EVERY === 0)
    .map(
      (line) =>
        JSON.parse(line) as {
          id: string;
          turns: string[];
          locality?: string | null;
          context?: { locality?: string };
        },
    );

  it.each(questions)("do not change what is answered: $id", async ({ turns, locality, context }) => {
    const home = locality ?? context?.locality ?? null;
    const before = await small.converse(turns, home);
    const after = await large.converse(turns, home);
    expect([after.kind, after.facts, documentsOf(after)]).toEqual([
      before.kind,
      before.facts,
      documentsOf(before),
    ]);
  });
});
