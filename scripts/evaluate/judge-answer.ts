import type { Answer } from "../../src/answering/answer.ts";
import type { GoldQuestion } from "./gold-question.ts";

/** What was found wrong with an answer, and what it says about grounding and abstention. */
export interface Judgement {
  readonly wrong: readonly string[];
  readonly abstained: boolean;
  /** Quotations that are not in the stored text at their offsets. */
  readonly badQuotes: number;
  /** Percentages of the text that no quotation, reference or question holds. */
  readonly ungrounded: number;
}

const NOT_ANSWERS: readonly string[] = ["abstain", "refusal", "clarify", "smalltalk", "help"];
/** Characters that two quotations have to share, blanks and hyphens aside. */
const SHARED_STRETCH = 30;

/** Judges one answer by its gold; `textOf` gives the stored text of a document. */
export function judgeAnswer(
  question: GoldQuestion,
  answer: Answer,
  textOf: (document: string) => string,
): Judgement {
  const { expect, turns } = question;
  const abstained = NOT_ANSWERS.includes(answer.kind);
  const badQuotes = answer.citations.filter(
    ({ document, start, end, quote }) => textOf(document).slice(start, end) !== quote,
  ).length;
  const ungrounded = countUngrounded(answer, turns);
  const grounding = [
    badQuotes > 0 ? `${badQuotes} quotation(s) not in the source` : "",
    ungrounded > 0 ? `${ungrounded} figure(s) without a source` : "",
  ];
  if (expect.clarify_ok && answer.kind === "clarify")
    return { wrong: grounding.filter(Boolean), abstained, badQuotes, ungrounded };

  const text = ` ${plain(answer.text)} `;
  const wrong = [...grounding];
  if (!expect.partial && expect.abstain !== abstained)
    wrong.push(expect.abstain ? "should have abstained" : `abstained (${answer.kind})`);
  for (const group of expect.must_include)
    if (!group.some((words) => text.includes(plain(words))))
      wrong.push(`lacks ${group.slice(0, 2).join(" | ")}`);
  for (const words of expect.must_not_include) if (text.includes(plain(words))) wrong.push(`says ${words}`);
  if (!expect.abstain && !abstained) {
    const cited = new Set(answer.citations.map(({ document }) => document));
    for (const document of expect.documents)
      if (!cited.has(document)) wrong.push(`does not cite ${document}`);
    const missed = expect.quotes.filter(
      ({ document, quote }) =>
        !answer.citations.some(
          (citation) => citation.document === document && shareWords(citation.quote, quote),
        ),
    );
    const enough = expect.quotes_mode === "any" ? missed.length < expect.quotes.length : missed.length === 0;
    if (expect.quotes.length > 0 && !enough) wrong.push("cites another passage");
    if (expect.draft_warning !== answer.warnings.some(({ code }) => code === "draft"))
      wrong.push("draft warning");
  }
  return { wrong: wrong.filter(Boolean), abstained, badQuotes, ungrounded };
}

function countUngrounded(answer: Answer, turns: readonly string[]): number {
  const references = answer.citations.map(({ quote, locator, number, date, title, issuer }) =>
    [quote, locator, number, date, title, issuer].join(" "),
  );
  const grounds = plain([...references, ...turns].join(" ")).replaceAll(" ", "");
  return (plain(answer.text).match(/\d+(?:[.,]\d+)*\s?%/gu) ?? []).filter(
    (figure) => !grounds.includes(figure.replace(/[\s%]/gu, "")),
  ).length;
}

/** One kind of blank, dash and quotation mark, lower case, no mark-up. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[‐‑‒–—−]/gu, "-")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/[*_`]/gu, "")
    .replace(/\s+/gu, " ")
    .toLowerCase();
}

const dense = (text: string): string => plain(text).replace(/[\s-]+/gu, "");

function shareWords(a: string, b: string): boolean {
  const [x, y] = [dense(a), dense(b)];
  if (x.includes(y) || y.includes(x)) return true;
  for (let at = 0; at + SHARED_STRETCH <= x.length; at += 4)
    if (y.includes(x.slice(at, at + SHARED_STRETCH))) return true;
  return false;
}
