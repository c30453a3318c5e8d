import type { Assignment, AssignmentRole } from "../facts/assignment.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import { startsWithBody } from "../facts/body-phrase.ts";
import type { NamedBody } from "../understanding/query.ts";
import { addBodyChanges } from "./add-validity.ts";
import type { Draft } from "./draft-answer.ts";
import { fitsRole, isGeneral, type ScoredProvision } from "./find-assignments.ts";
import { isLabelled, type TaskGroup } from "./group-tasks.ts";
import { placeOf, type Library } from "./library.ts";
import { lineageOf } from "./read-headings.ts";

/** The order in which people want to know: who leads, who directs, who helps. */
const ROLE_ORDER: readonly AssignmentRole[] = [
  "standing",
  "lead",
  "direct",
  "advise-execute",
  "implement",
  "coordinate",
  "supervise",
  "report",
];
/** Longest paragraph (UTF-16 units) that is quoted whole as a body's duties. */
const WHOLE_PARAGRAPH = 700;
const LONGEST_TASK = 160;

/** Says who does what and when in one provision, asked roles first, each line quoted. */
export function writeAssignments(
  draft: Draft,
  found: Pick<ScoredProvision, "document" | "path" | "assignments" | "task" | "section" | "sentence">,
  asked: { readonly roles: readonly AssignmentRole[]; readonly time: boolean; readonly body?: NamedBody },
  library: Library,
): void {
  const { document, assignments, sentence } = found;
  if (asked.body !== undefined) draft.add("not-that-body", { body: asked.body.name });
  if (sentence !== null && isGeneral(assignments)) draft.add("assignment-general");
  draft.add("assignment-lead", { place: placeOf(document, library), task: taskOf(found, library) });
  citeTask(draft, document, found, library);
  const ordered = [...assignments].sort((a, b) => rank(a.role, asked.roles) - rank(b.role, asked.roles));
  for (const line of new Set(
    ordered.map(({ role, body }) => draft.say("assignment-row", { role: draft.say(`role-${role}`), body })),
  )) {
    draft.line(line);
  }
  for (const assignment of ordered) {
    draft.cite(document, assignment.span, assignment.locator);
    citeBody(draft, document, assignment, library);
  }
  addBodyChanges(
    draft,
    ordered.map(({ body }) => body),
    library,
  );
  writeTimeline(draft, document, assignments, asked.time);
  if (!ordered.every((assignment) => isLabelled(assignment, library)))
    quoteAll(draft, ordered, document, library);
  if (sentence !== null) {
    draft.add("assignment-about");
    draft.quote(document, sentence.span, sentence.locator);
  }
}

/** The paragraph that says the work itself, where it stands apart from those who do it. */
function citeTask(
  draft: Draft,
  document: CorpusDocument,
  group: Pick<TaskGroup, "path" | "assignments" | "task" | "section">,
  library: Library,
): void {
  const { section } = group;
  const printed = taskOf({ ...group, document }, library);
  // A task that is quoted below with its body needs no other proof, unless its words hold a number.
  const task = group.task ?? (/\d/u.test(printed) ? printed : null);
  if (task === null) return;
  const text = library.corpus.text(document.key);
  const squeeze = (words: string): string => words.replace(/\s+/gu, " ");
  const row = section.find(({ ownSpan }) =>
    squeeze(text.slice(ownSpan.start, ownSpan.end)).includes(squeeze(task).replace(/…$/u, "")),
  );
  if (row === undefined || row.type === "row") return;
  const end = trimEnd(text, row.ownSpan.end);
  draft.cite(document, { start: row.ownSpan.start, end }, row.locator);
}

/** «3. Ngân hàng Nhà nước chi nhánh khu vực 14»: a body that only the heading over its duties names. */
function citeBody(
  draft: Draft,
  document: CorpusDocument,
  { span, body, eId }: Assignment,
  library: Library,
): void {
  const text = library.corpus.text(document.key);
  if (text.slice(span.start, span.end).includes(body)) return;
  const above = lineageOf(document.key, eId, library.corpus).find(({ heading }) => heading?.includes(body));
  if (above?.headingSpan != null)
    draft.cite(document, { start: above.ownSpan.start, end: above.headingSpan.end }, above.locator);
}

/** The work given to a body: provision by provision, its whole paragraph where that is short. */
export function writeDuties(
  draft: Draft,
  body: NamedBody,
  document: CorpusDocument,
  work: readonly TaskGroup[],
  library: Library,
): void {
  addBodyChanges(draft, [body.name], library);
  draft.add("list-body", { place: placeOf(document, library), body: body.name });
  for (const group of work) {
    const { path, assignments: rows, task } = group;
    citeTask(draft, document, group, library);
    const roles = [...new Set(rows.map(({ role }) => draft.say(`role-${role}`)))].join("; ");
    draft.add("list-item", {
      text: `${roles}: ${taskOf({ document, path, assignments: rows, task }, library)}`,
    });
    if (rows.every((row) => isLabelled(row, library))) {
      for (const { span, locator } of rows) draft.cite(document, span, locator);
    } else quoteAll(draft, rows, document, library);
    writeTimeline(draft, document, rows, false);
  }
}

function quoteAll(
  draft: Draft,
  rows: readonly Assignment[],
  document: CorpusDocument,
  library: Library,
): void {
  const text = library.corpus.text(document.key);
  const quoted: { start: number; end: number }[] = [];
  for (const row of rows) {
    const own = library.corpus.provision(document.key, row.eId)?.ownSpan;
    const isShort =
      own !== undefined &&
      own.end - own.start <= WHOLE_PARAGRAPH &&
      own.start <= row.span.start &&
      row.span.end <= own.end;
    const span =
      isShort && !isLabelled(row, library)
        ? { start: row.span.start, end: trimEnd(text, own.end) }
        : row.span;
    if (quoted.some((other) => other.start <= span.start && span.end <= other.end)) continue;
    quoted.push(span);
    draft.quote(document, span, row.locator);
  }
}

/** The closing «./.» of a document is no part of its words. */
function trimEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s./]/u.test(text.charAt(at - 1))) at--;
  return at;
}

function rank(role: AssignmentRole, asked: readonly AssignmentRole[]): number {
  return (fitsRole(role, asked) ? 0 : ROLE_ORDER.length) + ROLE_ORDER.indexOf(role);
}

function writeTimeline(
  draft: Draft,
  document: CorpusDocument,
  assignments: readonly Assignment[],
  asked: boolean,
): void {
  const timelines = new Set<string>();
  for (const { timeline, timelineSpan, locator } of assignments) {
    if (timeline === null || timelines.has(timeline)) continue;
    timelines.add(timeline);
    draft.add("assignment-time", { timeline });
    if (timelineSpan !== null) draft.cite(document, timelineSpan, locator);
  }
  if (timelines.size === 0 && asked) draft.add("assignment-no-time");
}

function taskOf(
  { document, assignments, path, task }: Pick<ScoredProvision, "document" | "path" | "assignments" | "task">,
  library: Library,
): string {
  const first = assignments[0];
  const lineage = first === undefined ? [] : lineageOf(document.key, first.eId, library.corpus);
  const own = lineage.find((provision) => provision.heading !== null && provision.path === path)?.heading;
  // A heading that only names the body («1. Sở Y tế») is no task.
  const heading = own == null || startsWithBody(own) ? null : own;
  const words = (task ?? heading ?? first?.task ?? path).replace(/[\s./:;]+$/u, "");
  return words.length <= LONGEST_TASK ? words : `${words.slice(0, words.lastIndexOf(" ", LONGEST_TASK))}…`;
}
