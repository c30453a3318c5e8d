import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { extractText } from "../../src/corpus/extract-text.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";
import { extractTargets } from "../../src/facts/extract-targets.ts";
import type { Target } from "../../src/facts/target.ts";
import { sliceSpan } from "../../src/shared/span.ts";

type Quoted = Target & { readonly quote: string };

function factsOf(text: string, name: string): Quoted[] {
  const parsed = parseDocument(extractText(new TextEncoder().encode(text), name));
  const { targets } = extractTargets(parsed, "van-ban", () => null);
  return targets.map((target) => ({ ...target, quote: sliceSpan(parsed.text, target.span) }));
}

function objectives(section: string, body: string): Quoted[] {
  const text = `**KẾ HOẠCH**\n\n**Phát triển xã hội**\n\n**I. ${section}**\n\n- ${body}\n`;
  return factsOf(text, "ke-hoach.md").filter(({ nature }) => nature === "objective");
}

const GOALS = "MỤC TIÊU CỤ THỂ ĐẾN NĂM 2030";
const TASKS = "NHIỆM VỤ, GIẢI PHÁP";

describe("an aim in a sentence with figures", () => {
  test.each([
    [
      "before them",
      "Hoàn thành phổ cập giáo dục mầm non cho trẻ từ 3 đến 5 tuổi, tỷ lệ đi học đúng độ tuổi cấp tiểu học đạt 99,5%.",
      "Hoàn thành phổ cập giáo dục mầm non cho trẻ từ 3 đến 5 tuổi",
    ],
    [
      "between them",
      "Tỷ lệ hộ nghèo dưới 1%, hoàn thành xây dựng nông thôn mới kiểu mẫu, tỷ lệ lao động qua đào tạo đạt 80%.",
      "hoàn thành xây dựng nông thôn mới kiểu mẫu",
    ],
    [
      "after them",
      "100% trạm y tế có bác sĩ, xóa bỏ hoàn toàn nhà tạm của hộ nghèo.",
      "xóa bỏ hoàn toàn nhà tạm của hộ nghèo",
    ],
  ])("is kept with its own clause: %s", (_, sentence, clause) => {
    expect(objectives(GOALS, sentence)).toMatchObject([{ quote: clause, name: clause, deadline: 2030 }]);
  });

  test("what a figure only completes is no aim of its own", () => {
    const sentence = "Tỷ lệ hộ nghèo dưới 1%, xây dựng kho dữ liệu hộ nghèo, đạt 100% hồ sơ còn hiệu lực.";
    expect(objectives(GOALS, sentence)).toEqual([]);
  });
});

describe("outside the sections of goals a sentence may set an aim itself", () => {
  test.each([
    [
      "a named level",
      "Tiếp tục chăm lo đời sống người có công. Bảo đảm gia đình người có công phải có mức sống từ khá trở lên so với nơi cư trú.",
      "Bảo đảm gia đình người có công phải có mức sống từ khá trở lên so với nơi cư trú",
    ],
    [
      "an average to be matched",
      "Triển khai các giải pháp giảm nghèo, giảm nhanh tỷ lệ hộ nghèo trên địa bàn, phấn đấu tối thiểu bằng mức trung bình của tỉnh; hỗ trợ sinh kế.",
      "giảm nhanh tỷ lệ hộ nghèo trên địa bàn, phấn đấu tối thiểu bằng mức trung bình của tỉnh",
    ],
    [
      "a standard for all",
      "Nâng cao chất lượng trạm y tế, xây dựng và duy trì đạt bộ tiêu chí quốc gia tại tất cả các xã, phường, đặc khu.",
      "xây dựng và duy trì đạt bộ tiêu chí quốc gia tại tất cả các xã, phường, đặc khu",
    ],
    [
      "a year",
      "Đến năm 2028, hoàn thành sắp xếp dân cư vùng sạt lở.",
      "Đến năm 2028, hoàn thành sắp xếp dân cư vùng sạt lở",
    ],
  ])("%s", (_, sentence, clause) => {
    expect(objectives(TASKS, sentence).map(({ quote }) => quote)).toEqual([clause]);
  });

  test.each([
    ["a task", "Tăng cường kiểm tra, hướng dẫn việc thực hiện tại tất cả các xã, phường."],
    ["a general wish", "Phát huy tinh thần phấn đấu vươn lên thoát nghèo của người dân."],
    ["goals of elsewhere", "Huy động các nguồn lực, phấn đấu đạt các mục tiêu của Chương trình."],
    ["what is reached", "Đến nay đã hoàn thành xóa nhà tạm tại tất cả các xã."],
    ["a time-frame", "Thời gian thực hiện: hoàn thành trước năm 2027."],
  ])("%s sets none", (_, sentence) => {
    expect(objectives(TASKS, sentence)).toEqual([]);
  });
});

test("every aim that people found in the programmes of the corpus is read", () => {
  const path = new URL("../gold/targets_extra.json", import.meta.url);
  const gold = JSON.parse(readFileSync(path, "utf8")) as Record<"nature" | "document" | "quote", string>[];
  const dense = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ");
  for (const key of new Set(gold.map(({ document }) => document))) {
    const source = readFileSync(new URL(`../../corpus/${key}/source.txt`, import.meta.url), "utf8");
    const read = factsOf(source, "source.txt").filter(({ nature }) => nature === "objective");
    for (const { quote } of gold.filter(
      (entry) => entry.document === key && entry.nature === "qualitative",
    )) {
      const parts = quote.split("; ").map(dense);
      for (const part of parts)
        expect(
          read.some((target) => dense(target.quote).includes(part)),
          part,
        ).toBe(true);
    }
  }
});
