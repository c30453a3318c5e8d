import { readFileSync } from "node:fs";
import { foldText, normaliseTonePlacement } from "../shared/vietnamese-text.ts";

/** Words of ordinary Vietnamese, beyond those of the corpus. */
export interface CommonWords {
  /** Whether a syllable with just these marks is one (lower case, tone marks in their usual place). */
  hasTyped(syllable: string): boolean;
  /** Whether two folded syllables in a row are a word or a usual phrase («trom cap», «con gai»). */
  hasPair(first: string, second: string): boolean;
}

const FILE = new URL("./common-words.txt", import.meta.url);
let read: CommonWords | undefined;

/** ⇄ The list that ships beside this file; how it was made stands at its head. Read once. */
export function commonWords(): CommonWords {
  return (read ??= parseCommonWords(readFileSync(FILE, "utf8")));
}

/**
 * Sections of a list: `[syllables]` (marked, apart by spaces), `[pairs]` («first: second second»), `[everyday]`
 * (phrases, apart by commas, which give both). Lines that begin with # are remarks.
 */
export function parseCommonWords(text: string): CommonWords {
  const syllables = new Set<string>();
  const pairs = new Set<string>();
  let section = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("#")) continue;
    if (line.startsWith("[")) section = line;
    else if (section === "[syllables]") {
      for (const word of line.split(" ")) syllables.add(normaliseTonePlacement(word));
    } else if (section === "[pairs]") {
      const [first = "", seconds = ""] = line.split(": ");
      for (const second of seconds.split(" ")) pairs.add(`${first} ${second}`);
    } else {
      for (const phrase of line.split(",")) addPhrase(phrase.trim().split(/\s+/u), syllables, pairs);
    }
  }
  return {
    hasTyped: (syllable) => syllables.has(syllable),
    hasPair: (first, second) => pairs.has(`${first} ${second}`),
  };
}

function addPhrase(words: readonly string[], syllables: Set<string>, pairs: Set<string>): void {
  words.forEach((word, at) => {
    syllables.add(normaliseTonePlacement(word));
    if (at > 0) pairs.add(`${foldText(words[at - 1] ?? "")} ${foldText(word)}`);
  });
}
