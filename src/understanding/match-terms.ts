import type { Term } from "./lexicon.ts";
import type { Token } from "./query.ts";
import { tokensOf } from "./spell-out.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A stretch of the question that the terms lexicon knows, with the other wordings of it. */
export interface TermMatch {
  /** Token indexes, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Folded tokens of each wording of two syllables and more, the documents' own first. */
  readonly alternatives: readonly (readonly string[])[];
}

export interface TermMatcher {
  /** The longest terms of the text, none overlapping, in order. */
  match(tokens: readonly Token[]): TermMatch[];
}

/** One wording, written one way, of one term. */
interface Wording {
  readonly tokens: readonly Token[];
  readonly term: Term;
}

/**
 * English wordings are matched as they are; Vietnamese ones by the marks that are typed. Of the alternatives, those that
 * cannot stand in the corpus (`vocabulary`) are left out: looking for them in every sentence would be in vain.
 */
export function createTermMatcher(
  terms: readonly Term[],
  vocabulary?: Pick<Vocabulary, "pairCount">,
): TermMatcher {
  const mayStand = (tokens: readonly Token[]): boolean =>
    vocabulary === undefined ||
    tokens.every(
      ({ folded }, at) => at === 0 || vocabulary.pairCount(tokens[at - 1]?.folded ?? "", folded) > 0,
    );
  const wordings = new Map<string, Wording[]>();
  const foldedForms = new Map<Term, readonly (readonly string[])[]>();
  let longest = 1;
  for (const term of terms) {
    const vietnamese = [term.vi, ...term.also].map(tokensOf);
    foldedForms.set(
      term,
      vietnamese
        // «Thiêu» without its marks is in every «tối thiểu»: single syllables are understood, but not looked for.
        .filter((tokens, at) => at === 0 || (tokens.length > 1 && mayStand(tokens)))
        .map((tokens) => tokens.map((token) => token.folded)),
    );
    for (const tokens of [...vietnamese, ...term.en.map(tokensOf)]) {
      const key = tokens.map((token) => token.folded).join(" ");
      const same = wordings.get(key);
      if (same === undefined) wordings.set(key, [{ tokens, term }]);
      else same.push({ tokens, term });
      longest = Math.max(longest, tokens.length);
    }
  }

  return {
    match(tokens) {
      const matches: TermMatch[] = [];
      for (let start = 0; start < tokens.length; start++) {
        for (let length = Math.min(longest, tokens.length - start); length > 0; length--) {
          const stretch = tokens.slice(start, start + length);
          const written = wordings.get(stretch.map((token) => token.folded).join(" ")) ?? [];
          const meant = written.filter((wording) => isWrittenAs(stretch, wording.tokens));
          if (meant.length === 0) continue;
          const alternatives = [...new Set(meant.map(({ term: found }) => found))].flatMap(
            (term) => foldedForms.get(term) ?? [],
          );
          matches.push({ start, end: start + length, alternatives });
          start += length - 1;
          break;
        }
      }
      return matches;
    },
  };
}

/** Marks that are typed have to be the wording's own («việc nâng» is not «việc nặng»); a single syllable has to be typed with them. */
function isWrittenAs(stretch: readonly Token[], wording: readonly Token[]): boolean {
  return stretch.every(({ typed }, at) => {
    const own = wording[at]?.typed;
    return typed === own || (stretch.length > 1 && /^\p{ASCII}+$/u.test(typed));
  });
}
