import type { Assignment } from "../facts/assignment.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import { foldText } from "../shared/vietnamese-text.ts";
import { foldedLine } from "../understanding/folded-line.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import type { Draft, UnverifiedAnswer } from "./draft-answer.ts";
import { fitsRole } from "./find-assignments.ts";
import { placeOf, type Library } from "./library.ts";
import { startDraft } from "./plan-draft.ts";
import { headingsOf } from "./read-headings.ts";
import type { Scope } from "./resolve-scope.ts";

/** «Những cơ quan nào», «kể tên các đơn vị», «which bodies»; folded. */
const ASKS_BODIES =
  / (nhung|cac|may|bao nhieu|ke ten|liet ke) (\S+ ){0,2}(co quan|don vi|phong ban|ban nganh|phong, ban) |which (\S+ )?(bodies|agencies|offices|units|departments) /;
/** What such a question may hold besides: anything else is a piece of work that somebody has; folded. */
const BESIDE = new Set(
  "co quan don vi phong ban nganh to chuc thuc hien trien khai tham gia giao nhiem vu viec phan cong trach nhiem chuong trinh van ban ke hoach lien quan duoc ke ten liet bodies body agency agencies offices office units unit departments task tasks involved assigned responsible named part programme plan take given work".split(
    " ",
  ),
);
const MOST_BODIES = 15;

/** «Những cơ quan nào được giao nhiệm vụ?»: every body with its part. Null where a certain piece of work is asked about. */
export function answerBodies(query: ResolvedQuery, scope: Scope, library: Library): UnverifiedAnswer | null {
  if (!ASKS_BODIES.test(foldedLine(query.tokens)) || query.bodies.length > 0) return null;
  const others = query.concepts.filter(
    ({ weight, tokens }) => weight === 1 && !tokens.every((token) => BESIDE.has(token)),
  );
  if (others.length > 0 || query.topics.length > 0 || scope.documents.length !== 1) return null;
  const draft = startDraft(query, library);
  for (const document of scope.documents) writeBodies(draft, query, document, library);
  return draft.citationCount === 0 ? null : draft.finish("list", 0.85);
}

function writeBodies(
  draft: Draft,
  { roles }: ResolvedQuery,
  document: CorpusDocument,
  library: Library,
): void {
  const all = library.facts
    .assignments({ documents: [document.key] })
    .filter(({ role }) => roles.length === 0 || fitsRole(role, roles));
  // The closing part says who carries the whole out; the sections before it repeat the same bodies.
  const closing = all.filter(({ eId }) => isClosing(headingsOf(document.key, eId, library.corpus)));
  const byBody = new Map<string, Assignment[]>();
  for (const assignment of closing.length > 1 ? closing : all) {
    const key = foldText(assignment.body);
    byBody.set(key, [...(byBody.get(key) ?? []), assignment]);
  }
  if (byBody.size === 0) return;
  draft.add("list-bodies", { place: placeOf(document, library) });
  for (const assignments of [...byBody.values()].slice(0, MOST_BODIES)) {
    const [first] = assignments;
    if (first === undefined) continue;
    for (const { span, locator } of assignments) draft.cite(document, span, locator);
    const parts = [...new Set(assignments.map(({ role }) => draft.say(`role-${role}`)))].join("; ");
    draft.add("list-item", { text: `${first.body}: ${parts} (${first.locator})` });
  }
}

const isClosing = (headings: readonly string[]): boolean =>
  headings.some((heading) => /^(?:\S+ )?to chuc thuc hien/u.test(foldText(heading)));
