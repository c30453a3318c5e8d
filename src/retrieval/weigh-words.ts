import { wordsOf, type Word } from "./terms.ts";

/**
 * What a word still weighs that frames the question and is not what is looked for: an article does not say of itself
 * that it stands in «Bộ luật Dân sự năm 2015», so such words find the articles that refer to it. Chosen on ALQAC 2022 and
 * the training questions of the law.
 */
const FRAME = 0.3;
/** The name of a law says something of its articles all the same. */
const NAME = 0.7;
/** In syllables: a longer one is no name but the rest of the sentence. */
const LONGEST_NAME = 8;

const CLAUSE_END = /[,;:.?!()"“”«»…]+(?=\s|$)|[()"“”«»]/gu;
const BEFORE_A_LAW = new Set(["theo", "trong", "tai", "cua", "boi", "pham", "cu"]);
/** «luật sư», «luật này»: no law is named. */
const NO_NAME = new Set(["su", "dinh", "nay", "do", "khac", "lenh", "nao", "gia", "hoc", "viet", "ve"]);
const AFTER_A_NAME = new Set(
  "thi quy duoc co la khi neu nhung cac doi ma bi phai khong nguoi viec truong hop cho ve".split(" "),
);
const LEADS_TO_A_LAW = new Set(["theo", "quy", "dinh", "cua", "tai", "trong"]);
const LEADS_TO_A_PLACE = /^(?:theo|quy|dinh|tai|trong|khoan|diem|\d+|[a-z])$/;
const TAGS = ["dung hay sai", "hay khong", "co dung khong", "dung khong", "phai khong"].map((tag) =>
  tag.split(" "),
);

const isYear = (folded: string): boolean => /^(?:19|20)\d\d$/.test(folded);

function foldedAt(words: readonly Word[], at: number): string {
  return words[at]?.folded ?? "";
}

/** Sets the weights of the words from `start` to `end`, exclusive. */
type Weigh = (start: number, end: number, weight: number) => void;

/** «…, đúng hay sai?» */
function weighTags(words: readonly Word[], weigh: Weigh): void {
  for (let at = 0; at < words.length; at++) {
    for (const tag of TAGS) {
      if (tag.every((syllable, i) => foldedAt(words, at + i) === syllable)) weigh(at, at + tag.length, FRAME);
    }
  }
}

/** Where a law's name begins, if one is named at `at`: after «Bộ luật», «Luật», «Hiến pháp». */
function nameStart(words: readonly Word[], at: number): number | null {
  const word = foldedAt(words, at);
  const next = foldedAt(words, at + 1);
  if ((word === "bo" && next === "luat") || (word === "hien" && next === "phap")) return at + 2;
  if (word !== "luat" || next === "" || NO_NAME.has(next)) return null;
  return at === 0 || BEFORE_A_LAW.has(foldedAt(words, at - 1)) ? at + 1 : null;
}

/** «theo quy định của Bộ luật Dân sự năm 2015» */
function weighLaws(words: readonly Word[], weigh: Weigh): void {
  for (let at = 0; at < words.length; at++) {
    const start = nameStart(words, at);
    if (start === null) continue;
    let end = start;
    while (end < words.length && end < start + LONGEST_NAME) {
      const folded = foldedAt(words, end);
      if (isYear(folded) || (folded === "nam" && isYear(foldedAt(words, end + 1)))) break;
      if (folded === "quy" || (end > start && AFTER_A_NAME.has(folded))) break;
      end++;
    }
    let last = foldedAt(words, end) === "nam" ? end + 1 : end;
    last = isYear(foldedAt(words, last)) ? last + 1 : end;
    let first = at;
    while (first > 0 && LEADS_TO_A_LAW.has(foldedAt(words, first - 1))) first--;
    weigh(first, last, FRAME);
    weigh(start, end, NAME);
    at = Math.max(at, last - 1);
  }
}

/** «theo khoản 1 Điều 34» */
function weighPlaces(words: readonly Word[], weigh: Weigh): void {
  for (let at = 0; at + 1 < words.length; at++) {
    if (foldedAt(words, at) !== "dieu" || !/^\d+$/.test(foldedAt(words, at + 1))) continue;
    let first = at;
    while (first > 0 && LEADS_TO_A_PLACE.test(foldedAt(words, first - 1))) first--;
    weigh(first, at + 2, FRAME);
  }
}

/** One weight a word of the question (as `wordsOf` reads them), 0–1: 1 for what is looked for. */
export function weighWords(text: string): number[] {
  const weights: number[] = [];
  for (const clause of text.normalize("NFC").split(CLAUSE_END)) {
    const words = wordsOf(clause);
    const from = weights.length;
    for (let i = 0; i < words.length; i++) weights.push(1);
    const weigh: Weigh = (start, end, weight) => {
      weights.fill(weight, from + start, Math.min(from + end, weights.length));
    };
    weighTags(words, weigh);
    weighLaws(words, weigh);
    weighPlaces(words, weigh);
  }
  return weights;
}

/** Is a word of this weight what is looked for, or part of its name? */
export function isContent(weight: number): boolean {
  return weight > FRAME;
}
