import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corpusAssistant, type CorpusAssistant } from "../doubles/corpus-assistant.ts";

let corpus: CorpusAssistant;

beforeAll(async () => {
  corpus = await corpusAssistant();
}, 60_000);

afterAll(() => {
  corpus.close();
});

describe("what no programme is about", () => {
  it.each([
    "thời tiết hôm nay",
    "giá vàng hôm nay",
    "viết hộ bài phát biểu về nghị quyết 42",
    "kể chuyện cười đi",
    "dịch giúp sang tiếng Anh",
    "Is there wifi?",
    "please tell me a joke",
  ])("gets one line, without a quotation: %s", async (message) => {
    const { kind, text, citations } = await corpus.answer(message, "duc-pho");
    expect(kind).toBe("refusal");
    expect(text.split("\n")).toHaveLength(1);
    expect(citations).toEqual([]);
  });

  it.each(["chính phủ tốt hay xấu?", "bạn nghĩ sao về nghị quyết 42", "what do you think about it?"])(
    "an opinion is not given: %s",
    async (message) => {
      const { kind, text } = await corpus.answer(message);
      expect(kind).toBe("refusal");
      expect(text).toMatch(/ý kiến|opinion/u);
    },
  );

  it.each(["ok", "tạm biệt", "hiểu rồi"])("manners are answered with manners: %s", async (message) => {
    expect((await corpus.answer(message)).kind).toBe("smalltalk");
  });

  it.each([
    "theo bạn chỉ tiêu bảo hiểm y tế là bao nhiêu?",
    "bạn thấy chỉ tiêu thất nghiệp là bao nhiêu?",
    "viết tắt BHYT, chỉ tiêu bao nhiêu?",
  ])("a question in such words is still a question: %s", async (message) => {
    expect((await corpus.answer(message, "duc-pho")).kind).not.toBe("refusal");
  });
});

describe("a few words that no document speaks of", () => {
  it.each(["mật độ dân số Hà Tĩnh?", "gdp đầu người của Đức Phổ", "chỉ số hạnh phúc của Đức Phổ"])(
    "are not answered because half of them stands in another word: %s",
    async (question) => {
      expect((await corpus.answer(question)).kind).toBe("abstain");
    },
  );

  it("are answered where the document does", async () => {
    expect((await corpus.answer("thu gom rác ở Hà Tĩnh")).facts[0]?.value).toBe(100);
    expect((await corpus.answer("giới thiệu việc làm ở Đức Phổ")).kind).toBe("passage");
  });
});

describe("the meaning of a term", () => {
  it.each([
    ["BHTN là gì", "BHTN là viết tắt của bảo hiểm thất nghiệp."],
    ["NOXH là viết tắt của gì", "NOXH là viết tắt của nhà ở xã hội."],
    ["what does BHXH mean", "BHXH stands for bảo hiểm xã hội."],
  ])("is what the abbreviation stands for, and no figure: %s", async (question, line) => {
    const { kind, text, facts } = await corpus.answer(question);
    expect(kind).toBe("abstain");
    expect(text.split("\n")[0]).toBe(line);
    expect(facts).toEqual([]);
  });

  it("takes no ordinary word for an abbreviation of the same letters", async () => {
    expect((await corpus.answer("nghèo đa chiều là gì")).text).not.toContain("viết tắt");
    expect((await corpus.answer("ĐA là gì")).text).toContain("ĐA là viết tắt của đề án.");
  });
});
