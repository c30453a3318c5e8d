import type { CorpusDocument } from "../corpus/document.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { tokensOf } from "../understanding/spell-out.ts";
import { answerNamedProvision } from "./answer-named-provision.ts";
import { writeSentences } from "./answer-passage.ts";
import { abstain, askForPlace } from "./answer-plainly.ts";
import { choosePassage } from "./choose-passage.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { taskConcepts } from "./find-assignments.ts";
import { chooseSentences, findSentences, holdsHeart, type ScoredSentence } from "./find-sentences.ts";
import { placeOf, placesOf, type Library } from "./library.ts";
import { meetsDemand } from "./meets-demand.ts";
import { mentionsNumber } from "./mentions-number.ts";
import { answerComparison } from "./plan-comparison.ts";
import { ENOUGH, NEAR, nothing, quote, startDraft } from "./plan-draft.ts";
import { answerDuties } from "./plan-duties.ts";
import { answerFigure, isBareIndicator, holdsIndicator, namedFigures, stateFigures } from "./plan-figure.ts";
import type { Scope } from "./resolve-scope.ts";

const DETAILED_PROVISIONS = 3;

/** Words in a row that cannot stand in a sentence by chance. */
const LEAST_WORDS = 3;

const WHOLLY = 0.9;

export async function answerPassage(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  const asksWork = query.listOf === "tasks" || taskConcepts(query).length === 0;
  if (query.intent === "passage" && query.bodies.length > 0 && asksWork) {
    const duties = answerDuties(query, scope, library);
    if (duties !== null) return duties;
  }
  const isBare = query.intent === "passage" && isBareIndicator(query);
  if (isBare && (query.years.length > 0 || holdsIndicator(query, scope, library)))
    return await answerFigure(query, scope, library);
  const figures = query.intent === "passage" ? namedFigures(query, scope, library) : null;
  if (figures !== null) return stateFigures(query, [figures], library, 0.9);
  const named = answerNamedProvision(query, scope.documents, library);
  if (named !== null) return named;
  const { demand, concepts, documentNumbers } = query;
  const sentences = await findSentences(concepts, query, scope.documents, library);
  const fitting = sentences.filter(
    (sentence) =>
      meetsDemand(query, sentence) &&
      (documentNumbers.length === 0 ||
        documentNumbers.some((number) => mentionsNumber(sentence.text, number))),
  );
  const answering = choosePassage(query, fitting, library);
  // An indicator that no figure is set for may still be talked of, but then in just these words.
  if (
    isBare &&
    !fitting.some(({ shares }) =>
      concepts.every(({ weight }, at) => weight < 1 || (shares[at] ?? 0) >= WHOLLY),
    )
  ) {
    return await answerFigure(query, scope, library);
  }
  const asksAll = query.places.everywhere || query.places.known.length > 1;
  if (asksAll && scope.documents.length > 1 && demand === null)
    return await answerEverywhere(query, scope, library);
  if (answering !== null) return quote(query, answering.chosen, answering.coverage, library);
  const same = query.intent === "passage" ? saidInTheseWords(query, sentences) : undefined;
  if (same !== undefined) return quote(query, [same], 0.8, library);
  const nearest = sentences.filter(({ score }) => score >= NEAR);
  if (!scope.placed && nearest.length === 0 && !isUnheardOf(query, library))
    return askForPlace(query, library);
  return abstain(query, { documents: scope.documents, missing: [], years: [], demand, nearest }, library);
}

/** Nothing of what is asked stands in any document, so that no place would help. */
function isUnheardOf({ concepts }: ResolvedQuery, { vocabulary }: Library): boolean {
  const strong = concepts.filter(({ weight }) => weight === 1);
  return strong.length > 0 && strong.every(({ tokens }) => tokens.some((token) => !vocabulary.has(token)));
}

/** «Ở đâu có …?», «cả ba nơi có … không?»: what each place says of it, and which says nothing. */
async function answerEverywhere(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (holdsIndicator(query, scope, library)) return await answerComparison(query, scope, library);
  const draft = startDraft(query, library);
  const silent: CorpusDocument[] = [];
  for (const document of scope.documents) {
    const sentences = await findSentences(query.concepts, query, [document], library);
    const { chosen, coverage } = chooseSentences(query.concepts, sentences, 1, library);
    const holds = chosen.some(({ text }) => holdsHeart(query.concepts, text, library));
    if (coverage >= ENOUGH && holds) writeSentences(draft, chosen, library);
    else silent.push(document);
  }
  if (silent.length === scope.documents.length) return abstain(query, nothing(scope), library);
  const heard = new Set(
    scope.documents.filter((document) => !silent.includes(document)).map(({ locality }) => locality),
  );
  const unheard = silent.filter(({ locality }) => !heard.has(locality));
  for (const locality of new Set(unheard.map((document) => document.locality ?? document.key)))
    draft.add("compare-missing", {
      place: placesOf(
        unheard.filter((document) => (document.locality ?? document.key) === locality),
        library,
      ),
    });
  return draft.finish("comparison", 0.8);
}

/** The sentence in which the message stands word for word: it can only mean that one. */
function saidInTheseWords(
  query: ResolvedQuery,
  sentences: readonly ScoredSentence[],
): ScoredSentence | undefined {
  if (query.tokens.length < LEAST_WORDS) return undefined;
  const words = ` ${query.tokens.map(({ typed }) => typed).join(" ")} `;
  return sentences.find(({ text }) =>
    ` ${tokensOf(text)
      .map(({ typed }) => typed)
      .join(" ")} `.includes(words),
  );
}

/** «Chi tiết hơn»: the provisions that the last answer rested on, in full. */
export function answerDetail(query: ResolvedQuery, library: Library): UnverifiedAnswer | null {
  const draft = startDraft(query, library);
  const shown = new Set<string>();
  for (const { document: key, eId } of query.goesOnAbout) {
    const document = library.corpus.get(key);
    const provision = library.corpus.provision(key, eId);
    if (
      document === null ||
      provision === null ||
      shown.has(`${key} ${eId}`) ||
      shown.size === DETAILED_PROVISIONS
    )
      continue;
    shown.add(`${key} ${eId}`);
    const text = library.corpus.text(key);
    const span = {
      start: provision.ownSpan.start,
      end: text.slice(0, provision.ownSpan.end).trimEnd().length,
    };
    draft.add("passage-lead", { place: placeOf(document, library) });
    draft.quote(document, span, provision.locator);
  }
  return shown.size === 0 ? null : draft.finish("passage", 0.9);
}
