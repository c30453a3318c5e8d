import { foldText } from "../shared/vietnamese-text.ts";

/** «43-Ctr/TU», «43 -CTr/TU» and «43/CTr-TU» in one spelling. */
export const bareNumber = (number: string): string => foldText(number).replace(/[\s\-/.]/gu, "");

/** Whether a text names the document of this very number; another number is never the one asked. */
export function mentionsNumber(text: string, number: string): boolean {
  const wanted = bareNumber(number);
  const held =
    text.match(/\d{1,5}(?:\/\d{4})?\s?[-/]\s?\p{L}[\p{L}\d]*(?:\s?[-/.]\s?\p{L}[\p{L}\d.]*)*/gu) ?? [];
  return held.some((other) =>
    /^\d+$/u.test(wanted) ? bareNumber(other).startsWith(wanted) : bareNumber(other) === wanted,
  );
}
