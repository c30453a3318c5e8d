import type { ProvisionType } from "../corpus/provision.ts";
import type { Span } from "../shared/span.ts";
import { CONTENT_INTENTS } from "../understanding/query.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { isDecreeing } from "./decreeing.ts";
import type { Draft, UnverifiedAnswer } from "./draft-answer.ts";
import { findDefinitions } from "./find-definition.ts";
import { asksNumber, findRules, saysNumber, type ScoredRule } from "./find-rules.ts";
import { answerNamedProvision } from "./answer-named-provision.ts";
import { holdsHeart } from "./find-sentences.ts";
import { placeOf, type Library } from "./library.ts";
import { startDraft } from "./plan-draft.ts";
import { quoteProvision } from "./quote-provision.ts";
import type { Scope } from "./resolve-scope.ts";
import { scoreContent } from "./score-content.ts";

/** What holds several articles: one article is weighed against the others instead. */
const ABOVE_ARTICLES: ReadonlySet<ProvisionType> = new Set<ProvisionType>(["part", "chapter", "section"]);

/** Share of the question's content that a rule has to hold with its headings. */
const HELD = 0.5;
/** Paragraphs of one article within this of the best answer with it; those of another document have to come closer. */
const BESIDE = 0.25;
const BESIDE_ELSEWHERE = 0.2;
/** An article no longer than this (UTF-16 units) is quoted whole where more than one of its paragraphs answers. */
const SHORT_ARTICLE = 1_100;
/** So many paragraphs of one article answering together mean the article itself. */
const MEANS_ARTICLE = 3;
const MOST_PARAGRAPHS = 2;
/** A paragraph longer than this is cut to its lead and the points that answer. */
const LONG_PARAGRAPH = 1_800;
/** Points of it within this of the best are quoted together. */
const BESIDE_POINT = 0.15;

/**
 * What laws and decrees rule on a question, in their own words: the definition of a term asked for, else the paragraph
 * that retrieval, its article's heading and its words point to, with its points. Null where the documents asked are of
 * other kinds, or none rules on it.
 */
export async function answerRule(
  query: ResolvedQuery,
  { documents }: Pick<Scope, "documents">,
  library: Library,
): Promise<UnverifiedAnswer | null> {
  if (documents.length === 0 || !documents.every(isDecreeing) || !CONTENT_INTENTS.has(query.intent))
    return null;
  const definitions = findDefinitions(query, documents, library);
  if (definitions.length > 0) {
    const draft = startDraft(query, library);
    for (const { document, row } of definitions.slice(0, MOST_PARAGRAPHS)) {
      draft.add("passage-lead", { place: placeOf(document, library) });
      quoteProvision(draft, document, row, library);
    }
    return draft.finish("passage", 0.95);
  }
  if (query.concepts.length === 0) return null;
  if (!asksNumber(query)) {
    const named = answerNamedProvision(query, documents, library, ABOVE_ARTICLES);
    if (named !== null) return named;
  }
  const rules = await findRules(query, documents, library);
  const [best] = rules;
  if (best === undefined || best.content < HELD || !isAbout(query, best, library)) return null;
  const draft = startDraft(query, library);
  writeRules(draft, query, best, rules, library);
  const elsewhere = rules.find((rule) => rulesOnTheSame(rule, best));
  if (elsewhere !== undefined) writeRules(draft, query, elsewhere, [elsewhere], library);
  return draft.finish("passage", Math.min(0.95, best.content));
}

/** Whether the paragraph, with what stands over it, holds the heaviest of what is asked. */
function isAbout(
  { concepts }: ResolvedQuery,
  { document, article, row }: ScoredRule,
  library: Library,
): boolean {
  const text = library.corpus.text(document.key).slice(row.span.start, row.span.end);
  return holdsHeart(concepts, `${article.heading ?? ""} ${document.title ?? ""} ${text}`, library);
}

/** Whether a rule of another document stands beside the best: it comes close, or its article bears the same heading, as a decree's under its law. */
function rulesOnTheSame({ document, article, score, content }: ScoredRule, best: ScoredRule): boolean {
  if (document === best.document || content < best.content - BESIDE_ELSEWHERE) return false;
  const isSameHeading =
    article.heading !== null && article.heading.toLowerCase() === best.article.heading?.toLowerCase();
  return isSameHeading || score >= best.score - BESIDE_ELSEWHERE;
}

function writeRules(
  draft: Draft,
  query: ResolvedQuery,
  best: ScoredRule,
  rules: readonly ScoredRule[],
  library: Library,
): void {
  const { document, article } = best;
  draft.add("passage-lead", { place: placeOf(document, library) });
  const close = rules.filter(
    (rule) => rule.article === article && rule.document === document && rule.score >= best.score - BESIDE,
  );
  const isShort = article.span.end - article.span.start <= SHORT_ARTICLE;
  const isMeant = best.asksWhole || (close.length >= MEANS_ARTICLE && !asksNumber(query));
  if (best.row === article || isMeant || (isShort && close.length > 1)) {
    quoteProvision(draft, document, article, library);
    return;
  }
  const shown = close.slice(0, MOST_PARAGRAPHS).sort((a, b) => a.row.span.start - b.row.span.start);
  for (const rule of shown) writeParagraph(draft, query, rule, library);
}

/** A paragraph with its points; of a long one the lead and the points that answer. */
function writeParagraph(
  draft: Draft,
  query: ResolvedQuery,
  { document, row }: ScoredRule,
  library: Library,
): void {
  const points = library.corpus.provisions(document.key).filter(({ parentEId }) => parentEId === row.eId);
  if (row.span.end - row.span.start <= LONG_PARAGRAPH || points.length === 0) {
    quoteProvision(draft, document, row, library);
    return;
  }
  const text = library.corpus.text(document.key);
  const lead = library.prepare(text.slice(row.ownSpan.start, row.ownSpan.end));
  const scored = points
    .map((point) => {
      const words = text.slice(point.span.start, point.span.end);
      const content = scoreContent(query.concepts, library.prepare(words), lead, library.vocabulary);
      const isNumber = asksNumber(query) && saysNumber(query, words);
      return { point, score: content + (isNumber ? BESIDE_POINT : 0) };
    })
    .sort((a, b) => b.score - a.score);
  const least = (scored[0]?.score ?? 0) - BESIDE_POINT;
  const trimmed = ({ start, end }: Span): Span => ({ start, end: text.slice(0, end).trimEnd().length });
  draft.quote(document, trimmed(row.ownSpan), row.locator);
  const chosen = scored.filter(({ score }) => score >= least).slice(0, MOST_PARAGRAPHS);
  for (const { point } of chosen.sort((a, b) => a.point.span.start - b.point.span.start))
    draft.quote(document, trimmed(point.span), point.locator);
}
