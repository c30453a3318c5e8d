import { describe, expect, test } from "vitest";
import { extractText } from "../../src/corpus/extract-text.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";
import type { Assignment } from "../../src/facts/assignment.ts";
import { extractAssignments } from "../../src/facts/extract-assignments.ts";
import { quoteSpan } from "../../src/facts/quote-assignment.ts";
import { sliceSpan } from "../../src/shared/span.ts";

function read(body: string, kind = "KẾ HOẠCH"): { text: string; assignments: Assignment[] } {
  const source = `**${kind}**\n\n**Phát triển xã hội**\n\n${body}`;
  const parsed = parseDocument(extractText(new TextEncoder().encode(source), "van-ban.md"));
  return { text: parsed.text, assignments: extractAssignments(parsed, "van-ban").assignments };
}

const show = (body: string, kind?: string): string[] =>
  read(body, kind).assignments.map(
    ({ role, body: name, timeline }) => `${role}: ${name}${timeline === null ? "" : ` (${timeline})`}`,
  );

const duties = (text: string): string => `**IV. TỔ CHỨC THỰC HIỆN**\n\n1. ${text}\n`;

describe("labelled lines", () => {
  test("name body, role and time-frame; the section's heading is the task", () => {
    const { assignments } = read(
      "**III. NHIỆM VỤ**\n\n1. Nâng cao nhận thức\n\n- Tuyên truyền.\n\nCơ quan chỉ đạo: Ban Thường vụ Thị ủy.\n\nCơ quan tham mưu, thực hiện: Ban Tuyên giáo.\n\nThời gian thực hiện: Thường xuyên.\n",
    );
    expect(assignments).toMatchObject([
      {
        role: "direct",
        body: "Ban Thường vụ Thị ủy",
        timeline: "Thường xuyên",
        task: "Nâng cao nhận thức",
        path: "III.1",
      },
      {
        role: "advise-execute",
        body: "Ban Tuyên giáo",
        timeline: "Thường xuyên",
        task: "Nâng cao nhận thức",
        path: "III.1",
      },
    ]);
  });

  test("after several tasks of a section belong to the one before them", () => {
    const { assignments } = read(
      "**III. NHIỆM VỤ**\n\n4. Nâng cao năng lực\n\n- Tổ chức tập huấn.\n\nĐơn vị chủ trì: Sở Tư pháp.\n\n- Biên soạn tài liệu.\n\nĐơn vị chủ trì: Sở Nội vụ.\n",
    );
    expect(assignments.map(({ task, body }) => [task, body])).toEqual([
      ["Tổ chức tập huấn", "Sở Tư pháp"],
      ["Biên soạn tài liệu", "Sở Nội vụ"],
    ]);
  });

  test("are quoted with their task where they stand together", () => {
    const { text, assignments } = read(
      "**III. NHIỆM VỤ**\n\na) Rà soát văn bản.\n\n- Đơn vị chủ trì: Bộ Công an.\n\n- Thời gian: Năm 2024.\n",
    );
    const quotes = assignments.map((assignment) => sliceSpan(text, quoteSpan(assignment)));
    expect(quotes).toEqual(["Rà soát văn bản.\n- Đơn vị chủ trì: Bộ Công an.\n- Thời gian: Năm 2024"]);
  });
});

describe("prose", () => {
  test("«chủ trì, phối hợp với» makes a lead and a coordinating body", () => {
    expect(
      show(duties("Sở Tài chính chủ trì, phối hợp với các Sở, ban, ngành bố trí kinh phí hằng năm.")),
    ).toEqual(["lead: Sở Tài chính (hằng năm)", "coordinate: các Sở, ban, ngành (hằng năm)"]);
  });

  test("«là cơ quan thường trực» with what it watches and reports", () => {
    expect(
      show(
        duties(
          "Phòng Nội vụ là cơ quan thường trực, chịu trách nhiệm theo dõi, đôn đốc, tổng hợp và định kỳ báo cáo việc thực hiện.",
        ),
      ),
    ).toEqual([
      "standing: Phòng Nội vụ (định kỳ)",
      "supervise: Phòng Nội vụ (định kỳ)",
      "report: Phòng Nội vụ (định kỳ)",
    ]);
  });

  test("a heading that names its body governs the duties under it", () => {
    expect(
      show(
        "**V. TỔ CHỨC THỰC HIỆN**\n\n**1. Sở Y tế**\n\na) Xây dựng bảng đánh giá;\n\nb) Phối hợp Sở Nội vụ (Ban Thi đua - Khen thưởng) họp xét.\n",
      ),
    ).toEqual(["lead: Sở Y tế", "lead: Sở Y tế", "coordinate: Sở Nội vụ (Ban Thi đua - Khen thưởng)"]);
  });

  test("in an action programme a body that governs carries out; directing another is told from it", () => {
    expect(
      show(
        duties(
          "Ban Thường vụ Thị uỷ lãnh đạo, chỉ đạo UBND thị xã xây dựng Kế hoạch. Theo dõi, giám sát kết quả thực hiện.",
        ),
        "CHƯƠNG TRÌNH HÀNH ĐỘNG",
      ),
    ).toEqual(["direct: Ban Thường vụ Thị uỷ", "implement: UBND thị xã", "supervise: UBND thị xã"]);
  });

  test("«các tổ chức» and «cơ quan tham mưu» are bodies, not verbs", () => {
    expect(
      show(
        duties(
          "Các cơ quan tham mưu, giúp việc Thị ủy và các tổ chức chính trị - xã hội tổ chức nghiên cứu, quán triệt.",
        ),
      ),
    ).toEqual(["lead: Các cơ quan tham mưu, giúp việc Thị ủy và các tổ chức chính trị - xã hội"]);
  });

  test("bodies in aims and grounds are given no task", () => {
    expect(
      show("**I. MỤC ĐÍCH, YÊU CẦU**\n\n- Cấp ủy, chính quyền, Mặt trận Tổ quốc nêu cao trách nhiệm.\n"),
    ).toEqual([]);
  });
});

describe("what is told, not entrusted", () => {
  test("«vừa ký», «đã chỉ đạo» give no duty", () => {
    expect(show("Thủ tướng Chính phủ vừa ký Quyết định phê duyệt Chương trình giảm nghèo.\n")).toEqual([]);
    expect(show(duties("Sở Y tế đã chỉ đạo các trạm y tế khám sức khỏe cho người cao tuổi."))).toEqual([]);
  });

  test("a date before the body is no hindrance", () => {
    expect(show(duties("Trước ngày 30/6/2026, Sở Nội vụ trình Kế hoạch biên chế."))).toEqual([
      "lead: Sở Nội vụ",
    ]);
  });

  test("a name that holds a verb's word stays whole", () => {
    expect(show(duties("Bộ Ngoại giao chủ trì vận động viện trợ nước ngoài."))).toEqual([
      "lead: Bộ Ngoại giao",
    ]);
  });
});

describe("who is asked", () => {
  test("bodies that semicolons part, after who asks them", () => {
    expect(
      show(
        "Theo đó, UBND tỉnh yêu cầu các sở, ban, ngành thuộc tỉnh; các huyện ủy, UBND các huyện tiếp tục nâng cao hiệu quả quản lý vùng giáp ranh.\n",
      ),
    ).toEqual(["lead: các sở, ban, ngành thuộc tỉnh; các huyện ủy, UBND các huyện"]);
  });

  test("a label before a long list of bodies is none of its words", () => {
    expect(
      show(
        "Điều 1. Phê duyệt Đề án phát triển văn hóa đọc, với những nội dung sau:\n\n1. Cơ quan chủ quản Đề án: Sở Văn hóa và Thể thao.\n\n2. Các cơ quan phối hợp: Sở Tài chính, Sở Giáo dục và Đào tạo, Sở Nội vụ, Sở Khoa học và Công nghệ, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Ủy ban nhân dân các xã, phường trên địa bàn tỉnh.\n",
        "QUYẾT ĐỊNH",
      ).map((line) => line.slice(0, 40)),
    ).toEqual(["lead: Sở Văn hóa và Thể thao", "coordinate: Sở Tài chính, Sở Giáo dục và"]);
  });
});
