import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/answering/answer.ts";
import { smallAssistant, type SmallAssistant } from "../doubles/small-assistant.ts";

const LAW = `QUỐC HỘI

Luật số: 91/2031/QH17

LUẬT

NUÔI ONG

Điều 1. Giải thích từ ngữ

Trong Luật này, các từ ngữ dưới đây được hiểu như sau:

1. Đàn ong là tập hợp ong thợ và ong chúa sống trong một tổ.

2. Người nuôi ong là cá nhân có giấy phép nuôi ong.

Điều 2. Quyền của người nuôi ong

1. Người nuôi ong có các quyền sau đây:

a) Đặt đàn ong ở nơi có nguồn hoa;

b) Được bồi thường khi đàn ong bị phun thuốc.

2. Chính phủ quy định chi tiết Điều này.

Điều 3. Giấy phép nuôi ong

1. Mỗi người nuôi ong chỉ được cấp một giấy phép nuôi ong.

2. Giấy phép nuôi ong có giá trị 04 năm.

Điều 4. Thu hồi giấy phép nuôi ong

Giấy phép nuôi ong bị thu hồi trong các trường hợp sau đây:

1. Bỏ hoang đàn ong quá 06 tháng;

2. Cho thuê giấy phép.

Điều 5. Thời gian nghỉ của người nuôi ong

1. Người nuôi ong làm việc ở vùng cao được nghỉ dưỡng ong như sau:

a) 05 ngày đối với người có dưới 100 đàn;

b) 09 ngày đối với người có từ 100 đàn trở lên.

2. Thời gian nghỉ không tính ngày lễ.

Điều 6. Các hành vi bị nghiêm cấm

1. Nuôi ong bằng đường có chất cấm.

2. Phá tổ ong của người khác.
`;

const DECREE = `CHÍNH PHỦ

Số: 17/2031/NĐ-CP

Hà Nội, ngày 05 tháng 02 năm 2031

NGHỊ ĐỊNH

Quy định hỗ trợ người nuôi ong

Điều 1. Mức hỗ trợ người nuôi ong

1. Người nuôi ong vùng cao được hỗ trợ 350.000 đồng/đàn ong mỗi năm.

2. Ủy ban nhân dân cấp tỉnh quyết định hỗ trợ thêm.

Điều 2. Trình tự, thủ tục hỗ trợ

1. Người nuôi ong gửi văn bản đề nghị theo Mẫu số 01 đến Chủ tịch Ủy ban nhân dân cấp xã.

2. Trong thời hạn 12 ngày làm việc, Chủ tịch Ủy ban nhân dân cấp xã quyết định hỗ trợ.
`;

const PLAN = `ỦY BAN NHÂN DÂN TỈNH CAO BẰNG

Số: 83/KH-UBND

Cao Bằng, ngày 03 tháng 3 năm 2031

KẾ HOẠCH

Phát triển du lịch trên địa bàn tỉnh

I. CHỈ TIÊU

1. Tỷ lệ lao động qua đào tạo đạt 70%.

II. TỔ CHỨC THỰC HIỆN

1. Sở Du lịch chủ trì thực hiện.
`;

let assistant: SmallAssistant;

beforeAll(async () => {
  assistant = await smallAssistant({
    "luat-91": {
      text: LAW,
      locality: null,
      manifest: "kind: law\ntitle: Luật Nuôi ong\nnumber: 91/2031/QH17\nissuer: Quốc hội\n",
    },
    "nd-17": {
      text: DECREE,
      locality: null,
      manifest:
        "kind: decree\ntitle: Nghị định quy định hỗ trợ người nuôi ong\nnumber: 17/2031/NĐ-CP\nissuer: Chính phủ\n",
    },
    "kh-83": { text: PLAN, locality: "tinh-cao-bang", manifest: "number: 83/KH-UBND\n" },
  });
}, 60_000);

afterAll(() => {
  assistant.close();
});

const ask = async (question: string, home: string | null = null): Promise<Answer> =>
  await assistant.ask(question, home);

describe("what a law rules", () => {
  it("is a term's definition where its meaning is asked", async () => {
    const { text } = await ask("đàn ong là gì?");
    expect(text).toContain("Đàn ong là tập hợp ong thợ");
    expect(text).not.toContain("Đặt đàn ong");
  });

  it("is how long a licence holds, not how many there are", async () => {
    expect((await ask("giấy phép nuôi ong có giá trị mấy năm?")).text).toContain("04 năm");
  });

  it("is every case of a withdrawal", async () => {
    const { text } = await ask("khi nào giấy phép nuôi ong bị thu hồi?");
    expect(text).toContain("Bỏ hoang đàn ong");
    expect(text).toContain("Cho thuê giấy phép");
  });

  it("is the whole paragraph where each of its points is a case", async () => {
    const { text } = await ask("người nuôi ong vùng cao được nghỉ dưỡng ong mấy ngày?");
    expect(text).toContain("05 ngày");
    expect(text).toContain("09 ngày");
  });

  it("is what is forbidden, and what a person may do", async () => {
    expect((await ask("luật nuôi ong cấm những gì?")).text).toContain("Phá tổ ong");
    expect((await ask("người nuôi ong có những quyền gì?")).text).toContain("Được bồi thường");
  });

  it("is a decree's amount and its procedure, asked from a place that says nothing of either", async () => {
    expect((await ask("mức hỗ trợ người nuôi ong là bao nhiêu?", "tinh-cao-bang")).text).toContain(
      "350.000 đồng",
    );
    expect((await ask("hồ sơ hỗ trợ người nuôi ong giải quyết trong mấy ngày?")).text).toContain("12 ngày");
  });

  it("is not another document's where a law is named that is not held", async () => {
    const { kind, text } = await ask("Luật Thú y quy định xử phạt người nuôi ong thế nào?");
    expect(kind).toBe("abstain");
    expect(text).toContain("không có Luật Thú y");
    expect((await ask("Luật Nuôi ong cấm những gì?")).kind).toBe("passage");
  });

  it("is nothing where no law speaks of what is asked", async () => {
    expect((await ask("vé xe buýt giá bao nhiêu?", "tinh-cao-bang")).kind).toBe("abstain");
  });
});
