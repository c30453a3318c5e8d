import { expect, test } from "vitest";
import { SegmentBuilder } from "../../src/retrieval/build-segment.ts";
import { hashingEmbedder } from "../../src/retrieval/hashing-embedder.ts";
import { matchPassage, readAgainst, type PassageMatch } from "../../src/retrieval/match-passage.ts";
import { readQuestion } from "../../src/retrieval/read-question.ts";

async function match(question: string, headings: readonly string[], text: string): Promise<PassageMatch> {
  const builder = new SegmentBuilder(hashingEmbedder);
  const passage = {
    id: 0,
    document: "a",
    eId: "x",
    path: "1",
    locator: "1",
    span: { start: 0, end: text.length },
  };
  await builder.add({ ...passage, headings, text });
  await builder.add({ ...passage, headings: [], text: "một đoạn khác hẳn, không liên quan" });
  const segment = await builder.build(Float64Array.of(0, 1, 2));
  return matchPassage(readAgainst(segment, readQuestion(question, [segment])), 0);
}

test("a passage with all the question's words in order covers it whole", async () => {
  const found = await match("bảo hiểm y tế", [], "Trên 95% dân số tham gia bảo hiểm y tế");
  expect(found).toMatchObject({ coverage: 1, syllables: 1, bigrams: 1, accentedBigrams: 1, run: 1 });
});

test("words that only a heading holds are covered, but not by the body", async () => {
  const found = await match("bảo hiểm y tế", ["Bảo hiểm y tế"], "Nâng cao chất lượng khám bệnh");
  expect(found).toMatchObject({ coverage: 1, heading: 1, headingPrecision: 1, bodyBigrams: 0, window: 0 });
});

test("marks count as evidence where the person typed them, and are not missed where not", async () => {
  const text = "cải tạo đường phố";
  expect((await match("đường phố", [], text)).accentedBigrams).toBe(1);
  expect((await match("dương phố", [], text)).accentedBigrams).toBe(0);
  expect((await match("duong pho", [], text)).accentedBigrams).toBe(1);
});

test("the same words scattered over a long passage make a poorer stretch than together", async () => {
  const filler = "lời dẫn dài dòng ".repeat(40);
  const together = await match("hộ nghèo giảm", [], `${filler} hộ nghèo giảm ${filler}`);
  const scattered = await match("hộ nghèo giảm", [], `hộ ${filler} nghèo ${filler} giảm`);
  expect(together.window).toBeGreaterThan(scattered.window);
  expect(together.run).toBeGreaterThan(scattered.run);
});

test("a figure counts where one is asked for and one stands by the words", async () => {
  const text = "tỷ lệ hộ nghèo giảm còn dưới 0,65%";
  expect((await match("tỷ lệ hộ nghèo là bao nhiêu", [], text)).figure).toBe(1);
  expect((await match("ai giảm hộ nghèo", [], text)).figure).toBe(0);
  expect((await match("tỷ lệ hộ nghèo là bao nhiêu", [], "tỷ lệ hộ nghèo giảm dần")).figure).toBe(0);
});

test("a sentence that begins with the term asked for and «là» defines it, more than one that holds both within", async () => {
  const asked = "Hộ nghèo là gì?";
  const defined = await match(asked, [], "Trong văn bản này: 1. Hộ nghèo là hộ có thu nhập thấp");
  const within = await match(asked, [], "Điều kiện xét hộ nghèo là hộ có thu nhập thấp");
  expect(defined.definition).toBe(1);
  expect(within.definition).toBeGreaterThan(0);
  expect(within.definition).toBeLessThan(1);
  expect(
    (await match("Hộ nghèo được hỗ trợ bao nhiêu?", [], "1. Hộ nghèo là hộ thu nhập thấp")).definition,
  ).toBe(0);
});

test("the pieces of one provision are covered together, those of another are not", async () => {
  const builder = new SegmentBuilder(hashingEmbedder);
  const piece = { id: 0, document: "a", path: "1", locator: "1", span: { start: 0, end: 9 }, headings: [] };
  await builder.add({ ...piece, eId: "x", text: "hỗ trợ hộ nghèo" });
  await builder.add({ ...piece, eId: "x", text: "vay vốn ưu đãi" });
  await builder.add({ ...piece, eId: "y", text: "làm nhà ở" });
  const segment = await builder.build(Float64Array.of(0, 1, 2, 3));
  const found = (text: string): number =>
    matchPassage(readAgainst(segment, readQuestion(text, [segment])), 0).provisionBigrams;
  expect(found("hộ nghèo vay vốn")).toBeGreaterThan(found("hộ nghèo nhà ở"));
  expect(found("vay vốn")).toBe(1);
  expect(found("nhà ở")).toBe(0);
});
