import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallAssistant, type SmallAssistant } from "../doubles/small-assistant.ts";
import { splitBodies } from "../../src/answering/split-bodies.ts";

const PLAN = `ỦY BAN NHÂN DÂN TỈNH CAO BẰNG

Số: 77/KH-UBND

Cao Bằng, ngày 03 tháng 3 năm 2031

KẾ HOẠCH

Phát triển chợ dân sinh trên địa bàn tỉnh

I. NHIỆM VỤ

1. Chuyển đổi số ở chợ

- Lắp đặt mạng không dây tại các chợ.

Đơn vị chủ trì: Sở Khoa học và Công nghệ.

Đơn vị phối hợp: Sở Công Thương.

Thời gian thực hiện: Tháng 6/2031.

- Ra mắt ứng dụng bản đồ chợ cho người dân.

Đơn vị chủ trì: Sở Công Thương.

Đơn vị phối hợp: Bưu điện tỉnh, Sở Khoa học và Công nghệ.

Thời gian thực hiện: Tháng 9/2031.

II. TỔ CHỨC THỰC HIỆN

1. Sở Công Thương

a) Chủ trì, phối hợp với các cơ quan liên quan tổ chức phiên chợ hằng tháng.

2. UBND các xã, phường rà soát điểm bán hàng trên địa bàn, báo cáo trước ngày 30 tháng 11 hằng năm.

Nơi nhận:

- Sở Tài nguyên và Môi trường;

- Lưu: VT.

TM. ỦY BAN NHÂN DÂN

CHỦ TỊCH

Lê Văn Mẫu
`;

const home = "tinh-cao-bang";
let assistant: SmallAssistant;

beforeAll(async () => {
  assistant = await smallAssistant({ "kh-77": { text: PLAN, locality: home } });
}, 60_000);

afterAll(() => {
  assistant.close();
});

const ask = async (question: string): Promise<string> => (await assistant.ask(question, home)).text;

describe("work of one section handed to several bodies", () => {
  it("is answered task by task, each with its own lead, helpers and time", async () => {
    const text = await ask("ai chủ trì ra mắt ứng dụng bản đồ chợ, khi nào xong?");
    expect(text).toContain("Chủ trì: Sở Công Thương");
    expect(text).toContain("Tháng 9/2031");
    expect(text).not.toContain("Tháng 6/2031");
    expect(await ask("cơ quan nào lắp đặt mạng không dây tại các chợ?")).toContain(
      "Chủ trì: Sở Khoa học và Công nghệ",
    );
  });

  it("is listed for one body with its own words and part", async () => {
    const text = await ask("Sở Công Thương chủ trì những nhiệm vụ gì?");
    expect(text).toContain("Chủ trì: Ra mắt ứng dụng bản đồ chợ");
    expect(text).toContain("tổ chức phiên chợ hằng tháng");
    expect(text).not.toContain("Lắp đặt mạng không dây");
  });

  it("is found for a body that no lexicon knows", async () => {
    expect(await ask("Bưu điện tỉnh làm gì?")).toContain("Phối hợp: Ra mắt ứng dụng bản đồ chợ");
  });

  it("is never another level's", async () => {
    expect(await ask("UBND các xã, phường phải làm gì?")).toContain("rà soát điểm bán hàng");
    expect(await ask("UBND tỉnh được giao nhiệm vụ gì?")).not.toContain("rà soát điểm bán hàng");
  });

  it("is denied for a body that only gets a copy", async () => {
    const answer = await assistant.ask("Sở Tài nguyên và Môi trường làm gì?", home);
    expect(answer.kind).toBe("abstain");
    expect(answer.text).toContain("không nêu việc giao cho Sở Tài nguyên và Môi trường");
    expect(await ask("văn phòng tỉnh ủy có nhiệm vụ gì?")).toContain("không nêu việc giao cho");
  });
});

describe("a printed list of bodies", () => {
  it.each([
    ["Sở Tài chính; Sở Y tế", ["Sở Tài chính", "Sở Y tế"]],
    ["Sở Nông nghiệp và Môi trường", ["Sở Nông nghiệp và Môi trường"]],
    ["Sở Y tế và UBND các xã, phường", ["Sở Y tế", "UBND các xã, phường"]],
    ["- Bộ Xây dựng; - Bộ Công Thương", ["Bộ Xây dựng", "Bộ Công Thương"]],
    ["Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế", ["Bộ Văn hóa, Thể thao và Du lịch", "Bộ Y tế"]],
  ])("%j", (printed, bodies) => {
    expect(splitBodies(printed)).toEqual(bodies);
  });
});
