import type { Target } from "../facts/target.ts";
import type { Query } from "../understanding/query.ts";
import type { Draft } from "./draft-answer.ts";
import { nameOf, writeTarget } from "./answer-target.ts";
import type { FigureEvidence } from "./find-figures.ts";
import type { ScoredSentence } from "./find-sentences.ts";
import { placeOf, type Library } from "./library.ts";
import { wordFigure } from "./word-figure.ts";

/** One document's part of a comparison: its figures, or failing them the nearest words. */
export interface ComparedEvidence extends FigureEvidence {
  readonly nearest: readonly ScoredSentence[];
}

/** Sets places beside each other: the verdict first, then each place's own words. Unlike things are not ranked. */
export function writeComparison(
  draft: Draft,
  query: Query,
  parts: readonly ComparedEvidence[],
  library: Library,
): void {
  const withFigures = parts.filter((part) => figureRows(part).some(({ nature }) => nature === "target"));
  writeVerdict(draft, withFigures, parts, library);
  for (const part of parts) {
    const { document, rows, nearest } = part;
    const place = placeOf(document, library);
    if (rows.length > 0) {
      for (const { target } of rows.slice(0, 4)) writeTarget(draft, query, target, document, library, true);
    } else if (part.kin.length > 0) {
      draft.add("compare-kin", { place });
      for (const { target } of part.kin.slice(0, 3))
        writeTarget(draft, query, target, document, library, true);
    } else {
      const id = part.missing[0]?.ids[0];
      const name = id === undefined ? undefined : library.indicators.byId(id)?.name[draft.language];
      if (name === undefined) draft.add("compare-missing", { place });
      else draft.add("compare-nothing", { place, name: lowerFirst(name) });
      if (nearest.length > 0) draft.add("compare-nearest", { place });
    }
    if (rows.length === 0 && part.kin.length === 0) {
      for (const sentence of nearest) {
        draft.cite(document, sentence.span, sentence.locator);
        draft.add("quote", { quote: sentence.text, locator: sentence.locator });
      }
    }
  }
}

function writeVerdict(
  draft: Draft,
  withFigures: readonly ComparedEvidence[],
  parts: readonly ComparedEvidence[],
  library: Library,
): void {
  const [first, second] = withFigures;
  if (first === undefined) return;
  if (second === undefined) {
    if (parts.length > 1) draft.add("compare-one-sided", { place: placeOf(first.document, library) });
    return;
  }
  const pair = firstComparablePair(first, second);
  if (pair === null) {
    const [a, b] = [figureRows(first)[0], figureRows(second)[0]];
    if (a !== undefined && b !== undefined)
      draft.add("compare-unlike", { a: nameOf(a, draft, library), b: nameOf(b, draft, library) });
    return;
  }
  const [a, b] = pair;
  const figure = wordFigure(a, draft.language, draft.say);
  if (a.deadline !== b.deadline) draft.add("compare-unlike-years");
  else if (a.value === b.value && a.comparator === b.comparator)
    draft.add(withFigures.length > 2 ? "compare-all-equal" : "compare-equal", { figure });
  else if (a.value !== null && b.value !== null && a.value !== b.value) {
    const [higher, lower] = a.value > b.value ? [first, second] : [second, first];
    draft.add("compare-higher", {
      a: placeOf(higher.document, library),
      b: placeOf(lower.document, library),
    });
  }
}

/** The figures of a part: those asked, failing them the nearest ones. */
const figureRows = ({ rows, kin }: FigureEvidence): Target[] =>
  (rows.length > 0 ? rows : kin).map(({ target }) => target).filter((target) => target.value !== null);

function firstComparablePair(first: FigureEvidence, second: FigureEvidence): [Target, Target] | null {
  for (const a of figureRows(first)) {
    for (const b of figureRows(second)) {
      if (a.indicator !== null && a.indicator === b.indicator && a.unit === b.unit) return [a, b];
    }
  }
  return null;
}

export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
