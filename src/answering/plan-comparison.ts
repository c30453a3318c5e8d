import type { CorpusDocument } from "../corpus/document.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { writeAssignments } from "./answer-assignment.ts";
import { writeComparison, type ComparedEvidence } from "./answer-comparison.ts";
import { crossCheck } from "./answer-cross-check.ts";
import { abstain, abstainForPlaces, askForPlace } from "./answer-plainly.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { findAssignments } from "./find-assignments.ts";
import { findFigures } from "./find-figures.ts";
import { findSentences, holdsHeart } from "./find-sentences.ts";
import { placesOf, type Library } from "./library.ts";
import { ENOUGH, contentOfText, nothing, startDraft } from "./plan-draft.ts";
import { nationalDocuments, superiorsOf, type Scope } from "./resolve-scope.ts";

export const ENOUGH_FOR_TASK = 0.42;

/** Share of a clause's words that make another sentence its counterpart. */
const LIKE_CLAUSE = 0.5;

export async function answerComparison(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (scope.documents.length === 0) return abstainForPlaces(query, scope.unknown, library);
  if (query.places.nation && query.indicators.length === 0 && query.listOf === "targets") {
    return await answerCrossCheck(query, scope, library);
  }
  const aboutBodies = query.also.includes("body") && query.indicators.length === 0;
  const draft = startDraft(query, library);
  if (aboutBodies) {
    const found = scope.documents.map((document) => {
      const [best] = findAssignments(query, document, library);
      return { document, best: best === undefined || best.score < ENOUGH_FOR_TASK ? null : best };
    });
    for (const { document, best } of speaking(found, ({ best }) => best !== null)) {
      if (best === null) draft.add("compare-missing", { place: placesOf([document], library) });
      else writeAssignments(draft, best, { roles: query.roles, time: false }, library);
    }
    if (draft.citationCount === 0) return abstain(query, nothing(scope), library);
    return draft.finish("comparison", 0.85);
  }
  const parts: ComparedEvidence[] = [];
  for (const document of scope.documents) {
    const figures = findFigures(query, document, library);
    const sentences =
      figures.rows.length > 0 ? [] : await findSentences(query.concepts, query, [document], library);
    const near = sentences.filter(
      ({ score, text }) => score >= ENOUGH && holdsHeart(query.concepts, text, library),
    );
    parts.push({ ...figures, nearest: near.slice(0, 1) });
  }
  await findCounterparts(query, parts, library);
  if (parts.every(({ rows, kin, nearest }) => rows.length + kin.length + nearest.length === 0)) {
    return abstain(query, { ...nothing(scope), missing: query.indicators }, library);
  }
  const heard = speaking(parts, ({ rows, kin }) => rows.length + kin.length > 0);
  writeComparison(draft, query, heard, library);
  for (const place of scope.unknown) draft.add("compare-no-document", { place: place.name });
  return draft.finish("comparison", 0.9);
}

/** Where one document of a place speaks, the silence of its others says nothing; where all are silent, the first stands for them. */
function speaking<Part extends { readonly document: CorpusDocument }>(
  parts: readonly Part[],
  speaks: (part: Part) => boolean,
): Part[] {
  const nameOf = ({ document }: Part): string => document.locality ?? document.key;
  const heard = new Set(parts.filter(speaks).map(nameOf));
  return parts.filter((part, at) =>
    heard.has(nameOf(part))
      ? speaks(part)
      : parts.findIndex((other) => nameOf(other) === nameOf(part)) === at,
  );
}

/** The locality's targets beside those of the document of the whole country that it carries out. Without indicators: all of them. */
export async function answerCrossCheck(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  const local = scope.documents.filter((document) => document.locality !== null);
  const superior = superiorFor(scope, local, library);
  if (superior === undefined || query.indicators.length > 0) {
    const documents = superior === undefined ? local : [...local, superior];
    return await answerComparison(query, { ...scope, documents }, library);
  }
  const places = new Set(local.map(({ locality }) => locality));
  return places.size !== 1 ? askForPlace(query, library) : crossCheck(query, superior, local, library);
}

/** The document named, the one that the local ones carry out, or the one that sets most of what they set. */
function superiorFor(
  scope: Scope,
  local: readonly CorpusDocument[],
  library: Library,
): CorpusDocument | undefined {
  const named = scope.documents.find(({ locality }) => locality === null);
  const [superior] = superiorsOf(local, library);
  if (named !== undefined || superior !== undefined) return named ?? superior;
  const indicatorsOf = ({ key }: CorpusDocument): (string | null)[] =>
    library.facts.targets({ documents: [key] }).map(({ indicator }) => indicator);
  const own = new Set(local.flatMap(indicatorsOf));
  const shared = (document: CorpusDocument): number =>
    new Set(indicatorsOf(document).filter((id) => id !== null && own.has(id))).size;
  const [best] = [...nationalDocuments(library)].sort((a, b) => shared(b) - shared(a));
  return best !== undefined && shared(best) > 0 ? best : undefined;
}

/** Where one place has the figure and another has none, that one's nearest words are those most like the figure's clause. */
async function findCounterparts(
  query: ResolvedQuery,
  parts: ComparedEvidence[],
  library: Library,
): Promise<void> {
  const peer = parts.find(({ rows }) => rows.length > 0);
  const row = peer?.rows[0];
  if (peer === undefined || row === undefined) return;
  const { start, end } = row.target.span;
  const concepts = contentOfText(library.corpus.text(peer.document.key).slice(start, end));
  for (const [at, part] of parts.entries()) {
    if (part.rows.length + part.kin.length > 0) continue;
    const [best] = await findSentences(concepts, query, [part.document], library);
    if (best !== undefined && best.score >= LIKE_CLAUSE)
      parts[at] = {
        ...part,
        nearest: [...part.nearest.filter(({ span }) => span.start !== best.span.start), best],
      };
  }
}
