import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Term } from "../../src/understanding/lexicon.ts";
import { createBodyMatcher } from "../../src/understanding/match-bodies.ts";
import { createTermMatcher } from "../../src/understanding/match-terms.ts";
import type { Concept } from "../../src/understanding/query.ts";
import { isMarked } from "../../src/understanding/question-words.ts";
import { readContent } from "../../src/understanding/read-content.ts";
import { tokensOf } from "../../src/understanding/spell-out.ts";
import { buildVocabulary } from "../../src/understanding/vocabulary.ts";

const TERMS: readonly Term[] = [
  { vi: "trẻ em", also: ["con nít", "trẻ nhỏ"], en: ["children", "kids"] },
  { vi: "nhà ở xã hội", also: ["chung cư giá rẻ"], en: ["social housing"] },
  { vi: "nhà", also: [], en: ["house"] },
];
const terms = createTermMatcher(TERMS);
const vocabulary = buildVocabulary([
  "xây dựng cộng đồng",
  "cộng đồng dân cư",
  "trẻ em nghèo",
  "nhà ở xã hội",
]);

function read(text: string, language: "vi" | "en" = "vi", skip: readonly number[] = []): Concept[] {
  const tokens = tokensOf(text);
  return readContent(tokens, terms.match(tokens), new Set(skip), vocabulary, {
    language,
    marked: isMarked(text),
  });
}
const words = (concepts: readonly Concept[]): string[] => concepts.map(({ tokens }) => tokens.join(" "));

describe("the content of a question", () => {
  it("is its terms whole, with their other wordings, the documents' own first", () => {
    const [term] = read("con nít được gì");
    expect(term?.tokens).toEqual(["con", "nit"]);
    expect(term?.alternatives).toEqual([
      ["con", "nit"],
      ["tre", "em"],
      ["con", "nit"],
      ["tre", "nho"],
    ]);
  });

  it("is the longest term where several begin together", () => {
    expect(words(read("nhà ở xã hội thế nào"))).toEqual(["nha o xa hoi"]);
  });

  it("keeps words together that stand together in the corpus", () => {
    expect(words(read("cộng đồng dân cư"))).toContain("cong dong");
  });

  it("leaves out words of asking, figures and what is taken by a place", () => {
    expect(words(read("cho tôi hỏi là bao nhiêu ạ"))).toEqual([]);
    expect(words(read("97,5 32"))).toEqual([]);
    expect(words(read("cộng đồng Đức Phổ", "vi", [2, 3]))).toEqual(["cong dong"]);
  });

  it("keeps a year, which a sentence may have to hold", () => {
    expect(words(read("2030"))).toEqual(["2030"]);
  });

  it("keeps the marks where the message has marks", () => {
    expect(read("cộng đồng")[0]?.typed).toEqual(["cộng", "đồng"]);
    expect(read("cong dong")[0]?.typed).toBeNull();
  });

  it("weighs little what every programme is full of, and words that nothing knows", () => {
    expect(read("chương trình")[0]?.weight).toBeLessThan(0.5);
    expect(read("qwertz")[0]?.weight).toBeLessThan(0.5);
    expect(read("trẻ em")[0]?.weight).toBe(1);
  });

  it("in English takes the lexicon's terms and names", () => {
    const concepts = read("what does Lenin do for children", "en");
    expect(concepts.find(({ tokens }) => tokens[0] === "children")?.alternatives).toContainEqual([
      "tre",
      "em",
    ]);
    expect(concepts.find(({ tokens }) => tokens[0] === "lenin")?.weight).toBe(1);
  });

  it("comes from the message alone, for anything at all", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("vi" as const, "en" as const),
        (raw, language) => {
          const text = raw.normalize("NFC");
          const folded = tokensOf(text).map((token) => token.folded);
          for (const { tokens, alternatives, weight } of read(text, language)) {
            expect(tokens.every((token) => folded.includes(token))).toBe(true);
            expect(alternatives[0]).toEqual(tokens);
            expect(weight > 0 && weight <= 1).toBe(true);
          }
        },
      ),
    );
  });
});

describe("terms in running text", () => {
  it("of one syllable need their marks", () => {
    expect(terms.match(tokensOf("nhà"))).toHaveLength(1);
    expect(terms.match(tokensOf("nha"))).toHaveLength(0);
  });

  it("do not overlap and stand in order", () => {
    const found = terms.match(tokensOf("trẻ em và nhà ở xã hội, con nít, social housing"));
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [3, 7],
      [7, 9],
      [9, 11],
    ]);
  });
});

describe("bodies in running text", () => {
  const bodies = createBodyMatcher([
    {
      id: "pc",
      name: "Ủy ban nhân dân",
      aliases: ["chính quyền địa phương"],
      abbreviations: ["UBND"],
      english: ["People's Committee"],
      became: null,
    },
    {
      id: "town-pc",
      name: "Ủy ban nhân dân thị xã",
      aliases: [],
      abbreviations: [],
      english: [],
      became: null,
    },
  ]);
  const found = (text: string): string[] => bodies.match(tokensOf(text)).map(({ id }) => id);

  it("the longest name wins", () => {
    expect(found("Ủy ban nhân dân thị xã và Uỷ ban nhân dân")).toEqual(["town-pc", "pc"]);
  });

  it("are found without marks and in English; a single syllable is no name", () => {
    expect(found("uy ban nhan dan")).toEqual(["pc"]);
    expect(found("the People's Committee")).toEqual(["pc"]);
    expect(found("UBND")).toEqual([]);
  });
});
