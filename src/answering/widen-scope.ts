import { foldedLine } from "../understanding/folded-line.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import { CONTENT_INTENTS, type Intent } from "../understanding/query.ts";
import { readProvisionReference } from "../understanding/read-provision-reference.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import type { Citation } from "./answer.ts";
import { answerForPlace } from "./answer-for-place.ts";
import { answerFromScope } from "./answer-from-scope.ts";
import { isDecreeing } from "./decreeing.ts";
import { draftAnswer, type UnverifiedAnswer } from "./draft-answer.ts";
import { asksNumber, saysNumber } from "./find-rules.ts";
import { findSentences } from "./find-sentences.ts";
import { placesOf, type Library } from "./library.ts";
import { headingsOf } from "./read-headings.ts";
import { nationalDocuments, type Scope } from "./resolve-scope.ts";
import { scoreContent } from "./score-content.ts";

/** Share of the content that a document of the whole country has to hold to answer at all, and where a place is asked. */
const FITS = 0.6;
const FITS_WELL = 0.65;
/** How much better it has to fit than what a place's documents say; a rule for everybody's case only somewhat. */
const BETTER = 0.2;
const SOMEWHAT_BETTER = 0.05;
/** A place's own answer that holds no more than this of the question is looked for again. */
const FITS_BADLY = 0.6;

/**
 * A question whose place is silent, or that names none, is asked of the whole country's documents too: first of those
 * that decree, which hold everywhere; then of the others. What these aim at is the nation's and never stands in for a
 * place's own figure.
 */
export async function widenScope(
  query: ResolvedQuery,
  scope: Scope,
  answer: UnverifiedAnswer,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (scope.settled || scope.documents.length === 0 || !CONTENT_INTENTS.has(query.intent)) return answer;
  // «Điều 5 nói gì?» is asked of the text at hand.
  if (readProvisionReference(query.text).length > 0 || query.listOf !== null || query.hadOrders)
    return answer;
  if (query.places.everywhere) return answer;
  const asksBack = answer.kind === "clarify";
  const isSilent = answer.kind === "abstain" || asksBack;
  if (scope.placed && isSilent) {
    const inNation = await answerNamedPlace(query, scope, library);
    if (inNation !== null) return inNation;
  }
  const own = asksBack
    ? await fitOfDocuments(query, scope.documents, library)
    : answer.kind === "abstain" && scope.placed
      ? 0
      : fitOf(answer, query, library);
  if (scope.placed && !isSilent && (answer.kind !== "passage" || own > FITS_BADLY)) return answer;
  const national = nationalDocuments(library).filter((document) => !scope.documents.includes(document));
  const decreeing = national.filter(isDecreeing);
  const others = national.filter((document) => !isDecreeing(document));
  const rule = await askNation(query, decreeing, library);
  const isBetterRule =
    rule !== null &&
    !isUnanswered(rule.answer) &&
    rule.fit >= (scope.placed ? FITS_WELL : FITS) &&
    (!scope.placed || !asksNumber(query) || states(rule.answer, query)) &&
    (scope.placed ? isSilent || rule.fit >= own + BETTER : answersBetter(rule, own, answer, query));
  if (isBetterRule && scope.placed) return introduce(rule.answer, query, scope.documents, library);
  if (isBetterRule && !ASKS_WHO.has(query.intent)) return rule.answer;
  if (scope.placed ? !isSilent || !isOpen(query) : !isBetterRule && own >= 1 - BETTER) return answer;
  const aim = await askNation(query, others, library);
  if (isBetterRule)
    return aim !== null && !isUnanswered(aim.answer) && aim.fit >= rule.fit ? aim.answer : rule.answer;
  if (aim === null) return answer;
  if (isUnanswered(aim.answer)) {
    if (scope.placed || !isSilent) return answer;
    // Nobody answers: the nearest words are more use than the question for a place that has none either.
    const nearest = rule !== null && rule.fit > aim.fit ? rule : aim;
    return nearest.fit > own && isUnanswered(nearest.answer) ? nearest.answer : answer;
  }
  if (scope.placed)
    return aim.fit >= FITS_WELL + SOMEWHAT_BETTER && aim.answer.facts.length === 0
      ? introduce(aim.answer, query, scope.documents, library)
      : answer;
  const isBetter = answer.kind === "abstain" ? aim.fit > own : aim.fit >= own + BETTER;
  return aim.fit >= FITS && isBetter && (isSilent || own <= FITS_BADLY + BETTER) ? aim.answer : answer;
}

/** Who is charged with something stands in plans of the whole country as well as in its laws. */
const ASKS_WHO: ReadonlySet<Intent> = new Set<Intent>(["body", "duties"]);

interface NationalAnswer {
  readonly answer: UnverifiedAnswer;
  readonly fit: number;
}

const isUnanswered = ({ kind }: UnverifiedAnswer): boolean => kind === "abstain" || kind === "clarify";

/** A question of a chat's place that names neither the place nor its programme may be meant for everywhere. */
function isOpen({ places, intent, tokens }: ResolvedQuery): boolean {
  const line = foldedLine(tokens);
  return (
    intent !== "figure" &&
    places.known.length + places.levels.length === 0 &&
    !places.here &&
    !/ (chuong trinh|cthd|van ban|ke hoach|programme|document|plan) /.test(line)
  );
}

/** What asks for a place's own aims, not for what is everybody's right or duty; folded. */
const ASKS_AIMS = / (chi tieu|muc tieu|phan dau|bao phu|ty le|ti le|ke hoach|chuong trinh|target|targets) /;

/** Whether an answer quotes a number of the kind that a question counts. */
const states = ({ citations }: UnverifiedAnswer, query: ResolvedQuery): boolean =>
  citations.some(({ quote }) => saysNumber(query, quote));

/**
 * A rule answers better where it fits somewhat better, where it alone states a number of the kind asked, and where it fits
 * no worse than what would first need a place, or what one of many programmes says in passing.
 */
function answersBetter(
  rule: NationalAnswer,
  own: number,
  answer: UnverifiedAnswer,
  query: ResolvedQuery,
): boolean {
  const { intent, tokens } = query;
  if (answer.kind === "abstain") return true;
  if (rule.fit >= own + SOMEWHAT_BETTER) return true;
  const isInPassing = answer.kind === "clarify" || answer.kind === "passage";
  if (isInPassing && rule.fit >= own && !ASKS_AIMS.test(foldedLine(tokens))) return true;
  return (
    intent === "figure" && answer.kind !== "clarify" && states(rule.answer, query) && !states(answer, query)
  );
}

async function askNation(
  query: ResolvedQuery,
  documents: readonly CorpusDocument[],
  library: Library,
): Promise<NationalAnswer | null> {
  if (documents.length === 0) return null;
  const answer = await answerFromScope(
    query.intent === "list" ? { ...query, intent: "passage" } : query,
    { documents, unknown: [], placed: true, settled: true },
    null,
    library,
  );
  return { answer, fit: fitOf(answer, query, library) };
}

/** The place asked has documents of its own, which say nothing, but a wider one names it. */
async function answerNamedPlace(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer | null> {
  const keys = [...new Set(scope.documents.flatMap(({ locality }) => locality ?? []))];
  const places = keys.flatMap((key) => library.localities.byKey(key) ?? []);
  return await answerForPlace(query, places, library);
}

function introduce(
  national: UnverifiedAnswer,
  query: ResolvedQuery,
  documents: readonly CorpusDocument[],
  library: Library,
): UnverifiedAnswer {
  const { say } = draftAnswer(library, query);
  const lead = say("widened", { place: placesOf(documents, library) });
  return { ...national, text: `${lead}\n${national.text}` };
}

/** The same of what several places say that the question would have to choose from. */
async function fitOfDocuments(
  query: ResolvedQuery,
  documents: readonly CorpusDocument[],
  library: Library,
): Promise<number> {
  const [best] = await findSentences(query.concepts, query, documents, library);
  // What states no number of the kind asked would not answer, whichever place were named.
  if (best === undefined || (asksNumber(query) && !saysNumber(query, best.text))) return 0;
  const citation = {
    document: best.document.key,
    title: best.document.title,
    start: best.span.start,
    quote: best.text,
  };
  return fitOf({ citations: [citation] }, query, library);
}

/** How much of a question's content the best quotation of an answer holds, with its headings and its document's title: 0–1. */
function fitOf(
  answer: { readonly citations: readonly Pick<Citation, "document" | "start" | "quote" | "title">[] },
  query: ResolvedQuery,
  library: Library,
): number {
  const own = query.concepts.filter(({ weight }) => weight === 1);
  const concepts = own.length > 0 ? own : query.concepts;
  const fits = answer.citations.map(({ document, start, quote, title }) => {
    const row = library.corpus
      .provisions(document)
      .filter(({ span }) => span.start <= start && start < span.end)
      .at(-1);
    const headings = row === undefined ? [] : headingsOf(document, row.eId, library.corpus);
    const context = library.prepare([...headings, title ?? ""].join(" "));
    return scoreContent(concepts, library.prepare(quote), context, library.vocabulary);
  });
  return Math.max(0, ...fits);
}
