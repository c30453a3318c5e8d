import type { ProvisionRow } from "../corpus/corpus-store.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { Target } from "../facts/target.ts";
import type { Premise, Query } from "../understanding/query.ts";
import type { Draft } from "./draft-answer.ts";
import type { FigureEvidence } from "./find-figures.ts";
import { placeOf, type Library } from "./library.ts";
import { lineageOf } from "./read-headings.ts";
import { wordFigure, wordPremise } from "./word-figure.ts";

/** States the figures found in one document, each with its quotation, corrects a wrong premise, and compares a baseline with its target. */
export function writeFigures(draft: Draft, query: Query, evidence: FigureEvidence, library: Library): void {
  const { document, rows } = evidence;
  const targets = rows.map(({ target }) => target);
  correctPremise(draft, query, targets);
  for (const target of targets) writeTarget(draft, query, target, document, library, targets.length > 1);
  compareWithBaseline(draft, targets);
}

/** One figure: figure first, then the words that say so. */
export function writeTarget(
  draft: Draft,
  query: Query,
  target: Target,
  document: CorpusDocument,
  library: Library,
  named: boolean,
): void {
  const place = placeOf(document, library);
  const when = citeDeadline(draft, target, document, library);
  const figure = wordFigure(target, draft.language, draft.say);
  const name = nameOf(target, draft, library);
  if (target.nature === "objective" || figure === "") draft.add("objective-lead", { place, when });
  else if (target.nature === "baseline") draft.add("baseline-lead", { place, figure, when });
  else
    draft.add(named || draft.language === "en" ? "target-lead-named" : "target-lead", {
      place,
      figure,
      when,
      name,
    });
  const citation = draft.cite(document, target.span, target.locator);
  draft.add("quote", {
    quote: library.corpus.text(document.key).slice(target.span.start, target.span.end),
    locator: citation.locator,
  });
  draft.fact(target);
  remarkOnYear(draft, query, target, document, library);
}

/** The indicator's name: the lexicon's, or the document's own words where nobody has named it. */
export function nameOf(target: Target, draft: Pick<Draft, "language">, library: Library): string {
  const indicator = target.indicator === null ? undefined : library.indicators.byId(target.indicator);
  return indicator?.name[draft.language] ?? target.name;
}

/** Words the deadline and cites the heading or clause that sets it, so that the year too stands in a quotation. */
function citeDeadline(draft: Draft, target: Target, document: CorpusDocument, library: Library): string {
  const { deadline } = target;
  if (deadline === null) return "";
  const text = library.corpus.text(document.key);
  const year = String(deadline);
  if (!text.slice(target.span.start, target.span.end).includes(year)) {
    const lineage = lineageOf(document.key, target.eId, library.corpus);
    const own = lineage[0];
    const before = own === undefined ? -1 : text.slice(own.span.start, target.span.start).lastIndexOf(year);
    const heading = lineage.find((provision) => provision.heading?.includes(year));
    const column = own?.type === "row" ? headerRow(document, own, year, library) : undefined;
    if (column !== undefined) draft.cite(document, column.ownSpan, column.locator);
    else if (
      own !== undefined &&
      before >= 0 &&
      (heading === undefined || own.heading?.includes(year) !== true)
    ) {
      const start = Math.max(own.span.start, text.lastIndexOf("\n", own.span.start + before) + 1);
      draft.cite(
        document,
        { start: clauseStart(text, start, own.span.start + before), end: target.span.end },
        target.locator,
      );
    } else if (heading?.headingSpan != null) {
      draft.cite(document, heading.headingSpan, heading.locator);
    } else if (
      document.spans.title !== undefined &&
      text.slice(document.spans.title.start, document.spans.title.end).includes(year)
    ) {
      draft.cite(
        document,
        document.spans.title,
        library.corpus.provision(document.key, "header")?.locator ?? "",
      );
    } else {
      return "";
    }
  }
  return draft.say(target.nature === "baseline" ? "in-year" : "by-year", { year });
}

/** The row over the columns of a table («Kế hoạch 2028») that bears a year. */
function headerRow(
  document: CorpusDocument,
  own: ProvisionRow,
  year: string,
  library: Library,
): ProvisionRow | undefined {
  const text = library.corpus.text(document.key);
  return library.corpus
    .provisions(document.key)
    .find(
      ({ parentEId, ownSpan }) =>
        parentEId === own.parentEId &&
        ownSpan.start < own.ownSpan.start &&
        text.slice(ownSpan.start, ownSpan.end).includes(year),
    );
}

/** Where the sentence around an offset begins. */
function clauseStart(text: string, from: number, at: number): number {
  const stop = Math.max(text.lastIndexOf(". ", at), text.lastIndexOf("; ", at));
  return stop >= from ? stop + 2 : from;
}

function remarkOnYear(
  draft: Draft,
  query: Query,
  target: Target,
  document: CorpusDocument,
  library: Library,
): void {
  if (target.deadline === null && query.years.length > 0 && target.nature === "target") {
    draft.add("year-not-set", { year: String(query.years[0]) });
  }
  const own = library.corpus.provision(document.key, target.eId);
  if (own === null || target.deadline === null || target.nature !== "target") return;
  const before = library.corpus.text(document.key).slice(own.ownSpan.start, target.span.start);
  const other = /(?:[Đđ]ến|[Tt]rong) năm (20\d\d)/u.exec(before);
  if (other !== null && Number(other[1]) !== target.deadline) {
    draft.cite(document, { start: own.ownSpan.start + other.index, end: target.span.end }, target.locator);
    draft.warn("unclear-deadline", draft.say("warning-deadline", { words: other[0] }));
  }
}

/** A figure in the question that is not the document's is set right before anything else. */
function correctPremise(draft: Draft, query: Query, targets: readonly Target[]): void {
  for (const premise of query.premises) {
    const given = wordPremise(premise);
    const comparable = targets.filter(({ unit, value }) => value !== null && sameKind(unit, premise.unit));
    const same = comparable.some(({ value, value2 }) => value === premise.value || value2 === premise.value);
    const first = comparable[0];
    const opposite = comparable.find((target) => isOpposite(target, premise));
    if (opposite !== undefined) {
      const side = draft.say(premise.direction === "above" ? "comparator-over" : "comparator-under", {
        value: given,
      });
      draft.add("premise-wrong", { given: side, figure: wordFigure(opposite, draft.language, draft.say) });
    } else if (same) {
      if (query.asksConfirmation) draft.add("premise-right", { given });
    } else if (first !== undefined) {
      draft.add("premise-wrong", { given, figure: wordFigure(first, draft.language, draft.say) });
    } else if (targets.length > 0 && targets.every(({ value }) => value === null)) {
      draft.add("premise-not-in-text", { given });
    }
  }
}

/** «Trên 2%» of what is to be under 2%. */
function isOpposite({ comparator, value, value2 }: Target, { value: given, direction }: Premise): boolean {
  if (value !== given || value2 !== null) return false;
  return direction === "above"
    ? comparator === "<" || comparator === "<="
    : direction === "below" && (comparator === ">" || comparator === ">=");
}

function sameKind(unit: string | null, given: string | null): boolean {
  if (given === "%") return unit?.startsWith("%") ?? false;
  return unit !== null && given !== null && unit.toLowerCase().startsWith(given);
}

/** A value already reached beside the target for the same year: met or not, by the target's own comparator. */
function compareWithBaseline(draft: Draft, rows: readonly Target[]): void {
  const baseline = rows.find((row) => row.nature === "baseline" && row.unit === "%");
  if (baseline?.value == null) return;
  const target = rows.find(
    (row) => row.nature === "target" && row.unit === baseline.unit && row.deadline === baseline.deadline,
  );
  if (target?.value == null) return;
  const met = compareValues(baseline.value, target.comparator, target.value);
  if (met === null) return;
  const words = {
    baseline: wordFigure(baseline, draft.language, draft.say),
    target: wordFigure(target, draft.language, draft.say),
  };
  draft.add(met ? "baseline-met" : "baseline-not-met", words);
}

function compareValues(value: number, comparator: Target["comparator"], limit: number): boolean | null {
  switch (comparator) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case ">":
      return value > limit;
    case ">=":
    case "=":
      return value >= limit;
    case "~":
    case "range":
    case null:
      return null;
  }
}
