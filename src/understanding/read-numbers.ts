import { foldText } from "../shared/vietnamese-text.ts";
import { parseVietnameseNumber } from "./parse-number.ts";
import type { Premise } from "./query.ts";

/** «19-KH/TW», «43-CTr/TU», «68/NQ-CP», and «chương trình số 43». */
export function readDocumentNumbers(text: string): string[] {
  const full =
    text.match(/(?<![\p{L}\p{N}])\d{1,5}(?:\/\d{4})?\s?[-/]\s?\p{L}[\p{L}\d]*(?:[-/.]\p{L}[\p{L}\d.]*)*/gu) ??
    [];
  const bare =
    /(?:nghị quyết|kế hoạch|chương trình|chỉ thị|quyết định|nghị định|ke hoach|chuong trinh|chi thi|quyet dinh|plan|programme|directive|decision)\s+(?:(?:số|so|no\.?|number)\s+)?(?!20\d\d)(\d{1,5})(?![\d/%.,-]|\s*(?:năm|nam|tháng|thang|ngày|years?|months?))/iu.exec(
      text,
    );
  return [...full, ...(bare?.[1] === undefined ? [] : [bare[1]])];
}

/** Years of this century, but not those inside a date or a document's number. */
export function readYears(text: string): number[] {
  const years = [...text.matchAll(/(?<![\d/.,-])20\d\d(?![\d/]|-[A-Z])/gu)].map(([year]) => Number(year));
  return [...new Set(years)];
}

const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  flat: "căn",
  apartment: "căn",
  home: "căn",
  household: "hộ",
  bed: "giường",
  doctor: "bác sĩ",
  lake: "hồ",
};

function directionOf(before: string): Premise["direction"] {
  const word = foldText(before);
  if (/(tren|hon|lon hon|cao hon|it nhat|toi thieu|>|over|above|at least)\s*=?\s*$/u.test(word))
    return "above";
  return /(duoi|thap hon|nho hon|khong qua|toi da|<|under|below|at most)\s*=?\s*$/u.test(word)
    ? "below"
    : null;
}

/** Figures that the person gives: shares and counts with a unit; not years, ages, dates, document numbers. */
export function readPremises(text: string): Premise[] {
  const premises: Premise[] = [];
  const figure =
    /(?<![\d/.,\p{L}-])(\d+(?:[.,]\d+)*)\s*(%|phần trăm|phan tram|percent|hộ|ho|căn|can|giường|giuong|bác sĩ|bac si|m2|hồ|tuổi|tuoi|years?|flats?|apartments?|homes|households?|beds?|doctors?|lakes?)(?![\p{L}\p{N}])/giu;
  for (const { 1: digits = "", 2: unit = "", index } of text.matchAll(figure)) {
    const value = parseVietnameseNumber(digits);
    if (value !== null)
      premises.push({
        value,
        direction: directionOf(text.slice(Math.max(0, index - 16), index)),
        unit: /%|ph[ầa]n|percent/iu.test(unit)
          ? "%"
          : (ENGLISH_UNITS[unit.toLowerCase().replace(/s$/u, "")] ?? unit.toLowerCase()),
      });
  }
  return premises;
}
