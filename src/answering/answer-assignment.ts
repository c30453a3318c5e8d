import type { Assignment, AssignmentRole } from "../facts/assignment.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { Draft } from "./draft-answer.ts";
import { fitsRole, type ScoredProvision } from "./find-assignments.ts";
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

/** Says who does what and when in one provision, asked roles first, each line quoted. */
export function writeAssignments(
  draft: Draft,
  found: ScoredProvision,
  asked: { readonly roles: readonly AssignmentRole[]; readonly time: boolean },
  library: Library,
): void {
  const { document, assignments } = found;
  draft.add("assignment-lead", { place: placeOf(document, library), task: taskOf(found, library) });
  const ordered = [...assignments].sort((a, b) => rank(a.role, asked.roles) - rank(b.role, asked.roles));
  const said = new Set<string>();
  for (const { role, body, span, locator } of ordered) {
    const line = draft.say("assignment-row", { role: draft.say(`role-${role}`), body });
    if (said.has(line)) continue;
    said.add(line);
    draft.line(line);
    draft.cite(document, span, locator);
  }
  writeTimeline(draft, document, assignments, asked.time);
  const quotes = new Set(ordered.map(({ span }) => span.start));
  if (!isLabelled(ordered, library)) {
    for (const assignment of ordered) {
      if (!quotes.delete(assignment.span.start)) continue;
      const quote = library.corpus.text(document.key).slice(assignment.span.start, assignment.span.end);
      draft.add("quote", { quote, locator: assignment.locator });
    }
  }
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

/** «Cơ quan chỉ đạo: …» says it all; prose is quoted in full below. */
function isLabelled(assignments: readonly Assignment[], library: Library): boolean {
  return assignments.every(({ document, span, body }) => {
    const words = library.corpus.text(document).slice(span.start, span.end);
    return words.includes(":") && words.indexOf(":") < 60 && words.length < body.length + 80;
  });
}

function taskOf({ document, assignments, path }: ScoredProvision, library: Library): string {
  const first = assignments[0];
  const lineage = first === undefined ? [] : lineageOf(document.key, first.eId, library.corpus);
  const own = lineage.find((provision) => provision.heading !== null && provision.path === path);
  return own?.heading ?? first?.task ?? path;
}
