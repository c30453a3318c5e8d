import { describe, expect, it } from "vitest";
import { loadLexicons } from "../../src/understanding/lexicon.ts";
import { createTermMatcher } from "../../src/understanding/match-terms.ts";
import { tokensOf } from "../../src/understanding/spell-out.ts";

const matcher = createTermMatcher([
  { vi: "hỏa táng", also: ["thiêu", "thiêu xác"], en: ["cremation"] },
  { vi: "người dân", also: ["dân"], en: [] },
]);
const alternatives = (text: string): string[][] =>
  matcher.match(tokensOf(text)).map((match) => match.alternatives.map((words) => words.join(" ")));

describe("the terms of a question", () => {
  it("come with the documents' word first and the other wordings of two syllables and more", () => {
    expect(alternatives("có thiêu xác không")).toEqual([["hoa tang", "thieu xac"]]);
  });

  it("are understood by a single syllable typed with its marks, which is not looked for itself", () => {
    expect(alternatives("thiêu hay chôn")).toEqual([["hoa tang", "thieu xac"]]);
    expect(alternatives("toi thieu bao nhieu")).toEqual([]);
    expect(alternatives("dân được gì")).toEqual([["nguoi dan"]]);
  });

  it("leave out the wordings that cannot stand in the corpus, but never the documents' own", () => {
    const term = { vi: "an toàn thực phẩm", also: ["thực phẩm sạch", "đồ ăn bẩn"], en: [] };
    const pairCount = (first: string, second: string): number =>
      ["thuc pham", "pham sach"].includes(`${first} ${second}`) ? 1 : 0;
    const [found] = createTermMatcher([term], { pairCount }).match(tokensOf("đồ ăn bẩn"));
    expect(found?.alternatives.map((words) => words.join(" "))).toEqual([
      "an toan thuc pham",
      "thuc pham sach",
    ]);
  });

  it("give way to a longer term that takes most of their words", () => {
    const insurance = createTermMatcher([
      { vi: "bảo hiểm y tế", also: ["thẻ bảo hiểm"], en: [] },
      { vi: "bảo hiểm xã hội", also: [], en: [] },
    ]);
    const termsOf = (text: string): (string | undefined)[] =>
      insurance.match(tokensOf(text)).map(({ alternatives: [official] }) => official?.join(" "));
    expect(termsOf("the bao hiem xa hoi thi sao")).toEqual(["bao hiem xa hoi"]);
    expect(termsOf("thẻ bảo hiểm bao nhiêu")).toEqual(["bao hiem y te"]);
  });

  it("are found in English too", () => {
    expect(alternatives("Is cremation promoted?")).toEqual([["hoa tang", "thieu xac"]]);
  });
});

describe("the terms that ship", () => {
  const shipped = createTermMatcher(loadLexicons("corpus").terms);
  it.each([
    ["đồ ăn bẩn", "an toan thuc pham"],
    ["vo em bau", "phu nu mang thai"],
    ["học chung với bạn bè", "giao duc hoa nhap"],
    ["công ty nợ lương", "tranh chap lao dong"],
    ["phat qua the ngan hang", "chi tra tro cap khong dung tien mat"],
    ["mạng mẽo", "dich vu vien thong"],
    ["giấy tờ rườm rà", "thu tuc phien ha"],
    ["kiếm nghề khác", "chuyen doi nghe nghiep"],
    ["unpaid wages", "tranh chap lao dong"],
  ])("say «%s» in the documents' words", (said, official) => {
    const found = shipped.match(tokensOf(said)).flatMap((match) => match.alternatives);
    expect(found.map((words) => words.join(" "))).toContain(official);
  });
});
