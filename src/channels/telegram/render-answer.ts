import type { Answer } from "../../answering/answer.ts";
import { citationId, describeSources, unsaidWarnings } from "../describe-sources.ts";
import type { Source } from "../describe-sources.ts";
import { textsFor } from "../texts.ts";
import { bold, italic, paragraph, quotation } from "./rich-text.ts";
import type { Block } from "./rich-text.ts";

/**
 * An answer as Telegram shows it: the text, quotations that stand on lines of their own as expandable blocks in
 * their places; the warnings in the open; then each document with the quotations that have not been shown yet.
 * `question` is shown above where the person asked it by a button, since the chat does not show it otherwise.
 */
export function renderAnswer(answer: Answer, question: string | null = null): Block[] {
  const { blocks, shown } = renderText(answer);
  const sources = describeSources(answer.citations, textsFor(answer.language));
  return [
    ...(question === null ? [] : [paragraph(italic(`❯ ${question}`))]),
    ...blocks,
    ...unsaidWarnings(answer).map((text) => paragraph(`⚠️ ${text}`)),
    ...sources.map((source) => renderSource(source, shown)),
  ];
}

/** Sets the quotations of the text apart: `«…» (locator)` at the end of a line, with at most a name before. */
function renderText(answer: Answer): { blocks: Block[]; shown: ReadonlySet<string> } {
  const shown = new Set<string>();
  let blocks: Block[] = [paragraph(answer.text)];
  for (const citation of answer.citations) {
    const { quote, locator } = citation;
    const id = citationId(citation);
    if (shown.has(id) || shown.size >= MOST_SET_APART) continue;
    const words = `«${quote}» (${locator})`;
    const cut = blocks.flatMap((block) =>
      block.kind === "quotation" ? [block] : cutOut(block, words, quote, locator),
    );
    if (cut.length === blocks.length && cut.every((block, index) => block === blocks[index])) continue;
    blocks = cut;
    shown.add(id);
  }
  return { blocks, shown };
}

const MOST_SET_APART = 12;

function cutOut(block: Block, words: string, quote: string, locator: string): Block[] {
  const text = block.runs.map((run) => run.text).join("");
  const at = text.indexOf(words);
  if (at < 0) return [block];
  const before = text.slice(0, at);
  const after = text.slice(at + words.length);
  const standsApart = /(^|\n|: )$/.test(before) && (after === "" || after.startsWith("\n"));
  if (!standsApart) return [block];
  const quoted = quotation(`«${quote}»\n— ${locator}`);
  return [paragraph(before), quoted, paragraph(after)].filter(({ runs }) =>
    runs.some((run) => run.text.trim() !== ""),
  );
}

function renderSource(source: Source, shown: ReadonlySet<string>): Block {
  const rest = source.quotes.filter(({ id }) => !shown.has(id));
  return quotation(bold(source.heading), ...rest.map(({ quote, place }) => `\n«${quote}»\n— ${place}`));
}
