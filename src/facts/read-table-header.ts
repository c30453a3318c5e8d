import { startsWithBody } from "./body-phrase.ts";
import { findQuantities } from "./find-quantities.ts";
import type { TableCell } from "./table-cells.ts";
import { readUnit } from "./unit.ts";

export type TableRow = readonly TableCell[];

/** A column of figures: what its heading says of them. */
export interface ValueColumn {
  readonly column: number;
  /** The heading's words without years and units: «Số người tham gia BHXH tự nguyện». */
  readonly heading: string;
  readonly year: number | null;
  /** Already reached, or reckoned so, when the text was written. */
  readonly reached: boolean;
  /** The unit that the heading says: «(căn hộ)», «Số người …». */
  readonly unit: string | null;
}

/** What a table of figures has in which column. */
export interface TableHeader {
  /** Index of the first row of data. */
  readonly dataStart: number;
  readonly name: number;
  readonly unit: number | null;
  readonly values: readonly ValueColumn[];
  /** The rows are places or bodies, and the columns say what is counted there. */
  readonly isByPlace: boolean;
}

const NAME = /chỉ tiêu|mục tiêu|nội dung|tên|danh mục|chỉ số/iu;
const UNIT = /đơn vị tính|đơn vị|ĐVT|đvt/iu;
const ORDINAL = /^(?:số\s+)?(?:S?TT|thứ tự)$/iu;
const SCORES =
  /(?<!(?:địa|thời|trọng|quan|ưu|đặc)\s)điểm(?!\s(?:trường|du lịch|đến|dân cư|phần trăm|%))|chấm|xếp loại|tiêu chí thi đua/iu;
const REACHED =
  /hiện trạng|thực hiện|hiện nay|ước|kết quả|năm gốc|hiện có|(?:^|\s)đã\s|l[ũu][ỹy] kế|cùng kỳ/iu;
const AIMED = /mục tiêu|kế hoạch|phấn đấu|chỉ tiêu|đến năm/iu;
const VALUE = /chỉ tiêu|mục tiêu|kế hoạch|phấn đấu|kết quả|giá trị|số lượng/iu;
/** How the heading of a column names an indicator of its own. */
const INDICATOR = /^(?:số|tổng số|tỷ lệ|tỉ lệ|tỷ trọng|diện tích|sản lượng|mức)\s/iu;
const NO_VALUE = /kinh phí|vốn|ngân sách|dự toán|ghi chú|dân số|thời gian|thời hạn|tiến độ|nguồn|số thứ tự/iu;
/** «So với năm 2025», «KH 2026/TH 2025»: a comparison of two columns. */
const COMPARES = /so (?:với|sánh)|tăng,? giảm|\d{4}\s*\/\D*\d{4}/iu;
const PLACE = /địa phương|địa bàn|đơn vị|huyện|xã|phường|tỉnh|thành phố|quận|thôn/iu;
const PLACE_NAME = /^(?:TP|Thành phố|Thị xã|Huyện|Quận|Xã|Phường|Thị trấn|Tỉnh|Thôn|Ấp)(?!\p{L})/u;
const YEAR = /(?:19|20)\d{2}/gu;
const SAYS_ANYTHING = /[\p{L}\d]/u;
const MOST_HEADER_ROWS = 3;

const textAt = (row: TableRow | undefined, column: number): string => row?.[column]?.text.trim() ?? "";

const holdsFigure = (row: TableRow): boolean =>
  row.slice(1).some(({ text }) => /\d/.test(text.replace(YEAR, "")));
/** «(1) (2) (3)»: the columns are numbered. */
const numbersColumns = (row: TableRow): boolean =>
  row.every(({ text }) => /^\s*(?:\(?\d{1,2}\)?(?:\s*=.*)?|\(?[A-Z]\)?)?\s*$/u.test(text)) &&
  row
    .filter(({ text }) => /\d/.test(text))
    .every(({ text }, i, all) => i === 0 || text !== all[i - 1]?.text) &&
  row.some(({ text }) => /^\s*\(?2\)?\s*$/u.test(text));

/** The header goes on in rows whose first cell is blank or merged with the one above. */
function findDataStart(rows: readonly TableRow[]): number {
  let start = 1;
  while (start < Math.min(MOST_HEADER_ROWS, rows.length)) {
    const row = rows[start];
    if (!row) break;
    const first = textAt(row, 0);
    const goesOn = (first === "" || first === textAt(rows[0], 0)) && !holdsFigure(row);
    if (!goesOn && !numbersColumns(row)) break;
    start++;
  }
  return start;
}

/** Words of a column's heading over the header's rows; a merged cell's words come once, and reach over blank ones. */
function headingOf(rows: readonly TableRow[], until: number, column: number): string {
  const parts = rows.slice(0, until).map((row, i) => {
    if (numbersColumns(row)) return "";
    const own = textAt(row, column);
    if (
      own !== "" ||
      i > 0 ||
      until < 2 ||
      !rows.slice(1, until).some((below) => textAt(below, column) !== "")
    )
      return own;
    for (let left = column - 1; left >= 0; left--) if (textAt(row, left) !== "") return textAt(row, left);
    return own;
  });
  return [...new Set(parts)].filter((part) => part !== "").join(" ");
}

function isNumeric(rows: readonly TableRow[], column: number): boolean {
  const cells = rows.map((row) => textAt(row, column)).filter((text) => SAYS_ANYTHING.test(text));
  const figures = cells.filter(
    (text) => /^\D{0,24}\d/u.test(text) && text.length <= 60 && findQuantities(text).length > 0,
  );
  return cells.length > 0 && figures.length * 2 >= cells.length;
}

/** «Đơn vị» heads units of measure or the names of bodies and places: its cells tell. */
function holdsUnits(heading: string, rows: readonly TableRow[], column: number): boolean {
  if (!UNIT.test(heading)) return false;
  if (/tính|đvt/iu.test(heading)) return true;
  const cells = rows.map((row) => textAt(row, column)).filter((text) => text !== "");
  const others = cells.filter((text) => startsWithBody(text) || PLACE_NAME.test(text) || text.length > 50);
  return cells.length > 0 && others.length * 2 < cells.length;
}

function unitOfHeading(heading: string): string | null {
  const bracket = /\(\s*(?:ĐVT\s*:\s*|đơn vị(?: tính)?\s*:\s*)?([^()\d]{1,30})\)/iu.exec(heading)?.[1];
  if (bracket !== undefined) return bracket.trim();
  if (/^(?:tỷ lệ|tỉ lệ|tỷ trọng)/iu.test(heading)) return "%";
  const counted = /^(?:tổng\s+)?số(?: lượng)?(\s.+)$/iu.exec(heading)?.[1];
  return counted === undefined ? null : readUnit(counted, 0).unit;
}

const plainHeading = (heading: string): string =>
  heading
    .replace(/\([^()]*\)/gu, " ")
    .replace(/(?:(?:đến|giai đoạn)\s+)?(?:năm\s+)?(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?/giu, " ")
    .replace(/\s+/gu, " ")
    .trim();

/** What a column of figures says; null where it says nothing that could be aimed at. `isGoals`: the table lists goals. */
function readColumn(
  heading: string,
  column: number,
  isGoals: boolean,
  documentYear: number | null,
): ValueColumn | null {
  if (COMPARES.test(heading)) return null;
  const printed = heading.match(YEAR)?.at(-1);
  const base = { column, heading: plainHeading(heading), unit: unitOfHeading(heading) };
  if (printed !== undefined) {
    const year = Number(printed);
    const isPast = documentYear !== null && year < documentYear;
    const reached =
      REACHED.test(heading) || /(?:^|\s)TH(?:\s|$)/u.test(heading) || (!AIMED.test(heading) && isPast);
    return { ...base, year, reached };
  }
  if (!isGoals || NO_VALUE.test(heading) || !(VALUE.test(heading) || INDICATOR.test(heading))) return null;
  return { ...base, year: null, reached: /hiện trạng|hiện nay|hiện có|(?:^|\s)đã\s|ước/iu.test(heading) };
}

/** Reads the header of a table of figures; null where the table is none, or one of scores. */
export function readTableHeader(
  rows: readonly TableRow[],
  documentYear: number | null,
  isGoals: boolean,
): TableHeader | null {
  const dataStart = findDataStart(rows);
  const data = rows.slice(dataStart);
  const width = Math.max(...rows.map((row) => row.length), 0);
  const headings = Array.from({ length: width }, (_, column) => headingOf(rows, dataStart, column));
  if (data.length === 0 || headings.some((heading) => SCORES.test(heading))) return null;
  const listsGoals = isGoals || headings.some((heading) => /chỉ tiêu|mục tiêu/iu.test(heading));
  const unit = headings.findIndex((heading, i) => holdsUnits(heading, data, i));
  const values: ValueColumn[] = [];
  const labels: number[] = [];
  headings.forEach((heading, column) => {
    if (column === unit || ORDINAL.test(heading)) return;
    if (!isNumeric(data, column)) labels.push(column);
    else {
      const value = readColumn(heading, column, listsGoals, documentYear);
      if (value) values.push(value);
    }
  });
  const firstValue = values[0]?.column ?? -1;
  const before = labels.filter((column) => column < firstValue && headings[column] !== "");
  const name = before.find((column) => NAME.test(headings[column] ?? "")) ?? before[0];
  if (name === undefined) return null;
  const label = headings[name] ?? "";
  const isByPlace = PLACE.test(label) && !/chỉ tiêu|nội dung|chỉ số|nhiệm vụ/iu.test(label);
  if (!isByPlace && !NAME.test(label)) return null;
  return { dataStart, name, unit: unit < 0 ? null : unit, values, isByPlace };
}
