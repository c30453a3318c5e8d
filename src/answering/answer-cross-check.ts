import type { CorpusDocument } from "../corpus/document.ts";
import type { Target } from "../facts/target.ts";
import type { Query } from "../understanding/query.ts";
import { compareTargets, isCount } from "./compare-targets.ts";
import { draftAnswer, type UnverifiedAnswer } from "./draft-answer.ts";
import { placeOf, placesOf, type Library } from "./library.ts";
import { nameOf } from "./answer-target.ts";
import { wordFigure } from "./word-figure.ts";

/** Sets every target of the superior document beside the locality's own: higher, lower, equal, not comparable, or not set. */
export function crossCheck(
  query: Query,
  superior: CorpusDocument,
  local: readonly CorpusDocument[],
  library: Library,
): UnverifiedAnswer {
  const draft = draftAnswer(library, query);
  const places = { superior: placeOf(superior, library), place: placesOf(local, library) };
  draft.add("cross-check-lead", places);
  const own = library.facts
    .targets({ documents: local.map(({ key }) => key) })
    .filter(({ nature }) => nature === "target");
  for (const target of library.facts.targets({ documents: [superior.key] })) {
    if (target.nature !== "target" || target.indicator === null || target.value === null) continue;
    const counterpart = own.find(({ indicator }) => indicator === target.indicator);
    state(target, superior);
    const name = nameOf(target, draft, library);
    const figure = wordFigure(target, draft.language, draft.say);
    if (counterpart === undefined) {
      draft.add("cross-check-not-set", { name, figure });
      continue;
    }
    const document = local.find(({ key }) => key === counterpart.document);
    if (document !== undefined) state(counterpart, document);
    const ownFigure = wordFigure(counterpart, draft.language, draft.say);
    const standing = isCount(target) ? "unlike-territory" : compareTargets(counterpart, target);
    draft.add(`cross-check-${standing}`, { name, figure, own: ownFigure });
  }
  return draft.finish("comparison", 0.9);

  function state(target: Target, document: CorpusDocument): void {
    draft.cite(document, target.span, target.locator);
    draft.fact(target);
  }
}
