import type { Answer } from "../answering/answer.ts";
import { cleanText } from "./clean-text.ts";
import { describeSources, unsaidWarnings } from "./describe-sources.ts";
import { textsFor } from "./texts.ts";

/** How a screen of characters shows things. */
export interface Screen {
  /** Columns; longer lines are wrapped between words. */
  readonly width: number;
  readonly isColoured: boolean;
}

const INDENT = "  ";

/**
 * An answer for a screen of characters: text, warnings, each source with those of its quotations that the text
 * does not show, what to ask next.
 */
export function renderPlain(answer: Answer, screen: Screen): string {
  const texts = textsFor(answer.language);
  const paint = painter(screen.isColoured);
  const sources = describeSources(answer.citations, texts).map(({ heading, quotes }) =>
    [
      wrap(`${texts.sources}: ${heading}`, screen.width, "", paint.dim),
      ...quotes
        .filter(({ quote }) => !answer.text.includes(`«${quote}»`))
        .flatMap(({ quote, place }) => [
          wrap(`«${quote}»`, screen.width, INDENT, paint.quote),
          wrap(`— ${place}`, screen.width, INDENT, paint.dim),
        ]),
    ].join("\n"),
  );
  const next = answer.suggestions.map((suggestion) =>
    wrap(`• ${suggestion}`, screen.width, INDENT, paint.dim),
  );
  return [
    wrap(answer.text, screen.width),
    ...unsaidWarnings(answer).map((text) => wrap(`! ${text}`, screen.width, "", paint.warning)),
    ...sources,
    ...(next.length === 0 ? [] : [[paint.dim(`${texts.mayAsk}:`), ...next].join("\n")]),
  ].join("\n\n");
}

type Paint = (text: string) => string;

/** Colours of ECMA-48 (SGR), or none. */
export function painter(isColoured: boolean): Readonly<Record<"dim" | "quote" | "warning" | "bold", Paint>> {
  const sgr =
    (on: number, off: number): Paint =>
    (text) =>
      isColoured ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { dim: sgr(2, 22), quote: sgr(36, 39), warning: sgr(33, 39), bold: sgr(1, 22) };
}

/** Wraps a text to the width, each line behind the indent and painted by itself; a word is never broken. */
export function wrap(text: string, width: number, indent = "", paint: Paint = (line) => line): string {
  const room = Math.max(20, width) - indent.length;
  const lines = cleanText(text)
    .split("\n")
    .flatMap((line) => wrapLine(line.trimEnd(), room));
  return lines.map((line) => (line === "" ? "" : indent + paint(line))).join("\n");
}

function wrapLine(line: string, room: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/(?<=\S)[ \t]+/u)) {
    if (current !== "" && columns(current) + 1 + columns(word) > room) {
      lines.push(current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}

/** Code points without combining marks: right for Vietnamese, near enough for the rest. */
function columns(text: string): number {
  return Array.from(text.replace(/\p{M}/gu, "")).length;
}
