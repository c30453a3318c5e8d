import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corpusAssistant, type CorpusAssistant } from "../doubles/corpus-assistant.ts";

let corpus: CorpusAssistant;

beforeAll(async () => {
  corpus = await corpusAssistant();
}, 60_000);

afterAll(() => {
  corpus.close();
});

const firstLine = (text: string): string => text.split("\n")[0] ?? "";

describe("two figures of one place", () => {
  it.each([
    ["nước sạch: nông thôn với thành thị cái nào cao hơn", "duc-pho", ["100%", "cao hơn", "80%"]],
    ["bhxh với bhtn khác gì nhau", "duc-pho", ["20%", "cao hơn", "15%"]],
    ["thất nghiệp chung và thành thị chênh nhau bao nhiêu", "duc-pho", ["dưới 2,5%", "cao hơn", "dưới 2%"]],
    ["BHYT với tiêm chủng cái nào cao hơn ở Từ Sơn", null, ["cùng mức", "trên 98%"]],
    ["is rural clean water lower than urban in Duc Pho?", null, ["100%", "higher than", "80%"]],
  ])("are set beside each other: %s (%s)", async (question, home, words) => {
    const { kind, text, citations } = await corpus.answer(question, home);
    expect(kind).toBe("comparison");
    for (const word of words) expect(firstLine(text)).toContain(word);
    expect(new Set(citations.map(({ document }) => document)).size).toBe(1);
  });

  it("are not drawn into a comparison of places by «so với» in their subject", async () => {
    const { citations } = await corpus.answer("mức sống người có công so với ai", "duc-pho");
    expect(new Set(citations.map(({ document }) => document))).toEqual(new Set(["duc-pho"]));
  });
});

describe("a distance", () => {
  it.each([
    ["lương hưu Đức Phổ và nghị quyết 42 chênh nhau bao nhiêu?", null, "35 điểm phần trăm"],
    ["thất nghiệp chung và thành thị chênh nhau bao nhiêu", "duc-pho", "0,5 điểm phần trăm"],
    ["how much higher is health insurance in Tu Son than Duc Pho", null, "3 percentage points"],
  ])("is in points: %s", async (question, home, words) => {
    expect((await corpus.answer(question, home)).text).toContain(words);
  });

  it.each(["So sánh BHXH Đức Phổ với nghị quyết", "nhà ở xã hội Đức Phổ thấp hơn nghị quyết bao nhiêu căn"])(
    "is not said where it is not asked, nor of counts of other territories: %s",
    async (question) => {
      expect((await corpus.answer(question)).text).not.toContain("điểm phần trăm");
    },
  );
});

describe("bounds", () => {
  it("the lower ceiling is the stricter one", async () => {
    const { text } = await corpus.answer("So sánh tỉ lệ thất nghiệp Đức Phổ – NQ42");
    expect(firstLine(text)).toMatch(/^Thị xã Đức Phổ .*chặt hơn \(dưới 2%\); Nghị quyết .*\(dưới 3%\)/u);
  });

  it.each([
    ["thất nghiệp chung ở Đức Phổ trên 2%?", "Không phải trên 2%: văn bản ghi dưới 2%."],
    ["BHYT Đức Phổ dưới 95% đúng không", "Không phải dưới 95%: văn bản ghi trên 95%."],
    ["BHYT Đức Phổ trên 95% đúng không", "Con số 95% khớp với văn bản."],
  ])("have a direction: %s", async (question, line) => {
    expect(firstLine((await corpus.answer(question)).text)).toBe(line);
  });
});
