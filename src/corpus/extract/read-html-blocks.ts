import { decodeByFont } from "../decode-by-font.ts";
import type { ExtractedBlock, ExtractedLine } from "../extracted.ts";
import { toRoman } from "../roman-numeral.ts";
import { toLetters } from "./list-labels.ts";
import { isFurniture, textOf } from "./main-content.ts";
import type { XmlElement } from "./read-xml.ts";
import { childElements } from "./read-xml.ts";
import type { GridCell } from "./table-grid.ts";
import { spreadMergedCells } from "./table-grid.ts";

const INLINE = new Set([
  "a",
  "abbr",
  "acronym",
  "b",
  "bdi",
  "bdo",
  "big",
  "cite",
  "code",
  "data",
  "del",
  "dfn",
  "em",
  "font",
  "i",
  "ins",
  "kbd",
  "label",
  "mark",
  "o:p",
  "p",
  "q",
  "s",
  "samp",
  "small",
  "span",
  "strike",
  "strong",
  "sub",
  "sup",
  "time",
  "tt",
  "u",
  "var",
  "wbr",
  "nobr",
  "st1",
]);
INLINE.delete("p");

/** What holds for the text within an element. */
interface Manner {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly headingLevel: number | null;
  readonly font: string | undefined;
  readonly keepsLines: boolean;
  readonly inLink: boolean;
}

interface Run {
  readonly text: string;
  readonly marked: boolean;
  readonly bold: boolean;
}

/**
 * Reads the blocks of a page's content in order: each paragraph a line, each table of data a table. With
 * `knowsFonts` text in fonts of a legacy encoding is turned into Unicode.
 */
export function readHtmlBlocks(content: XmlElement, knowsFonts: boolean): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  let runs: Run[] = [];
  let level: number | null = null;

  const flush = (): void => {
    const line = toLine(runs, level);
    if (line !== null) blocks.push(line);
    runs = [];
  };

  const visit = (element: XmlElement, manner: Manner): void => {
    let item = startOf(element);
    for (const child of element.children) {
      if (typeof child === "string") {
        addText(child, manner);
        continue;
      }
      if (isFurniture(child)) continue;
      const inner = mannerOf(child, manner, knowsFonts);
      if (child.name === "br" || child.name === "hr") flush();
      else if (child.name === "sup") runs.push(run(superscript(child, runs, manner), inner));
      else if (INLINE.has(child.name)) visit(child, inner);
      else if (child.name === "table") {
        flush();
        readTable(child, inner);
      } else {
        flush();
        level = inner.headingLevel;
        if (child.name === "li") {
          item = Number(child.attributes["value"] ?? item) || item;
          const label = labelOf(element, item++);
          if (label !== "") runs.push({ text: `${label} `, marked: false, bold: false });
        }
        visit(child, inner);
        flush();
        level = manner.headingLevel;
      }
    }
  };

  const addText = (text: string, manner: Manner): void => {
    if (!manner.keepsLines) {
      runs.push(run(text, manner));
      return;
    }
    text.split("\n").forEach((line, index) => {
      if (index > 0) flush();
      runs.push(run(line, manner));
    });
  };

  const readTable = (table: XmlElement, manner: Manner): void => {
    const rows = rowsOf(table);
    if (isContainer(rows)) {
      for (const row of rows) {
        for (const cell of row) {
          visit(cell, manner);
          flush();
        }
      }
      return;
    }
    const grid = rows.map((row) => row.map((cell): GridCell => gridCell(cell, knowsFonts)));
    const spread = spreadMergedCells(grid);
    if (spread.some((row) => row.some((cell) => cell !== ""))) {
      blocks.push({ kind: "table", rows: spread, line: null, page: null });
    }
  };

  visit(content, {
    bold: false,
    italic: false,
    headingLevel: null,
    font: undefined,
    keepsLines: false,
    inLink: false,
  });
  flush();
  return blocks;
}

function run(text: string, manner: Manner): Run {
  return { text: decodeByFont(text, manner.font), marked: manner.bold || manner.italic, bold: manner.bold };
}

function toLine(runs: readonly Run[], level: number | null): ExtractedLine | null {
  let text = "";
  let emphasised = 0;
  let allMarked = true;
  let bold = true;
  for (const part of runs) {
    const squeezed = part.text.replace(/[\s\u00a0]+/gu, " ");
    const added = text === "" || text.endsWith(" ") ? squeezed.trimStart() : squeezed;
    text += added;
    if (added.trim() === "") continue;
    bold &&= part.bold;
    allMarked &&= part.marked;
    if (allMarked) emphasised = text.trimEnd().length;
  }
  text = text.trim();
  if (text === "") return null;
  return {
    kind: "line",
    text,
    line: null,
    page: null,
    paragraph: true,
    ...(level !== null && { headingLevel: level }),
    ...(bold && { bold: true }),
    ...(emphasised > 0 && emphasised < text.length && { emphasised }),
  };
}

function mannerOf(element: XmlElement, outer: Manner, knowsFonts: boolean): Manner {
  const style = element.attributes["style"] ?? "";
  const heading = /^h([1-6])$/.exec(element.name)?.[1];
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  const face = element.attributes["face"] ?? /font-family\s*:\s*['"]?([^;,'"]+)/i.exec(style)?.[1];
  return {
    bold:
      weight === undefined
        ? outer.bold || /^(?:b|strong|h\d|th)$/.test(element.name)
        : /^(?:bold|[6-9]00)/.test(weight),
    italic: outer.italic || /^(?:i|em)$/.test(element.name) || /font-style\s*:\s*italic/i.test(style),
    headingLevel: heading === undefined ? outer.headingLevel : Number(heading),
    font: knowsFonts ? (face?.trim() ?? outer.font) : undefined,
    keepsLines: outer.keepsLines || element.name === "pre" || /white-space\s*:\s*pre/i.test(style),
    inLink: outer.inLink || element.name === "a",
  };
}

/** «m²» reads «m2»; a raised number elsewhere is a note's mark and stands in brackets, apart from any figure. */
function superscript(element: XmlElement, before: readonly Run[], manner: Manner): string {
  const text = textOf(element).trim();
  if (!/^\d{1,3}$/.test(text)) return text;
  const last = before
    .map((part) => part.text)
    .join("")
    .slice(-3);
  return !manner.inLink && /(?:^|[\s\d.,/])(?:k|c|d|m)?m$/i.test(last) ? text : `[${text}]`;
}

function startOf(list: XmlElement): number {
  return Number.parseInt(list.attributes["start"] ?? "1", 10) || 1;
}

function labelOf(list: XmlElement, value: number): string {
  const style = list.attributes["style"] ?? "";
  const type = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(style)?.[1] ?? list.attributes["type"] ?? "";
  if (type === "none") return "";
  if (list.name !== "ol") return "-";
  switch (type) {
    case "a":
    case "lower-alpha":
    case "lower-latin":
      return `${toLetters(value)})`;
    case "A":
    case "upper-alpha":
    case "upper-latin":
      return `${toLetters(value).toUpperCase()}.`;
    case "i":
    case "lower-roman":
      return `${toRoman(value).toLowerCase()}.`;
    case "I":
    case "upper-roman":
      return `${toRoman(value)}.`;
    default:
      return `${value}.`;
  }
}

/** The cells of a table, row by row; those of tables within its cells apart. */
function rowsOf(table: XmlElement): XmlElement[][] {
  return childElements(table).flatMap((child) => {
    if (child.name === "tr") return [childElements(child).filter((cell) => /^t[dh]$/.test(cell.name))];
    return /^(?:thead|tbody|tfoot)$/.test(child.name) ? rowsOf(child) : [];
  });
}

/** Whether a table only frames a page: few cells, one of which holds a table or a whole text. */
function isContainer(rows: readonly (readonly XmlElement[])[]): boolean {
  const cells = rows.flat();
  if (cells.length === 1) return true;
  return cells.some((cell) => {
    const text = textOf(cell).trim();
    return text.length > 200 && (holdsTable(cell) || (text.length > 3000 && cells.length <= 6));
  });
}

function holdsTable(element: XmlElement): boolean {
  return childElements(element).some((child) => child.name === "table" || holdsTable(child));
}

function gridCell(cell: XmlElement, knowsFonts: boolean): GridCell {
  const lines = readHtmlBlocks(cell, knowsFonts).flatMap((block) =>
    block.kind === "line" ? [block.text] : block.rows.map((row) => row.join(" ")),
  );
  const span = (name: string): number => Math.max(1, Number.parseInt(cell.attributes[name] ?? "1", 10) || 1);
  const rows = cell.attributes["rowspan"] === "0" ? 1000 : span("rowspan");
  return { text: lines.join("\n"), columns: span("colspan"), rows };
}
