import type { ExtractedBlock, ExtractedDocument, ExtractedLine, ExtractedTable } from "./extracted.ts";
import { cleanText, decodeUnicode } from "./text/decode-text.ts";
import { joinSegmentedWords, looksSegmented } from "./text/join-segmented-words.ts";
import type { TextTable } from "./text/read-bar-tables.ts";
import { readLoneBarTable, readPipeTable } from "./text/read-bar-tables.ts";
import { readOpenBarTable } from "./text/read-open-bar-table.ts";
import { readHtmlTable } from "./text/read-html-table.ts";
import type { EmphasisState } from "./text/strip-markdown.ts";
import { looksLikeMarkdown, stripMarkdown } from "./text/strip-markdown.ts";

interface Place {
  readonly line: number;
  readonly page: number | null;
}

function markdownLine(source: string, state: EmphasisState, place: Place): ExtractedLine {
  if (source.trim() === "") {
    state.bold = state.italic = false;
    return { kind: "line", text: "", ...place };
  }
  const stripped = stripMarkdown(source, state);
  return {
    kind: "line",
    text: stripped.text,
    ...place,
    ...(stripped.headingLevel === null ? {} : { headingLevel: stripped.headingLevel }),
    ...(stripped.bold ? { bold: true } : {}),
    ...(stripped.emphasised > 0 ? { emphasised: stripped.emphasised } : {}),
    ...(stripped.open ? { continues: true } : {}),
  };
}

function stripCell(cell: string): string {
  const state: EmphasisState = { bold: false, italic: false };
  return cell
    .split("\n")
    .map((line) => stripMarkdown(line, state).text.trim())
    .filter((line) => line !== "")
    .join("\n");
}

function toTable(table: TextTable, place: Place): ExtractedTable {
  return { kind: "table", rows: table.rows.map((row) => row.map(stripCell)), ...place };
}

function readMarkdown(lines: readonly string[], placeOf: (index: number) => Place): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  const state: EmphasisState = { bold: false, italic: false };
  for (let i = 0; i < lines.length; i++) {
    const table =
      readPipeTable(lines, i) ??
      readLoneBarTable(lines, i) ??
      readOpenBarTable(lines, i) ??
      readHtmlTable(lines, i);
    if (table) {
      if (table.rows.length > 0) blocks.push(toTable(table, placeOf(i)));
      else blocks.push({ kind: "line", text: "", ...placeOf(i) });
      i = table.end - 1;
      state.bold = state.italic = false;
    } else if (!/^\s*(?:```|~~~)/.test(lines[i] ?? "")) {
      blocks.push(markdownLine(lines[i] ?? "", state, placeOf(i)));
    }
  }
  return blocks;
}

/** Plain lines, and the tables that a page saved as text writes with bars between its cells. */
function readPlain(lines: readonly string[], placeOf: (index: number) => Place): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  for (let i = 0; i < lines.length; i++) {
    const table = readOpenBarTable(lines, i);
    if (table) {
      blocks.push({ kind: "table", rows: table.rows, ...placeOf(i) });
      i = table.end - 1;
    } else blocks.push({ kind: "line", text: lines[i] ?? "", ...placeOf(i) });
  }
  return blocks;
}

/** Reads UTF-8 (or, with a byte order mark, UTF-16) text and Markdown, as `extractDecoded` does what is decoded. */
export function extractText(bytes: Uint8Array, name: string): ExtractedDocument {
  return extractDecoded(decodeUnicode(bytes), name);
}

/**
 * Reads NFC text and Markdown into lines and tables. Form feeds are page breaks; blank lines come as lines without text.
 * Word-segmented corpora («bảo_hiểm y_tế») are joined again. Never throws: what is no text becomes a message.
 */
export function extractDecoded(decoded: string, name: string): ExtractedDocument {
  const { text, messages } = cleanText(decoded);
  const segmented = looksSegmented(text);
  const lines: string[] = [];
  const pages: number[] = [];
  let page = 1;
  for (const line of (segmented ? joinSegmentedWords(text) : text).split("\n")) {
    const parts = line.split("\f");
    page += parts.length - 1;
    lines.push(parts.join(" "));
    pages.push(page);
  }
  const placeOf = (index: number): Place => ({
    line: index + 1,
    page: page > 1 ? (pages[index] ?? null) : null,
  });
  const markdown = looksLikeMarkdown(lines, name);
  const blocks = markdown ? readMarkdown(lines, placeOf) : readPlain(lines, placeOf);
  return { format: markdown ? "markdown" : "text", blocks, pageCount: page > 1 ? page : null, messages };
}
