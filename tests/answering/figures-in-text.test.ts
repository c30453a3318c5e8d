import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallAssistant, type SmallAssistant } from "../doubles/small-assistant.ts";

const PLAN = `ỦY BAN NHÂN DÂN TỈNH CAO BẰNG

Số: 81/KH-UBND

Cao Bằng, ngày 03 tháng 3 năm 2031

KẾ HOẠCH

Phát triển nghề muối trên địa bàn tỉnh

I. CHỈ TIÊU

1. Tốc độ tăng trưởng kinh tế đạt 9%/năm.

2. Nghề muối đóng góp 4% GRDP của tỉnh, thu hút 300 lao động.

3. Tỷ lệ dân số tham gia bảo hiểm y tế đạt 93%.

4. 100% học sinh tham gia bảo hiểm y tế.

5. Tỷ lệ giấy khen cho các tổ đội, hộ làm muối không quá 12%.

II. TỔ CHỨC THỰC HIỆN

1. Sở Công Thương chủ trì thực hiện.
`;

let assistant: SmallAssistant;

beforeAll(async () => {
  assistant = await smallAssistant({
    "kh-81": { text: PLAN, locality: "tinh-cao-bang", manifest: "number: 81/KH-UBND\n" },
  });
}, 60_000);

afterAll(() => {
  assistant.close();
});

const ask = async (question: string): Promise<{ kind: string; text: string }> =>
  await assistant.ask(question, "tinh-cao-bang");

describe("a figure that only the words of a text state", () => {
  it("is quoted where a sentence says all that is asked, though some words are another indicator's name", async () => {
    const { kind, text } = await ask("nghề muối đóng góp bao nhiêu % GRDP?");
    expect(kind).not.toBe("abstain");
    expect(text).toContain("4% GRDP");
  });

  it("is found behind «tối đa», which is no abbreviation", async () => {
    const { kind, text } = await ask("tỷ lệ giấy khen tối đa cho tổ đội là bao nhiêu?");
    expect(kind).not.toBe("abstain");
    expect(text).toContain("12%");
  });

  it("is the group's own where the whole population has another", async () => {
    const { text } = await ask("học sinh tham gia bảo hiểm y tế bao nhiêu %?");
    expect(text).toContain("100% học sinh");
    expect(text).not.toContain("93%");
  });

  it("is looked for in the province's documents where a ward asks of «tỉnh mình»", async () => {
    const { text } = await assistant.ask(
      "tỉnh mình đặt chỉ tiêu bảo hiểm y tế bao nhiêu?",
      "tinh-cao-bang/phuong-thuc-phan",
    );
    expect(text).toContain("93%");
  });

  it("is not taken from a sentence that lacks what is asked", async () => {
    expect((await ask("tỷ lệ giấy khen cho giáo viên là bao nhiêu?")).kind).toBe("abstain");
  });
});
