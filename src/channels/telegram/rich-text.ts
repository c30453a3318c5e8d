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

/** UTF-16 units of a message as Telegram counts it: after the mark-up has been read. */
export function visibleLength(blocks: readonly Block[]): number {
  return visibleText(blocks).length;
}

function visibleText(blocks: readonly Block[]): string {
  return joinBlocks(
    blocks,
    (run) => run.text,
    (text) => text,
  );
}

/** The bold, italic and quoted stretches of a message; Telegram keeps a hundred at most. */
export function countEntities(blocks: readonly Block[]): number {
  const inBlock = ({ kind, runs }: Block): number =>
    (kind === "quotation" ? 1 : 0) + runs.filter(({ style }) => style !== undefined).length;
  return blocks.reduce((count, block) => count + inBlock(block), 0);
}

/** An empty line between paragraphs; a quotation stands apart by itself. */
function joinBlocks(
  blocks: readonly Block[],
  renderRun: (run: Run) => string,
  renderQuotation: (inner: string) => string,
): string {
  let joined = "";
  let previous: Block | null = null;
  for (const block of blocks) {
    const isQuotation = block.kind === "quotation";
    if (previous !== null) joined += isQuotation !== (previous.kind === "quotation") ? "\n" : "\n\n";
    const inner = block.runs.map(renderRun).join("");
    joined += isQuotation ? renderQuotation(inner) : inner;
    previous = block;
  }
  return joined;
}

/** HTML as the Bot API reads it: only the tags that it knows, the three characters escaped. */
export function renderHtml(blocks: readonly Block[]): string {
  return joinBlocks(blocks, renderRun, (inner) => `<blockquote expandable>${inner}</blockquote>`);
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
