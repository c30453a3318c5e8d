import { memoiseFor } from "../shared/memoise.ts";
import { normaliseTonePlacement, syllablesOf } from "../shared/vietnamese-text.ts";
import type { Concept } from "../understanding/query.ts";
import type { Vocabulary } from "../understanding/vocabulary.ts";

/** A text prepared for scoring: its syllables without and with their marks, for look-up. */
export interface ScoredText {
  readonly joined: string;
  /** The same with marks, tone marks in their usual place, lower case. */
  readonly joinedTyped: string;
  readonly syllables: ReadonlySet<string>;
  /** With marks, tone marks in their usual place, lower case. */
  readonly typed: ReadonlySet<string>;
}

/** A text in the form that `scoreContent` takes. */
export function prepareText(text: string): ScoredText {
  const syllables = syllablesOf(text);
  const folded = syllables.map((syllable) => syllable.folded);
  const typed = syllables.map((syllable) => normaliseTonePlacement(syllable.text).toLowerCase());
  return {
    joined: ` ${folded.join(" ")} `,
    joinedTyped: ` ${typed.join(" ")} `,
    syllables: new Set(folded),
    typed: new Set(typed),
  };
}

/** A word that the corpus does not hold may be everyday speech as well as another subject: it weighs like a middling one. */
const UNKNOWN_RARITY = 3;
/** What a term whose words stand scattered counts beside one that stands whole. */
const SCATTERED = 0.6;
const SCATTERED_PAIR = 0.35;
const CONTEXT = 0.75;

/**
 * The share of a question's content that a text holds: 0–1, each word by its rarity. A term counts through any of its
 * wordings. What only the context (headings) holds counts three quarters.
 */
export function scoreContent(
  concepts: readonly Concept[],
  text: ScoredText,
  context: ScoredText | null,
  vocabulary: Vocabulary,
): number {
  return weighShares(concepts, contentShares(concepts, text, context, vocabulary), vocabulary);
}

/** How far a text holds each piece of the content: 0–1, in the order of the concepts. */
export function contentShares(
  concepts: readonly Concept[],
  text: ScoredText,
  context: ScoredText | null,
  vocabulary: Vocabulary,
): number[] {
  return concepts.map((concept) => {
    const own = bestShare(concept, text, vocabulary);
    const around = own >= CONTEXT || context === null ? 0 : CONTEXT * bestShare(concept, context, vocabulary);
    return Math.max(own, around);
  });
}

/** Least share of a piece of content that is not held by chance alone. */
const HELD = 0.3;

/** Whether nothing of the content is wholly absent: what asks for a measure must not get another one's. */
export const holdsAll = (shares: readonly number[]): boolean => shares.every((share) => share >= HELD);

/** The weighted mean of shares: 0–1. */
export function weighShares(
  concepts: readonly Concept[],
  shares: readonly number[],
  vocabulary: Vocabulary,
): number {
  let matched = 0;
  let total = 0;
  concepts.forEach((concept, at) => {
    const weight = conceptWeight(concept, vocabulary);
    total += weight;
    matched += weight * (shares[at] ?? 0);
  });
  return total === 0 ? 0 : matched / total;
}

/** What a syllable that stands alone among words of asking counts beside a word of content. */
const ALONE = 0.5;

export function conceptWeight(concept: Concept, vocabulary: Vocabulary): number {
  const sum = concept.tokens.reduce((weight, token) => weight + rarityOf(token, vocabulary), 0);
  return ((concept.alone === true ? ALONE : 1) * concept.weight * sum) / Math.sqrt(concept.tokens.length);
}

function rarityOf(token: string, vocabulary: Vocabulary): number {
  return vocabulary.has(token) ? vocabulary.rarity(token) : UNKNOWN_RARITY;
}

/** What a syllable counts whose letters agree but whose marks do not: a slip of the scanner, seldom the same word. */
const OTHER_MARKS = 0.3;

function bestShare(concept: Concept, text: ScoredText, vocabulary: Vocabulary): number {
  if (concept.typed !== null && concept.alternatives.length === 1)
    return ownShare(concept.tokens, concept.typed, text, vocabulary);
  let best = 0;
  wordingsOf(concept).forEach(({ wording, first, joined }, at) => {
    if (text.syllables.has(first) && text.joined.includes(joined))
      best = Math.max(best, wholeShare(concept, at, text));
    // Only the person's own words and the documents' term may stand scattered: everyday words would meet by chance.
    else if (at < 2 && wording.length > 1)
      best = Math.max(best, scatteredShare(wording, at === 0 ? concept.typed : null, text, vocabulary));
  });
  return best;
}

/** The wordings of a concept as they stand in a prepared text; a text without the first word is not searched. */
const wordingsOf = memoiseFor((concept: Concept) =>
  concept.alternatives.map((wording) => ({
    wording,
    first: wording[0] ?? "",
    joined: ` ${wording.join(" ")} `,
  })),
);

/** A wording of the lexicon is looked for with its marks: «vũ phu» is not in «dịch vụ phù hợp». */
function wholeShare({ typed, typedAlternatives }: Concept, at: number, { joinedTyped }: ScoredText): number {
  const own = at === 0 ? typed : typedAlternatives?.[at];
  if (own == null || joinedTyped.includes(` ${own.join(" ")} `)) return 1;
  return at === 0 ? SCATTERED : OTHER_MARKS;
}

/** Words that no lexicon knows, typed with marks: they are looked for with their marks. */
function ownShare(
  tokens: readonly string[],
  typed: readonly string[],
  text: ScoredText,
  vocabulary: Vocabulary,
): number {
  let held = 0;
  let total = 0;
  tokens.forEach((token, at) => {
    const rarity = rarityOf(token, vocabulary);
    total += rarity;
    if (text.typed.has(typed[at] ?? "")) held += rarity;
    else if (text.syllables.has(token)) held += OTHER_MARKS * rarity;
  });
  const whole = tokens.length === 1 || text.joined.includes(` ${tokens.join(" ")} `);
  const scattered = tokens.length > 2 ? SCATTERED : SCATTERED_PAIR;
  return total === 0 ? 0 : ((whole ? 1 : scattered) * held) / total;
}

/** Words that the person typed with marks are looked for with them: «hỏa táng» is not in «hóa … tầng». */
function scatteredShare(
  wording: readonly string[],
  typed: readonly string[] | null,
  text: ScoredText,
  vocabulary: Vocabulary,
): number {
  let held = 0;
  let total = 0;
  wording.forEach((token, at) => {
    const rarity = rarityOf(token, vocabulary);
    const own = typed?.[at];
    total += rarity;
    if (own === undefined ? text.syllables.has(token) : text.typed.has(own)) held += rarity;
    else if (text.syllables.has(token)) held += OTHER_MARKS * rarity;
  });
  return ((wording.length > 2 ? SCATTERED : SCATTERED_PAIR) * held) / total;
}
