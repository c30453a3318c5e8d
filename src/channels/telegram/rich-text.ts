/**
 * A message before it is cut and marked up: paragraphs and expandable quotations of plain runs. Cutting works
 * on these, never on HTML, so that no cut can break the mark-up.
 */
export interface Block {
  readonly kind: "paragraph" | "quotation";
  readonly runs: readonly Run[];
}

export interface Run {
  readonly text: string;
  readonly style?: "bold" | "italic";
}

export const paragraph = (...runs: readonly (Run | string)[]): Block => ({
  kind: "paragraph",
  runs: runs.map(asRun),
});

export const quotation = (...runs: readonly (Run | string)[]): Block => ({
  kind: "quotation",
  runs: runs.map(asRun),
});

export const bold = (text: string): Run => ({ text, style: "bold" });
export const italic = (text: string): Run => ({ text, style: "italic" });

function asRun(run: Run | string): Run {
  return typeof run === "string" ? { text: run } : run;
}

/** Between two blocks of a message. */
const SEPARATOR = "\n\n";

/** UTF-16 units of a message as Telegram counts it: after the mark-up has been read. */
export function visibleLength(blocks: readonly Block[]): number {
  return visibleText(blocks).length;
}

export function visibleText(blocks: readonly Block[]): string {
  return blocks.map((block) => block.runs.map((run) => run.text).join("")).join(SEPARATOR);
}

/** HTML as the Bot API reads it: only the tags that it knows, the three characters escaped. */
export function renderHtml(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      const inner = block.runs.map(renderRun).join("");
      return block.kind === "quotation" ? `<blockquote expandable>${inner}</blockquote>` : inner;
    })
    .join(SEPARATOR);
}

function renderRun(run: Run): string {
  const text = escapeHtml(run.text);
  if (run.style === undefined) return text;
  const tag = run.style === "bold" ? "b" : "i";
  return `<${tag}>${text}</${tag}>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
