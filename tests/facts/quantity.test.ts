import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findQuantities } from "../../src/facts/find-quantities.ts";
import { parseNumeral } from "../../src/facts/quantity.ts";

const show = (text: string): string[] =>
  findQuantities(text).map(
    ({ comparator, value, value2, unit }) =>
      `${comparator} ${value}${value2 === null ? "" : `–${value2}`} ${unit ?? "?"}`,
  );

describe("Vietnamese numerals", () => {
  test.each([
    ["97,5", 97.5],
    ["97.5", 97.5],
    ["07", 7],
    ["1.500", 1500],
    ["10.000,5", 10000.5],
    ["1.234.567", 1234567],
    ["1,234,567", 1234567],
    ["0,15", 0.15],
  ])("%s is %d", (numeral, value) => {
    expect(parseNumeral(numeral)).toBe(value);
  });

  test("a whole number written with points is itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
        expect(parseNumeral(String(value).replace(/\B(?=(\d{3})+(?!\d))/g, "."))).toBe(value);
      }),
    );
  });
});

describe("figures of a text", () => {
  test.each([
    ["trên 95% dân số", ["> 95 %"]],
    ["tỷ lệ thất nghiệp ở mức dưới 2%", ["< 2 %"]],
    ["tối thiểu đạt 97,5%", [">= 97.5 %"]],
    ["đạt từ 88% trở lên", [">= 88 %"]],
    ["không quá 10%", ["<= 10 %"]],
    ["đạt khoảng 33 m2 sàn/người", ["~ 33 m2 sàn/người"]],
    ["đạt 35-40%", ["range 35–40 %"]],
    ["giảm từ 0,1% đến 0,15%", ["range 0.1–0.15 %"]],
    ["07 bác sĩ trên 10.000 dân", ["= 7 bác sĩ/10.000 dân"]],
    ["1.500 tỷ đồng", ["= 1500 tỷ đồng"]],
    ["thuộc nhóm 50 nước dẫn đầu", ["<= 50 nước dẫn đầu"]],
    ["≥ 97 %", [">= 97 %"]],
    [">=95 %", [">= 95 %"]],
    ["tăng 3,5 lần", ["= 3.5 lần"]],
    ["giảm 0,3 điểm phần trăm/năm", ["= 0.3 điểm phần trăm/năm"]],
    ["14/15 xã có thư viện", ["= 14 xã"]],
    ["ít nhất 3/4 số thôn", [">= 0.75 số thôn"]],
    ["đạt tối thiểu Tier 3", [">= 3 Tier"]],
    ["vào nhóm 50 nước đứng đầu", ["<= 50 nước đứng đầu"]],
  ])("«%s»", (text, figures) => {
    expect(show(text)).toEqual(figures);
  });

  test.each([
    "Nghị quyết số 42-NQ/TW ngày 24/11/2023",
    "giai đoạn 2026 - 2030, tầm nhìn đến năm 2045",
    "khoản 2 Điều 9 Luật số 15/2023/QH15",
    "xóa mù chữ mức độ 2",
    "theo Đề án 06",
    "bụi PM2.5",
    "hoạt động 24/7",
    "báo cáo trước 30/9 hằng năm",
  ])("«%s» holds none", (text) => {
    expect(show(text)).toEqual([]);
  });

  test("their places lie in the text and do not overlap, whatever the text", () => {
    const words = fc.constantFrom(
      "trên ",
      "95",
      "%",
      "-",
      "đến ",
      "1.500",
      " năm ",
      "2030",
      "dân",
      " ",
      ",",
      "từ ",
      "10.000",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        let end = 0;
        for (const quantity of findQuantities(text)) {
          expect(quantity.figureStart).toBeGreaterThanOrEqual(end);
          expect(quantity.end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(quantity.value)).toBe(true);
          end = quantity.end;
        }
      }),
    );
  });
});
