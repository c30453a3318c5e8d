import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Citation } from "../../src/answering/answer.ts";
import { renderPlain, wrap } from "../../src/channels/render-plain.ts";
import { makeAnswer } from "../doubles/assistant.ts";

const citation: Citation = {
  document: "x",
  title: "Kế hoạch",
  issuer: "Ủy ban nhân dân",
  number: "141/KH-UBND",
  date: "01/02/2025",
  status: "issued",
  locator: "Mục II.1",
  quote: "đạt 95%",
  start: 0,
  end: 7,
};
const plain = { width: 60, isColoured: false };

describe("renderPlain", () => {
  it("shows text, warnings, sources with their places, suggestions", () => {
    const answer = makeAnswer({
      text: "95%.",
      citations: [citation, { ...citation, start: 9, end: 12, quote: "năm 2030", page: 3 }, citation],
      warnings: [{ code: "draft", text: "Bản dự thảo." }],
      suggestions: ["Còn BHXH?"],
    });
    expect(renderPlain(answer, plain)).toBe(
      `95%.

! Bản dự thảo.

Nguồn: Kế hoạch, Ủy ban nhân dân, số 141/KH-UBND, 01/02/2025
  «đạt 95%»
  — Mục II.1
  «năm 2030»
  — Mục II.1, trang 3

Có thể hỏi tiếp:
  • Còn BHXH?`,
    );
  });

  it("does not repeat a warning that the text says already", () => {
    const answer = makeAnswer({
      text: "A. Bản dự thảo.",
      warnings: [{ code: "draft", text: "Bản dự thảo." }],
    });
    expect(renderPlain(answer, plain)).toBe("A. Bản dự thảo.");
  });

  it("uses no escape sequences unless coloured, and lets none through", () => {
    const answer = makeAnswer({
      text: "a\u001b[31mb\u0007",
      citations: [{ ...citation, quote: "\u009b2J" }],
    });
    expect(renderPlain(answer, plain)).not.toMatch(/[^\P{Cc}\n]/u);
    expect(renderPlain(answer, { ...plain, isColoured: true })).toContain("\u001b[36m");
  });

  it("wraps any text to the width between words and loses none", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("chỉ", "tiêu", "95%,", "\n", "một-chữ-rất-là-dài-không-ngắt-được")),
        (words) => {
          const wrapped = wrap(words.join(" "), 24, "  ");
          for (const line of wrapped.split("\n"))
            expect(line.length <= 24 || !/\S\s\S/.test(line.trim())).toBe(true);
          expect(wrapped.split(/\s+/).filter(Boolean)).toEqual(words.filter((word) => word !== "\n"));
        },
      ),
    );
  });
});
