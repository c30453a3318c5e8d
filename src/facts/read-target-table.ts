import type { Provision } from "../corpus/provision.ts";
import type { TargetDraft } from "./target-draft.ts";
import type { FactPlace } from "./fact-place.ts";
import { scopeOf } from "./name-target.ts";
import type { Quantity } from "./quantity.ts";
import { findQuantities } from "./find-quantities.ts";
import { findDeadlines } from "./read-deadline.ts";
import type { TableHeader, TableRow, ValueColumn } from "./read-table-header.ts";
import { readTableHeader } from "./read-table-header.ts";
import { readTargetParagraph } from "./read-target-paragraph.ts";
import type { TableCell } from "./table-cells.ts";
import { readTable } from "./table-cells.ts";
import { isShare } from "./unit.ts";

const SCORES = /điểm|chấm|xếp loại|tiêu chí thi đua/iu;
const TIME = /thời gian|thời hạn|tiến độ|hoàn thành|lộ trình/iu;
const GOAL_TEXT = /chỉ tiêu|mục tiêu|kết quả (?:cần )?đạt/iu;
const TASK_TEXT = /nhiệm vụ|nội dung|công việc|hoạt động|sản phẩm|kết quả/iu;
const LONGEST_FIGURE_CELL = 60;
const LONGEST_NAME = 220;

/**
 * The figures of a cell that holds one, or several with a semicolon between. Their unit is what the row's own unit
 * column has printed, or else the figure's own, or the one that the heading says.
 */
function readFigures(cell: TableCell, printed: string | null, unit: string | null): Quantity[] {
  if (cell.text.length > LONGEST_FIGURE_CELL) return [];
  const found = findQuantities(cell.text);
  if (found.length > 1 && cell.text.split(";").length !== found.length) return [];
  return found.map((quantity) => ({ ...quantity, unit: printed ?? quantity.unit ?? unit }));
}

const ITEM_MARK = /^(?:[-–+•*]\s*|\(?[\p{L}\d]{1,3}[.)]\s+)/u;
const cleanName = (text: string): string =>
  text
    .trim()
    .replace(ITEM_MARK, "")
    .replace(/[\s:;,.]+$/u, "");

/** A row that only says by when: «Đến năm 2030», in any of its cells. */
function yearOfGroup(row: TableRow, header: TableHeader): number | null {
  if (header.values.some(({ column }) => /\d/.test(row[column]?.text ?? ""))) return null;
  const words = [...new Set(row.map(({ text }) => text.trim()))].filter((text) => text.length > 4);
  return words.length === 1 ? (findDeadlines(words[0] ?? "").at(-1)?.year ?? null) : null;
}

/** What a figure of a table by places measures: its column, with the table's caption where that says too little. */
function nameOfColumn({ heading }: ValueColumn, place: FactPlace): string {
  const caption = place.headings.at(-1);
  const says = /^(?:số|tổng số|tỷ lệ|tỉ lệ|tỷ trọng|diện tích|sản lượng)\s/iu.test(heading);
  const name = says || caption === undefined ? heading : `${caption}: ${heading}`;
  return name.slice(0, LONGEST_NAME).replace(/[\s:]+$/u, "");
}

function readFigureRows(place: FactPlace, rows: readonly TableRow[], header: TableHeader): TargetDraft[] {
  const drafts: TargetDraft[] = [];
  let group: string | null = null;
  let groupYear: number | null = null;
  for (const row of rows.slice(header.dataStart)) {
    const named = row[header.name];
    groupYear = yearOfGroup(row, header) ?? groupYear;
    if (!named || named.text.trim() === "") continue;
    const printedUnit = header.unit === null ? "" : (row[header.unit]?.text.trim() ?? "");
    const own = cleanName(named.text);
    const isPart = /^\s*(?:[-–+•*]|Trong đó)/u.test(named.text);
    const label = isPart && group !== null ? `${group}: ${own}` : own;
    if (!isPart) group = own;
    for (const value of header.values) {
      const cell = row[value.column];
      if (!cell) continue;
      const name = header.isByPlace ? nameOfColumn(value, place) : label;
      const at = cell.span.start;
      for (const figure of readFigures(cell, printedUnit === "" ? null : printedUnit, value.unit))
        drafts.push({
          nature: value.reached ? "baseline" : "target",
          name,
          comparator: figure.comparator,
          value: figure.value,
          value2: figure.value2,
          unit: figure.unit,
          scope: header.isByPlace ? label : scopeOf(name),
          deadline: value.year ?? groupYear ?? place.deadline,
          span: { start: Math.min(named.span.start, at), end: Math.max(named.span.end, cell.span.end) },
          valueSpan: { start: at + figure.figureStart, end: at + figure.end },
        });
    }
  }
  return drafts;
}

/**
 * Tables of tasks: the cells of a column «Chỉ tiêu đạt được» are read as prose, due when the row says. Where there is
 * none, tasks and results tell shares («Khám sức khỏe cho 100% trẻ em»): their counts are work, not goals, but where
 * they are striven for («phấn đấu có ít nhất 02 trường …»).
 */
function readTaskCells(place: FactPlace, rows: readonly TableRow[]): TargetDraft[] {
  const [head = []] = rows;
  if (head.some(({ text }) => SCORES.test(text))) return [];
  const goal = head.findIndex(({ text }) => GOAL_TEXT.test(text) && text.length < LONGEST_FIGURE_CELL);
  const columns = goal >= 0 ? [goal] : head.flatMap(({ text }, i) => (TASK_TEXT.test(text) ? [i] : []));
  const time = head.findIndex(({ text }) => TIME.test(text));
  const seen = new Set<string>();
  return rows.slice(1).flatMap((row) => {
    const due = findDeadlines(row[time]?.text ?? "").at(-1)?.year ?? place.deadline;
    return columns.flatMap((column) => {
      const cell = row[column];
      if (!cell || seen.has(cell.text)) return [];
      seen.add(cell.text);
      const section = goal >= 0 ? "goals" : place.section;
      const { text } = cell;
      const cellPlace = { ...place, text, start: cell.span.start, section, deadline: due };
      const drafts = readTargetParagraph(cellPlace);
      const aims = /phấn đấu/iu.test(text);
      return drafts.filter(
        ({ unit, nature, comparator }) =>
          goal >= 0 || (nature === "target" && (isShare(unit) || (aims && comparator !== "="))),
      );
    });
  });
}

/** The targets of a table: one a row and column of figures, or what its column of goals says in words. */
export function readTargetTable(place: FactPlace, table: Provision): TargetDraft[] {
  if (place.isLaw || place.section === "no-targets") return [];
  const rows = readTable(place.parsed.text, table);
  const isGoals =
    place.section === "goals" || place.headings.some((heading) => /chỉ tiêu|mục tiêu/iu.test(heading));
  const header = readTableHeader(rows, place.documentYear, isGoals);
  return header && header.values.length > 0
    ? readFigureRows(place, rows, header)
    : readTaskCells(place, rows);
}
