import type { Span } from "../../shared/span.ts";

export interface PrintedNumber {
  /** Without blanks: «71-CTr/TU», «-CTr/TU» where its figure is blank. */
  readonly printed: string;
  /** Null where its figure is blank. */
  readonly number: string | null;
  readonly span: Span;
}

/** What follows the figure: «-CTr/TU», «/2025/NĐ-CP», «/CTHĐ-UBND», «-KH/TH.U». */
const SIGN = String.raw`[-/–]\s?(?:\d{4}\s?/\s?)?\p{L}[\p{L}\d]*(?:[-/.–]\s?[\p{L}\d]+)*`;
const AFTER_LABEL = new RegExp(
  String.raw`(?:^Số\s+(?=\d)|(?:^|\s)[Ss]ố\s*:\s*)((\d{1,5}[a-z]?)?[\s.…_]*(${SIGN}))`,
  "u",
);

/** The number after «Số:» in a line of the head; also where its figure is left blank («Số:     -CTr/TU»). */
export function readNumber(text: string, offset: number): PrintedNumber | null {
  const match = AFTER_LABEL.exec(text);
  if (!match) return null;
  const [, whole = "", figure = "", sign = ""] = match;
  const start = offset + match.index + match[0].length - whole.length;
  const printed = `${figure}${sign}`.replace(/\s+/g, "").replace(/–/g, "-");
  return { printed, number: figure === "" ? null : printed, span: { start, end: start + whole.length } };
}
