import type { Database } from "better-sqlite3";
import type { Assignment } from "./assignment.ts";
import type { Target } from "./target.ts";

/** Writes the targets into the store that is being built, after their document. */
export function writeTargets(database: Database, targets: readonly Target[]): void {
  const insert = database.prepare(
    `INSERT INTO target (id, document, nature, indicator, name, comparator, value, value2, unit, scope, deadline, path,
       eid, locator, start, "end", value_start, value_end)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const target of targets) {
    insert.run(
      target.id,
      target.document,
      target.nature,
      target.indicator,
      target.name,
      target.comparator,
      target.value,
      target.value2,
      target.unit,
      target.scope,
      target.deadline,
      target.path,
      target.eId,
      target.locator,
      target.span.start,
      target.span.end,
      target.valueSpan?.start ?? null,
      target.valueSpan?.end ?? null,
    );
  }
}

/** Writes the assignments into the store that is being built, after their document. */
export function writeAssignments(database: Database, assignments: readonly Assignment[]): void {
  const insert = database.prepare(
    `INSERT INTO assignment (id, document, task, role, body, timeline, path, eid, locator, start, "end",
       timeline_start, timeline_end)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const assignment of assignments) {
    insert.run(
      assignment.id,
      assignment.document,
      assignment.task,
      assignment.role,
      assignment.body,
      assignment.timeline,
      assignment.path,
      assignment.eId,
      assignment.locator,
      assignment.span.start,
      assignment.span.end,
      assignment.timelineSpan?.start ?? null,
      assignment.timelineSpan?.end ?? null,
    );
  }
}
