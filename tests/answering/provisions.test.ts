import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallAssistant, type SmallAssistant } from "../doubles/small-assistant.ts";

const clause = (n: number): string =>
  `${String(n)}. Nội dung của khoản thứ ${String(n)} về quản lý chợ dân sinh ${"và các việc có liên quan đến chợ ".repeat(12)}.`;

const DECREE = `CHÍNH PHỦ

Số: 31/2031/NĐ-CP

Hà Nội, ngày 05 tháng 02 năm 2031

NGHỊ ĐỊNH

Quy định về quản lý chợ dân sinh

Chương I

QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh

Nghị định này quy định về quản lý chợ dân sinh.

Điều 2. Đối tượng áp dụng

1. Người bán hàng tại chợ:

a) Người bán thường xuyên;

b) Người bán theo phiên;

đ) Người bán lưu động.

2. Ban quản lý chợ.

Chương II

TỔ CHỨC

Điều 3. Việc của ban quản lý

${[1, 2, 3, 4, 5, 6].map(clause).join("\n\n")}

Điều 4. Hiệu lực thi hành

Nghị định này có hiệu lực từ ngày 01 tháng 4 năm 2031.
`;

const home = "tinh-lao-cai";
let assistant: SmallAssistant;
const ask: SmallAssistant["ask"] = (messages, locality) => assistant.ask(messages, locality);

beforeAll(async () => {
  assistant = await smallAssistant({ "nd-31": { text: DECREE, locality: home } });
}, 60_000);

afterAll(() => {
  assistant.close();
});

describe("a provision asked for by number", () => {
  it("is quoted whole and alone, in whatever order its number is written", async () => {
    for (const question of ["Điều 1 nói gì?", "dieu 1", "đ1 quy định gì"])
      expect((await ask(question, home)).citations[0]?.quote).toContain("quy định về quản lý chợ dân sinh");
    for (const question of ["điểm b khoản 1 Điều 2", "Điều 2 khoản 1 điểm b nói gì", "k1 đ2 điểm b"]) {
      const answer = await ask(question, home);
      expect(answer.kind).toBe("passage");
      expect(answer.citations.map(({ quote }) => quote)).toEqual(["b) Người bán theo phiên;"]);
    }
  });

  it("is cut at a whole clause where it is long, and says what is left out", async () => {
    const answer = await ask("Điều 3 nói gì?", home);
    expect(answer.citations[0]?.quote.endsWith("đến chợ .")).toBe(true);
    expect(answer.text).toMatch(/Trích chưa hết, còn: từ khoản \d Điều 3 đến khoản 6 Điều 3/u);
    expect((await ask("khoản 6 Điều 3", home)).text).toContain("khoản thứ 6");
  });

  it("that the document does not have is said so, with how far the numbers go", async () => {
    const beyond = await ask("Điều 200 quy định gì?", home);
    expect(beyond.kind).toBe("abstain");
    expect(beyond.text).toContain("chỉ có đến Điều 4, không có Điều 200");
    expect((await ask("khoản 9 Điều 2", home)).text).toContain("Điều 2 chỉ có đến khoản 2, không có khoản 9");
    expect((await ask("phụ lục II nói gì", home)).text).toContain("không có Phụ lục II");
  });

  it("is counted from the one quoted last where a conversation goes on", async () => {
    expect((await ask(["Điều 2 nói gì?", "khoản 2 thì sao?"], home)).text).toContain("2. Ban quản lý chợ.");
  });
});
