import type { Message } from "../shared/message.ts";
import { isVietnameseSyllable } from "./is-vietnamese-syllable.ts";
import type { LegacyEncoding } from "./legacy-tables.ts";
import { decodeWindows1252, fromWindows1252, toCodes } from "./windows-1252.ts";
import { TCVN3, VNI, VPS } from "./legacy-tables.ts";

export interface DecodedText {
  /** NFC. */
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16" | LegacyEncoding | "windows-1252";
  /** False where some bytes made no sense or no encoding fitted well. */
  readonly isSure: boolean;
}

const SAMPLE_LENGTH = 100_000;
/** Share of the marked words that must be Vietnamese syllables before a legacy encoding is believed. */
const BELIEVED = 0.7;

/**
 * Decodes the bytes of a text in Unicode or one of the legacy Vietnamese encodings, told by what reads as
 * Vietnamese. With `mendsUnicode` also Unicode text that is made of the codes of one (see decodeLegacyText).
 */
export function decodeBytes(bytes: Uint8Array, mendsUnicode = true): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return unicode(bytes, "utf-16le", "utf-16");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return unicode(bytes, "utf-16be", "utf-16");
  const utf8 = unicode(bytes, "utf-8", "utf-8");
  if (utf8.isSure) {
    const mended = mendsUnicode ? decodeLegacyText(utf8.text) : null;
    return mended === null ? utf8 : { ...mended, isSure: true };
  }
  const raw = new TextDecoder("latin1").decode(bytes.subarray(0, SAMPLE_LENGTH));
  const best = bestReading(raw);
  const broken = utf8.text.split("\ufffd").length - 1;
  if (best.score < BELIEVED && broken * 50 < utf8.text.length) return utf8;
  if (best.score < 0.3) return { text: decodeWindows1252(bytes), encoding: "windows-1252", isSure: false };
  return {
    text: decodeAs(new TextDecoder("latin1").decode(bytes), best.encoding),
    encoding: best.encoding,
    isSure: best.score >= BELIEVED,
  };
}

/**
 * Mends a Unicode text whose characters are the codes of a legacy encoding («Céng hßa x· héi»), as old files
 * come out of converters and out of documents set in .VnTime or VNI fonts. Null where it is no such text.
 */
export function decodeLegacyText(text: string): { text: string; encoding: LegacyEncoding } | null {
  const sample = text.slice(0, SAMPLE_LENGTH);
  if (!/[\u0080-\u00ff]/.test(sample) || /[\u1ea0-\u1ef9]/.test(sample)) return null;
  const best = bestReading(sample);
  if (best.score < BELIEVED || best.words < 3 || best.score < syllableShare(sample).share + 0.2) return null;
  return { text: decodeAs(text, best.encoding), encoding: best.encoding };
}

/** Codes that are no ASCII signs: VPS puts letters among the control characters too. */
// eslint-disable-next-line no-control-regex -- these are its codes
const VPS_CODES = /[\u0000-\u001f\u0080-\u00ff]/g;

/** Reads a text of code characters (Latin-1 or Windows-1252) in a given encoding. */
export function decodeAs(text: string, encoding: LegacyEncoding): string {
  const codes = toCodes(text);
  switch (encoding) {
    case "tcvn3":
      return decodeTcvn(codes);
    case "vps":
      return codes.replace(VPS_CODES, (code) => VPS.get(code) ?? fromWindows1252(code));
    case "vni":
      return decodeVni(codes);
    case "windows-1258":
      return windows1258(codes);
  }
}

function unicode(bytes: Uint8Array, label: string, encoding: "utf-8" | "utf-16"): DecodedText {
  const text = new TextDecoder(label).decode(bytes).normalize("NFC");
  return { text, encoding, isSure: !text.includes("\ufffd") };
}

function bestReading(sample: string): { encoding: LegacyEncoding; score: number; words: number } {
  let best: { encoding: LegacyEncoding; score: number; words: number } = {
    encoding: "tcvn3",
    score: -1,
    words: 0,
  };
  for (const encoding of ["tcvn3", "vni", "vps", "windows-1258"] as const) {
    const { share, words } = syllableShare(decodeAs(sample, encoding));
    if (share > best.score) best = { encoding, score: share, words };
  }
  return best;
}

const WORDS = /[^\s!-/:-@[-`{-~\d«»“”‘’–—…]+/gu;

/** Of the words with letters beyond ASCII, the share that are Vietnamese syllables. */
function syllableShare(text: string): { share: number; words: number } {
  let words = 0;
  let good = 0;
  for (const word of text.match(WORDS) ?? []) {
    if (isAscii(word)) continue;
    words++;
    if (isVietnameseSyllable(word)) good++;
  }
  return { share: words === 0 ? 0 : good / words, words };
}

const isAscii = (word: string): boolean => !/[\u0080-\uffff]/.test(word);

const CP1258 = new TextDecoder("windows-1258");
const CP1258_HIGH = Array.from({ length: 0x80 }, (_, at) => CP1258.decode(Uint8Array.of(0x80 + at)));
function windows1258(codes: string): string {
  return codes
    .replace(/[\u0080-\u00ff]/g, (code) => CP1258_HIGH[code.charCodeAt(0) - 0x80] ?? code)
    .normalize("NFC");
}

/** Letters of two codes where there is one, else of one: «öôï» is ư, ợ. */
function decodeVni(codes: string): string {
  let text = "";
  for (let at = 0; at < codes.length; at++) {
    const code = codes.charAt(at);
    const mark = codes.charAt(at + 1);
    const pair = mark < "\u00c0" ? undefined : (VNI.get(code + mark) ?? VNI.get(code + inCaseOf(code, mark)));
    if (pair !== undefined) at++;
    text += pair ?? VNI.get(code) ?? fromWindows1252(code);
  }
  return text;
}

/** The mark of a pair in the case of its base: «Aø» is typed for «AØ». */
function inCaseOf(base: string, mark: string): string {
  return base === base.toUpperCase() ? mark.toUpperCase() : mark.toLowerCase();
}

/** Codes that are quotation marks and dashes in Windows-1252 and capitals in VN1. */
const PUNCTUATION_OR_CAPITAL = /[\u0085\u0091-\u0097]/;

function decodeTcvn(codes: string): string {
  let text = "";
  for (let at = 0; at < codes.length; at++) {
    const code = codes.charAt(at);
    const letter = TCVN3.get(code);
    if (letter === undefined) text += fromWindows1252(code);
    else if (PUNCTUATION_OR_CAPITAL.test(code) && !isCapitalHere(codes, at)) text += fromWindows1252(code);
    else text += letter;
  }
  return restoreCapitals(text);
}

/** A capital within a word of capitals, or closing one that has no vowel yet («BỘ», «RÕ»); otherwise punctuation. */
function isCapitalHere(codes: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 8 && isLetterCode(codes.charAt(start - 1))) start--;
  if (start === at || !isCapitalCode(codes.charAt(at - 1))) return false;
  const next = codes.charAt(at + 1);
  if (isCapitalCode(next) && !PUNCTUATION_OR_CAPITAL.test(next)) return true;
  return !/[aeiouyăâêôơư]/i.test(stripTones(Array.from(codes.slice(start, at), letterOf).join("")));
}

const letterOf = (code: string): string => TCVN3.get(code) ?? code;
const LETTER = /^\p{L}$/u;
const CAPITAL = /^\p{Lu}$/u;
const isLetterCode = (code: string): boolean => LETTER.test(letterOf(code));
const isCapitalCode = (code: string): boolean => CAPITAL.test(letterOf(code));
const MARKS = /\p{M}/gu;
const stripTones = (text: string): string => text.normalize("NFD").replace(MARKS, "");

const WORD = /[\p{L}\p{M}]+/gu;
const PLAIN_CAPITAL = /[A-ZĂÂÊÔƠƯĐ]/;

/** VN3 has no capitals with tones: in a word whose plain letters are capitals («CéNG») all are. */
function restoreCapitals(text: string): string {
  return text.replace(WORD, (word, at: number) => {
    if (!PLAIN_CAPITAL.test(word)) return word;
    const plain = plainLetters(word);
    if (plain === "" || word === plain || plain !== plain.toUpperCase()) return word;
    return plain.length >= 2 || standsInCapitals(text, at, word.length) ? word.toUpperCase() : word;
  });
}

/** The letters of a word that have no tone: TCVN3 keeps their case. */
const plainLetters = (word: string): string => word.replace(/[^A-Za-zĂÂÊÔƠƯĐăâêôơưđ]/gu, "");

const WORD_BEFORE = /(\p{L}+) $/u;
const WORD_AFTER = /^ (\p{L}+)/u;

/** Whether the words beside this one, on the same line, are in capitals. */
function standsInCapitals(text: string, at: number, length: number): boolean {
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, at - 20), at))?.[1];
  const after = WORD_AFTER.exec(text.slice(at + length, at + length + 20))?.[1];
  const beside = [before, after].filter((word) => word !== undefined).map(plainLetters);
  return beside.length > 0 && beside.every((plain) => plain.length >= 2 && plain === plain.toUpperCase());
}

/** The remark that a text was converted. */
export function legacyMessage({ encoding, isSure }: DecodedText): Message {
  const doubt = isSure ? "" : ", nhưng không chắc chắn; hãy xem lại chữ";
  return {
    rule: "legacy-encoding",
    reason: `Tệp dùng bảng mã cũ ${encoding.toUpperCase()}, đã chuyển sang Unicode${doubt}.`,
    severity: isSure ? "info" : "warning",
    line: null,
    page: null,
    span: null,
  };
}
