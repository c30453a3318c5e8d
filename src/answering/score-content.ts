import type { Concept } from "../understanding/query.ts";
import type { Vocabulary } from "../understanding/vocabulary.ts";

/** A text prepared for scoring: its folded syllables, for look-up. */
export interface ScoredText {
  readonly joined: string;
  readonly syllables: ReadonlySet<string>;
}

/** A text in the form that `scoreContent` takes; `tokens` are folded. */
export function prepareText(tokens: readonly string[]): ScoredText {
  return { joined: ` ${tokens.join(" ")} `, syllables: new Set(tokens) };
}

/** A word that the corpus does not hold may be everyday speech as well as another subject: it weighs like a middling one. */
const UNKNOWN_RARITY = 3;
/** What a term whose words stand scattered counts beside one that stands whole. */
const SCATTERED = 0.7;
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

export function conceptWeight(concept: Concept, vocabulary: Vocabulary): number {
  const sum = concept.tokens.reduce((weight, token) => weight + rarityOf(token, vocabulary), 0);
  return (concept.weight * sum) / Math.sqrt(concept.tokens.length);
}

function rarityOf(token: string, vocabulary: Vocabulary): number {
  return vocabulary.has(token) ? vocabulary.rarity(token) : UNKNOWN_RARITY;
}

function bestShare(concept: Concept, text: ScoredText, vocabulary: Vocabulary): number {
  let best = 0;
  for (const wording of concept.alternatives) {
    if (text.joined.includes(` ${wording.join(" ")} `)) return 1;
    if (wording.length < 2) continue;
    let held = 0;
    let total = 0;
    for (const token of wording) {
      const rarity = rarityOf(token, vocabulary);
      total += rarity;
      if (text.syllables.has(token)) held += rarity;
    }
    best = Math.max(best, (SCATTERED * held) / total);
  }
  return best;
}
