import type { LocalityChoice } from "../answering/assistant.ts";
import { syllablesOf, toNfc } from "../shared/vietnamese-text.ts";

/** The choices whose key is the words, or whose name holds them; with or without diacritics, in their order. */
export function findLocalities(choices: readonly LocalityChoice[], words: string): LocalityChoice[] {
  const byKey = choices.find(({ key }) => key === words.trim().toLowerCase());
  if (byKey !== undefined) return [byKey];
  const wanted = fold(words);
  return wanted.trim() === "" ? [] : choices.filter(({ name }) => fold(name).includes(wanted));
}

/** Folded syllables between spaces, so that «Đức» does not match «Đứcx». */
function fold(text: string): string {
  return ` ${syllablesOf(toNfc(text))
    .map(({ folded }) => folded)
    .join(" ")} `;
}
