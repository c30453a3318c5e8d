import type { ProvisionRow } from "../corpus/corpus-store.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { Draft } from "./draft-answer.ts";
import type { Library } from "./library.ts";
import { splitSentences } from "./split-sentences.ts";

/** Longest stretch of a provision (UTF-16 units) that is quoted in one answer. */
const LONGEST = 1_800;
const LISTED = 12;

/**
 * Quotes a provision with all under it; a long one up to the end of the last child that fits whole, and then says what
 * is left out.
 */
export function quoteProvision(
  draft: Draft,
  document: CorpusDocument,
  row: ProvisionRow,
  library: Library,
): void {
  const text = library.corpus.text(document.key);
  const end = cutAt(row, document, library, text);
  draft.quote(document, { start: row.span.start, end: text.slice(0, end).trimEnd().length }, row.locator);
  if (text.slice(end, row.span.end).trim() !== "") writeRest(draft, document, row, end, library);
}

function cutAt(row: ProvisionRow, document: CorpusDocument, library: Library, text: string): number {
  const limit = row.span.start + LONGEST;
  if (row.span.end <= limit) return row.span.end;
  const inside = rowsInside(row, document, library);
  const ends = [row, ...inside].map(({ ownSpan }) => ownSpan.end).filter((end) => end <= limit);
  const whole = Math.max(row.span.start, ...ends);
  if (whole > row.span.start + row.ownSpan.end - row.ownSpan.start || inside.length > 0) {
    if (whole > row.span.start) return whole;
  }
  const sentences = splitSentences(text, row.span).filter(({ end }) => end <= limit);
  return sentences.at(-1)?.end ?? limit;
}

const rowsInside = (row: ProvisionRow, document: CorpusDocument, library: Library): ProvisionRow[] =>
  library.corpus
    .provisions(document.key)
    .filter(
      (other) =>
        other.eId !== row.eId && row.span.start <= other.span.start && other.span.end <= row.span.end,
    );

/** What a cut quotation leaves out: the headings of what follows, or from which number to which. */
function writeRest(
  draft: Draft,
  document: CorpusDocument,
  row: ProvisionRow,
  end: number,
  library: Library,
): void {
  const rest = rowsInside(row, document, library).filter(
    ({ parentEId, span }) => parentEId === row.eId && span.start >= end,
  );
  const headed = rest.flatMap(({ heading, headingSpan, span, locator }) =>
    heading === null || headingSpan === null
      ? []
      : [{ heading, start: span.start, end: headingSpan.end, locator }],
  );
  if (headed.length > 0 && headed.length === rest.length) {
    const shown = headed.slice(0, LISTED);
    for (const { start, end: stop, locator } of shown) draft.cite(document, { start, end: stop }, locator);
    const more = headed.length > shown.length ? "; …" : "";
    draft.add("provision-goes-on", { rest: `${shown.map(({ heading }) => heading).join("; ")}${more}` });
    return;
  }
  const numbered = rest.filter(({ number }) => number !== null);
  const [first] = numbered;
  const last = numbered.at(-1);
  if (first === undefined || last === undefined) {
    draft.add("provision-goes-on-plain");
    return;
  }
  for (const { ownSpan, locator } of [first, last]) {
    const stop = library.corpus.text(document.key).slice(0, ownSpan.end).trimEnd().length;
    draft.cite(document, { start: ownSpan.start, end: stop }, locator);
  }
  const from = lowerStart(first.locator);
  draft.add("provision-goes-on", {
    rest: first === last ? from : draft.say("from-to", { from, to: lowerStart(last.locator) }),
  });
}

const lowerStart = (locator: string): string =>
  locator.startsWith("Điều") ? locator : `${locator.charAt(0).toLowerCase()}${locator.slice(1)}`;
