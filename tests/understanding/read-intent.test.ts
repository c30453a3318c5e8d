import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName } from "../../src/corpus/locality.ts";
import type { AssignmentRole } from "../../src/facts/assignment.ts";
import type { Demand, DocumentFacet, Intent } from "../../src/understanding/query.ts";
import { readIntent, type IntentReading } from "../../src/understanding/read-intent.ts";

const read = (question: string): IntentReading => readIntent(` ${foldName(question)} `);

const INTENTS: readonly (readonly [question: string, intent: Intent])[] = [
  ["tỷ lệ bảo hiểm y tế là bao nhiêu", "figure"],
  ["hộ nghèo còn mấy phần trăm", "figure"],
  ["chỉ tiêu nước sạch", "figure"],
  ["bhyt dat bao nhieu", "figure"],
  ["how many hospital beds per 10,000 people", "figure"],
  ["what is the target for clean water", "figure"],
  ["cơ quan nào chủ trì giảm nghèo", "body"],
  ["ai phụ trách đào tạo nghề", "body"],
  ["đơn vị nào tham mưu", "body"],
  ["which body leads vocational training", "body"],
  ["khi nào thực hiện phúc lợi xã hội toàn dân", "time"],
  ["thời gian thực hiện thế nào", "time"],
  ["bao giờ xong", "time"],
  ["by what year must it be done", "time"],
  ["phòng Nội vụ được giao nhiệm vụ gì", "duties"],
  ["Mặt trận Tổ quốc làm gì", "duties"],
  ["what must the Women's Union do", "duties"],
  ["văn bản số mấy", "document"],
  ["ai ký văn bản này", "document"],
  ["chương trình ban hành ngày nào", "document"],
  ["văn bản này là dự thảo hay chính thức", "document"],
  ["who signed the programme", "document"],
  ["so sánh bảo hiểm y tế", "comparison"],
  ["nơi nào cao hơn", "comparison"],
  ["which is higher", "comparison"],
  ["liệt kê các chỉ tiêu", "list"],
  ["kể tên những nhiệm vụ", "list"],
  ["list all targets", "list"],
  ["tôi có được hỗ trợ không", "entitlement"],
  ["mẹ tôi được hưởng gì", "entitlement"],
  ["am I eligible for support", "entitlement"],
  ["đối chiếu với nghị quyết", "cross-check"],
  ["chi tiết hơn", "detail"],
  ["tell me more", "detail"],
  ["chính sách với người có công", "passage"],
  ["bạn có những văn bản nào", "sources"],
  ["có những tài liệu của những nơi nào", "sources"],
  ["bạn làm được gì", "help"],
  ["what can you do", "help"],
  ["xin chào", "greeting"],
  ["hello", "greeting"],
  ["cảm ơn bạn nhiều", "thanks"],
  ["đồ ngu", "abuse"],
];

const FACETS: readonly (readonly [question: string, facet: DocumentFacet])[] = [
  ["văn bản số mấy", "number"],
  ["số hiệu văn bản", "number"],
  ["số văn bản là gì", "number"],
  ["ban hành ngày nào", "date"],
  ["when was it issued", "date"],
  ["ai ký", "signatory"],
  ["who signed it", "signatory"],
  ["cơ quan nào ban hành văn bản", "issuer"],
  ["văn bản còn là dự thảo không", "status"],
  ["căn cứ vào đâu", "basis"],
  ["thực hiện nghị quyết nào", "basis"],
  ["nơi nhận", "recipients"],
  ["gửi cho ai", "recipients"],
  ["tên phường là gì", "place-name"],
  ["văn bản còn hiệu lực không", "validity"],
];

const DEMANDS: readonly (readonly [question: string, demand: Demand])[] = [
  ["số điện thoại liên hệ", "contact"],
  ["địa chỉ ở đâu", "contact"],
  ["giá bao nhiêu một mét", "price"],
  ["kinh phí thực hiện", "budget"],
  ["mức trợ cấp bao nhiêu tiền", "money"],
  ["mỗi tháng được bao nhiêu", "money"],
  ["how much money will i get", "money"],
  ["thủ tục thế nào", "procedure"],
  ["hồ sơ gồm gì", "procedure"],
  ["how do i apply", "procedure"],
  ["bí thư là ai", "person"],
  ["who is the secretary", "person"],
  ["hiện nay đạt bao nhiêu", "actual"],
];

const ROLES: readonly (readonly [question: string, role: AssignmentRole])[] = [
  ["cơ quan nào chủ trì", "lead"],
  ["ai chỉ đạo", "direct"],
  ["ai tham mưu", "advise-execute"],
  ["cơ quan phối hợp", "coordinate"],
  ["cơ quan thường trực", "standing"],
  ["ai giám sát", "supervise"],
  ["ai báo cáo định kỳ", "report"],
];

describe("what a question asks for", () => {
  it.each(INTENTS)("«%s»: %s", (question, intent) => {
    expect(read(question).intent).toBe(intent);
  });

  it.each(FACETS)("«%s» asks for the document's %s", (question, facet) => {
    expect(read(question).facets).toContain(facet);
  });

  it.each(DEMANDS)("«%s» demands %s", (question, demand) => {
    expect(read(question).demand).toBe(demand);
  });

  it.each(ROLES)("«%s» asks for the role %s", (question, role) => {
    expect(read(question).roles).toContain(role);
  });

  it("who benefits is not who does it", () => {
    for (const question of ["ưu tiên ai", "những ai được hưởng", "dành cho đối tượng nào"])
      expect(read(question).intent).not.toBe("body");
  });

  it("more than one thing may be asked", () => {
    const { intent, also } = read("ai chỉ đạo và khi nào thực hiện");
    expect([intent, ...also]).toEqual(expect.arrayContaining(["body", "time"]));
    expect(also).not.toContain(intent);
  });

  it.each(["đúng không", "phải không", "có phải 95% không", "is that right"])(
    "a confirmation: %s",
    (question) => {
      expect(read(question).asksConfirmation).toBe(true);
    },
  );

  it.each([
    "còn thất nghiệp?",
    "thế Hà Tĩnh thì sao?",
    "vậy ai chủ trì?",
    "what about housing",
    "khi nào thì xong nữa không",
  ])("leans on the turn before: %s", (question) => {
    expect(read(question).leaning).toBe(true);
  });

  it.each(["chỉ tiêu bảo hiểm y tế là bao nhiêu", "ai chủ trì giảm nghèo"])(
    "stands alone: %s",
    (question) => {
      expect(read(question).leaning).toBe(false);
    },
  );

  it.each(["còn ở?", "còn ở nơi khác", "văn bản nào nói về trẻ em", "địa bàn nào"])(
    "is no entitlement and asks for no body: %s",
    (question) => {
      expect(["entitlement", "body"]).not.toContain(read(question).intent);
    },
  );

  it("a polite question is a question", () => {
    expect(read("xin chào, chỉ tiêu nước sạch bao nhiêu, cảm ơn").intent).toBe("figure");
    expect(read("cảm ơn, ai chủ trì giảm nghèo").intent).toBe("body");
  });

  it("never throws and always has an intent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(read(text.normalize("NFC")).intent).toBeTruthy();
      }),
    );
  });
});
