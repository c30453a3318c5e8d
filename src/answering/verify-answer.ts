import { parseVietnameseNumber } from "../understanding/parse-number.ts";
import type { Target } from "../facts/target.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import type { AnswerFact, Citation } from "./answer.ts";
import { roundShare } from "./word-figure.ts";

/** Why an answer is not sent. */
export type Fault =
  | "quotation-not-in-text"
  | "figure-without-quotation"
  | "figure-of-another"
  | "figure-not-cited"
  | "answer-without-proof";

export interface Proofs {
  /** The stored text of a document; null where there is none. */
  text(document: string): string | null;
  /** The store's own rows: what a stated figure has to agree with. */
  targets(document: string): readonly Target[];
  /**
   * What an answer may say word for word without quoting it: numbers and titles of the documents held, names of the
   * lexicon («trẻ em dưới 36 tháng tuổi»). Their figures prove nothing else.
   */
  readonly references: readonly string[];
}

const ANSWERS = new Set(["target", "comparison", "list", "assignment", "passage", "document"]);

/**
 * The last door of every answer. Each quotation is in its document at its offsets; each number of the text, but for
 * locators and references said word for word, is in a quotation or was given by the person (`given`); each stated
 * figure is a row of the store for its indicator, unit, year and document, and one of the quotations says it.
 */
export function verifyAnswer(answer: UnverifiedAnswer, given: string, proofs: Proofs): Fault[] {
  const faults = new Set<Fault>();
  for (const { document, start, end, quote } of answer.citations) {
    if (quote === "" || proofs.text(document)?.slice(start, end) !== quote)
      faults.add("quotation-not-in-text");
  }
  if (ANSWERS.has(answer.kind) && answer.citations.length === 0) faults.add("answer-without-proof");
  if (ANSWERS.has(answer.kind) || answer.kind === "abstain") {
    if (!isProven(answer, given, proofs.references)) faults.add("figure-without-quotation");
  }
  for (const fact of answer.facts) {
    const rows = proofs
      .targets(fact.document)
      .filter(
        (target) =>
          target.indicator === fact.indicator &&
          target.value === fact.value &&
          (target.value2 ?? undefined) === fact.value2 &&
          target.comparator === fact.comparator &&
          (target.unit ?? "") === fact.unit &&
          target.deadline === fact.deadline,
      );
    const isCited = ({ span }: Target): boolean =>
      answer.citations.some(
        ({ document, start, end }) => document === fact.document && start <= span.start && span.end <= end,
      );
    if (rows.length === 0) faults.add("figure-of-another");
    else if (!rows.some(isCited)) faults.add("figure-not-cited");
  }
  return [...faults];
}

/** Whether every number of the text that is not part of a locator or a reference stands in a quotation or in the question. */
function isProven(
  { text, citations, facts }: Pick<UnverifiedAnswer, "text" | "citations" | "facts">,
  given: string,
  references: readonly string[],
): boolean {
  const proven = new Set([...citations.map(({ quote }) => quote), given].flatMap(numbersOf));
  const isOpen = (words: string): boolean => numbersOf(words).some((number) => !proven.has(number));
  // Bare locators last: «Mục II» stands within «(Mục II.2, gạch đầu dòng 1)» too.
  const locators = citations.map(({ locator }) => locator).sort((a, b) => b.length - a.length);
  const own = without(text, [...citations.flatMap(ownWords), ...locators]);
  return !isOpen(own) || !isOpen(without(withoutDifferences(own, facts), references));
}

/** What a citation lets an answer say word for word, the longest first. */
const ownWords = ({ quote, locator, title, number, date, issuer }: Citation): string[] => [
  quote,
  `(${locator})`,
  ...[title, number, date, issuer].filter((words) => words !== null).sort((a, b) => b.length - a.length),
];

/** The text without these words wherever they stand whole, in capitals or not; a bare number is no such words. */
function without(text: string, words: readonly string[]): string {
  let left = text.toLowerCase();
  for (const said of words) {
    if (/\d/u.test(said) && /\p{L}|\//u.test(said)) left = left.replaceAll(said.toLowerCase(), " ");
  }
  return left;
}

/** The text without the distances («35 điểm phần trăm») that two of the stated shares do have. */
function withoutDifferences(text: string, facts: readonly AnswerFact[]): string {
  const shares = facts.filter(({ unit }) => unit === "%").map(({ value }) => value);
  const distances = new Set(shares.flatMap((a) => shares.map((b) => roundShare(Math.abs(a - b)))));
  return text.replace(/(\d+(?:[.,]\d+)?) (?:điểm phần trăm|percentage points?)/gu, (said, digits: string) =>
    distances.has(Number(digits.replace(",", "."))) ? " " : said,
  );
}

/** The numbers of a text in one spelling: «07» and «7», «97,5» and «97.5», «10.000» and «10,000» are the same. */
export function numbersOf(text: string): string[] {
  return (text.match(/\d+(?:[.,]\d+)*/gu) ?? []).flatMap((digits) => {
    const english = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits)
      ? Number(digits.replaceAll(",", ""))
      : null;
    const value = english ?? parseVietnameseNumber(digits);
    return value === null ? digits.split(/[.,]/u).map((part) => String(Number(part))) : [String(value)];
  });
}
