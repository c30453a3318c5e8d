import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentShares, prepareText, scoreContent } from "../../src/answering/score-content.ts";
import type { Concept } from "../../src/understanding/query.ts";
import { buildVocabulary } from "../../src/understanding/vocabulary.ts";

const vocabulary = buildVocabulary([
  "bảo hiểm y tế toàn dân\nbảo hiểm xã hội\nhỗ trợ trẻ em\nhỗ trợ người cao tuổi\nnhà ở xã hội\nđào tạo nghề",
]);

function concept(words: string, changes: Partial<Concept> = {}): Concept {
  const tokens = words.split(" ");
  return { tokens, typed: null, alternatives: [tokens], weight: 1, ...changes };
}
const score = (concepts: readonly Concept[], text: string, context: string | null = null): number =>
  scoreContent(concepts, prepareText(text), context === null ? null : prepareText(context), vocabulary);

describe("the share of a question's content that a text holds", () => {
  it("is all, some or none of it", () => {
    const asked = [concept("tre em"), concept("nha o")];
    expect(score(asked, "Hỗ trợ trẻ em có nhà ở")).toBe(1);
    expect(score(asked, "Hỗ trợ trẻ em")).toBeGreaterThan(0);
    expect(score(asked, "Hỗ trợ trẻ em")).toBeLessThan(1);
    expect(score(asked, "Đào tạo nghề")).toBe(0);
  });

  it("counts a term through any of its wordings", () => {
    const kids = concept("con nit", {
      alternatives: [
        ["con", "nit"],
        ["tre", "em"],
      ],
    });
    expect(score([kids], "Hỗ trợ trẻ em")).toBe(1);
  });

  it("counts a term whose words stand scattered less than one that stands whole", () => {
    const whole = score([concept("bao hiem y te")], "bảo hiểm y tế");
    const scattered = score([concept("bao hiem y te")], "y tế và bảo hiểm");
    expect(scattered).toBeGreaterThan(0);
    expect(scattered).toBeLessThan(whole);
  });

  it("counts a rarer word more", () => {
    const asked = [concept("ho tro"), concept("nghe")];
    expect(score(asked, "nghề")).toBeGreaterThan(0.4);
    expect(score([concept("ho"), concept("nghe")], "nghề")).toBeGreaterThan(
      score([concept("ho"), concept("nghe")], "hỗ"),
    );
  });

  it("counts what only the headings hold, but less", () => {
    const heading = score([concept("tre em")], "được hưởng trợ cấp", "Chính sách cho trẻ em");
    expect(heading).toBeGreaterThan(0.5);
    expect(heading).toBeLessThan(1);
  });

  it("looks for unknown words with their marks where they were typed with marks", () => {
    const asked = [concept("nghe", { typed: ["nghề"] })];
    expect(score(asked, "đào tạo nghề")).toBe(1);
    expect(score(asked, "nghe nói")).toBeLessThan(0.5);
  });

  it("takes both places of a tone mark for one", () => {
    expect(score([concept("hoa", { typed: ["hòa"] })], "hoà")).toBe(1);
  });

  it("weighs by the concept's own weight, and is 0 where nothing is asked", () => {
    const light = concept("nha o", { weight: 0.1 });
    expect(score([concept("tre em"), light], "trẻ em")).toBeGreaterThan(0.85);
    expect(score([], "trẻ em")).toBe(0);
  });

  it("stays between 0 and 1, one share a concept, for anything at all", () => {
    const concepts = fc.array(
      fc.tuple(
        fc.constantFrom("tre em", "bao hiem y te", "zz", "nghe", "hoa binh"),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
      ),
    );
    fc.assert(
      fc.property(concepts, fc.string(), fc.constantFrom("trẻ em", "y bảo tế", ""), (pairs, noise, words) => {
        const asked = pairs.map(([tokens, weight]) => concept(tokens, { weight }));
        const text = prepareText(`${words} ${noise}`);
        const shares = contentShares(asked, text, text, vocabulary);
        expect(shares).toHaveLength(asked.length);
        for (const share of [...shares, scoreContent(asked, text, null, vocabulary)])
          expect(share >= 0 && share <= 1 + 1e-9).toBe(true);
      }),
    );
  });
});
