import { foldedLine } from "../understanding/folded-line.ts";
import type { Target } from "../facts/target.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { asksDistance, distanceOf, isCeiling, lowerFirst } from "./answer-comparison.ts";
import { nameOf, writeFigures } from "./answer-target.ts";
import { isCount } from "./compare-targets.ts";
import type { Draft, UnverifiedAnswer } from "./draft-answer.ts";
import { findFigures, type FigureEvidence } from "./find-figures.ts";
import type { Library } from "./library.ts";
import { narrowerGroup } from "./narrower-group.ts";
import { startDraft } from "./plan-draft.ts";
import { stateFigures } from "./plan-figure.ts";
import { resolveScope } from "./resolve-scope.ts";
import { wordFigure } from "./word-figure.ts";

/** «Cái nào cao hơn?», of things; places are asked with «nơi nào». */
const OF_THINGS =
  / (cai|chi tieu|cap|khu vuc|loai|muc|nhom) nao (cao|thap|nhieu|it|lon|nho) | which (one )?is (higher|lower) /;

/** «BHXH với BHTN cái nào cao hơn?», of one place: its own figures side by side. Null where places are compared. */
export function answerWithin(
  query: ResolvedQuery,
  home: string | null,
  library: Library,
): UnverifiedAnswer | null {
  const { known, unknown, everywhere, nation } = query.places;
  const [only] = known;
  if (known.length > 1 || unknown.length > 0 || everywhere || nation || query.also.includes("body"))
    return null;
  if (only === undefined ? home === null : home !== null && only !== home) return null;
  const { documents } = resolveScope({ ...query, intent: "figure" }, home, library);
  const found = documents
    .map((document) => findFigures(query, document, library))
    .filter(({ rows }) => rows.length > 0);
  const indicators = new Set(found.flatMap(({ rows }) => rows.map(({ target }) => target.indicator)));
  const [evidence] = found;
  if (evidence === undefined || (indicators.size < 2 && !OF_THINGS.test(foldedLine(query.tokens))))
    return null;
  if (found.length > 1 || narrowerGroup(query, found, library) !== null)
    return stateFigures(query, found, library, 0.95);
  const ordered = { ...evidence, rows: inOrder(evidence, query) };
  const draft = startDraft(query, library);
  writeRank(draft, query, ordered, library);
  writeFigures(draft, query, ordered, library);
  return draft.finish("comparison", 0.9);
}

/** In the order in which the question names them. */
function inOrder({ rows }: FigureEvidence, { indicators }: ResolvedQuery): FigureEvidence["rows"] {
  const placeOfRow = ({ indicator }: Target): number => {
    const at = indicators.findIndex(({ ids }) => indicator !== null && ids.includes(indicator));
    return at < 0 ? Infinity : (indicators[at]?.start ?? Infinity);
  };
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => placeOfRow(a.row.target) - placeOfRow(b.row.target) || a.at - b.at)
    .map(({ row }) => row);
}

/** Which of two figures of one unit and one year is the higher. Others are shown without a verdict. */
function writeRank(draft: Draft, query: ResolvedQuery, { rows }: FigureEvidence, library: Library): void {
  const targets = rows.map(({ target }) => target).filter(({ nature }) => nature === "target");
  const [a, b, third] = targets;
  if (a?.value == null || b?.value == null || third !== undefined || a.indicator === b.indicator) return;
  const name = (target: Target): string => nameOf(target, draft, library);
  if (a.unit !== b.unit || isCount(a) || a.deadline !== b.deadline || isCeiling(a) !== isCeiling(b)) {
    draft.add("compare-unlike", { a: name(a), b: name(b) });
    return;
  }
  const figure = (target: Target): string => wordFigure(target, draft.language, draft.say);
  if (a.value === b.value) {
    if (figure(a) === figure(b)) draft.add("within-equal", { figure: figure(a) });
    return;
  }
  const [high, low] = a.value > b.value ? [a, b] : [b, a];
  draft.add("within-higher", {
    high: name(high),
    low: lowerFirst(name(low)),
    figureHigh: figure(high),
    figureLow: figure(low),
  });
  const distance = asksDistance(query) ? distanceOf(high, low) : null;
  if (distance !== null) draft.add("compare-distance", { distance });
}
