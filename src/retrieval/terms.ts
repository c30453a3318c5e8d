import { foldText, normaliseTonePlacement } from "../shared/vietnamese-text.ts";

const TOKEN = /\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+/gu;
const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/;

/** A syllable or number as the indexes know it. */
export interface Word {
  /** Lower case, its tone mark on the agreed vowel; numbers in one spelling («100.000» → «100000», «2.5» → «2,5», «07» → «7»). */
  readonly accented: string;
  /** The same without diacritics, đ as d. */
  readonly folded: string;
}

function spellNumber(digits: string): string {
  if (GROUPED.test(digits)) return digits.replace(/[.,]/g, "");
  const parts = digits.split(/[.,]/);
  if (parts.length > 2) return digits;
  const whole = (parts[0] ?? "").replace(/^0+(?=\d)/, "");
  return parts[1] === undefined ? whole : `${whole},${parts[1]}`;
}

function readWord(token: string): Word {
  if (/^\d/.test(token) && /^[\d.,]+$/.test(token)) {
    const spelt = spellNumber(token);
    return { accented: spelt, folded: spelt };
  }
  const accented = normaliseTonePlacement(token.toLowerCase().normalize("NFC"));
  return { accented, folded: foldText(accented) };
}

const CACHE_LIMIT = 200_000;
const words = new Map<string, Word>();

/** The syllables and numbers of a text in order, as the indexes spell them. Takes any text, NFC or not. */
export function wordsOf(text: string): Word[] {
  const tokens = text.normalize("NFC").match(TOKEN) ?? [];
  return tokens.map((token) => {
    const known = words.get(token);
    if (known !== undefined) return known;
    const word = readWord(token);
    if (words.size >= CACHE_LIMIT) words.clear();
    words.set(token, word);
    return word;
  });
}

/** True where the writer typed diacritics at all: only then are they evidence. */
export function hasDiacritics(words: readonly Word[]): boolean {
  return words.some((word) => word.accented !== word.folded);
}
