import { parseVietnameseNumber } from "../understanding/parse-number.ts";
import type { Target } from "../facts/target.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import type { Citation } from "./answer.ts";

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
  /** Numbers and titles of the documents held, which an answer may name without quoting them. */
  readonly references: string;
}

const ANSWERS = new Set(["target", "comparison", "list", "assignment", "passage", "document"]);

/**
 * The last door of every answer. Each quotation is in its document at its offsets; each number of the text is in a
 * quotation, in a citation's own reference, or was given by the person (`given`); each stated figure is a row of the
 * store for its indicator, unit, year and document, and one of the quotations says it.
 */
export function verifyAnswer(answer: UnverifiedAnswer, given: string, proofs: Proofs): Fault[] {
  const faults = new Set<Fault>();
  for (const { document, start, end, quote } of answer.citations) {
    if (quote === "" || proofs.text(document)?.slice(start, end) !== quote)
      faults.add("quotation-not-in-text");
  }
  if (ANSWERS.has(answer.kind) && answer.citations.length === 0) faults.add("answer-without-proof");
  if (ANSWERS.has(answer.kind) || answer.kind === "abstain") {
    const proven = provenNumbers(answer.citations, `${given} ${proofs.references}`);
    if (numbersOf(answer.text).some((number) => !proven.has(number))) faults.add("figure-without-quotation");
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

function provenNumbers(citations: readonly Citation[], given: string): ReadonlySet<string> {
  const words = citations.map(({ quote, locator, number, date, title, issuer }) =>
    [quote, locator, number, date, title, issuer].join(" "),
  );
  return new Set([...words, given].flatMap(numbersOf));
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
