import type { CorpusDocument } from "../corpus/document.ts";
import type { Intent } from "../understanding/query.ts";
import { readProvisionReference } from "../understanding/read-provision-reference.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import type { Citation } from "./answer.ts";
import { answerForPlace } from "./answer-for-place.ts";
import { answerFromScope } from "./answer-from-scope.ts";
import { draftAnswer, type UnverifiedAnswer } from "./draft-answer.ts";
import { findSentences } from "./find-sentences.ts";
import { placesOf, type Library } from "./library.ts";
import { headingsOf } from "./read-headings.ts";
import { nationalDocuments, type Scope } from "./resolve-scope.ts";
import { scoreContent } from "./score-content.ts";

/** What is looked for in the whole country's documents where a place's own say nothing. */
const WIDENED: ReadonlySet<Intent> = new Set<Intent>([
  "figure",
  "body",
  "time",
  "duties",
  "entitlement",
  "passage",
  "list",
]);

/** Share of the content that a document of the whole country has to hold to answer for a place that is silent. */
const FITS = 0.7;
/** How much better it has to fit than what a place's documents say. */
const BETTER = 0.2;
/** A place's own answer stands unless it misses this much. */
const FITS_BADLY = 0.6;

/**
 * A question whose place is silent, or that names none, is asked of the whole country's documents too: what they
 * decree holds everywhere. What they aim at is the nation's and never stands in for a place's own figure.
 */
export async function widenScope(
  query: ResolvedQuery,
  scope: Scope,
  answer: UnverifiedAnswer,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (scope.settled || scope.documents.length === 0 || !WIDENED.has(query.intent)) return answer;
  // «Điều 5 nói gì?» is asked of the text at hand.
  if (readProvisionReference(query.text).length > 0) return answer;
  if (query.places.everywhere || query.places.here || query.listOf !== null || query.hadOrders) return answer;
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
  if (scope.placed ? !isSilent : own >= 1 - BETTER) return answer;
  const documents = nationalDocuments(library).filter((document) => !scope.documents.includes(document));
  if (documents.length === 0) return answer;
  const national = await answerFromScope(
    query.intent === "list" ? { ...query, intent: "passage" } : query,
    { documents, unknown: [], placed: true, settled: true },
    null,
    library,
  );
  if (national.kind === "abstain" && !scope.placed && isSilent) {
    // Nobody answers: the nearest words are more use than the question for a place that has none either.
    return fitOf(national, query, library) > own ? national : answer;
  }
  if (["abstain", "clarify"].includes(national.kind)) return answer;
  if (scope.placed && (national.kind === "target" || national.facts.length > 0)) return answer;
  const fit = fitOf(national, query, library);
  if (fit < FITS || (isSilent && !asksBack ? fit <= own : fit < own + BETTER)) return answer;
  if (!isSilent && own > FITS_BADLY && !decrees(national, library)) return answer;
  return scope.placed ? introduce(national, query, scope.documents, library) : national;
}

/** A law, a decree or a circular: what it says of a person's case goes before what a programme aims at. */
function decrees({ citations }: UnverifiedAnswer, library: Library): boolean {
  const kinds = citations.map(({ document }) => library.corpus.get(document)?.kind ?? "other");
  return kinds.some((kind) => ["law", "decree", "circular"].includes(kind));
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
  if (best === undefined) return 0;
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
