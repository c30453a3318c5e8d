import type { CorpusDocument } from "../corpus/document.ts";
import type { Span } from "../shared/span.ts";
import type { Concept, Query } from "../understanding/query.ts";
import { searchText } from "../understanding/search-text.ts";
import type { Library } from "./library.ts";
import { conceptWeight, contentShares, scoreContent, weighShares, type ScoredText } from "./score-content.ts";
import { splitSentences } from "./split-sentences.ts";

/** A sentence that may answer. */
export interface ScoredSentence {
  readonly document: CorpusDocument;
  readonly eId: string;
  readonly locator: string;
  readonly span: Span;
  readonly text: string;
  /** Share of the question's content that it holds, its headings counted less: 0–1. */
  readonly score: number;
  /** The same for each piece of the content. */
  readonly shares: readonly number[];
}

const PASSAGES = 30;
/** A sentence longer than this (UTF-16 units) is cut at its semicolons to the clauses that answer. */
const LONG = 320;
/** How much the rank of retrieval says beside the words of the sentence itself. */
const RANK_SHARE = 0.08;
/** What stands under a heading of just what is asked is about it («Tầm nhìn đến năm 2045»). */
const HEADING_BONUS = 0.15;

/** «Cơ quan tham mưu, thực hiện: …» answers who and when, and says nothing of the matter. */
const LABEL = /^(?:Cơ quan|Đơn vị|Thời gian|Lộ trình|Tiến độ)[^:;.]{0,40}:/u;
const ASKS_WORK: ReadonlySet<Query["intent"]> = new Set<Query["intent"]>(["body", "time", "duties", "list"]);

/** Paths of the closing parts of a document. */
const CLOSING = new Set(["recipients", "signature"]);

/** The sentences of the documents that hold most of what is asked, best first. */
export async function findSentences(
  concepts: readonly Concept[],
  query: Query,
  documents: readonly CorpusDocument[],
  library: Library,
): Promise<ScoredSentence[]> {
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const hits = await library.retriever.retrieve({
    text: searchText({ ...query, concepts }, library.lexicons),
    documents: [...byKey.keys()],
    limit: PASSAGES,
  });
  const sentences: ScoredSentence[] = [];
  hits.forEach(({ passage }, rank) => {
    const document = byKey.get(passage.document);
    // Who gets a copy and who signed says nothing of the matter itself.
    if (document === undefined || CLOSING.has(passage.path)) return;
    const text = library.corpus.text(document.key);
    const heading = scoreContent(
      concepts,
      library.prepare(passage.headings.at(-1) ?? ""),
      null,
      library.vocabulary,
    );
    const context = library.prepare(passage.headings.join(" "));
    for (const sentence of splitSentences(text, passage.span)) {
      for (const span of cutLong(text, sentence)) {
        const words = text.slice(span.start, span.end);
        if (!ASKS_WORK.has(query.intent) && LABEL.test(words)) continue;
        const shares = contentShares(concepts, library.prepare(words), context, library.vocabulary);
        const content = weighShares(concepts, shares, library.vocabulary);
        const score = (1 - RANK_SHARE) * content + RANK_SHARE / (1 + rank / 3) + HEADING_BONUS * heading;
        sentences.push({
          document,
          eId: passage.eId,
          locator: passage.locator,
          span,
          text: words,
          score,
          shares,
        });
      }
    }
  });
  return sentences.sort((a, b) => b.score - a.score || a.span.start - b.span.start);
}

function cutLong(text: string, sentence: Span): Span[] {
  if (sentence.end - sentence.start <= LONG) return [sentence];
  const clauses: Span[] = [];
  let start = sentence.start;
  for (let at = sentence.start; at <= sentence.end; at++) {
    if (at < sentence.end && text.charAt(at) !== ";") continue;
    while (start < at && /\s/u.test(text.charAt(start))) start++;
    if (at > start) clauses.push({ start, end: at });
    start = at + 1;
  }
  return clauses;
}

/** A year stands over what is set for it, seldom within. */
const isYear = ({ tokens }: Concept): boolean => tokens.some((token) => /^20\d\d$/u.test(token));

/**
 * Whether a sentence holds the heaviest of what is asked, so that it cannot be about something else altogether. A year
 * alone («tầm nhìn 2045») is left to its headings.
 */
export function holdsHeart(concepts: readonly Concept[], sentence: string, library: Library): boolean {
  const own = concepts.filter((concept) => concept.weight === 1);
  if (own.length > 0 && own.every(isYear)) return true;
  const heart = [...(own.length > 0 ? own : concepts)]
    .sort((a, b) => conceptWeight(b, library.vocabulary) - conceptWeight(a, library.vocabulary))
    .slice(0, 2);
  return (
    heart.length === 0 || scoreContent(heart, library.prepare(sentence), null, library.vocabulary) >= 0.45
  );
}

/**
 * The sentences to quote: the best, those that stand close to it, and those that hold what the best leaves out; at
 * most `limit`, in the order of the text.
 */
export function chooseSentences(
  concepts: readonly Concept[],
  sentences: readonly ScoredSentence[],
  limit: number,
  library: Library,
): { readonly chosen: readonly ScoredSentence[]; readonly coverage: number } {
  const best = sentences[0];
  if (best === undefined) return { chosen: [], coverage: 0 };
  const chosen = [best];
  let union = best.shares;
  for (const sentence of sentences.slice(1, 40)) {
    if (chosen.length === limit) break;
    if (sentence.document !== best.document) continue;
    const together = union.map((share, at) => Math.max(share, sentence.shares[at] ?? 0));
    const gain =
      weighShares(concepts, together, library.vocabulary) - weighShares(concepts, union, library.vocabulary);
    const isClose = sentence.score >= best.score - BESIDE;
    const completes = gain >= COMPLETES && sentence.eId === best.eId && sentence.score >= best.score / 2;
    if (!isClose && !completes) continue;
    chosen.push(sentence);
    if (sentence.eId === best.eId) union = together;
  }
  chosen.sort((a, b) => a.span.start - b.span.start);
  // What the message asks itself is enough: what it carries over from the one before only leads the search.
  const own = concepts.map((concept, at) => (concept.weight === 1 ? at : -1)).filter((at) => at >= 0);
  const ownCoverage = weighShares(
    own.map((at) => concepts[at] as Concept),
    own.map((at) => union[at] ?? 0),
    library.vocabulary,
  );
  return { chosen, coverage: Math.max(weighShares(concepts, union, library.vocabulary), ownCoverage) };
}

/** Sentences within this of the best are quoted with it. */
const BESIDE = 0.1;
/** What a sentence has to add to be quoted beside a better one of the same provision. */
const COMPLETES = 0.12;

/** So many single words do not meet in one sentence by chance. */
const NO_CHANCE = 4;

const holdsEach = (concepts: readonly Concept[], text: ScoredText): boolean =>
  concepts.every(({ tokens, typed }) =>
    tokens.every((token, at) =>
      typed === null ? text.syllables.has(token) : text.typed.has(typed[at] ?? ""),
    ),
  );

/**
 * Whether single words met by chance: the question has no compound of its own, and no two neighbours of it stand
 * together in the sentences. A question of one word alone is not judged so.
 */
export function isScattered(
  query: Query,
  concepts: readonly Concept[],
  sentences: readonly Pick<ScoredSentence, "text">[],
  library: Library,
): boolean {
  const strong = concepts.filter(
    ({ weight, tokens }) => weight === 1 && !tokens.some((token) => /^20\d\d$/u.test(token)),
  );
  if (
    strong.length < 2 ||
    strong.some(({ tokens, alternatives }) => tokens.length > 1 || alternatives.length > 1)
  )
    return false;
  if (strong.length >= NO_CHANCE && sentences.some(({ text }) => holdsEach(strong, library.prepare(text))))
    return false;
  const words = new Set(strong.flatMap(({ tokens }) => tokens));
  const pairs = query.tokens.flatMap(({ folded }, at) => {
    const next = query.tokens[at + 1]?.folded ?? "";
    return words.has(folded) && words.has(next) ? [` ${folded} ${next} `] : [];
  });
  return !sentences.some(({ text }) => pairs.some((pair) => library.prepare(text).joined.includes(pair)));
}
