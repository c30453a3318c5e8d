import type { ExtractedBlock } from "../extracted.ts";
import type { DocParagraphProperties, ParagraphLookup } from "./doc-paragraphs.ts";
import type { DocText } from "./doc-pieces.ts";
import type { Numbering } from "./list-numbering.ts";

/** Edges of cells closer than this are one, in twentieths of a point. */
const SAME_EDGE = 60;
const CELL_END = "\u0007";
const FIELD_BEGIN = "\u0013";
const FIELD_RESULT = "\u0014";
const FIELD_END = "\u0015";
const NOTE = "\u0002";

interface Row {
  readonly cells: readonly string[];
  readonly edges: readonly number[];
  readonly covered: readonly boolean[];
}

/** The blocks of a binary Word file's main text: its marks tell paragraphs, cells and rows. */
export function readDocBlocks(
  document: DocText,
  lookup: ParagraphLookup,
  numbering: Numbering,
): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  const { text, lengths } = document;
  const offsetOf = byteOffsets(document);
  let rows: Row[] = [];
  let cells: string[] = [];
  let cell: string[] = [];
  let notes = 0;
  let field = 0;
  let codes = 0;
  let words = "";

  const flushTable = (): void => {
    if (cells.length + cell.length > 0)
      rows.push({ cells: [...cells, cell.join("\n")], edges: [], covered: [] });
    for (const table of partTables(rows).map(toGrid)) {
      if (table.every((row) => row.every((part) => part.trim() === ""))) continue;
      blocks.push({ kind: "table", rows: table, line: null, page: null });
    }
    [rows, cells, cell] = [[], [], []];
  };

  const endParagraph = (at: number, mark: string): void => {
    const properties = lookup(offsetOf(at));
    const line = labelled(words, properties);
    words = "";
    if (properties.endsRow && mark === CELL_END) {
      rows.push({ cells, edges: properties.edges, covered: properties.coveredCells });
      [cells, cell] = [[], []];
    } else if (mark === CELL_END) {
      if (line !== "") cell.push(line);
      cells.push(cell.join("\n"));
      cell = [];
    } else if (properties.inTable) {
      if (line !== "") cell.push(line);
    } else {
      flushTable();
      for (const part of line.split("\n")) {
        if (part.trim() === "") continue;
        const level = properties.outlineLevel;
        blocks.push({
          kind: "line",
          text: part.trim(),
          line: null,
          page: null,
          paragraph: true,
          ...(level !== null && level <= 6 && { headingLevel: level }),
        });
      }
    }
  };

  const labelled = (raw: string, { list, listLevel }: DocParagraphProperties): string => {
    const line = raw.replace(/[ \t\u00a0]+/gu, " ").trim();
    // 0x7FF and above take a paragraph out of its list.
    if (line === "" || list === 0 || list >= 0x7ff) return line;
    const label = numbering.next(String(list), listLevel);
    return label === "" ? line : `${label} ${line}`;
  };

  for (let at = 0; at < Math.min(lengths.text, text.length); at++) {
    const sign = text.charAt(at);
    if (sign === FIELD_BEGIN) {
      field++;
      codes++;
    } else if (sign === FIELD_RESULT) codes = Math.max(0, codes - 1);
    else if (sign === FIELD_END) {
      field = Math.max(0, field - 1);
      codes = Math.min(codes, field);
    } else if (sign === "\r" || sign === CELL_END || sign === "\f") endParagraph(at, sign);
    else if (codes > 0) continue;
    else if (sign === NOTE) words += lengths.footnotes > 0 ? `[${++notes}]` : "";
    else if (sign === "\u000b") words += "\n";
    else if (sign === "\u001e") words += "-";
    else if (sign >= " " || sign === "\t") words += sign;
  }
  endParagraph(Math.min(lengths.text, text.length), "\r");
  flushTable();
  return blocks;
}

/** From a character position to the byte where it stands; positions are asked in rising order. */
function byteOffsets({ pieces }: DocText): (position: number) => number {
  let index = 0;
  return (position) => {
    while (index < pieces.length - 1 && position >= (pieces[index]?.to ?? 0)) index++;
    const piece = pieces[index];
    return piece === undefined ? -1 : piece.offset + (position - piece.from) * piece.width;
  };
}

/** Tables with nothing between them run together in the file: another one begins where no column goes on. */
function partTables(rows: readonly Row[]): Row[][] {
  const tables: { rows: Row[]; inner: number[] }[] = [];
  for (const row of rows) {
    const inner = row.edges.slice(1, -1);
    const table = tables.at(-1);
    const goesOn =
      table === undefined ||
      inner.length === 0 ||
      table.inner.length === 0 ||
      inner.some((edge) => table.inner.some((known) => Math.abs(known - edge) <= SAME_EDGE));
    if (table === undefined || !goesOn) tables.push({ rows: [row], inner: [...inner] });
    else {
      table.rows.push(row);
      table.inner.push(...inner);
    }
  }
  return tables.map((table) => table.rows);
}

/** Lays rows whose cells have different edges on one grid, a wide cell's words in every column that it covers. */
function toGrid(rows: readonly Row[]): string[][] {
  const edges = [...new Set(rows.flatMap((row) => row.edges))].sort((a, b) => a - b);
  const distinct = edges.filter((edge, index) => index === 0 || edge - (edges[index - 1] ?? 0) > SAME_EDGE);
  const slot = (edge: number): number => distinct.findLastIndex((known) => known <= edge + SAME_EDGE);
  const grid: string[][] = [];
  for (const row of rows) {
    if (row.edges.length !== row.cells.length + 1) {
      grid.push([...row.cells]);
      continue;
    }
    const line: string[] = Array.from({ length: Math.max(1, distinct.length - 1) }, () => "");
    row.cells.forEach((words, index) => {
      const from = slot(row.edges[index] ?? 0);
      const to = slot(row.edges[index + 1] ?? 0);
      for (let column = from; column < Math.max(to, from + 1); column++) {
        const isCovered = row.covered[index] === true && words === "";
        line[column] = isCovered ? (grid.at(-1)?.[column] ?? "") : words;
      }
    });
    grid.push(line);
  }
  const width = Math.max(...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? ""));
}
