import type { CorpusDocument } from "../corpus/document.ts";
import { foldName, type Locality } from "../corpus/locality.ts";
import { normaliseTonePlacement } from "../shared/vietnamese-text.ts";
import type { Concept } from "../understanding/query.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { findSentences, type ScoredSentence } from "./find-sentences.ts";
import { currentDocuments, type Library } from "./library.ts";
import { meetsDemand } from "./meets-demand.ts";
import { ENOUGH, quote } from "./plan-draft.ts";
import { lineageOf } from "./read-headings.ts";
import { isNational } from "./resolve-scope.ts";
import { scoreContent } from "./score-content.ts";

const SHOWN = 2;
/** Share of it that the sentence has to hold in its own words. */
const ITSELF = 0.4;
/** Sentences within this of the best are shown with it. */
const BESIDE = 0.1;

/** Share of a question's content that a wider document's sentence about a place has to hold. */
const ABOUT = Math.max(ENOUGH, 0.6);

/**
 * What a document of the whole country, or of the province around, says of a place by its name: only sentences that
 * name it, themselves or in the heading above. Null where none answers.
 */
export async function answerForPlace(
  query: ResolvedQuery,
  places: readonly Locality[],
  library: Library,
): Promise<UnverifiedAnswer | null> {
  const [place] = places;
  const strong = query.concepts.filter(({ weight }) => weight === 1);
  if (place === undefined || places.length > 1 || strong.length === 0) return null;
  if (query.intent === "document" || query.intent === "cross-check") return null;
  const naming = currentDocuments(library).filter(
    (document) => isWider(document, place, library) && names(place, library.corpus.text(document.key)),
  );
  if (naming.length === 0) return null;
  const sentences = await findSentences([...query.concepts, conceptOf(place)], query, naming, library);
  const scored = sentences
    .filter(
      (sentence) =>
        meetsDemand(query, sentence) &&
        (names(place, sentence.text) ||
          lineageOf(sentence.document.key, sentence.eId, library.corpus).some(({ heading }) =>
            names(place, heading ?? ""),
          )),
    )
    .map((sentence) => ({ sentence, fit: fitOf(sentence, strong, library) }))
    .filter(({ fit }) => fit >= ABOUT)
    .sort((a, b) => b.fit - a.fit);
  const [best] = scored;
  if (best === undefined) return null;
  const chosen = scored
    .filter(({ fit, sentence }) => fit >= best.fit - BESIDE && sentence.document === best.sentence.document)
    .slice(0, SHOWN)
    .map(({ sentence }) => sentence)
    .sort((a, b) => a.span.start - b.span.start);
  return quote(query, chosen, best.fit, library);
}

/** A sentence's share of the content, what its provision says around it counted less: «Trong đó, Hà Nội có 200 công trình». */
function fitOf(
  { document, eId, text }: ScoredSentence,
  concepts: readonly Concept[],
  library: Library,
): number {
  const lineage = lineageOf(document.key, eId, library.corpus);
  const whole = library.corpus.text(document.key);
  const own = lineage[0] === undefined ? "" : whole.slice(lineage[0].ownSpan.start, lineage[0].ownSpan.end);
  const around = [own, ...lineage.map(({ heading }) => heading ?? "")].join(" ");
  const words = library.prepare(text);
  if (scoreContent(concepts, words, null, library.vocabulary) < ITSELF) return 0;
  return scoreContent(concepts, words, library.prepare(around), library.vocabulary);
}

function isWider(document: CorpusDocument, place: Locality, library: Library): boolean {
  if (isNational(document)) return true;
  const above = new Set<string>();
  let at: Locality | undefined = place;
  while (at?.parent != null && !above.has(at.parent)) {
    above.add(at.parent);
    for (const key of library.localities.byKey(at.parent)?.successors ?? []) above.add(key);
    at = library.localities.byKey(at.parent);
  }
  return document.locality !== null && above.has(document.locality);
}

/** What makes a mention of a place one of a person or of other places: «phong cách Hồ Chí Minh», «các tỉnh xung quanh Hà Nội». */
const OTHERS =
  /(?:tư tưởng|đạo đức|phong cách|Chủ tịch|gương|Cộng sản|Bác|(?:xung quanh|lân cận|ngoài|trừ|giáp|so với)(?: (?:thành phố|tỉnh|TP\.?))?)\s$/u;

/** Whether a text names a place itself, with its own marks and capitals. */
function names({ bareName }: Locality, text: string): boolean {
  const plain = normaliseTonePlacement(text);
  const name = normaliseTonePlacement(bareName);
  for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1)) {
    const isWhole = !/\p{L}$/u.test(plain.slice(0, at)) && !/^\p{L}/u.test(plain.slice(at + name.length));
    const isOther = OTHERS.test(plain.slice(Math.max(0, at - 24), at));
    if (isWhole && !isOther) return true;
  }
  return false;
}

function conceptOf({ bareName }: Locality): Concept {
  const tokens = foldName(bareName).split(" ");
  return { tokens, typed: null, alternatives: [tokens], weight: 1 };
}
