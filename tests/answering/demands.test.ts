import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corpusAssistant, type CorpusAssistant } from "../doubles/corpus-assistant.ts";

let corpus: CorpusAssistant;

beforeAll(async () => {
  corpus = await corpusAssistant();
}, 120_000);

afterAll(() => {
  corpus.close();
});

describe("where a thing is, and what it is called", () => {
  it.each<[string, string, RegExp]>([
    ["nhà máy xử lý nước thải đặt ở đâu?", "ha-tinh", /không nêu địa điểm/u],
    ["300 căn nhà ở xã hội xây ở phường nào", "duc-pho", /không nêu địa điểm/u],
    ["5 hồ điều hòa của thành phố tên là gì", "ha-tinh", /không nêu tên/u],
    ["tên các bà mẹ Việt Nam anh hùng của thị xã là gì", "duc-pho", /không nêu tên/u],
  ])("is said not to stand in the text: %s", async (question, locality, said) => {
    const { kind, text, facts } = await corpus.answer(question, locality);
    expect(kind).toBe("abstain");
    expect(text).toMatch(said);
    expect(facts).toEqual([]);
  });

  it.each<[string, string, string]>([
    ["nha may rac thai o xa nao", "ha-tinh", "xã Cẩm Quan"],
    ["Dự án nhà ở xã hội của thành phố ở chỗ nào?", "ha-tinh", "xã Thạch Trung"],
    ["Phong trào vì người nghèo tên là gì", "duc-pho", "Quảng Ngãi vì người nghèo"],
    ["Cụm công nghiệp được nhắc trong chương trình tên gì?", "ha-tinh", "Thạch Đồng"],
  ])("is quoted where it stands right behind the thing: %s", async (question, locality, words) => {
    const { kind, text } = await corpus.answer(question, locality);
    expect(kind).toBe("passage");
    expect(text).toContain(words);
  });
});

describe("a count, an area or a number for each of something", () => {
  it.each<[string, string]>([
    ["dan so duc pho bao nhieu nguoi", "duc-pho"],
    ["diện tích thị xã", "duc-pho"],
    ["bao nhiêu khu công nghiệp", "duc-pho"],
    ["số đảng viên", "duc-pho"],
    ["mỗi căn hộ nhà ở xã hội rộng bao nhiêu mét", "duc-pho"],
  ])("is told by no share and by no number of other things: %s", async (question, locality) => {
    const { kind, facts } = await corpus.answer(question, locality);
    expect(kind).toBe("abstain");
    expect(facts).toEqual([]);
  });
});

describe("who does it", () => {
  it("says that a section names nobody", async () => {
    const { kind, text } = await corpus.answer(
      "co quan nao chu tri chinh sach nguoi co cong o phuong tu son",
    );
    expect(kind).toBe("abstain");
    expect(text).toContain("không nêu cơ quan nào");
  });

  it.each<[string, string, string]>([
    ["TP giao nhiệm vụ cho những CQ, đơn vị nào ở phần TCTH?", "ha-tinh", "Phòng Văn hóa – Thông tin"],
    ["Những cơ quan nào tham gia thực hiện chương trình?", "duc-pho", "Ban Tuyên giáo Thị uỷ"],
    ["which bodies have tasks?", "ha-tinh", "Phòng Lao động – Thương binh và Xã hội"],
  ])("lists every body that is given work: %s", async (question, locality, body) => {
    const { kind, text } = await corpus.answer(question, locality);
    expect(kind).toBe("list");
    expect(text).toContain(body);
  });
});

describe("words that meet by chance", () => {
  it.each<[string, string]>([
    ["karaoke hàng xóm ồn quá thì thị xã xử sao", "duc-pho"],
    ["Đức Phổ có vận động hỏa táng không?", "duc-pho"],
    ["bạo lực gia đình", "ha-tinh"],
    ["bị bão mất nhà", "phuong-tu-son"],
  ])("are no answer: %s", async (question, locality) => {
    expect((await corpus.answer(question, locality)).kind).toBe("abstain");
  });
});

describe("English questions", () => {
  it.each<[string, string | null, RegExp]>([
    ["When should the temporary houses in Duc Pho be gone?", null, /by 2030[^]*nhà tạm/u],
    ["Which diseases does Duc Pho want to wipe out?", null, /AIDS/u],
    ["What does Duc Pho want to have achieved by 2045?", null, /Tầm nhìn đến năm 2045/u],
    [
      "Who is in charge of studying and spreading the resolution in the Tu Son ward?",
      null,
      /Ban Tuyên giáo/u,
    ],
    ["Who advises on and carries out the People's Councils' supervision task?", "duc-pho", /Ban HĐND/u],
    ["What does Resolution 42 say about unemployment in cities?", null, /4%/u],
  ])("are read in any form of their words: %s", async (question, locality, said) => {
    const { kind, text } = await corpus.answer(question, locality);
    expect(kind).not.toBe("abstain");
    expect(text).toMatch(said);
  });
});
