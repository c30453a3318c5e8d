import { foldText } from "../shared/vietnamese-text.ts";

/** «43-Ctr/TU», «43 -CTr/TU» and «43/CTr-TU» in one spelling. */
const bareNumber = (number: string): string => foldText(number).replace(/[\s\-/.]/gu, "");

/** Whether a printed number is the one wanted, in full or by its digits alone («152»); another one never is. */
export function isNumber(printed: string, wanted: string): boolean {
  const bare = bareNumber(wanted);
  return /^\d+$/u.test(bare) ? /^\d+/u.exec(printed)?.[0] === bare : bareNumber(printed) === bare;
}

/** The numbers of instruments that stand in a text, as printed. */
export function numbersIn(text: string): { number: string; start: number; end: number }[] {
  const numbers = /(?<![\d/.,])\d{1,5}(?:\/\d{4})?\s?[-/]\s?\p{L}[\p{L}\d]*(?:[-/.]\p{L}[\p{L}\d]*)*/gu;
  return [...text.matchAll(numbers)].map(({ 0: number, index }) => ({
    number,
    start: index,
    end: index + number.length,
  }));
}

/** Whether a text names the document of this very number. */
export function mentionsNumber(text: string, number: string): boolean {
  return numbersIn(text).some((other) => isNumber(other.number, number));
}
