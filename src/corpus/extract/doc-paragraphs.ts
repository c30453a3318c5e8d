import { locate, viewOf } from "./doc-pieces.ts";

const PAPX_TABLE = 0x102;
const PAGE = 512;

/** What of a paragraph's properties matters for reading. */
export interface DocParagraphProperties {
  readonly inTable: boolean;
  /** The mark that ends a table's row. */
  readonly endsRow: boolean;
  /** 1-based list (LFO) that numbers it, and its level; 0 for none. */
  readonly list: number;
  readonly listLevel: number;
  /** 1–9 where the paragraph is a heading of the outline. */
  readonly outlineLevel: number | null;
  /** Of a row's end: its cells' edges, in twentieths of a point, and whether each cell goes on the one above. */
  readonly edges: readonly number[];
  readonly coveredCells: readonly boolean[];
}

const NO_PROPERTIES: DocParagraphProperties = {
  inTable: false,
  endsRow: false,
  list: 0,
  listLevel: 0,
  outlineLevel: null,
  edges: [],
  coveredCells: [],
};

/** Properties of the paragraph that holds the byte at an offset of the WordDocument stream. */
export type ParagraphLookup = (offset: number) => DocParagraphProperties;

/** Reads the pages of paragraph properties ([MS-DOC] 2.9.33 PlcBtePapx, PapxFkp); damaged pages say nothing. */
export function readParagraphProperties(
  main: Uint8Array,
  table: Uint8Array,
  data: Uint8Array,
): ParagraphLookup {
  const { offset, length } = locate(main, PAPX_TABLE);
  const view = viewOf(table);
  const count = Math.floor((length - 4) / 8);
  const runs: { from: number; to: number; properties: DocParagraphProperties }[] = [];
  for (let index = 0; index < count; index++) {
    const at = offset + 4 * (count + 1) + 4 * index;
    if (at + 4 > table.length) break;
    const page = (view.getUint32(at, true) & 0x3f_ffff) * PAGE;
    if (page + PAGE <= main.length) runs.push(...readPage(main.subarray(page, page + PAGE), data));
  }
  runs.sort((a, b) => a.from - b.from);
  return (byte) => {
    let [low, high] = [0, runs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = runs[middle];
      if (run === undefined) break;
      if (byte < run.from) high = middle - 1;
      else if (byte >= run.to) low = middle + 1;
      else return run.properties;
    }
    return NO_PROPERTIES;
  };
}

function readPage(
  page: Uint8Array,
  data: Uint8Array,
): { from: number; to: number; properties: DocParagraphProperties }[] {
  const view = viewOf(page);
  const count = page[PAGE - 1] ?? 0;
  const runs: { from: number; to: number; properties: DocParagraphProperties }[] = [];
  for (let index = 0; index < count; index++) {
    const entry = 4 * (count + 1) + 13 * index;
    if (entry >= PAGE) break;
    const at = (page[entry] ?? 0) * 2;
    const short = page[at] ?? 0;
    const start = short === 0 ? at + 2 : at + 1;
    const size = short === 0 ? (page[at + 1] ?? 0) * 2 : short * 2 - 1;
    const properties =
      at === 0
        ? NO_PROPERTIES
        : readProperties(page.subarray(start + 2, Math.min(PAGE - 1, start + size)), data);
    runs.push({
      from: view.getUint32(4 * index, true),
      to: view.getUint32(4 * (index + 1), true),
      properties,
    });
  }
  return runs;
}

const HUGE = 0x6646;
const NO_DATA = new Uint8Array();

/** Sizes of operands by the upper three bits of a property's code; 6 is told by its first byte. */
const OPERAND_SIZES = [1, 1, 2, 4, 2, 2, -1, 3] as const;

function readProperties(bytes: Uint8Array, data: Uint8Array): DocParagraphProperties {
  const view = viewOf(bytes);
  const read: { -readonly [K in keyof DocParagraphProperties]: DocParagraphProperties[K] } = {
    ...NO_PROPERTIES,
  };
  for (let at = 0; at + 3 <= bytes.length;) {
    const code = view.getUint16(at, true);
    at += 2;
    const fixed = OPERAND_SIZES[code >> 13] ?? 1;
    const isTable = code === 0xd608;
    const size =
      fixed >= 0 ? fixed : isTable ? 1 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0) : 1 + (bytes[at] ?? 0);
    const value = bytes[at] ?? 0;
    if (code === 0x2416) read.inTable = value !== 0;
    else if (code === 0x2417) read.endsRow = value !== 0;
    else if (code === 0x260a) read.listLevel = value;
    else if (code === 0x460b && at + 2 <= bytes.length) read.list = view.getUint16(at, true);
    else if (code === 0x2640) read.outlineLevel = value < 9 ? value + 1 : null;
    else if (code === HUGE && at + 4 <= bytes.length) {
      // Too many for the page: they stand in the data stream, after their length.
      const place = view.getUint32(at, true);
      const length = (data[place] ?? 0) + 256 * (data[place + 1] ?? 0);
      return readProperties(data.subarray(place + 2, place + 2 + length), NO_DATA);
    } else if (isTable) Object.assign(read, readRow(bytes.subarray(at + 2, at + size)));
    at += size;
  }
  return read;
}

/** The definition of a row: edges of its cells, then 20 bytes a cell whose first bits tell the merges. */
function readRow(bytes: Uint8Array): { edges: number[]; coveredCells: boolean[] } {
  const view = viewOf(bytes);
  const count = bytes[0] ?? 0;
  const edges: number[] = [];
  const coveredCells: boolean[] = [];
  for (let index = 0; index <= count && 3 + 2 * index <= bytes.length; index++)
    edges.push(view.getInt16(1 + 2 * index, true));
  for (let index = 0; index < count; index++) {
    const at = 1 + 2 * (count + 1) + 20 * index;
    const flags = at + 2 <= bytes.length ? view.getUint16(at, true) : 0;
    coveredCells.push((flags & 0x20) !== 0 && (flags & 0x40) === 0);
  }
  return { edges, coveredCells };
}
