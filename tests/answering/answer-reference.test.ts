import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isNumber, mentionsNumber, numbersIn } from "../../src/answering/mentions-number.ts";
import { corpusAssistant, type CorpusAssistant } from "../doubles/corpus-assistant.ts";

let corpus: CorpusAssistant;

beforeAll(async () => {
  corpus = await corpusAssistant();
}, 60_000);

afterAll(() => {
  corpus.close();
});

const quotes = async (question: string, home: string | null = null): Promise<string[]> =>
  (await corpus.answer(question, home)).citations.map(({ document, quote }) => `${document}: ${quote}`);

describe("an instrument that the documents cite", () => {
  it.each([
    ["Kế hoạch 19-KH/TW ngày nào, của ai", null, "nq-42: Kế hoạch số 19-KH/TW ngày 27/11/2023 của Bộ Chính trị"],
    ["Plan 19-KH/TW date?", null, "nq-42: Kế hoạch số 19-KH/TW ngày 27/11/2023 của Bộ Chính trị"],
    ["Kế hoạch 152 của ai ngày nào", "ha-tinh", "ha-tinh: Kế hoạch số 152-KH/TH.U ngày 26/4/2024 của Thành ủy"],
    ["Kế hoạch 152 của ai ngày nào", null, "ha-tinh: Kế hoạch số 152-KH/TH.U ngày 26/4/2024 của Thành ủy"],
    ["Chương trình 43 của ai", "duc-pho", "duc-pho: Chương trình số 43-Ctr/TU ngày 22/01/2024 của Tỉnh ủy Quảng Ngãi"],
    ["71-CTr/TU ngày nào", null, "phuong-tu-son: Chương trình hành động số 71-CTr/TU, ngày 09/4/2024 của Ban Thường vụ Tỉnh ủy"],
    ["Nghị quyết số 15-NQ/TW năm nào", null, "nq-42: Nghị quyết số 15-NQ/TW năm 2012"],
    ["Nghị quyết 68 của chính phủ ngày nào", null, "nq-42: Nghị quyết số 68/NQ-CP ngày 09/5/2024 của Chính phủ"],
  ])("has its own date and issuer, and no other's: %s (%s)", async (question, home, wanted) => {
    expect(await quotes(question, home)).toEqual([wanted]);
  }); // prettier-ignore

  it("has its signatory where a text names one", async () => {
    const [quote] = await quotes("Nghị quyết 68/NQ-CP ai ký");
    expect(quote).toMatch(/^nq-42: Nghị quyết số 68\/NQ-CP .* Phó Thủ tướng Trần Hồng Hà ký\.$/u);
  });

  it("is shown where it stands, without another date, where a text says no more of it", async () => {
    const { text, citations } = await corpus.answer("Nghị quyết 29-NQ/TW ngày nào", "ha-tinh");
    expect(text).toContain("không nêu điều bạn hỏi");
    expect(citations.map(({ quote }) => quote)).toEqual(["Nghị quyết 29-NQ/TW"]);
  });

  it.each(["Nghị quyết 99-NQ/TW ngày nào", "Quyết định 152 của ai", "Kế hoạch 9-KH/TW ngày nào"])(
    "that no text names is not answered with another: %s",
    async (question) => {
      const { kind, citations } = await corpus.answer(question);
      expect(kind).toBe("abstain");
      expect(citations).toEqual([]);
    },
  );

  it("leaves a question about something else alone", async () => {
    const { kind } = await corpus.answer("Kế hoạch 19-KH/TW giao ai tuyên truyền", "duc-pho");
    expect(kind).not.toBe("document");
  });
});

describe("a name", () => {
  it.each([
    ["Nguyễn Duy Đức là ai", "ha-tinh"],
    ["nguyen thanh hung la ai", "phuong-tu-son"],
    ["Trần Hồng Hà là ai", "nq-42"],
  ])("needs no place: %s", async (question, document) => {
    const answer = await corpus.answer(question);
    expect(["document", "passage"]).toContain(answer.kind);
    expect(new Set(answer.citations.map((citation) => citation.document))).toEqual(new Set([document]));
  });
});

describe("facts about a document in other words", () => {
  it.each([
    ["tên đầy đủ của văn bản", "duc-pho", "Chương trình hành động thực hiện"],
    ["tiêu đề văn bản Hà Tĩnh", null, "Chương trình hành động thực hiện"],
    ["so van ban", "ha-tinh", "Số văn bản để trống"],
    ["ngay ban hanh", "ha-tinh", "Ngày ban hành để trống"],
    ["đức phổ ban hành năm nào", null, "tháng 3 năm 2024"],
    ["văn bản phường có số không", "phuong-tu-son", "Văn bản không ghi số"],
    ["Nghị quyết 42 do ai ban hành, hội nghị nào", null, "Hội nghị lần thứ tám"],
    ["Nghị quyết 42 ra đời ngày nào và nối tiếp nghị quyết nào", null, "15-NQ/TW năm 2012"],
    ["Nghị quyết 42 có phải bản gốc không?", null, "không phải nguyên văn"],
    ["when was Resolution 42 issued?", null, "Date: 24/11/2023"],
    ["Is the Duc Pho document official or a draft?", null, "This is a DRAFT (dự thảo)"],
    ["what is the full title of the Duc Pho document?", null, "Title: Chương trình hành động"],
    ["Which resolution does the Ha Tinh programme implement?", null, "Nghị quyết số 42-NQ/TW ngày 24/11/2023"],
  ])("%s (%s)", async (question, home, words) => {
    expect((await corpus.answer(question, home)).text).toContain(words);
  }); // prettier-ignore
});

describe("numbers of instruments", () => {
  it("are found as printed", () => {
    const text =
      "Kế hoạch số 152-KH/TH.U ngày 26/4/2024. Nghị quyết 42 -NQ/TW, 68/NQ-CP; 12/2020/NĐ-CP - 95%";
    expect(numbersIn(text).map(({ number }) => number)).toEqual([
      "152-KH/TH.U",
      "42 -NQ/TW",
      "68/NQ-CP",
      "12/2020/NĐ-CP",
    ]);
  });

  it("are the same in another spelling, and by all their digits", () => {
    expect(isNumber("43-Ctr/TU", "43 -CTr/TU")).toBe(true);
    expect(isNumber("152-KH/TH.U", "152")).toBe(true);
    expect(isNumber("152-KH/TH.U", "15")).toBe(false);
    expect(mentionsNumber("Nghị quyết 684-NQ/TW", "68")).toBe(false);
  });
});
