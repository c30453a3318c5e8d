import type { Body } from "../facts/body.ts";
import type { NamedBody, Token } from "./query.ts";
import { tokensOf } from "./spell-out.ts";

export interface BodyMatcher {
  /** The bodies that the words name, the longest names first, none overlapping; in order. */
  match(tokens: readonly Token[]): NamedBody[];
}

/** Finds the bodies of the lexicon by their names, aliases, abbreviations and English names; without marks. */
export function createBodyMatcher(bodies: readonly Body[]): BodyMatcher {
  const byName = new Map<string, Body>();
  let longest = 1;
  for (const body of bodies) {
    for (const name of [body.name, ...body.aliases, ...body.abbreviations, ...body.english]) {
      const tokens = tokensOf(name);
      const key = tokens.map((token) => token.folded).join(" ");
      // A single syllable («bộ», «sở») is too little to be a name.
      if (tokens.length < 2 || byName.has(key)) continue;
      byName.set(key, body);
      longest = Math.max(longest, tokens.length);
    }
  }
  return {
    match(tokens) {
      const named: NamedBody[] = [];
      for (let start = 0; start < tokens.length; start++) {
        for (let length = Math.min(longest, tokens.length - start); length > 1; length--) {
          const key = tokens
            .slice(start, start + length)
            .map((token) => token.folded)
            .join(" ");
          const body = byName.get(key);
          if (body === undefined) continue;
          named.push({ id: body.id, name: body.name, start, end: start + length });
          start += length - 1;
          break;
        }
      }
      return named;
    },
  };
}
