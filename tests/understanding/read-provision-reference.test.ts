import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProvisionReference } from "../../src/understanding/read-provision-reference.ts";

const read = (text: string): string =>
  readProvisionReference(text)
    .map(({ type, number }) => `${type} ${number}`.trim())
    .join(", ");

describe("a provision named by its number", () => {
  it.each([
    ["Điều 5 Nghị định 12/2031/NĐ-CP nói gì?", "article 5"],
    ["khoản 2 Điều 7", "article 7, paragraph 2"],
    ["điểm b khoản 5 Điều 6", "article 6, paragraph 5, point b"],
    ["Điều 6 khoản 5 điểm đ", "article 6, paragraph 5, point đ"],
    ["dieu 6, khoan 05, diem d", "article 6, paragraph 5, point d"],
    ["k2 Đ7", "article 7, paragraph 2"],
    ["Đ. 5 nói gì", "article 5"],
    ["d5 k6 nghi dinh 12", "article 5, paragraph 6"],
    ["mục III.6 có gì", "section iii.6"],
    ["điều III.4", "section iii.4"],
    ["mục 3 phần III", "part iii, section 3"],
    ["gạch đầu dòng thứ ba của mục II.2.1", "section ii.2.1, indent 3"],
    ["phụ lục I", "appendix i"],
    ["phụ lục nói gì", "appendix"],
    ["chương 2 luật ấy", "chapter 2"],
    ["mục II.6.đ", "section ii.6.đ"],
    ["clause 2 of Article 7", "article 7, paragraph 2"],
  ])("%j", (text, steps) => {
    expect(read(text)).toBe(steps);
  });

  it.each([
    "chỉ tiêu đến năm 2030",
    "mục tiêu 2030 là gì",
    "giai đoạn 1",
    "được cộng mấy điểm",
    "khoản 20 triệu đồng",
    "điều kiện hưởng",
    "50% số hộ",
    "quyết định 88/QĐ-UBND",
    "k biết",
    "phần trăm",
    "mục đích yêu cầu",
  ])("%j names none", (text) => {
    expect(read(text)).toBe("");
  });

  it("never throws and gives only steps that stand in the text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readProvisionReference(text).every(({ number }) => /^[a-zđ\d.]*$/u.test(number))).toBe(true);
      }),
    );
  });
});
