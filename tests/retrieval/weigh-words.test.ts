import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsOf } from "../../src/retrieval/terms.ts";
import { isContent, weighWords } from "../../src/retrieval/weigh-words.ts";

function content(text: string): string {
  const weights = weighWords(text);
  return wordsOf(text)
    .filter((_, i) => weights[i] === 1)
    .map((word) => word.accented)
    .join(" ");
}

describe("what a question is about", () => {
  test.each([
    [
      "Theo quy định của Bộ luật Dân sự năm 2015, lợi tức được hiểu như thế nào?",
      "lợi tức được hiểu như thế nào",
    ],
    ["theo bo luat hinh su 2017 hinh phat la gi", "hinh phat la gi"],
    ["Hành vi nào vi phạm Luật An ninh mạng đối với trẻ em?", "hành vi nào vi phạm đối với trẻ em"],
    ["Theo khoản 1 Điều 34, uy tín của cá nhân là gì?", "uy tín của cá nhân là gì"],
    ["Trẻ em có quyền được học, đúng hay sai?", "trẻ em có quyền được học"],
  ])("%s", (question, expected) => {
    expect(content(question)).toBe(expected);
  });

  test.each([
    "Thẻ luật sư có thời hạn không?",
    "Bị kỷ luật có được xét danh hiệu không?",
    "Đại diện theo pháp luật của công ty là ai?",
  ])("names no law: %s", (question) => {
    expect(weighWords(question).every((weight) => weight === 1)).toBe(true);
  });

  test("the name of the law still says something", () => {
    const weights = weighWords("Theo Luật Thư viện 2019");
    expect(weights.map(isContent)).toEqual([false, false, true, true, false]);
  });

  test("any text at all has one weight a word, above 0 and at most 1", () => {
    const pieces = fc.constantFrom(
      "theo ",
      "luật ",
      "bộ luật ",
      "năm ",
      "2015",
      ", ",
      "điều ",
      "7 ",
      "(",
      "đúng hay sai",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join("")),
        ),
        (text) => {
          const weights = weighWords(text);
          expect(weights).toHaveLength(wordsOf(text).length);
          expect(weights.every((weight) => weight > 0 && weight <= 1)).toBe(true);
        },
      ),
    );
  });
});
