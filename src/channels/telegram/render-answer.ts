import type { Answer } from "../../answering/answer.ts";
import { describeSources, unsaidWarnings } from "../describe-sources.ts";
import type { Source } from "../describe-sources.ts";
import { textsFor } from "../texts.ts";
import { bold, italic, paragraph, quotation } from "./rich-text.ts";
import type { Block } from "./rich-text.ts";

/**
 * An answer as Telegram shows it: the text and the warnings in the open, then for each document an expandable
 * quotation with its heading, its words and their places. `question` is shown above where the person asked it
 * by a button, since then the chat does not show it otherwise.
 */
export function renderAnswer(answer: Answer, question: string | null = null): Block[] {
  return [
    ...(question === null ? [] : [paragraph(italic(`❯ ${question}`))]),
    paragraph(answer.text),
    ...unsaidWarnings(answer).map((text) => paragraph(`⚠️ ${text}`)),
    ...describeSources(answer.citations, textsFor(answer.language)).map(renderSource),
  ];
}

function renderSource(source: Source): Block {
  const quotes = source.quotes.flatMap(({ quote, place }) => [`\n«${quote}»\n`, italic(`— ${place}`)]);
  return quotation(bold(source.heading), ...quotes);
}
