import { memoise } from "../../shared/memoise.ts";
import { toRoman } from "../roman-numeral.ts";

/** How a numbered or bulleted paragraph is marked. */
export type MarkerStyle =
  | "appendix"
  | "part"
  | "chapter"
  | "division"
  | "article"
  | "capital"
  | "roman"
  | "arabic"
  | "decimal"
  | "letter"
  | "parenthesis"
  | "dash"
  | "plus"
  | "dot";

export interface Marker {
  readonly style: MarkerStyle;
  /** As printed, without its punctuation; null for bullets. */
  readonly number: string | null;
  /** Its place in its sequence, from 1; null where it has none. */
  readonly ordinal: number | null;
  /** Length of the mark with the space after it: where the words begin. */
  readonly length: number;
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Value of a roman numeral, null where it is none («IIX», «ABC»). */
function romanValue(numeral: string): number | null {
  let value = 0;
  for (let i = 0; i < numeral.length; i++) {
    const here = ROMAN_VALUES[numeral.charAt(i)];
    if (here === undefined) return null;
    const next = ROMAN_VALUES[numeral.charAt(i + 1)] ?? 0;
    value += here < next ? -here : here;
  }
  return toRoman(value) === numeral ? value : null;
}

/** The order of lettered points in Vietnamese texts: with đ, without f, j, w, z (Decree 30/2020/NĐ-CP). */
const LETTERS = "abcdđeghiklmnopqrstuvxy";
const ORDINAL_WORDS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

function ordinalOf(number: string): number | null {
  if (/^\d+/.test(number)) return Number.parseInt(number, 10);
  const roman = romanValue(number.toUpperCase());
  if (roman !== null) return roman;
  const word = ORDINAL_WORDS.indexOf(number.toLowerCase());
  return word < 0 ? null : word + 1;
}

interface Pattern {
  readonly style: MarkerStyle;
  /** The characters that a mark of this style may begin with. */
  readonly opens: RegExp;
  readonly pattern: RegExp;
  readonly ordinal: (number: string) => number | null;
}

const none = (): null => null;
const decimalOrdinal = (number: string): number => Number(number.split(".").at(-1));
const letterOrdinal = (number: string): number | null => LETTERS.indexOf(number.toLowerCase()) + 1 || null;

const PATTERNS: readonly Pattern[] = [
  {
    style: "appendix", opens: /P/,
    pattern:
      /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số))?(?:\s+([IVXL]{1,6}|\d{1,2}[A-Z]?|[A-Z]))?\s*(?:$|[.:\-–(]\s*|(?=\p{Lu}{2}))/u,
    ordinal: ordinalOf,
  },
  {
    style: "part", opens: /P/,
    pattern:
      /^(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+)?([IVXL]+|\d{1,2}|NHẤT|HAI|BA|TƯ|NĂM|SÁU|BẢY|TÁM|CHÍN|MƯỜI|[Nn]hất|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[A-Z])\s*(?:$|[.:\-–]\s*|(?=\p{Lu}{2}))/u,
    ordinal: ordinalOf,
  },
  {
    style: "chapter", opens: /C/,
    pattern: /^(?:CHƯƠNG|Chương)\s+([IVXL]+|\d{1,2})\s*(?:$|[.:\-–]\s*|(?=\p{Lu}{2}))/u,
    ordinal: ordinalOf,
  },
  {
    style: "division", opens: /M/,
    pattern: /^(?:MỤC|Mục)\s+([IVXL]+|\d{1,2})\s*(?:$|[.:\-–]\s*|(?=\p{Lu}{2}))/u,
    ordinal: ordinalOf,
  },
  { style: "article", opens: /Đ/, pattern: /^(?:ĐIỀU|Điều)\s+(\d{1,3}[a-zđ]?)\s*(?:[.:]\s*|$)/u, ordinal: ordinalOf },
  {
    style: "decimal", opens: /\d/,
    pattern: /^(\d{1,2}(?:\.\d{1,2})+)\s*(?:[.):]\s*|\s)(?=\p{Lu}|[“"«(]|\d+\s*%|$)/u,
    ordinal: decimalOrdinal,
  },
  {
    style: "roman", opens: /[IVXL]/,
    pattern: /^([IVXL]{1,6}|(?=[IVX])[IVX][ivx]{1,4}(?=\.))\s*(?:[.)]\s*|\/\s+|[-–]\s+)(?=\S|$)/u,
    ordinal: ordinalOf,
  },
  { style: "capital", opens: /[A-HK-Z]/, pattern: /^([A-HK-Z])\s*[.)](?:\s+(?=\p{Lu})|$)/u, ordinal: (n) => n.charCodeAt(0) - 64 },
  {
    style: "arabic",
    opens: /\d/,
    pattern: /^(\d{1,3}[a-z]?)\s*(?:[.)](?!\d)\s*|\/\s+|-\s+(?=\p{Lu})|-(?=\p{Lu}\p{Ll}))(?=\S|$)/u,
    ordinal: ordinalOf,
  },
  { style: "parenthesis", opens: /\(/, pattern: /^\((\d{1,2}|[ivx]{1,4}|[a-zđ])\)\s*(?=\S|$)/u, ordinal: ordinalOf },
  { style: "letter", opens: /[a-zđ]/, pattern: /^([a-zđ]\d?)\s*(?:\)\s*|\.\s+)(?=\S|$)/u, ordinal: letterOrdinal },
  { style: "dash", opens: /[-–—−]/, pattern: /^([-–—−])(?!\d|[-–—])\s*(?=\S)/u, ordinal: none },
  { style: "plus", opens: /\+/, pattern: /^(\+)\s*(?=\S)/u, ordinal: none },
  { style: "dot", opens: /[•●○◦▪▫■□❖➢✓✔§*◆♦]/, pattern: /^([•●○◦▪▫■□❖➢✓✔§*◆♦])\s*(?=\S)/u, ordinal: none },
];

/** Most paragraphs begin with one of a hundred letters, which open two or three kinds of marks at most. */
const patternsOpenedBy = memoise(
  (first: string) => PATTERNS.filter(({ opens }) => first !== "" && opens.test(first)),
  256,
);

/** The mark at the start of a paragraph: «II.», «2.1.», «Điều 5.», «đ)», «-»; null where there is none. */
export function readMarker(text: string): Marker | null {
  for (const { style, pattern, ordinal } of patternsOpenedBy(text.charAt(0))) {
    const match = pattern.exec(text);
    if (!match) continue;
    if (style === "roman" && romanValue((match[1] ?? "").toUpperCase()) === null) continue;
    const bullet = style === "dash" || style === "plus" || style === "dot";
    const printed = bullet ? null : (match[1] ?? null);
    // Texts put into lower case keep the first letter: «Ii. về …».
    const number = style === "roman" ? (printed?.toUpperCase() ?? null) : printed;
    return { style, number, ordinal: number === null ? null : ordinal(number), length: match[0].length };
  }
  return null;
}

export function isBullet(style: MarkerStyle): boolean {
  return style === "dash" || style === "plus" || style === "dot";
}
