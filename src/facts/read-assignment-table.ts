import type { Provision } from "../corpus/provision.ts";
import type { AssignmentDraft } from "./assignment-draft.ts";
import type { FactPlace } from "./fact-place.ts";
import { rowPlace } from "./fact-place.ts";
import type { TableCell } from "./table-cells.ts";
import { readTable } from "./table-cells.ts";

type Column = "task" | "lead" | "coordinate" | "time";

/** What a column's heading says, tested in this order. */
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ["coordinate", /phối hợp/iu],
  ["time", /thời gian|thời hạn|tiến độ|hoàn thành|lộ trình/iu],
  [
    "task",
    /nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|tên (?:đề án|dự án|chương trình|văn bản)|đề án|văn bản/iu,
  ],
  ["lead", /chủ trì|cơ quan|đơn vị|trách nhiệm|thực hiện|bộ, ngành/iu],
];

/** A table of goals names in the same way who is to see to each of them. */
const GOAL = /chỉ tiêu|mục tiêu/iu;
const SEES_TO_GOAL = /chủ trì|trách nhiệm|theo dõi|phụ trách|(?:cơ quan|đơn vị) thực hiện/iu;

function columnsOf(header: readonly TableCell[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  header.forEach(({ text }, i) => {
    const column = COLUMNS.find(([, pattern]) => pattern.test(text))?.[0];
    // «Nội dung nhiệm vụ» after «Nhóm nhiệm vụ»: the later column is the narrower.
    if (column !== undefined && (column === "task" || !columns.has(column))) columns.set(column, i);
  });
  if (columns.has("task")) return columns;
  const goal = header.findIndex(({ text }) => GOAL.test(text));
  const lead = header.findIndex(({ text }) => SEES_TO_GOAL.test(text) && !GOAL.test(text));
  return goal >= 0 && lead >= 0 ? columns.set("task", goal).set("lead", lead) : new Map<Column, number>();
}

const isBlank = (cell: TableCell | undefined): boolean =>
  cell === undefined || /^[\s\-–.]*$/u.test(cell.text);
const plain = (text: string): string => text.replace(/^[-–+•]\s*/u, "").replace(/[\s.;,]+$/u, "");

/** The assignments of a table with columns for the task and for who leads it: one lead and one coordination a row. */
export function readAssignmentTable(place: FactPlace, table: Provision): AssignmentDraft[] {
  const rows = readTable(place.parsed.text, table);
  const header = rows.findIndex((row) => {
    const columns = columnsOf(row);
    return columns.has("task") && columns.has("lead") && row.length >= 3;
  });
  if (header < 0) return [];
  const columns = columnsOf(rows[header] ?? []);
  const drafts: AssignmentDraft[] = [];
  const at = (row: readonly TableCell[], column: Column): TableCell | undefined =>
    row[columns.get(column) ?? -1];
  for (const row of rows.slice(header + 1)) {
    const task = at(row, "task");
    if (!task || isBlank(task) || columnsOf(row).size >= 3) continue;
    const time = at(row, "time");
    const keep = (role: "lead" | "coordinate", cell: TableCell | undefined): void => {
      if (!cell || isBlank(cell) || cell.text === task.text) return;
      drafts.push({
        task: plain(task.text),
        role,
        body: plain(cell.text),
        timeline: time && !isBlank(time) ? plain(time.text) : null,
        place: rowPlace(place, table, task.span.start),
        span: task.span,
        timelineSpan: time && !isBlank(time) ? time.span : null,
        taskSpan: task.span,
      });
    };
    keep("lead", at(row, "lead"));
    keep("coordinate", at(row, "coordinate"));
  }
  return drafts;
}
