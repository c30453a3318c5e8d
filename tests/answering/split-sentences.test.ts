import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/answering/split-sentences.ts";

const split = (text: string): string[] =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe("the sentences of a stretch of text", () => {
  it.each([
    ["Một câu. Hai câu! Ba câu?", ["Một câu.", "Hai câu!", "Ba câu?"]],
    ["TP. Hà Tĩnh đạt 97,5%. Đến năm 2030.", ["TP. Hà Tĩnh đạt 97,5%.", "Đến năm 2030."]],
    ["Đạt 1.500 hộ. Tăng 10.000 người.", ["Đạt 1.500 hộ.", "Tăng 10.000 người."]],
    ["KT. Chủ tịch ký. TM. Ủy ban", ["KT. Chủ tịch ký.", "TM. Ủy ban"]],
    ["Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]],
    ["Xem mục 2. «Đến năm 2030»", ["Xem mục 2.", "«Đến năm 2030»"]],
    ["một; hai; ba", ["một; hai; ba"]],
    ["", []],
    [" \n\t ", []],
  ])("%j", (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it("have spans in the whole text, not in the stretch", () => {
    const text = "Không kể. Câu một. Câu hai. Không kể.";
    const stretch = { start: 10, end: 27 };
    expect(splitSentences(text, stretch).map(({ start, end }) => text.slice(start, end))).toEqual([
      "Câu một.",
      "Câu hai.",
    ]);
  });

  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc
      .array(fc.constantFrom("Một", "hai", ". ", "! ", "\n", "…", "TP.", " ", "«", "- ", "1.5"))
      .map((all) => all.join("")),
    fc.constantFrom(
      ...["duc-pho", "ha-tinh", "phuong-tu-son"].map((key) =>
        readFileSync(`corpus/${key}/source.txt`, "utf8"),
      ),
    ),
  );

  it("lie in order and apart, are trimmed, and leave out nothing but blanks", () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        let at = start;
        for (const sentence of splitSentences(text, { start, end })) {
          expect(text.slice(at, sentence.start).trim()).toBe("");
          const words = text.slice(sentence.start, sentence.end);
          expect(words).not.toBe("");
          expect(words.trim()).toBe(words);
          at = sentence.end;
        }
        expect(at).toBeLessThanOrEqual(end);
        expect(text.slice(at, end).trim()).toBe("");
      }),
      { numRuns: 300 },
    );
  });
});
