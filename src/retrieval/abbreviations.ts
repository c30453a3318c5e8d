import { foldText } from "../shared/vietnamese-text.ts";

/** A short form of the lexicon and what it stands for. */
export interface ShortForm {
  readonly short: string;
  readonly long: readonly string[];
  /** In small letters it is a word of its own, so in a heading of capitals it is one too. */
  readonly caseSensitive: boolean;
}

/** A text with its short forms written out. */
export type WriteOut = (text: string) => string;

const TOKEN = /[\p{L}\p{N}]+(?:[&.-][\p{L}\p{N}]+)*/gu;
const SHORTEST_FOLDED = 3;

/**
 * Writes out the short forms that have one reading, as they stand in office texts («BHYT», «TN&MT», and without its
 * marks «LDTBXH»): for passages and questions alike, so that each finds the other's wording. Of a text that comes
 * from elsewhere nothing else changes; small letters are left to whoever understands the question.
 */
export function abbreviationWriter(forms: readonly ShortForm[]): WriteOut {
  const longOf = new Map<string, string>();
  for (const { short, long, caseSensitive } of forms) {
    const only = long[0];
    if (only === undefined || long.length > 1 || caseSensitive || short !== short.toUpperCase()) continue;
    longOf.set(short, only);
    const folded = foldText(short).toUpperCase();
    if (folded.length >= SHORTEST_FOLDED && !longOf.has(folded)) longOf.set(folded, only);
  }
  if (longOf.size === 0) return (text) => text;
  return (text) => text.replace(TOKEN, (token) => longOf.get(token) ?? token);
}

/** Leaves texts as they are. */
export const asWritten: WriteOut = (text) => text;
