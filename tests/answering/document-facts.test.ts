import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallAssistant, type SmallAssistant } from "../doubles/small-assistant.ts";

const DECREE = `CHÍNH PHỦ

Số: 31/2031/NĐ-CP

Hà Nội, ngày 05 tháng 02 năm 2031

NGHỊ ĐỊNH

Quy định về quản lý chợ dân sinh

Điều 1. Phạm vi điều chỉnh

Nghị định này quy định về quản lý chợ dân sinh, trừ chợ đã có văn bản thay thế.

Điều 2. Hiệu lực thi hành

1. Nghị định này có hiệu lực từ ngày 01 tháng 4 năm 2031.

2. Bãi bỏ các văn bản sau đây:

a) Nghị định số 11/2019/NĐ-CP ngày 02 tháng 3 năm 2019 của Chính phủ;

b) Nghị định số 12/2020/NĐ-CP ngày 04 tháng 5 năm 2020 của Chính phủ.

3. Luật Chợ số 01/2001/QH10 hết hiệu lực kể từ ngày Nghị định này có hiệu lực.
`;

const PLAN = `ỦY BAN NHÂN DÂN TỈNH CAO BẰNG

Số: 77/KH-UBND

Cao Bằng, ngày 03 tháng 3 năm 2031

KẾ HOẠCH

Phát triển chợ dân sinh trên địa bàn tỉnh

I. CHỈ TIÊU

| STT | Chỉ tiêu | Đơn vị | Thực hiện 2030 | Kế hoạch 2032 | Kế hoạch 2035 |
|---|---|---|---|---|---|
| 1 | Tỷ lệ bao phủ bảo hiểm y tế | % | 91 | 93 | 95 |
| 2 | Số căn nhà ở xã hội hoàn thành | căn | 1.100 | 2.300 | 4.500 |

II. TỔ CHỨC THỰC HIỆN

1. Sở Công Thương chủ trì thực hiện.
`;

let assistant: SmallAssistant;

beforeAll(async () => {
  assistant = await smallAssistant({
    "nd-31": {
      text: DECREE,
      locality: "tinh-lao-cai",
      manifest: "title: Nghị định quy định về quản lý chợ dân sinh\nnumber: 31/2031/NĐ-CP\n",
    },
    "kh-77": { text: PLAN, locality: "tinh-cao-bang", manifest: "number: 77/KH-UBND\n" },
  });
}, 60_000);

afterAll(() => {
  assistant.close();
});

const ask = async (question: string, home: string): Promise<string> =>
  (await assistant.ask(question, home)).text;

describe("what a text says of its own force", () => {
  it("is from when it is in force, not the day of its issue", async () => {
    const text = await ask("nghị định 31 có hiệu lực từ ngày nào?", "tinh-lao-cai");
    expect(text).toContain("có hiệu lực từ ngày 01 tháng 4 năm 2031");
    expect(text).not.toContain("05 tháng 02");
    expect(text).not.toContain("Luật Chợ");
  });

  it("is what it repeals, whole lists", async () => {
    const text = await ask("nghị định 31 thay thế nghị định nào?", "tinh-lao-cai");
    expect(text).toContain("11/2019/NĐ-CP");
    expect(text).toContain("12/2020/NĐ-CP");
    expect(text).toContain("Luật Chợ");
    expect(text).not.toContain("trừ chợ");
  });

  it("is said to be missing where it is", async () => {
    const text = await ask("kế hoạch 77 có hiệu lực khi nào?", "tinh-cao-bang");
    expect(text).toContain("không ghi ngày có hiệu lực");
    expect(text).toContain("03 tháng 3 năm 2031");
  });

  it("is what it is about, and how far it goes", async () => {
    expect(await ask("nghị định 31 quy định về việc gì?", "tinh-lao-cai")).toContain("quản lý chợ dân sinh");
    expect(await ask("nghị định 31 có mấy điều?", "tinh-lao-cai")).toContain("đến Điều 2");
  });
});

describe("a row of a table with several years", () => {
  it("is answered with the year of each figure, as the source prints it", async () => {
    const text = await ask("nhà ở xã hội", "tinh-cao-bang");
    expect(text).toContain("2.300 căn, đến năm 2032");
    expect(text).toContain("4.500 căn, đến năm 2035");
    expect(text).toContain("1.100 căn, năm 2030");
  });
});

describe("the documents held", () => {
  it("are listed for the place that is asked, with their numbers", async () => {
    const text = await ask("có những văn bản nào của tỉnh Cao Bằng?", "tinh-cao-bang");
    expect(text).toContain("77/KH-UBND");
    expect(text).not.toContain("31/2031");
  });
});
