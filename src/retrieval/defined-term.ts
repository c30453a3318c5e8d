import type { Span } from "../shared/span.ts";

/** What asks for a term's meaning, folded: before the term, or after it. */
const BEFORE = [
  "the nao la",
  "the nao duoc goi la",
  "dinh nghia cua",
  "dinh nghia ve",
  "dinh nghia",
  "khai niem ve",
  "khai niem",
];
const AFTER = [
  "duoc hieu nhu the nao",
  "duoc hieu nhu nao",
  "duoc hieu la gi",
  "duoc hieu la",
  "duoc dinh nghia nhu the nao",
  "duoc dinh nghia la gi",
  "la nguoi nhu the nao",
  "la nhu the nao",
  "nghia la gi",
  "la gi",
  "la ai",
  "la nguoi nao",
  "la viec gi",
];
/** A longer one is no term but the rest of the question. */
const LONGEST = 10;

function findPhrase(words: readonly string[], phrase: string, from: number): number {
  const syllables = phrase.split(" ");
  for (let at = from; at + syllables.length <= words.length; at++)
    if (syllables.every((syllable, i) => words[at + i] === syllable)) return at;
  return -1;
}

/**
 * The term whose meaning a question asks for («Lợi tức được hiểu như thế nào?», «Định nghĩa của “Người lao động”»), as places
 * among its folded words, end exclusive; null where it asks for none. What names the document (weights below 1)
 * before it is left out.
 */
export function definedTerm(words: readonly string[], weights: readonly number[]): Span | null {
  const term = ((): Span | null => {
    for (const phrase of BEFORE) {
      const at = findPhrase(words, phrase, 0);
      // «… như thế nào là hợp pháp» asks for conditions.
      if (at >= 0 && words[at - 1] !== "nhu")
        return { start: at + phrase.split(" ").length, end: words.length };
    }
    for (const phrase of AFTER) {
      const at = findPhrase(words, phrase, 1);
      if (at > 0) return { start: 0, end: at };
    }
    return null;
  })();
  if (term === null) return null;
  let { start, end } = term;
  for (const phrase of AFTER) {
    const at = findPhrase(words.slice(0, end), phrase, start + 1);
    if (at > start) end = at;
  }
  for (let i = end - 1; i >= start; i--) {
    if ((weights[i] ?? 1) >= 1) continue;
    if (i + 1 < end) start = i + 1;
    else end = i;
    break;
  }
  while (end > start && (weights[end - 1] ?? 1) < 1) end--;
  if (words[start] === "quy" && words[start + 1] === "dinh" && end - start > 2) start += 2;
  return end > start && end - start <= LONGEST ? { start, end } : null;
}
