import { normaliseTonePlacement, syllablesOf, toNfc } from "../shared/vietnamese-text.ts";

/** Words that every indicator's name may have: they say nothing about what is measured. */
const EMPTY_WORDS = new Set(
  "tỷ lệ tỉ số lượng mức phấn đấu đến năm đạt được có các trên địa bàn của và là với cho tại trong từ ít nhất tối thiểu bình quân hằng hàng tổng".split(
    " ",
  ),
);

/** The telling words of an indicator's name, as a set: lower case, tone marks in one place, without the empty ones. */
export function tellingWords(name: string): ReadonlySet<string> {
  const words = syllablesOf(toNfc(normaliseTonePlacement(name.toLowerCase()))).map(({ text }) => text);
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word) && !/^\d/u.test(word)));
}

/** How far two names say the same, 0–1: the words that they share, each weighed (Dice's coefficient). */
export function likenessOf(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weightOf: (word: string) => number = () => 1,
): number {
  const sum = (words: Iterable<string>): number => {
    let total = 0;
    for (const word of words) total += weightOf(word);
    return total;
  };
  const all = sum(a) + sum(b);
  return all === 0 ? 0 : (2 * sum([...a].filter((word) => b.has(word)))) / all;
}
