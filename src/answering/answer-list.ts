import type { CorpusDocument } from "../corpus/document.ts";
import type { Target } from "../facts/target.ts";
import type { Premise, Query } from "../understanding/query.ts";
import type { Draft } from "./draft-answer.ts";
import { nameOf } from "./answer-target.ts";
import { placeOf, type Library } from "./library.ts";
import { foldText } from "../shared/vietnamese-text.ts";
import { wordFigure, wordNumber } from "./word-figure.ts";

/** What a list is narrowed down to. */
export interface ListFilter {
  readonly topics: readonly string[];
  readonly indicators: readonly string[];
  /** Folded: «bảo hiểm» also takes in what only its words place in another field («bảo hiểm y tế»). */
  readonly words: readonly string[];
  readonly values: readonly Premise[];
  readonly years: readonly number[];
}

/** The figures and objectives of a document that pass the filter, in the document's order. */
export function listTargets(
  document: CorpusDocument,
  filter: ListFilter,
  library: Library,
): readonly Target[] {
  return library.facts
    .targets({ documents: [document.key], nature: ["target", "objective"] })
    .filter((target) => {
      const indicator = target.indicator === null ? undefined : library.indicators.byId(target.indicator);
      const byTopic = filter.topics.length === 0 && filter.indicators.length === 0;
      const name = library.prepare(indicator?.name.vi ?? target.name).joined;
      const inTopic =
        (indicator !== undefined &&
          (filter.topics.includes(indicator.topic) || filter.indicators.includes(indicator.id))) ||
        filter.words.some((word) => name.includes(` ${word} `));
      const inValue =
        filter.values.length === 0 || filter.values.some((premise) => fitsPremise(target, premise));
      const inYear =
        filter.years.length === 0 || target.deadline === null || filter.years.includes(target.deadline);
      return (byTopic || inTopic) && inValue && inYear;
    });
}

function wordThreshold(draft: Draft, { value, unit, direction }: Premise): string {
  const figure = `${wordNumber(value)}${unit === "%" ? "%" : ""}`;
  return direction === null
    ? figure
    : draft.say(direction === "above" ? "comparator-over" : "comparator-under", { value: figure });
}

/** «Các chỉ tiêu 100%», «trên 95%», «dưới 5%»: the figure itself, or a bound on its side of it. */
function fitsPremise({ value, unit, comparator }: Target, premise: Premise): boolean {
  if (value === null || (premise.unit === "%" && unit?.startsWith("%") !== true)) return false;
  if (premise.direction === null) return value === premise.value;
  if (value === premise.value) return premise.direction === "above" ? comparator === ">" : comparator === "<";
  const isUpper = comparator === "<" || comparator === "<=";
  return premise.direction === "above" ? value > premise.value && !isUpper : value < premise.value;
}

export function writeTargetList(
  draft: Draft,
  query: Query,
  document: CorpusDocument,
  targets: readonly Target[],
  library: Library,
): void {
  const text = library.corpus.text(document.key);
  const shown = new Set(
    targets.map(({ indicator }) =>
      indicator === null ? undefined : library.indicators.byId(indicator)?.topic,
    ),
  );
  const asked = library.lexicons.topics.filter(({ id }) => query.topics.includes(id));
  const topic =
    asked.length > 1 && !shown.has(asked[0]?.id) && !asked[0]?.vi.includes("an sinh")
      ? (asked.find(({ id }) => shown.has(id)) ?? asked[0])
      : asked[0];
  const premise = query.premises[0];
  const about =
    topic !== undefined
      ? draft.say("list-about", { topic: (draft.language === "vi" ? topic.vi[0] : topic.en[0]) ?? topic.id })
      : premise !== undefined
        ? draft.say("list-about-value", { value: wordThreshold(draft, premise) })
        : "";
  draft.add("list-targets", { place: placeOf(document, library), about });
  const quoted = new Set<string>();
  for (const target of targets) {
    draft.cite(document, target.span, target.locator);
    draft.fact(target);
    const quote = text.slice(target.span.start, target.span.end);
    if (quoted.has(quote)) continue;
    quoted.add(quote);
    const figure = wordFigure(target, draft.language, draft.say);
    const gloss =
      draft.language === "en" && figure !== "" ? `${nameOf(target, draft, library)}: ${figure} ` : "";
    draft.add("list-item", { text: `${gloss}«${quote}»` });
  }
}

/** The headings right under the part that hands out the tasks. */
function listTaskGroups(
  document: CorpusDocument,
  library: Library,
): { heading: string; start: number; end: number; locator: string }[] {
  const rows = library.corpus.provisions(document.key);
  const text = library.corpus.text(document.key);
  const part = rows.find((row) => row.depth <= 2 && /nhiem vu|giai phap/.test(foldText(row.heading ?? "")));
  if (part === undefined) return [];
  return rows
    .filter(
      (row) =>
        row.parentEId === part.eId && row.heading !== null && row.headingSpan !== null && row.number !== null,
    )
    .map(({ number, heading, headingSpan, span, locator }) => {
      const start = headingSpan?.start ?? span.start;
      // The number that is said with the heading is quoted with it.
      const numeral = text.slice(span.start, start).lastIndexOf(number ?? "");
      return {
        heading: `${number ?? ""}. ${heading ?? ""}`,
        start: numeral < 0 ? start : span.start + numeral,
        end: headingSpan?.end ?? start,
        locator,
      };
    });
}

export function writeTaskGroups(draft: Draft, document: CorpusDocument, library: Library): boolean {
  const groups = listTaskGroups(document, library);
  if (groups.length === 0) return false;
  draft.add("list-tasks", { place: placeOf(document, library) });
  for (const { heading, start, end, locator } of groups) {
    draft.cite(document, { start, end }, locator);
    draft.add("list-item", { text: heading });
  }
  return true;
}
