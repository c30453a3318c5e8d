import { foldedLine } from "../understanding/folded-line.ts";
import type { IndicatorGroup } from "../facts/match-indicator.ts";
import type { Concept } from "../understanding/query.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { writeSentences } from "./answer-passage.ts";
import { abstain, askForPlace } from "./answer-plainly.ts";
import { asksCount, contradictsUnit, isPerOther } from "./answers-number.ts";
import { writeFigures } from "./answer-target.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { findFigures, type FigureEvidence } from "./find-figures.ts";
import { chooseSentences, findSentences, holdsHeart, type ScoredSentence } from "./find-sentences.ts";
import { placeOf, type Library } from "./library.ts";
import { narrowerGroup } from "./narrower-group.ts";
import { ENOUGH, NEAR, contentOfText, quote, startDraft } from "./plan-draft.ts";
import type { Scope } from "./resolve-scope.ts";
import { askedBesideName, holdsAllAsked, isInTheseWords, saysHowMuch, tellsOf } from "./says-how-much.ts";
import { wordPremise } from "./word-figure.ts";

/** What leads a search without being asked. */
const BACKGROUND = 0.05;

/** An indicator named in full by words of this weight is what is asked, whatever else stands in the message. */
const SURE_WEIGHT = 9;

const NAMED_IN_FULL = 0.95;

const MOSTLY_ABOUT = 0.75;

/** What a sentence has to hold where an indicator of the lexicon is named in part. */
const SURE_SENTENCE = 0.6;

const PARTLY_ABOUT = 0.45;

export async function answerFigure(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  const found = scope.documents.map((document) => findFigures(query, document, library));
  const holding = found.filter(({ rows }) => rows.length > 0);
  if (query.demand === null || query.demand === "actual") {
    const usable = (query.demand === "actual" ? holding.map(onlyBaselines) : holding)
      .map((evidence) => inUnitAsked(query, evidence, library))
      .filter(({ rows }) => rows.length > 0);
    if (!scope.placed && usable.length > 1) return askForPlace(query, library);
    const said =
      usable.length === 0
        ? null
        : ((await saidBeside(query, usable, scope, library)) ??
          (await saidOfGroup(query, usable, scope, library)));
    if (usable.length > 0) return said ?? stateFigures(query, usable, library, 0.95);
  }
  // A law that sets no targets at all is not said to lack one: its rules are read as text.
  const missing = setsTargets(scope, library) ? (found[0]?.missing ?? []) : [];
  const otherYears = found.flatMap((evidence) => evidence.otherYears);
  const sentences = await findSentences(
    withIndicatorWords(query, missing, library),
    query,
    scope.documents,
    library,
  );
  const named = missing.filter(({ coverage }) => coverage >= NAMED_IN_FULL);
  if (otherYears.length === 0) {
    const sure = sentences.filter(
      (sentence) =>
        sentence.score >= (missing.length > 0 ? SURE_SENTENCE : ENOUGH) &&
        saysHowMuch(query, sentence, named.length > 0 && !isInTheseWords(query, sentence, library)) &&
        holdsAllAsked(query, sentence, named.length > 0, library) &&
        holdsHeart(query.concepts, sentence.text, library),
    );
    const { chosen, coverage } = chooseSentences(query.concepts, sure, 2, library);
    const isSaid = chosen.some((sentence) => isInTheseWords(query, sentence, library));
    if (chosen.length > 0) return quote(query, chosen, coverage, library, isSaid ? [] : named);
  }
  const corrected = premiseCorrection(query, missing.length > 0, sentences, library);
  if (corrected !== null) return corrected;
  const nearest =
    otherYears.length > 0
      ? sentences.filter((s) =>
          otherYears.some(({ target }) => target.span.start < s.span.end && s.span.start < target.span.end),
        )
      : sentences.filter(({ score }) => score >= NEAR);
  // No place would help where no document speaks of it.
  const isNowhere = !scope.placed && nearest.length === 0;
  if (isNowhere && (named.length > 0 || query.concepts.every(({ weight }) => weight < 1)))
    return askForPlace(query, library);
  return abstain(
    query,
    {
      documents: isNowhere ? [] : scope.documents,
      missing: otherYears.length > 0 ? query.indicators : named,
      years: otherYears.length > 0 ? query.years : [],
      demand: query.demand,
      nearest,
    },
    library,
  );
}

/** A sentence with a number that says all that is asked, where the figures found are of something else that bears a part of its name. */
async function saidBeside(
  query: ResolvedQuery,
  found: readonly FigureEvidence[],
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer | null> {
  const beside = askedBesideName(query, library);
  if (beside.length === 0 || tellsOf(beside, found, library)) return null;
  const sentences = await findSentences(query.concepts, query, scope.documents, library);
  const said = sentences.find(
    (sentence) => isInTheseWords(query, sentence, library) && saysHowMuch(query, sentence, false),
  );
  return said === undefined ? null : quote(query, [said], 0.9, library);
}

/** A sentence with a number of the narrower group that is asked («100% học sinh tham gia»), where the figures found are the whole population's. */
async function saidOfGroup(
  query: ResolvedQuery,
  found: readonly FigureEvidence[],
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer | null> {
  const group = narrowerGroup(query, found, library);
  if (group === null) return null;
  const sentences = await findSentences(query.concepts, query, scope.documents, library);
  const said = sentences.find(
    (sentence) =>
      sentence.text.toLowerCase().includes(group) &&
      saysHowMuch(query, sentence, false) &&
      holdsAllAsked(query, sentence, true, library),
  );
  return said === undefined ? null : quote(query, [said], 0.9, library);
}

/** Without the rows whose unit is not that of the number asked: 100% of the waste is no tonnage. */
function inUnitAsked(query: ResolvedQuery, evidence: FigureEvidence, library: Library): FigureEvidence {
  const line = foldedLine(query.tokens);
  const isNamed = (query.indicators[0]?.coverage ?? 0) >= NAMED_IN_FULL;
  const text = library.corpus.text(evidence.document.key);
  const rows = evidence.rows.filter(
    ({ target }) =>
      !contradictsUnit(line, target.unit, isNamed) &&
      !(target.value === null && asksCount(line)) &&
      !isPerOther(line, text.slice(target.span.start, target.span.end)),
  );
  return { ...evidence, rows };
}

const setsTargets = ({ documents }: Scope, library: Library): boolean =>
  documents.some(({ key }) => library.facts.targets({ documents: [key] }).length > 0);

/** The figures found, unless they are those of a wider group than the one asked. */
export function stateFigures(
  query: ResolvedQuery,
  found: readonly FigureEvidence[],
  library: Library,
  confidence: number,
): UnverifiedAnswer {
  const group = narrowerGroup(query, found, library);
  if (group !== null) return abstainForGroup(query, group, found, library);
  const draft = startDraft(query, library);
  for (const evidence of found) writeFigures(draft, query, evidence, library);
  return draft.finish("target", confidence);
}

/** «BHYT học sinh» where only the whole population has a figure: says so, and shows what there is. */
function abstainForGroup(
  query: ResolvedQuery,
  group: string,
  usable: readonly FigureEvidence[],
  library: Library,
): UnverifiedAnswer {
  const draft = startDraft(query, library);
  for (const { document, rows } of usable) {
    draft.add("abstain-group", { place: placeOf(document, library), group });
    const [row] = rows;
    if (row === undefined) continue;
    const { span, locator } = row.target;
    draft.add("abstain-nearest");
    draft.quote(document, span, locator);
  }
  return draft.finish("abstain", 0.85);
}

const onlyBaselines = (evidence: FigureEvidence): FigureEvidence => ({
  ...evidence,
  rows: evidence.rows.filter(({ target }) => target.nature === "baseline"),
});

/** What an indicator is called leads to the words nearest to it where a document sets no figure for it. */
function withIndicatorWords(
  query: ResolvedQuery,
  missing: readonly IndicatorGroup[],
  library: Library,
): Concept[] {
  const indicator = library.indicators.byId(missing[0]?.ids[0] ?? "");
  if (indicator === undefined) return [...query.concepts];
  const names = contentOfText([indicator.name.vi, ...indicator.synonyms.vi].join(" "));
  return [...query.concepts, ...names.map((concept) => ({ ...concept, weight: BACKGROUND }))];
}

/** A figure in the question that no document gives, about something that the document does speak of: its words set it right. */
function premiseCorrection(
  query: ResolvedQuery,
  isMissing: boolean,
  sentences: readonly ScoredSentence[],
  library: Library,
): UnverifiedAnswer | null {
  const premise = query.premises[0];
  if (premise === undefined || !isMissing) return null;
  const { chosen, coverage } = chooseSentences(query.concepts, sentences, 1, library);
  if (coverage < ENOUGH || !chosen.every(({ text }) => holdsHeart(query.concepts, text, library)))
    return null;
  const draft = startDraft(query, library);
  draft.add("premise-not-in-text", { given: wordPremise(premise) });
  writeSentences(draft, chosen, library);
  return draft.finish("passage", coverage);
}

/** «BHYT năm 2027?», «thu nhập bình quân đầu người?»: an indicator's name, perhaps a year, and nothing else. */
export function isBareIndicator(query: ResolvedQuery): boolean {
  const [group] = query.indicators;
  if (group === undefined || group.coverage < NAMED_IN_FULL || query.demand !== null) return false;
  const inside = new Set(
    query.indicators.flatMap(({ start, end }) => query.tokens.slice(start, end).map((token) => token.folded)),
  );
  const outside = query.concepts.filter(
    ({ tokens, weight }) =>
      weight === 1 && !tokens.every((token) => inside.has(token) || /^(?:nam|20\d\d)$/u.test(token)),
  );
  return outside.length === 0 && query.concepts.some(({ tokens }) => tokens.length > 1);
}

export function holdsIndicator(query: ResolvedQuery, scope: Scope, library: Library): boolean {
  return scope.documents.some((document) => findFigures(query, document, library).rows.length > 0);
}

/** A question that is little more than an indicator's name asks for its figure, without saying so. */
export function namedFigures(query: ResolvedQuery, scope: Scope, library: Library): FigureEvidence | null {
  const group = query.indicators[0];
  if (query.demand !== null || query.asksHow) return null;
  if (group === undefined || group.coverage < NAMED_IN_FULL) return null;
  const found = scope.documents
    .map((document) => findFigures(query, document, library))
    .filter(({ rows }) => rows.length > 0);
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const strong = query.concepts.filter(({ weight }) => weight === 1);
  const isBare = strong.length <= 2 || query.language === "en";
  const [first] = only.rows;
  // What else is asked has to be in it: «chưa được công nhận người có công» asks for no share.
  if (first?.holdsAll !== true) return null;
  const { score } = first;
  const least = group.weight >= SURE_WEIGHT || isBare ? PARTLY_ABOUT : MOSTLY_ABOUT;
  return score >= least ? only : null;
}
