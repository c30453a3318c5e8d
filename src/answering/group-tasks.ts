import type { ProvisionRow } from "../corpus/corpus-store.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { Assignment } from "../facts/assignment.ts";
import type { Library } from "./library.ts";

/** One piece of work (nhiệm vụ) with all who have a part in it. */
export interface TaskGroup {
  readonly path: string;
  readonly assignments: readonly Assignment[];
  /** The work's own words where its section holds several: a row of a table, the paragraph over a block of labels. */
  readonly task: string | null;
  /** The provisions that speak of it, in reading order. */
  readonly section: readonly ProvisionRow[];
}

/** «Đơn vị chủ trì: …» */
export function isLabelled({ document, span, body }: Assignment, library: Library): boolean {
  const words = library.corpus.text(document).slice(span.start, span.end);
  return words.includes(":") && words.indexOf(":") < 60 && words.length < body.length + 80;
}

/**
 * The work that a document hands out, piece by piece. A section is one piece, unless it holds a table of tasks or
 * several blocks of labels with a paragraph each («- Ra mắt …», «Đơn vị chủ trì: …», «Thời gian: …»).
 */
export function groupTasks(
  assignments: readonly Assignment[],
  document: CorpusDocument,
  library: Library,
): TaskGroup[] {
  const rows = library.corpus.provisions(document.key);
  const byPath = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    const list = byPath.get(assignment.path);
    if (list === undefined) byPath.set(assignment.path, [assignment]);
    else list.push(assignment);
  }
  return [...byPath].flatMap(([path, all]) => {
    const inTable = all.filter(isOfRow);
    const others = all.filter((assignment) => !isOfRow(assignment));
    const blocks = blocksOf(others, library);
    const whole = rows.filter((row) => row.path === path || row.path.startsWith(`${path}.`));
    return [
      ...(blocks ?? []).map((block, at) => {
        const from = blocks?.[at - 1];
        const start = from === undefined ? (whole[0]?.span.start ?? 0) : endOf(from);
        const section = whole.filter(({ span }) => start <= span.start && span.start < endOf(block));
        return { path, assignments: block, task: block.at(-1)?.task ?? null, section };
      }),
      ...(blocks === null && others.length > 0
        ? [{ path, assignments: others, task: null, section: whole }]
        : []),
      ...rowsOf(inTable).map((row) => {
        const eIds = new Set(row.map(({ eId }) => eId));
        const section = rows.filter(({ eId }) => eIds.has(eId));
        return { path, assignments: row, task: row[0]?.task ?? null, section };
      }),
    ];
  });
}

const isOfRow = ({ eId }: Assignment): boolean => /__row_\d+$/u.test(eId);

const endOf = (block: readonly Assignment[]): number =>
  Math.max(...block.flatMap(({ span, timelineSpan }) => [span.end, timelineSpan?.end ?? 0]));

/** Rows of one task that follow each other («phối hợp» in two lines) are one piece of work. */
function rowsOf(assignments: readonly Assignment[]): Assignment[][] {
  const groups: Assignment[][] = [];
  for (const assignment of assignments) {
    const last = groups.at(-1);
    if (last?.[0]?.task === assignment.task) last.push(assignment);
    else groups.push([assignment]);
  }
  return groups;
}

/** Blocks of labels, each with its own task and with the prose before it; null where a section has one task only. */
function blocksOf(assignments: readonly Assignment[], library: Library): Assignment[][] | null {
  const tasks = new Set(assignments.filter((each) => isLabelled(each, library)).map(({ task }) => task));
  if (tasks.size < 2) return null;
  const blocks: Assignment[][] = [];
  let open: Assignment[] = [];
  let task: string | null = null;
  for (const assignment of assignments) {
    const labelled = isLabelled(assignment, library);
    if (task !== null && (!labelled || assignment.task !== task)) {
      blocks.push(open);
      open = [];
      task = null;
    }
    open.push(assignment);
    if (labelled) task = assignment.task;
  }
  if (open.length > 0) blocks.push(open);
  return blocks;
}
