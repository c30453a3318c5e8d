import { expect, test } from "vitest";
import { definedTerm } from "../../src/retrieval/defined-term.ts";
import { wordsOf } from "../../src/retrieval/terms.ts";
import { weighWords } from "../../src/retrieval/weigh-words.ts";

function term(text: string): string | null {
  const words = wordsOf(text);
  const span = definedTerm(
    words.map((word) => word.folded),
    weighWords(text),
  );
  return span === null
    ? null
    : words
        .slice(span.start, span.end)
        .map((word) => word.accented)
        .join(" ");
}

test.each([
  ["Hộ nghèo là gì?", "hộ nghèo"],
  ["ho can ngheo la gi", "ho can ngheo"],
  ["Thế nào là nhà ở xã hội?", "nhà ở xã hội"],
  ["Định nghĩa của “Người lao động”?", "người lao động"],
  ["Theo Bộ luật Dân sự 2015, hoa lợi được hiểu như thế nào?", "hoa lợi"],
  ["Khái niệm gia đình", "gia đình"],
  ["Hợp đồng như thế nào là hợp pháp?", null],
  ["Mức hỗ trợ là bao nhiêu?", null],
  ["", null],
])("%s asks for the meaning of %s", (question, expected) => {
  expect(term(question)).toBe(expected);
});
