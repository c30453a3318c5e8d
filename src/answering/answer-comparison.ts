import { foldedLine } from "../understanding/folded-line.ts";
import type { Target } from "../facts/target.ts";
import type { Query } from "../understanding/query.ts";
import { compareTargets, isCount } from "./compare-targets.ts";
import type { Draft } from "./draft-answer.ts";
import { nameOf, writeTarget } from "./answer-target.ts";
import type { FigureEvidence } from "./find-figures.ts";
import type { ScoredSentence } from "./find-sentences.ts";
import { placeOf, type Library } from "./library.ts";
import { roundShare, wordFigure, wordNumber } from "./word-figure.ts";

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
  const withFigures = byPlace(
    parts.filter((part) => figureRows(part).some(({ nature }) => nature === "target")),
  );
  writeVerdict(draft, query, withFigures, parts, library);
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
        draft.quote(document, sentence.span, sentence.locator);
      }
    }
  }
}

function writeVerdict(
  draft: Draft,
  query: Query,
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
  const shared = sharedTargets(withFigures);
  const [a, b] = shared;
  if (a === undefined || b === undefined) {
    const [one, other] = [figureRows(first)[0], figureRows(second)[0]];
    if (one === undefined || other === undefined) return;
    draft.add("compare-unlike", { a: nameOf(one, draft, library), b: nameOf(other, draft, library) });
    return;
  }
  const nation = withFigures.find(({ document }) => document.locality === null);
  const local = withFigures.find(({ document }) => document.locality !== null);
  if (isCount(a) && nation !== undefined && local !== undefined) {
    draft.add("compare-unlike-territory", {
      nation: placeOf(nation.document, library),
      place: placeOf(local.document, library),
    });
    return;
  }
  const figure = wordFigure(a, draft.language, draft.say);
  if (shared.every((target) => compareTargets(target, a) === "equal")) {
    draft.add(shared.length > 2 ? "compare-all-equal" : "compare-equal", { figure });
    return;
  }
  if (shared.length > 2) return;
  const standing = compareTargets(a, b);
  const [places, otherFigure] = [
    withFigures.map(({ document }) => placeOf(document, library)),
    wordFigure(b, draft.language, draft.say),
  ];
  if (standing === "unlike") {
    if (a.deadline !== b.deadline) draft.add("compare-unlike-years");
    else draft.add("compare-unlike-terms", { a: figure, b: otherFigure });
    return;
  }
  const [high, low] = standing === "higher" ? [0, 1] : [1, 0];
  // The lower ceiling asks for more: «dưới 2%» is stricter than «dưới 3%».
  if (isCeiling(a) && isCeiling(b))
    draft.add("compare-stricter", {
      strict: places[low] ?? "",
      loose: places[high] ?? "",
      figureStrict: [figure, otherFigure][low] ?? "",
      figureLoose: [figure, otherFigure][high] ?? "",
    });
  else draft.add("compare-higher", { a: places[high] ?? "", b: places[low] ?? "" });
  const distance = asksDistance(query) ? distanceOf(a, b) : null;
  if (distance !== null) draft.add("compare-distance", { distance });
}

/** A figure that is not to be reached from above: «dưới 2%», «không quá 5%». */
export const isCeiling = ({ comparator }: Target): boolean => comparator === "<" || comparator === "<=";

/** «Chênh nhau bao nhiêu?», «cao hơn mấy %?» */
export const asksDistance = ({ tokens }: Query): boolean =>
  / (chenh( lech)?|cach (nhau|biet)|khoang cach|(cao|thap|nhieu|it|hon|kem) (hon |kem |nhau )?(\S+ ){0,6}(bao nhieu|may)|difference|gap|how much (higher|lower|more|less)|how far) /.test(
    foldedLine(tokens),
  );

/** How far two shares lie apart, in points; null for anything else and for ranges. */
export function distanceOf(a: Target, b: Target): string | null {
  if (a.unit !== "%" || b.unit !== "%" || a.value === null || b.value === null) return null;
  if (a.value2 !== null || b.value2 !== null || a.value === b.value) return null;
  return wordNumber(roundShare(Math.abs(a.value - b.value)));
}

/** Several documents of one place speak for it together. */
function byPlace(parts: readonly ComparedEvidence[]): ComparedEvidence[] {
  const places = new Map<string, ComparedEvidence>();
  for (const part of parts) {
    const key = part.document.locality ?? part.document.key;
    const before = places.get(key);
    const together = before === undefined ? part : { ...before, rows: [...before.rows, ...part.rows] };
    places.set(key, together);
  }
  return [...places.values()];
}

/** One target a part, of an indicator that all the parts have in one unit; empty where they share none. */
function sharedTargets(parts: readonly ComparedEvidence[]): Target[] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  // Of several that could be set beside each other, those for one year.
  for (const sameYear of [true, false]) {
    for (const target of figureRows(first)) {
      const counterparts = others.map((part) =>
        figureRows(part).find(
          (other) =>
            other.indicator !== null &&
            other.indicator === target.indicator &&
            other.unit === target.unit &&
            (!sameYear || other.deadline === target.deadline),
        ),
      );
      const found = counterparts.filter((counterpart) => counterpart !== undefined);
      if (found.length === others.length) return [target, ...found];
    }
  }
  return [];
}

/** The figures of a part: those asked, failing them the nearest ones. */
const figureRows = ({ rows, kin }: FigureEvidence): Target[] =>
  (rows.length > 0 ? rows : kin).map(({ target }) => target).filter((target) => target.value !== null);

export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
