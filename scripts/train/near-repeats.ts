import type { Candidate } from "../../src/retrieval/gather-candidates.ts";

/** From what share of the shorter one's pairs of words two texts count as the same rule in two laws. */
const REPEATS = 0.7;

/** The pairs of neighbouring words in a passage's body, folded. */
function pairsOf({ from, place }: Candidate): ReadonlySet<string> {
  const { tokens, tokenStart, headingTokens, foldedOf, foldedWords } = from.segment;
  const pairs = new Set<string>();
  let before = "";
  const start = (tokenStart[place] ?? 0) + (headingTokens[place] ?? 0);
  for (let i = start; i < (tokenStart[place + 1] ?? 0); i++) {
    const word = foldedWords[foldedOf[tokens[i] ?? 0] ?? 0] ?? "";
    pairs.add(`${before} ${word}`);
    before = word;
  }
  return pairs;
}

/**
 * By candidate: does it all but repeat a right one without being labelled? The same rule stands in a law, its predecessor and
 * the codified law, and only one of them was labelled; what looks the same must not be learnt from as wrong.
 */
export function nearRepeats(candidates: readonly Candidate[], right: readonly boolean[]): boolean[] {
  const pairs = candidates.map(pairsOf);
  const answers = pairs.filter((_, i) => right[i] === true);
  return pairs.map((own, i) => {
    if (right[i] === true) return false;
    return answers.some((answer) => {
      let common = 0;
      for (const pair of own) if (answer.has(pair)) common += 1;
      return common >= REPEATS * Math.max(1, Math.min(own.size, answer.size));
    });
  });
}
