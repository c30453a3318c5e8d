import { normaliseTonePlacement } from "../shared/vietnamese-text.ts";
import type { Language } from "./answer.ts";
import { numbersOf } from "./verify-answer.ts";

/**
 * A word of a text whose meaning is checked. `text`: lower case, tone marks in their usual place, a number in one
 * spelling, «phần trăm» as «%». `isBroken`: a stop, comma, colon, bracket or line end stands before it.
 */
export interface Word {
  readonly text: string;
  readonly isBroken: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,/\-–][\p{L}\p{M}\p{N}]+)*|%|[<>≤≥=~±≈+]/gu;
const RANGE = /(\d)\s*[-–÷]\s*(?=\d)/gu;
const BREAK = /[.,;:!?…()[\]«»“”"\n]|\s[-–—]\s/u;

/** The words of a text, in order. Numbers, dates and document numbers are one word each: «35-40», «42-nq/tw». */
export function wordsOf(text: string): Word[] {
  const plain = normaliseTonePlacement(
    text.normalize("NFC").replaceAll(/[Ðð]/gu, (d) => (d === "ð" ? "đ" : "Đ")),
  )
    .toLowerCase()
    .replaceAll(/phần trăm|per ?cent/gu, "%")
    .replaceAll(RANGE, "$1-");
  const words: Word[] = [];
  let end = 0;
  for (const match of plain.matchAll(WORD)) {
    const before = plain.slice(end, match.index);
    const isBroken = words.length > 0 && BREAK.test(before);
    end = match.index + match[0].length;
    const parts = /\d/u.test(match[0]) ? [spellNumber(match[0])] : match[0].split(/[.,/\-–]/u);
    parts.forEach((part, at) => words.push({ text: part, isBroken: at === 0 && isBroken }));
  }
  return words;
}

function spellNumber(word: string): string {
  if (/^\d+(?:[.,]\d+)*$/u.test(word)) return numbersOf(word).join(".");
  return word.replaceAll("–", "-").replaceAll(/(?<![\d.,])0+(?=\d)/gu, "");
}

export const isFigure = (word: Word | undefined): boolean => word !== undefined && /\d/u.test(word.text);
export const isYear = (word: Word | undefined): boolean =>
  word !== undefined && /^(?:19|20)\d\d$/u.test(word.text);

/** Where `wanted` stands in `words`, word by word; `from` on. -1 where it does not. */
export function findWords(words: readonly Word[], wanted: readonly Word[], from = 0): number {
  if (wanted.length === 0) return -1;
  for (let at = from; at + wanted.length <= words.length; at++) {
    if (wanted.every((word, offset) => words[at + offset]?.text === word.text)) return at;
  }
  return -1;
}

/** Words that change what a figure says, by what they make of it; the longest wording wins. */
const COMPARATORS: readonly (readonly [string, readonly string[]])[] = [
  [
    ">",
    [
      "trên",
      "hơn",
      "cao hơn",
      "lớn hơn",
      "nhiều hơn",
      "vượt",
      "quá",
      "sau",
      ">",
      "over",
      "above",
      "more than",
      "higher than",
      "after",
      "exceeding",
    ],
  ],
  [
    ">=",
    [
      "tối thiểu",
      "ít nhất",
      "không dưới",
      "không ít hơn",
      "trở lên",
      "từ",
      "≥",
      "+",
      "at least",
      "no less than",
      "or more",
      "minimum",
      "from",
    ],
  ],
  [
    "<",
    [
      "dưới",
      "thấp hơn",
      "nhỏ hơn",
      "ít hơn",
      "chưa đến",
      "chưa tới",
      "trước",
      "<",
      "under",
      "below",
      "less than",
      "lower than",
      "before",
      "fewer than",
    ],
  ],
  [
    "<=",
    [
      "tối đa",
      "không quá",
      "không vượt quá",
      "nhiều nhất",
      "không hơn",
      "trở xuống",
      "≤",
      "at most",
      "no more than",
      "up to",
      "or less",
      "maximum",
    ],
  ],
  [
    "~",
    ["khoảng", "chừng", "tầm", "xấp xỉ", "ước", "~", "≈", "±", "about", "around", "approximately", "roughly"],
  ],
  ["nearly", ["gần", "sắp", "nearly", "almost"]],
  ["change", ["tăng", "giảm", "tăng thêm", "thêm", "bớt", "increase", "decrease", "rise", "fall"]],
  ["left", ["còn", "xuống", "xuống còn", "only", "chỉ"]],
  ["each", ["mỗi", "hằng", "hàng", "bình quân", "trung bình mỗi", "per", "each", "a year"]],
];

/** Words that carry no fact: a phrasing may put them where it likes. Never a negation, number, comparator or role. */
const GLUE: Readonly<Record<Language, string>> = {
  vi:
    "là|của|ở|tại|cho|đến|tới|năm|đến năm|vào năm|trong|được|đạt|có|và|với|về|theo|theo đó|này|đó|thì|mà|sẽ|như sau|cụ thể|cụ thể là|" +
    "mức|tỷ lệ|tỉ lệ|con số|nêu|nêu rõ|ghi|ghi rõ|quy định|văn bản|trong văn bản|trên địa bàn|địa phương|như vậy|đặt ra|đặt|đề ra|gồm|bao gồm|" +
    "dạ|thưa|ạ|bạn|anh|chị|trích|nguyên văn|trích nguyên văn|trích văn bản|căn cứ|theo văn bản|cơ quan|việc|do|thời hạn|mốc|vào",
  en:
    "the|a|an|of|in|on|at|to|for|is|are|was|be|has|have|by|and|with|as|its|it|this|that|document|says|states|sets|set|according|" +
    "figure|share|the document|according to|words|town|will|population's|which|target's|quote|quotation|reads",
};

const AIMS: Readonly<Record<Language, string>> = {
  vi: "chỉ tiêu|mục tiêu|phấn đấu|phấn đấu đạt|hướng tới",
  en: "target|aim|goal|aims|targets",
};

const phrases = (list: string): Word[][] =>
  list
    .split("|")
    .map(wordsOf)
    .sort((a, b) => b.length - a.length);

const glue = { vi: phrases(GLUE.vi), en: phrases(GLUE.en) };
const aims = { vi: phrases(AIMS.vi), en: phrases(AIMS.en) };
const comparators = COMPARATORS.flatMap(([name, forms]) =>
  forms.map((form) => ({ name, words: wordsOf(form) })),
).sort((a, b) => b.words.length - a.words.length);

const NEGATORS = new Set(
  "không chưa chẳng chả đừng trừ ngoài cấm ngoại thôi ngừng no not never without except none cannot nor".split(
    " ",
  ),
);
export const isNegator = (word: Word | undefined): boolean => word !== undefined && NEGATORS.has(word.text);

/** What a word is to the check: a place, glue, a comparator (with its meaning) or an ordinary word. */
export type Mark = "place" | "glue" | "word" | `comparator ${string}`;

export interface MarkOptions {
  readonly language: Language;
  /** Names that count as one place; the longest wins. */
  readonly places: readonly (readonly Word[])[];
  /** «Chỉ tiêu», «mục tiêu»: not of a value already reached. */
  readonly aimsAreGlue: boolean;
}

const LEVELS = new Set(
  "tỉnh phường xã huyện quận thị trấn thành phố tp tx khu province ward commune city district".split(" "),
);

/** One mark a word. */
export function markWords(words: readonly Word[], options: MarkOptions): Mark[] {
  const marks: Mark[] = words.map(() => "word");
  const isFree = (at: number, length: number): boolean => {
    for (let i = at; i < at + length; i++) if (marks[i] !== "word") return false;
    return true;
  };
  const mark = (wanted: readonly Word[], as: Mark): void => {
    for (let at = findWords(words, wanted); at >= 0; at = findWords(words, wanted, at + 1)) {
      if (!isFree(at, wanted.length)) continue;
      if (as === "place" && LEVELS.has(words[at - 1]?.text ?? "") && words[at]?.isBroken === false) continue;
      const isSplit = words.slice(at + 1, at + wanted.length).some((word) => word.isBroken);
      if (isSplit && as !== "place") continue;
      marks.fill(as, at, at + wanted.length);
    }
  };
  for (const name of [...options.places].sort((a, b) => b.length - a.length)) mark(name, "place");
  const glued = options.aimsAreGlue
    ? [...aims[options.language], ...glue[options.language]]
    : glue[options.language];
  for (const phrase of glued) if (phrase.length > 1) mark(phrase, "glue");
  for (const { name, words: form } of comparators) mark(form, `comparator ${name}`);
  for (const phrase of glued) if (phrase.length === 1) mark(phrase, "glue");
  return marks;
}

/** A figure with all that changes its meaning: «trên 95 %» is `95`, `>`, `%`. */
export interface ReadFigure {
  readonly at: number;
  readonly value: string;
  /** Meanings of the comparators at it, sorted: `>`; empty where there are none. */
  readonly comparator: string;
  /** The word behind it; empty where the clause ends or glue follows. Of a year always empty. */
  readonly unit: string;
  /** What it counts, where the word before says so: «năm», «mức độ». */
  readonly series: string;
  /** Indexes of the comparators that belong to it. */
  readonly attached: readonly number[];
}

const SERIES = new Set("năm tháng ngày quý số độ lần thứ cấp điều khoản điểm mục khóa year".split(" "));

/** The figures, dates and numbers among words. */
export function readFigures(words: readonly Word[], marks: readonly Mark[]): ReadFigure[] {
  const figures: ReadFigure[] = [];
  words.forEach((word, at) => {
    if (!isFigure(word)) return;
    const attached: number[] = [];
    for (let i = at - 1; i >= 0 && words[i + 1]?.isBroken === false; i--) {
      if (marks[i]?.startsWith("comparator") === true) attached.push(i);
      else if (marks[i] !== "glue") break;
    }
    const next = words[at + 1];
    const isUnit = next !== undefined && !next.isBroken && marks[at + 1] === "word" && !isFigure(next);
    const isLoneUnit = next !== undefined && !next.isBroken && next.text === "năm";
    const unit = isYear(word) ? (next?.text === "%" ? "%" : "") : isUnit || isLoneUnit ? next.text : "";
    for (let i = at + (unit === "" ? 1 : 2); i < Math.min(words.length, at + 5); i++) {
      if (words[i]?.isBroken !== false) break;
      const mark = marks[i] ?? "word";
      if (/^(trở|or)$/u.test(words[i]?.text ?? "") && mark.startsWith("comparator")) attached.push(i, i + 1);
    }
    const meanings = attached.map((i) => (marks[i] ?? "").replace("comparator ", ""));
    const before = words[at]?.isBroken === false ? (words[at - 1]?.text ?? "") : "";
    figures.push({
      series: SERIES.has(before) ? before : "",
      at,
      value: word.text,
      comparator: [...new Set(meanings)].sort().join(" "),
      unit,
      attached,
    });
  });
  return figures;
}
