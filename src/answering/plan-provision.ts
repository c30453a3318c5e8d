import type { ProvisionRow } from "../corpus/corpus-store.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { ProvisionType } from "../corpus/provision.ts";
import { readProvisionReference, type ProvisionStep } from "../understanding/read-provision-reference.ts";
import { SOCIAL_INTENTS, type Intent } from "../understanding/query.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { askForPlace } from "./answer-plainly.ts";
import type { Draft, UnverifiedAnswer } from "./draft-answer.ts";
import { findProvisions, siblingsOf, type FoundProvisions } from "./find-provision.ts";
import { placeOf, type Library } from "./library.ts";
import { startDraft } from "./plan-draft.ts";
import { quoteProvision } from "./quote-provision.ts";
import { lineageOf } from "./read-headings.ts";
import type { Scope } from "./resolve-scope.ts";

/** Questions about what a text says are answered by the provision itself; others only where an article is named. */
const ASKS_WORDS = new Set(["passage", "entitlement", "detail", "list", "duties"]);
const ASKS_OTHER = new Set<Intent>(["comparison", "cross-check", ...SOCIAL_INTENTS]);
/** Steps that are counted from something above them. */
const INNER = new Set<ProvisionType>(["paragraph", "point", "indent", "text", "row", "table"]);
/** Nothing else is called so: «mục 5 do ai chủ trì?» may still be about the work, «khoản 2 Điều 7» is about the words. */
const EXACT = new Set<ProvisionType>(["article", "paragraph", "chapter", "appendix"]);
const MOST_QUOTED = 3;
const MOST_NAMED = 8;

/**
 * «Điều 5 nói gì?», «k2 đ7», «gạch đầu dòng 3 của mục II.2.1»: the provision in its own words; where there is none of
 * that number, how far the numbers go. Null where the question names no provision or asks something else of it.
 */
export function answerProvision(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): UnverifiedAnswer | null {
  const steps = readProvisionReference(query.text);
  const isExact = steps.some(({ type }) => EXACT.has(type));
  if (steps.length === 0 || ASKS_OTHER.has(query.intent)) return null;
  if (!isExact && (query.bodies.length > 0 || !ASKS_WORDS.has(query.intent))) return null;
  const within = foundUnderLast(steps, query, scope, library);
  if (within !== null) return within;
  const found = scope.documents.map((document) => ({
    document,
    ...findProvisions(steps, document, library),
  }));
  const holding = found.filter(({ rows }) => rows.length > 0);
  if (holding.length > 1 && !scope.placed) return askForPlace(query, library);
  const draft = startDraft(query, library);
  if (holding.length === 0) {
    if (scope.documents.length > MOST_QUOTED) return null;
    for (const { document, missing } of found)
      if (missing !== null) writeMissing(draft, document, missing, library);
    return draft.finish("abstain", 0.9);
  }
  for (const { document, rows } of holding.slice(0, MOST_QUOTED)) {
    const [row] = rows;
    draft.add("passage-lead", { place: placeOf(document, library) });
    if (row !== undefined && rows.length === 1) quoteProvision(draft, document, row, library);
    else writeChoices(draft, document, rows);
  }
  return draft.finish("passage", 0.9);
}

/** «Khoản 1 thì sao?» after an answer about an article: counted from what was quoted last. */
function foundUnderLast(
  steps: readonly ProvisionStep[],
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): UnverifiedAnswer | null {
  if (!steps.every(({ type }) => INNER.has(type))) return null;
  for (const { document: key, eId } of query.lastEvidence ?? []) {
    const document = scope.documents.find((each) => each.key === key);
    if (document === undefined) continue;
    for (const above of lineageOf(key, eId, library.corpus)) {
      const { rows } = findProvisions(steps, document, library, above);
      const [row] = rows;
      if (row === undefined || rows.length > 1) continue;
      const draft = startDraft(query, library);
      draft.add("passage-lead", { place: placeOf(document, library) });
      quoteProvision(draft, document, row, library);
      return draft.finish("passage", 0.9);
    }
  }
  return null;
}

/** Several provisions bear the number: which they are. */
function writeChoices(draft: Draft, document: CorpusDocument, rows: readonly ProvisionRow[]): void {
  draft.add("section-many");
  for (const { locator, heading, headingSpan, span, ownSpan } of rows.slice(0, MOST_NAMED)) {
    draft.cite(document, { start: span.start, end: headingSpan?.end ?? ownSpan.end }, locator);
    draft.add("list-item", { text: heading === null ? locator : `${locator}: ${heading}` });
  }
}

function writeMissing(
  draft: Draft,
  document: CorpusDocument,
  missing: NonNullable<FoundProvisions["missing"]>,
  library: Library,
): void {
  const { step, within } = missing;
  const place = placeOf(document, library);
  const wanted = nameStep(draft, step);
  const where = within === null ? draft.say("section-whole") : within.locator;
  if (within !== null) citeLabel(draft, document, within, library);
  const last = siblingsOf(missing, document, library).at(-1);
  if (last === undefined) {
    draft.add("section-none", { place, where, wanted });
    return;
  }
  draft.add("section-none-beyond", {
    place,
    where,
    wanted,
    last: nameStep(draft, { type: last.type, number: last.number ?? "" }),
  });
  citeLabel(draft, document, last, library);
}

/** The first words of a provision, which hold its number. */
function citeLabel(draft: Draft, document: CorpusDocument, row: ProvisionRow, library: Library): void {
  const text = library.corpus.text(document.key);
  const line = text.slice(row.ownSpan.start, row.ownSpan.end).split("\n")[0] ?? "";
  draft.cite(
    document,
    { start: row.ownSpan.start, end: row.ownSpan.start + line.trimEnd().length },
    row.locator,
  );
}

const nameStep = (draft: Draft, { type, number }: ProvisionStep): string =>
  `${draft.say(`step-${type}`)} ${/^[ivxlc.\d]+$/u.test(number) ? number.toUpperCase() : number}`.trim();
