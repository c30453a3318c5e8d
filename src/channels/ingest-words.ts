import type { Language } from "../answering/answer.ts";
import { placeAt } from "../corpus/place-at.ts";
import { yearOf } from "../corpus/make-key.ts";
import { describeFigure } from "../facts/describe-target.ts";
import { findOddFigures } from "../facts/find-odd-figures.ts";
import type { OddFigure } from "../facts/find-odd-figures.ts";
import type { IngestPlan } from "../operations/ingest-document.ts";
import type { ReadDocument } from "../operations/read-folder.ts";
import { loadTexts } from "../shared/load-texts.ts";
import type { Say } from "../shared/load-texts.ts";
import type { Message } from "../shared/message.ts";

const folder = new URL("./texts/ingest/", import.meta.url);

/** What the command and the chat say about a file for the corpus, from `texts/ingest/*.ftl`. */
export const ingestTexts: Readonly<Record<Language, Say>> = {
  vi: loadTexts(folder, "vi"),
  en: loadTexts(folder, "en"),
};

/** What becomes of the corpus, a sentence each; `isDone` after it has. */
export function effectSentences({ key, effect, locality }: IngestPlan, isDone: boolean, say: Say): string[] {
  const sentences = [say(`effect-${effect.kind}`, { key, done: isDone ? "yes" : "no" })];
  if (effect.kind === "replaced") {
    const { keptAs, correctionsLeft } = effect.previous;
    sentences.push(say("kept-as", { key: keptAs }));
    if (correctionsLeft > 0) sentences.push(say("corrections-left", { count: correctionsLeft }));
  }
  if (locality?.isKnown === false) sentences.push(say("locality-unsure"));
  return sentences;
}

/** How many targets of the version before changed; null where the plan replaces nothing. */
export function differenceSentence({ effect }: IngestPlan, say: Say): string | null {
  if (effect.kind !== "replaced") return null;
  const { difference } = effect.previous;
  if (difference === null) return say("not-comparable");
  return say("difference", {
    changed: difference.changed.length,
    added: difference.added.length,
    removed: difference.removed.length,
    unchanged: difference.unchangedCount,
  });
}

export function numberWords({ document }: ReadDocument, say: Say): string {
  const { number, numberAsPrinted } = document;
  return number ?? (numberAsPrinted === null ? say("blank") : `${say("blank")} «${numberAsPrinted}»`);
}

export function dateWords({ document: { date, dateIsComplete } }: ReadDocument, say: Say): string {
  if (date === null) return say("blank");
  return dateIsComplete ? date : `${date} (${say("date-incomplete")})`;
}

/** The figures of a document that a person should look at first. */
export function oddFiguresOf({ document, targets }: ReadDocument): OddFigure[] {
  const year = yearOf(document.date);
  return findOddFigures(targets, year === null ? null : Number(year));
}

/** Why a figure looks odd, in one sentence. */
export function oddReason({ target, rule, reason }: OddFigure, say: Say): string {
  const { deadline } = target;
  return say(`odd-${rule}`, { figure: describeFigure(target), deadline: String(deadline), reason });
}

/** «trang 3, dòng 40» of an offset of the text. */
export function placeWords({ parsed }: ReadDocument, offset: number, say: Say): string {
  const { line, page } = placeAt(parsed.places, offset);
  return spotWords(line, page, say);
}

/** The place of a remark; empty where it has none. */
export function messagePlaceWords(read: ReadDocument, { line, page, span }: Message, say: Say): string {
  return line === null && page === null && span !== null
    ? placeWords(read, span.start, say)
    : spotWords(line, page, say);
}

function spotWords(line: number | null, page: number | null, say: Say): string {
  return [
    page === null ? "" : say("page", { page: String(page) }),
    line === null ? "" : say("line", { line: String(line) }),
  ]
    .filter((part) => part !== "")
    .join(", ");
}
