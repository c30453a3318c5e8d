import type { Database } from "better-sqlite3";
import { memoise } from "../shared/memoise.ts";
import type { Span } from "../shared/span.ts";
import type { Assignment } from "./assignment.ts";
import type { Target } from "./target.ts";

/** What to look for; a list that is absent restricts nothing, an empty one finds nothing. */
interface TargetFilter {
  readonly documents?: readonly string[];
  readonly indicators?: readonly string[];
  readonly nature?: Target["nature"] | readonly Target["nature"][];
}

interface AssignmentFilter {
  readonly documents?: readonly string[];
  readonly eIds?: readonly string[];
  readonly paths?: readonly string[];
}

/** The targets and assignments that were read, from the store; in reading order of each document. */
export interface FactStore {
  targets(filter: TargetFilter): readonly Target[];
  assignments(filter: AssignmentFilter): readonly Assignment[];
}

/** Documents whose facts are kept in memory: nearly every question takes all of one document's. */
const KEPT_DOCUMENTS = 48;

/** Reads through the database given, which stays open as long as the store is used. */
export function createFactStore(database: Database): FactStore {
  const targetsOf = memoise(
    (key: string) => select<TargetRecord>(database, "target", { document: [key] }).map(readTarget),
    KEPT_DOCUMENTS,
  );
  const assignmentsOf = memoise(
    (key: string) =>
      select<AssignmentRecord>(database, "assignment", { document: [key] }).map(readAssignment),
    KEPT_DOCUMENTS,
  );
  return {
    targets({ documents, indicators, nature }) {
      const [only] = documents ?? [];
      if (only !== undefined && documents?.length === 1 && indicators === undefined && nature === undefined)
        return targetsOf(only);
      const natures = typeof nature === "string" ? [nature] : nature;
      return select<TargetRecord>(database, "target", {
        document: documents,
        indicator: indicators,
        nature: natures,
      }).map(readTarget);
    },
    assignments({ documents, eIds, paths }) {
      const [only] = documents ?? [];
      if (only !== undefined && documents?.length === 1 && eIds === undefined && paths === undefined)
        return assignmentsOf(only);
      return select<AssignmentRecord>(database, "assignment", {
        document: documents,
        eid: eIds,
        path: paths,
      }).map(readAssignment);
    },
  };
}

/** Rows whose columns hold one of the values listed. The lists go in as JSON: their lengths do not change the SQL. */
function select<Record>(
  database: Database,
  table: "target" | "assignment",
  columns: Readonly<{ [column: string]: readonly string[] | undefined }>,
): Record[] {
  const wanted = Object.entries(columns).flatMap(([column, values]) =>
    values === undefined ? [] : [{ column, values }],
  );
  const conditions = wanted.map(({ column }) => `${column} IN (SELECT value FROM json_each(?))`);
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  return database
    .prepare<string[], Record>(`SELECT * FROM ${table} ${where} ORDER BY document, position`)
    .all(...wanted.map(({ values }) => JSON.stringify(values)));
}

interface FactRecord {
  readonly eid: string;
  readonly start: number;
  readonly end: number;
}

type TargetRecord = FactRecord &
  Omit<Target, "eId" | "span" | "valueSpan"> & {
    readonly value_start: number | null;
    readonly value_end: number | null;
  };

function readTarget(record: TargetRecord): Target {
  const {
    id,
    document,
    nature,
    indicator,
    name,
    comparator,
    value,
    value2,
    unit,
    scope,
    deadline,
    path,
    locator,
  } = record;
  return {
    id,
    document,
    nature,
    indicator,
    name,
    comparator,
    value,
    value2,
    unit,
    scope,
    deadline,
    path,
    eId: record.eid,
    locator,
    span: { start: record.start, end: record.end },
    valueSpan: spanOf(record.value_start, record.value_end),
  };
}

type AssignmentRecord = FactRecord &
  Omit<Assignment, "eId" | "span" | "timelineSpan"> & {
    readonly timeline_start: number | null;
    readonly timeline_end: number | null;
  };

function readAssignment(record: AssignmentRecord): Assignment {
  const { id, document, task, role, body, timeline, path, locator } = record;
  return {
    id,
    document,
    task,
    role,
    body,
    timeline,
    path,
    eId: record.eid,
    locator,
    span: { start: record.start, end: record.end },
    timelineSpan: spanOf(record.timeline_start, record.timeline_end),
  };
}

function spanOf(start: number | null, end: number | null): Span | null {
  return start === null || end === null ? null : { start, end };
}
