import { isVietnameseSyllable } from "../understanding/decode-keystrokes.ts";
import type { Concept } from "../understanding/query.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { statesNumber } from "./answers-number.ts";
import { chooseSentences, holdsHeart, isScattered, type ScoredSentence } from "./find-sentences.ts";
import type { Library } from "./library.ts";
import { ENOUGH } from "./plan-draft.ts";
import { conceptWeight, contentShares } from "./score-content.ts";

/** A sentence that answers «cơ quan nào?» names one, or a role. */
const NAMES_BODY =
  /chủ trì|thường trực|chịu trách nhiệm|tham mưu|giao |Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Ban |Phòng |(?<!cơ )Sở |Hội |Mặt trận|Công an|ngân hàng|ngân sách|cấp ủy|đảng ủy|chính quyền|Chính phủ|Thủ tướng|Bộ |chủ tịch|giám đốc|người đứng đầu|cơ quan|đơn vị|các ngành|doanh nghiệp/iu;

/** A sentence of this score is about what is asked, though it lacks a word that seemed to weigh. */
const SURE = 0.55;

/** What the best provision has to reach, and how far ahead of the next, to be meant all the same. */
const OUTSTANDING = 0.44;
const AHEAD = 0.1;

/** Who tells a long story uses many words that no document holds: then less of it has to be found. */
const LONG_STORY = 10;
const OUTSTANDING_IN_STORY = 0.24;

/** The sentences that answer a question, or null where none does surely enough to be put forward as an answer. */
export function choosePassage(
  query: ResolvedQuery,
  sentences: readonly ScoredSentence[],
  library: Library,
): { readonly chosen: readonly ScoredSentence[]; readonly coverage: number } | null {
  const { concepts } = query;
  if (!isAboutLast(query, sentences[0], library)) return null;
  const { chosen, coverage } = chooseSentences(concepts, sentences, 3, library);
  const [best] = sentences;
  if (best === undefined || concepts.length === 0 || isScattered(query, concepts, chosen, library))
    return null;
  if (lacksForeignSubject(query, chosen, library) || lacksHalf(query, chosen)) return null;
  if (query.intent === "body" && !chosen.some(({ text }) => NAMES_BODY.test(text))) return null;
  const isAbout = coverage >= ENOUGH;
  if (isAbout && chosen.some(({ text }) => holdsHeart(concepts, text, library))) return { chosen, coverage };
  // What states a figure could be another matter's: nearly is not enough there.
  if (statesNumber(best.text)) return null;
  return (isAbout && best.score >= SURE && holdsHeaviest(concepts, best, library)) ||
    standsOut(query, sentences) ||
    isOnlyPlace(query, sentences, library)
    ? { chosen: [best], coverage: Math.max(coverage, best.score) }
    : null;
}

/** A provision that alone, or almost, speaks of the weightiest thing asked has to hold this much of the whole. */
const LEAST = 0.28;
const FEW_PROVISIONS = 2;
/** Shorter terms stand in many a by-the-way. */
const SUBJECT_WORDS = 3;
const WHOLLY = 0.9;

/** «Mưa là ngập, thành phố tính sao?»: a thing that the lexicon knows and that hardly any other provision speaks of. */
function isOnlyPlace(
  { concepts, intent, demand, hadOrders }: ResolvedQuery,
  sentences: readonly ScoredSentence[],
  { vocabulary }: Library,
): boolean {
  if (demand !== null || hadOrders || (intent !== "passage" && intent !== "entitlement")) return false;
  const weights = concepts.map((concept) => (concept.weight === 1 ? conceptWeight(concept, vocabulary) : 0));
  const heart = weights.indexOf(Math.max(...weights));
  const subject = concepts[heart];
  const [best] = sentences;
  if (best === undefined || subject === undefined || best.score < LEAST) return false;
  if (subject.alternatives.length < 2 || subject.tokens.length < SUBJECT_WORDS) return false;
  const speaking = sentences.filter(({ shares }) => (shares[heart] ?? 0) >= WHOLLY);
  const provisions = new Set(speaking.map(({ document, eId }) => `${document.key} ${eId}`));
  return speaking.includes(best) && provisions.size <= FEW_PROVISIONS;
}

/** Whether one provision holds far more of what is asked than any other: then it is meant, in whatever words. */
function standsOut({ concepts }: ResolvedQuery, sentences: readonly ScoredSentence[]): boolean {
  const [best] = sentences;
  const isStory = concepts.filter(({ weight }) => weight === 1).length >= LONG_STORY;
  if (best === undefined || best.score < (isStory ? OUTSTANDING_IN_STORY : OUTSTANDING)) return false;
  const next = sentences.find(({ document, eId }) => document !== best.document || eId !== best.eId);
  return best.score - (next?.score ?? 0) >= AHEAD;
}

/**
 * «Mật độ dân số», «chỉ số hạnh phúc»: in a question of few words, two neighbours that the lexicon has no compound for
 * are likely one; where the sentences hold one half only, it stands there in another word («mức độ»).
 */
function lacksHalf({ concepts, tokens, intent }: ResolvedQuery, chosen: readonly ScoredSentence[]): boolean {
  const strong = concepts.filter(({ weight }) => weight === 1);
  if (intent !== "passage" || strong.length > FEW_WORDS) return false;
  const held = concepts.map((_, at) => chosen.some(({ shares }) => (shares[at] ?? 0) >= HELD));
  const isHalf = ({ weight, tokens: own, alternatives }: Concept): boolean =>
    weight === 1 && own.length === 1 && alternatives.length === 1;
  return concepts.some((concept, at) => {
    const next = concepts[at + 1];
    if (next === undefined || !isHalf(concept) || !isHalf(next) || held[at] === held[at + 1]) return false;
    return tokens.some(
      ({ folded }, place) => folded === concept.tokens[0] && tokens[place + 1]?.folded === next.tokens[0],
    );
  });
}

const FEW_WORDS = 3;

/** «Karaoke», «GRDP»: a foreign word or a name that no document holds cannot be left out of an answer. */
function lacksForeignSubject(
  { concepts, tokens: asked, indicators, language }: ResolvedQuery,
  chosen: readonly ScoredSentence[],
  library: Library,
): boolean {
  const named = new Set(
    (language === "vi" ? indicators : []).flatMap(({ start, end }) =>
      asked.slice(start, end).map(({ folded }) => folded),
    ),
  );
  return concepts.some(({ weight, tokens, alternatives }) => {
    const [word = ""] = tokens;
    const isForeign =
      (weight === 1 || named.has(word)) &&
      tokens.length === 1 &&
      alternatives.length === 1 &&
      !/\d/u.test(word) &&
      !isVietnameseSyllable(word);
    return (
      isForeign &&
      (!library.vocabulary.has(word) || !chosen.some(({ text }) => library.prepare(text).syllables.has(word)))
    );
  });
}

/** Whether the weightiest of what is asked stands in a sentence otherwise than with other marks («bão mất», «bảo mật»). */
function holdsHeaviest(
  concepts: readonly Concept[],
  { shares }: ScoredSentence,
  { vocabulary }: Library,
): boolean {
  const weights = concepts.map((concept) => (concept.weight === 1 ? conceptWeight(concept, vocabulary) : 0));
  return (shares[weights.indexOf(Math.max(...weights))] ?? 0) > BY_MARKS;
}

/** Share of a piece that only its letters, not its marks, are found of. */
const BY_MARKS = 0.3;

/** Where a question points back, something of the last subject stands in the sentence or its headings. */
function isAboutLast(
  { about, concepts }: ResolvedQuery,
  best: ScoredSentence | undefined,
  library: Library,
): boolean {
  const strong = (about ?? []).filter(({ weight }) => weight === 1);
  if (best === undefined || strong.length === 0) return true;
  const own = concepts.slice(0, concepts.length - (about ?? []).length);
  const shares = contentShares(strong, library.prepare(best.text), null, library.vocabulary);
  return own.every(({ weight }) => weight < 1) || shares.some((share) => share >= HELD);
}

/** Least share of a piece of the last subject. */
const HELD = 0.5;
