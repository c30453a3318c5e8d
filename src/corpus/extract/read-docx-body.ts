import type { Message } from "../../shared/message.ts";
import type { ExtractedBlock, ExtractedLine } from "../extracted.ts";
import { decodeByFont } from "../decode-by-font.ts";
import type { Numbering } from "./list-numbering.ts";
import type { DocxStyle, DocxStyles } from "./docx-styles.ts";
import { runProperties } from "./docx-styles.ts";
import type { XmlElement } from "./read-xml.ts";
import { childElements, firstElement, valueAt } from "./read-xml.ts";
import type { GridCell } from "./table-grid.ts";
import { spreadMergedCells } from "./table-grid.ts";

export interface DocxContext {
  readonly styles: DocxStyles;
  readonly numbering: Numbering;
  /** Remarks are added here. */
  readonly messages: Message[];
}

export interface DocxBody {
  readonly blocks: readonly ExtractedBlock[];
  /** Ids of the notes that the text refers to, in order, with their mark «[1]». */
  readonly footnotes: ReadonlyMap<string, string>;
  readonly endnotes: ReadonlyMap<string, string>;
}

/** Elements that only wrap others; deletions, moved-away text and field codes are not among them. */
const WRAPPERS = new Set([
  "body",
  "document",
  "sdt",
  "sdtContent",
  "customXml",
  "smartTag",
  "ins",
  "moveTo",
  "hyperlink",
  "fldSimple",
  "dir",
  "bdo",
  "hdr",
  "ftr",
  "footnotes",
  "endnotes",
  "r",
  "Choice",
  "oMath",
  "oMathPara",
]);

/** Reads the paragraphs and tables under an element (a body, a header, a note) in order. */
export function readDocxBody(root: XmlElement, context: DocxContext): DocxBody {
  const footnotes = new Map<string, string>();
  const endnotes = new Map<string, string>();
  const blocks = readBlocks(root);
  return { blocks, footnotes, endnotes };

  function readBlocks(parent: XmlElement): ExtractedBlock[] {
    const found: ExtractedBlock[] = [];
    for (const child of childElements(parent)) {
      if (child.name === "p") found.push(...readParagraph(child));
      else if (child.name === "tbl") found.push(...readTable(child));
      else if (child.name === "AlternateContent") found.push(...readBlocks(alternativeOf(child)));
      else if (WRAPPERS.has(child.name)) found.push(...readBlocks(child));
    }
    return found;
  }

  function readParagraph(paragraph: XmlElement): ExtractedBlock[] {
    const properties = firstElement(paragraph, "pPr");
    const style = context.styles.of(valueAt(properties, "pStyle"));
    if (/^toc\s*\d/i.test(style.name)) return [];
    const boxes: ExtractedBlock[] = [];
    const runs: { text: string; bold: boolean }[] = [];
    readRuns(paragraph, style, runs, boxes);
    const text = runs.map((run) => run.text).join("");
    const label = text.trim() === "" ? "" : labelOf(properties, style);
    const inked = runs.filter((run) => run.text.trim() !== "");
    const common = {
      kind: "line" as const,
      line: null,
      page: null,
      paragraph: true,
      ...(style.headingLevel !== undefined &&
        style.headingLevel <= 6 && { headingLevel: style.headingLevel }),
      ...(inked.length > 0 && inked.every((run) => run.bold) && { bold: true }),
    };
    const lines = `${label}${label === "" ? "" : " "}${text}`.split("\n").map((line) => line.trim());
    return [
      ...boxes,
      ...lines.filter((line) => line !== "").map((line): ExtractedLine => ({ ...common, text: line })),
    ];
  }

  function labelOf(properties: XmlElement | undefined, style: DocxStyle): string {
    const numId = valueAt(properties, "numPr", "numId") ?? style.numId;
    if (numId === undefined || numId === "0") return "";
    const level = Number(valueAt(properties, "numPr", "ilvl") ?? style.numLevel ?? 0);
    return context.numbering.next(numId, level);
  }

  function readRuns(
    parent: XmlElement,
    paragraphStyle: DocxStyle,
    runs: { text: string; bold: boolean }[],
    boxes: ExtractedBlock[],
  ): void {
    for (const child of childElements(parent)) {
      if (child.name === "r") readRun(child, paragraphStyle, runs, boxes);
      else if (child.name === "AlternateContent") readRuns(alternativeOf(child), paragraphStyle, runs, boxes);
      else if (WRAPPERS.has(child.name)) readRuns(child, paragraphStyle, runs, boxes);
    }
  }

  function readRun(
    run: XmlElement,
    paragraphStyle: DocxStyle,
    runs: { text: string; bold: boolean }[],
    boxes: ExtractedBlock[],
  ): void {
    const properties = firstElement(run, "rPr");
    const styleId = valueAt(properties, "rStyle");
    const characterStyle = styleId === undefined ? {} : { caps: context.styles.of(styleId).caps };
    const style = {
      ...paragraphStyle,
      ...(characterStyle.caps === true && { caps: true }),
      ...runProperties(properties),
    };
    if (style.hidden === true) return;
    let text = "";
    const visit = (element: XmlElement): void => {
      for (const child of childElements(element)) {
        if (child.name === "t") text += child.children.filter((part) => typeof part === "string").join("");
        else if (child.name === "tab" || child.name === "ptab") text += "\t";
        else if (child.name === "br" || child.name === "cr")
          text += child.attributes["type"] === "page" ? "" : "\n";
        else if (child.name === "noBreakHyphen") text += "-";
        else if (child.name === "sym") text += symbolOf(child);
        else if (child.name === "footnoteReference") text += markOf(child, footnotes);
        else if (child.name === "endnoteReference") text += markOf(child, endnotes);
        else if (child.name === "AlternateContent") visit(alternativeOf(child));
        else if (child.name === "drawing" || child.name === "pict" || child.name === "object") {
          for (const box of boxContents(child)) boxes.push(...readBlocks(box));
        }
      }
    };
    visit(run);
    text = decodeByFont(text, style.font);
    runs.push({ text: style.caps === true ? text.toLocaleUpperCase("vi") : text, bold: style.bold === true });
  }

  function markOf(reference: XmlElement, notes: Map<string, string>): string {
    const id = reference.attributes["id"] ?? "";
    const mark = `[${footnotes.size + endnotes.size + 1}]`;
    if (!notes.has(id)) notes.set(id, mark);
    return notes.get(id) ?? mark;
  }

  function readTable(table: XmlElement): ExtractedBlock[] {
    const rows = unwrapped(table, "tr").map((row) => {
      const cells: (GridCell & { covered: boolean })[] = [];
      const before = Number(valueAt(row, "trPr", "gridBefore") ?? 0);
      if (before > 0) cells.push({ text: "", columns: before, rows: 1, covered: false });
      for (const cell of unwrapped(row, "tc")) {
        const properties = firstElement(cell, "tcPr");
        const merge = firstElement(properties, "vMerge");
        cells.push({
          text: cellText(readBlocks(cell)),
          columns: Math.max(1, Number(valueAt(properties, "gridSpan") ?? 1) || 1),
          rows: 1,
          covered: merge !== undefined && merge.attributes["val"] !== "restart",
        });
      }
      return cells;
    });
    const spread = spreadMergedCells(rows).map((row) => [...row]);
    rows.forEach((cells, rowIndex) => {
      let column = 0;
      for (const cell of cells) {
        for (let at = column; at < column + cell.columns; at++) {
          const row = spread[rowIndex];
          if (cell.covered && row?.[at] !== undefined) row[at] = spread[rowIndex - 1]?.[at] ?? "";
        }
        column += cell.columns;
      }
    });
    if (spread.every((row) => row.every((cell) => cell.trim() === ""))) return [];
    return [{ kind: "table", rows: spread, line: null, page: null }];
  }
}

/** Rows or cells of a table, also those inside content controls and insertions. */
function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return childElements(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) ? unwrapped(child, name) : [];
  });
}

/** A table within a cell becomes lines of the cell. */
function cellText(blocks: readonly ExtractedBlock[]): string {
  return blocks
    .map((block) => (block.kind === "line" ? block.text : block.rows.map((row) => row.join(" ")).join("\n")))
    .join("\n");
}

/** The first choice of an AlternateContent, or its fallback: the same content twice is read once. */
function alternativeOf(element: XmlElement): XmlElement {
  const choices = childElements(element);
  return choices.find((choice) => choice.name === "Choice") ?? choices.at(0) ?? element;
}

/** The text boxes in a drawing. */
function boxContents(element: XmlElement): XmlElement[] {
  return childElements(element).flatMap((child) =>
    child.name === "txbxContent"
      ? [child]
      : boxContents(child.name === "AlternateContent" ? alternativeOf(child) : child),
  );
}

/** A character given by its code in a symbol font. */
function symbolOf(symbol: XmlElement): string {
  const code = Number.parseInt(symbol.attributes["char"] ?? "", 16);
  if (Number.isNaN(code)) return "";
  const known: Readonly<Record<number, string>> = {
    0xf02d: "-",
    0xf0b3: "≥",
    0xf0a3: "≤",
    0xf0b7: "•",
    0xf0b1: "±",
  };
  return known[code] ?? (code >= 0xf020 && code <= 0xf07e ? String.fromCharCode(code - 0xf000) : "");
}
