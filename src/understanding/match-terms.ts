import type { Term } from "./lexicon.ts";
import type { Token } from "./query.ts";
import { tokensOf } from "./spell-out.ts";

/** A stretch of the question that the terms lexicon knows, with the other wordings of it. */
export interface TermMatch {
  /** Token indexes, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Folded tokens of each wording, the documents' own first. */
  readonly alternatives: readonly (readonly string[])[];
}

export interface TermMatcher {
  /** The longest terms of the text, none overlapping, in order. */
  match(tokens: readonly Token[]): TermMatch[];
}

interface Wording {
  readonly tokens: readonly Token[];
  readonly terms: Set<Term>;
}

/** English wordings are matched as they are; Vietnamese ones without marks, but a single syllable only with the marks typed. */
export function createTermMatcher(terms: readonly Term[]): TermMatcher {
  const wordings = new Map<string, Wording>();
  const foldedForms = new Map<Term, readonly (readonly string[])[]>();
  let longest = 1;
  for (const term of terms) {
    const vietnamese = [term.vi, ...term.also].map(tokensOf);
    foldedForms.set(
      term,
      vietnamese.map((tokens) => tokens.map((token) => token.folded)),
    );
    for (const tokens of [...vietnamese, ...term.en.map(tokensOf)]) {
      const key = tokens.map((token) => token.folded).join(" ");
      const wording = wordings.get(key) ?? { tokens, terms: new Set<Term>() };
      wording.terms.add(term);
      wordings.set(key, wording);
      longest = Math.max(longest, tokens.length);
    }
  }

  return {
    match(tokens) {
      const matches: TermMatch[] = [];
      for (let start = 0; start < tokens.length; start++) {
        for (let length = Math.min(longest, tokens.length - start); length > 0; length--) {
          const stretch = tokens.slice(start, start + length);
          const wording = wordings.get(stretch.map((token) => token.folded).join(" "));
          if (wording === undefined) continue;
          if (length === 1 && stretch[0]?.typed !== wording.tokens[0]?.typed) continue;
          const alternatives = [...wording.terms].flatMap((term) => foldedForms.get(term) ?? []);
          matches.push({ start, end: start + length, alternatives });
          start += length - 1;
          break;
        }
      }
      return matches;
    },
  };
}
