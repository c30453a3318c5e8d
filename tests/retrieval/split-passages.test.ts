import fc from "fast-check";
import { expect, test } from "vitest";
import type { Provision } from "../../src/corpus/provision.ts";
import { splitPassages } from "../../src/retrieval/split-passages.ts";
import { wordsOf } from "../../src/retrieval/terms.ts";

/** A provision of `text` from `start`, its heading the first `heading` characters, `children` at its end. */
function provision(
  text: string,
  given: Partial<Provision> & { readonly start: number; readonly end: number; readonly headingEnd?: number },
): Provision {
  const { start, end, headingEnd, ...rest } = given;
  const children = given.children ?? [];
  return {
    eId: "sec_1",
    type: "section",
    number: "1",
    path: "1",
    locator: "Mục 1",
    heading: headingEnd === undefined ? null : text.slice(start, headingEnd),
    headingSpan: headingEnd === undefined ? null : { start, end: headingEnd },
    span: { start, end },
    ownSpan: { start, end: children[0]?.span.start ?? end },
    depth: 1,
    children,
    ...rest,
  };
}

test("a bullet is a passage of its own, whole, with the headings above it; its mark is not part of it", () => {
  const text = "MỤC TIÊU\n- Trên 95% dân số tham gia bảo hiểm y tế;\n- Tỷ lệ thất nghiệp dưới 2%.";
  const first = text.indexOf("- Trên");
  const second = text.indexOf("- Tỷ");
  const bullet = (start: number, end: number): Provision =>
    provision(text, { start, end, type: "indent", depth: 2, locator: "gạch đầu dòng" });
  const root = provision(text, {
    start: 0,
    end: text.length,
    headingEnd: 8,
    children: [bullet(first, second), bullet(second, text.length)],
  });
  const passages = splitPassages({ key: "a", text, provisions: [root] });
  expect(passages.map((passage) => [passage.headings, passage.text])).toEqual([
    [["MỤC TIÊU"], "Trên 95% dân số tham gia bảo hiểm y tế;"],
    [["MỤC TIÊU"], "Tỷ lệ thất nghiệp dưới 2%."],
  ]);
});

test("a lead-in that ends with a colon is context for what follows it", () => {
  const text = "Đến năm 2025:\n- Không có điểm ô nhiễm.";
  const child = provision(text, { start: 14, end: text.length, type: "indent", depth: 2 });
  const root = provision(text, { start: 0, end: text.length, children: [child] });
  expect(splitPassages({ key: "a", text, provisions: [root] }).at(-1)?.headings).toEqual(["Đến năm 2025"]);
});

test("the lines of a signature are one passage, under words that people ask for it by", () => {
  const text = "T/M ĐẢNG ỦY\nBÍ THƯ\nNguyễn Văn A";
  const line = provision(text, { start: 0, end: 11, type: "text", depth: 2 });
  const root = provision(text, { start: 0, end: text.length, type: "signature", children: [line] });
  const passages = splitPassages({ key: "a", text, provisions: [root] });
  expect(passages.map((passage) => passage.text)).toEqual([text]);
  expect(passages[0]?.headings.join()).toContain("Người ký");
});

test("a long provision is cut where sentences end; nothing of it is lost, nothing is said twice", () => {
  const sentence = fc.nat({ max: 500 }).map((length) => `${"lời văn ".repeat(length).trim()}.`);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
      const text = sentences.join(" ");
      const passages = splitPassages({
        key: "a",
        text,
        provisions: [provision(text, { start: 0, end: text.length })],
      });
      for (const passage of passages) {
        expect(text.slice(passage.span.start, passage.span.end)).toBe(passage.text);
        expect(wordsOf(passage.text).length).toBeLessThanOrEqual(400);
      }
      const words = passages.flatMap((passage) => wordsOf(passage.text));
      expect(words.length).toBe(wordsOf(text).length);
    }),
    { numRuns: 30 },
  );
});
