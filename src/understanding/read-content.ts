import type { Concept, Token } from "./query.ts";
import { STOP_SYLLABLES, WEAK_SYLLABLES } from "./question-words.ts";
import type { TermMatch } from "./match-terms.ts";

const WEAK_WEIGHT = 0.25;

/** The words that a question is about: its terms whole, its other words one by one, without the words of asking. */
export function readContent(
  tokens: readonly Token[],
  terms: readonly TermMatch[],
  skip: ReadonlySet<number>,
): Concept[] {
  const concepts: Concept[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const term = terms.find(({ start, end }) => start === at && !rangeIn(start, end, skip));
    if (term !== undefined) {
      const words = tokens.slice(term.start, term.end).map((token) => token.folded);
      const weak = words.every((word) => WEAK_SYLLABLES.has(word) || STOP_SYLLABLES.has(word));
      concepts.push({
        tokens: words,
        alternatives: [words, ...term.alternatives],
        weight: weak ? WEAK_WEIGHT : 1,
      });
      at = term.end - 1;
      continue;
    }
    const token = tokens[at];
    if (token === undefined || skip.has(at) || STOP_SYLLABLES.has(token.folded)) continue;
    if (/^\d{1,2}$/u.test(token.folded)) continue;
    const weight = WEAK_SYLLABLES.has(token.folded) ? WEAK_WEIGHT : 1;
    concepts.push({ tokens: [token.folded], alternatives: [[token.folded]], weight });
  }
  return concepts;
}

function rangeIn(start: number, end: number, set: ReadonlySet<number>): boolean {
  for (let at = start; at < end; at++) if (!set.has(at)) return false;
  return true;
}
