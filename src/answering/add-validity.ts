import type { CorpusDocument } from "../corpus/document.ts";
import type { Draft } from "./draft-answer.ts";
import type { Library } from "./library.ts";

const MOST_BODIES = 2;

/** Says in one line what became of the bodies that an answer names, where the lexicon knows it with its source. */
export function addBodyChanges(draft: Draft, bodies: readonly string[], library: Library): void {
  const seen = new Set<string>();
  for (const name of bodies) {
    for (const body of library.bodiesIn(name)) {
      if (body.became === null || seen.has(body.became.text) || seen.size === MOST_BODIES) continue;
      seen.add(body.became.text);
      draft.warn("body-reorganised", draft.language === "vi" ? body.became.text : body.became.english);
    }
  }
}

/** Says what became of a document's locality: to whoever wants something from it, its name and borders matter. */
export function addLocalityChange(draft: Draft, document: CorpusDocument, library: Library): void {
  const became = document.locality === null ? null : library.localities.byKey(document.locality)?.became;
  if (became != null) draft.warn("locality-merged", became[draft.language]);
}
