import type { CorpusDocument } from "../corpus/document.ts";
import type { ProvisionType } from "../corpus/provision.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { findByHeading } from "./find-provision.ts";
import { placeOf, type Library } from "./library.ts";
import { startDraft } from "./plan-draft.ts";
import { quoteProvision } from "./quote-provision.ts";

/** «Tầm nhìn 2045?», «mục tiêu tổng quát»: the provision of that heading, in its own words; of the types given only, where any are. */
export function answerNamedProvision(
  query: ResolvedQuery,
  documents: readonly CorpusDocument[],
  library: Library,
  types: ReadonlySet<ProvisionType> | null = null,
): UnverifiedAnswer | null {
  for (const document of documents) {
    const row = findByHeading(query, document, library);
    if (row === null || types?.has(row.type) === false) continue;
    const draft = startDraft(query, library);
    draft.add("passage-lead", { place: placeOf(document, library) });
    quoteProvision(draft, document, row, library);
    return draft.finish("passage", 0.9);
  }
  return null;
}
