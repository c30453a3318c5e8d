import type { Provision } from "../corpus/provision.ts";
import type { TargetDraft } from "./target-draft.ts";
import type { FactPlace } from "./fact-place.ts";
import { scopeOf } from "./name-target.ts";
import type { Quantity } from "./quantity.ts";
import { findQuantities } from "./quantity.ts";
import { deadlineOfHeadings, findDeadlines } from "./read-deadline.ts";
import { readTargetParagraph } from "./read-target-paragraph.ts";
import type { TableCell } from "./table-cells.ts";
import { readTable } from "./table-cells.ts";

const NAME = /chỉ tiêu|mục tiêu|nội dung|tên|danh mục|chỉ số/iu;
const UNIT = /đơn vị tính|đơn vị|ĐVT|đvt/iu;
const SCORES = /điểm|chấm|xếp loại|tiêu chí thi đua/iu;
const REACHED = /hiện trạng|thực hiện|hiện nay|ước|kết quả|năm gốc|hiện có/iu;
const AIMED = /mục tiêu|kế hoạch|phấn đấu|chỉ tiêu|đến năm/iu;
const YEAR = /(?:19|20)\d{2}/gu;
const TIME = /thời gian|thời hạn|tiến độ|hoàn thành|lộ trình/iu;
const GOAL_TEXT = /chỉ tiêu|mục tiêu|kết quả (?:cần )?đạt/iu;
const MOST_HEADER_ROWS = 3;

interface Header {
  /** Index of the first row of data. */
  readonly dataStart: number;
  readonly name: number;
  readonly unit: number | null;
  /** Columns with a year, and whether they say what is already reached. */
  readonly years: readonly { readonly column: number; readonly year: number; readonly reached: boolean }[];
}

/** Words of a column's heading over the header's rows; a merged cell's words come once. */
function headingOf(rows: readonly (readonly TableCell[])[], until: number, column: number): string {
  return [...new Set(rows.slice(0, until).map((row) => row[column]?.text ?? ""))].join(" ");
}

const holdsFigure = (row: readonly TableCell[]): boolean =>
  row.slice(1).some(({ text }) => /\d/.test(text) && text.replace(YEAR, "").match(/\d/) !== null);

function readHeader(rows: readonly (readonly TableCell[])[], documentYear: number | null): Header | null {
  const first = rows.findIndex(holdsFigure);
  const dataStart = first < 0 ? 1 : Math.min(Math.max(first, 1), MOST_HEADER_ROWS);
  const width = Math.max(...rows.map((row) => row.length), 0);
  const years: { column: number; year: number; reached: boolean }[] = [];
  let name: number | null = null;
  let unit: number | null = null;
  for (let column = 0; column < width; column++) {
    const heading = headingOf(rows, dataStart, column);
    if (SCORES.test(heading)) return null;
    const year = Number(heading.match(YEAR)?.at(-1) ?? Number.NaN);
    if (UNIT.test(heading)) unit ??= column;
    else if (!Number.isNaN(year)) {
      const reached =
        REACHED.test(heading) || (!AIMED.test(heading) && documentYear !== null && year < documentYear);
      years.push({ column, year, reached });
    } else if (NAME.test(heading)) name ??= column;
  }
  return name === null || years.length === 0 ? null : { dataStart, name, unit, years };
}

/** A cell that is one figure, with its unit taken from the unit column where it has none. */
function readFigure(cell: TableCell, unit: string | null): Quantity | null {
  const [quantity, ...others] = findQuantities(cell.text);
  if (!quantity || others.length > 0 || cell.text.length > 60) return null;
  return { ...quantity, unit: quantity.unit ?? unit };
}

const cleanName = (text: string): string =>
  text.replace(/^(?:[-–+•*]\s*|\(?[\p{L}\d]{1,3}[.)]\s+)/u, "").replace(/[\s:;,.]+$/u, "");

function readFigureRows(rows: readonly (readonly TableCell[])[], header: Header): TargetDraft[] {
  const drafts: TargetDraft[] = [];
  let group: string | null = null;
  for (const row of rows.slice(header.dataStart)) {
    const named = row[header.name];
    if (!named || named.text.trim() === "") continue;
    const printedUnit = header.unit === null ? "" : (row[header.unit]?.text.trim() ?? "");
    const own = cleanName(named.text);
    const isPart = /^(?:[-–+•*]|Trong đó)/u.test(named.text);
    const name = isPart && group !== null ? `${group}: ${own}` : own;
    if (!isPart) group = own;
    for (const { column, year, reached } of header.years) {
      const cell = row[column];
      const figure = cell && readFigure(cell, printedUnit === "" ? null : printedUnit);
      if (!cell || !figure) continue;
      const at = cell.span.start;
      drafts.push({
        nature: reached ? "baseline" : "target",
        name,
        comparator: figure.comparator,
        value: figure.value,
        value2: figure.value2,
        unit: figure.unit,
        scope: scopeOf(name),
        deadline: year,
        span: { start: Math.min(named.span.start, at), end: Math.max(named.span.end, cell.span.end) },
        valueSpan: { start: at + figure.figureStart, end: at + figure.end },
      });
    }
  }
  return drafts;
}

/** Tables of tasks with a column «Chỉ tiêu đạt được»: its cells are read as prose, due when the row says. */
function readGoalCells(place: FactPlace, rows: readonly (readonly TableCell[])[]): TargetDraft[] {
  const [head = []] = rows;
  const column = head.findIndex(({ text }) => GOAL_TEXT.test(text) && text.length < 60);
  if (column < 0 || head.some(({ text }) => SCORES.test(text))) return [];
  const time = head.findIndex(({ text }) => TIME.test(text));
  const seen = new Set<string>();
  return rows.slice(1).flatMap((row) => {
    const cell = row[column];
    if (!cell || seen.has(cell.text)) return [];
    seen.add(cell.text);
    const due = findDeadlines(row[time]?.text ?? "").at(-1)?.year ?? deadlineOfHeadings(place.headings);
    const drafts = readTargetParagraph({
      ...place,
      text: cell.text,
      start: cell.span.start,
      section: "goals",
    });
    return drafts.map((draft) => ({ ...draft, deadline: draft.deadline ?? due }));
  });
}

/** The targets of a table: one a row and year column, or what its column of goals says in words. */
export function readTargetTable(place: FactPlace, table: Provision): TargetDraft[] {
  if (place.isLaw || place.section === "no-targets") return [];
  const rows = readTable(place.parsed.text, table);
  const header = readHeader(rows, place.documentYear);
  return header ? readFigureRows(rows, header) : readGoalCells(place, rows);
}
