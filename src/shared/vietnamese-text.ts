import { memoise } from "./memoise.ts";

/** A word-like token of a text: a syllable or a number, with its place. */
export interface Syllable {
  readonly text: string;
  /** Lower case, without diacritics, đ as d. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Unicode NFC; done once, when a text or a message is read. */
export function toNfc(text: string): string {
  return text.normalize("NFC");
}

const MARKS = /\p{M}/gu;
const foldedUnits = new Map<string, string>();

function foldUnit(unit: string): string {
  const known = foldedUnits.get(unit);
  if (known !== undefined) return known;
  const bare = unit.normalize("NFD").replace(MARKS, "").replace(/[đĐÐ]/g, "d").toLowerCase();
  const folded = bare.length === 1 ? bare : unit;
  foldedUnits.set(unit, folded);
  return folded;
}

/**
 * Lower case, without diacritics, đ (and the look-alike Ð) as d.
 * Takes NFC and keeps the length: offsets in the folded text are offsets in the text.
 */
export function foldText(nfcText: string): string {
  let folded = "";
  for (let i = 0; i < nfcText.length; i++) folded += foldUnit(nfcText.charAt(i));
  return folded;
}

const TOKEN = /\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+/gu;

/** Texts are written with some thousands of different syllables. */
const SYLLABLES_REMEMBERED = 8192;
const foldSyllable = memoise(foldText, SYLLABLES_REMEMBERED);

/** The syllables and numbers of a text, in order; «97,5» is one token. */
export function syllablesOf(nfcText: string): Syllable[] {
  const syllables: Syllable[] = [];
  for (const match of nfcText.matchAll(TOKEN)) {
    syllables.push({
      text: match[0],
      folded: foldSyllable(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return syllables;
}

/** The same, folded and without their places. */
export function foldedSyllablesOf(nfcText: string): string[] {
  return (nfcText.match(TOKEN) ?? []).map(foldSyllable);
}

const TONES = "\u0300\u0301\u0303\u0309\u0323";
const OPEN_GLIDE = new RegExp(`(?<!q)(o[ae]|uy)([${TONES}])(?![a-z])`, "giu");

/**
 * Moves the tone mark of open «oà, oè, uỳ» to the first vowel («hoà» → «hòa», «uỷ» → «ủy»), so that both
 * spellings compare equal; «quý» keeps its mark. Lengths may not be kept: for comparing, not for offsets.
 */
export function normaliseTonePlacement(text: string): string {
  return text
    .normalize("NFD")
    .replace(OPEN_GLIDE, (_, vowels: string, tone: string) => `${vowels.charAt(0)}${tone}${vowels.slice(1)}`)
    .normalize("NFC");
}
