import type { Term } from "./lexicon.ts";
import type { Token } from "./query.ts";
import { tokensOf } from "./spell-out.ts";
import { stemEnglish } from "./stem-english.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A stretch of the question that the terms lexicon knows, with the other wordings of it. */
export interface TermMatch {
  /** Token indexes, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Folded tokens of each wording of two syllables and more, the documents' own first. */
  readonly alternatives: readonly (readonly string[])[];
  /** The same with their marks, lower case, tone marks in their usual place. */
  readonly typedAlternatives: readonly (readonly string[])[];
}

export interface TermMatcher {
  /** The longest terms of the text, none overlapping, in order; English ones in any form of their last word. */
  match(tokens: readonly Token[], language?: "vi" | "en"): TermMatch[];
}

/** One wording, written one way, of one term. */
interface Wording {
  readonly tokens: readonly Token[];
  readonly term: Term;
}

/**
 * English wordings are matched as they are, then by their stems; Vietnamese ones by the marks that are typed. Of the alternatives, those that
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
  const written = new Map<string, Wording[]>();
  const stemmed = new Map<string, Term[]>();
  const forms = new Map<Term, readonly (readonly Token[])[]>();
  let longest = 1;
  for (const term of terms) {
    const vietnamese = [term.vi, ...term.also].map(tokensOf);
    forms.set(
      term,
      // «Thiêu» without its marks is in every «tối thiểu»: single syllables are understood, but not looked for.
      vietnamese.filter((tokens, at) => at === 0 || (tokens.length > 1 && mayStand(tokens))),
    );
    for (const tokens of [...vietnamese, ...term.en.map(tokensOf)]) {
      const key = tokens.map((token) => token.folded).join(" ");
      const same = written.get(key);
      if (same === undefined) written.set(key, [{ tokens, term }]);
      else same.push({ tokens, term });
      longest = Math.max(longest, tokens.length);
    }
    for (const words of term.en) {
      const key = stemKey(tokensOf(words));
      stemmed.set(key, [...(stemmed.get(key) ?? []), term]);
    }
  }

  /** The longest wording that begins at a token, and the terms that it may be of; null where none does. */
  const longestAt = (
    start: number,
    tokens: readonly Token[],
    language: "vi" | "en",
  ): { end: number; meant: readonly Term[] } | null => {
    for (let end = Math.min(start + longest, tokens.length); end > start; end--) {
      const stretch = tokens.slice(start, end);
      const found = written.get(stretch.map((token) => token.folded).join(" ")) ?? [];
      const exact = found.filter((wording) => isWrittenAs(stretch, wording.tokens));
      const meant =
        exact.length === 0 && language === "en"
          ? (stemmed.get(stemKey(stretch)) ?? [])
          : exact.map(({ term }) => term);
      if (meant.length > 0) return { end, meant };
    }
    return null;
  };

  return {
    match(tokens, language = "vi") {
      const matches: TermMatch[] = [];
      const at = tokens.map((_, start) => longestAt(start, tokens, language));
      for (let start = 0; start < tokens.length; start++) {
        const here = at[start] ?? null;
        // «Thẻ bảo hiểm xã hội» holds «thẻ bảo hiểm», but is about «bảo hiểm xã hội»; one shared syllable says nothing.
        const isCutByLonger = (end: number): boolean =>
          at.some((other, from) => from > start && from <= end - 2 && (other?.end ?? 0) - from > end - start);
        if (here === null || isCutByLonger(here.end)) continue;
        const wordings = [...new Set(here.meant)].flatMap((term) => forms.get(term) ?? []);
        matches.push({ start, end: here.end, ...bothForms(wordings) });
        start = here.end - 1;
      }
      return matches;
    },
  };
}

/** Wordings as they are looked for: folded, and with their marks. */
export const bothForms = (
  wordings: readonly (readonly Token[])[],
): Pick<TermMatch, "alternatives" | "typedAlternatives"> => ({
  alternatives: wordings.map((tokens) => tokens.map(({ folded }) => folded)),
  typedAlternatives: wordings.map((tokens) => tokens.map(({ typed }) => typed)),
});

/** «Studied», «studying», «studies» are one key: the words as they stand but for the stem of the last. */
const stemKey = (tokens: readonly Token[]): string =>
  tokens.map(({ folded }, at) => (at === tokens.length - 1 ? stemEnglish(folded) : folded)).join(" ");

/** Marks that are typed have to be the wording's own («việc nâng» is not «việc nặng»); a single syllable has to be typed with them. */
function isWrittenAs(stretch: readonly Token[], wording: readonly Token[]): boolean {
  return stretch.every(({ typed }, at) => {
    const own = wording[at]?.typed;
    return typed === own || (stretch.length > 1 && /^\p{ASCII}+$/u.test(typed));
  });
}
