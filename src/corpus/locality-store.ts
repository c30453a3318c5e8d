import type { Database } from "better-sqlite3";
import { createLocalityIndex, namesOf } from "./locality.ts";
import type { Locality, LocalityIndex } from "./locality.ts";

type LocalityRow = [
  key: string,
  name: string,
  bareName: string,
  level: Locality["level"],
  province: string,
  parent: string | null,
  era: Locality["era"],
  divided: number,
  successors: string | null,
  aliases: string | null,
  became: string | null,
  foldedNames: string,
];

const COLUMNS =
  "key, name, bare_name, level, province, parent, era, divided, successors, aliases, became, folded_names";

export function writeLocalities(database: Database, localities: readonly Locality[]): void {
  const insert = database.prepare<LocalityRow>(
    `INSERT INTO locality (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const locality of localities) {
    const { key, name, bareName, level, province, parent, era, divided, successors, aliases, became } =
      locality;
    insert.run(
      key,
      name,
      bareName,
      level,
      province,
      parent,
      era,
      divided ? 1 : 0,
      joinLines(successors),
      joinLines(aliases),
      became === null ? null : JSON.stringify(became),
      namesOf(locality).join("\n"),
    );
  }
}

/** Every locality, in the order of localities.yaml: some 14,000, in one go. */
export function loadLocalities(database: Database): LocalityIndex {
  const rows = database
    .prepare(`SELECT ${COLUMNS} FROM locality ORDER BY position`)
    .raw()
    .all() as LocalityRow[];
  return createLocalityIndex(
    rows.map(readLocality),
    rows.map((row) => splitLines(row[11])),
  );
}

function readLocality(row: LocalityRow): Locality {
  const [key, name, bareName, level, province, parent, era, divided, successors, aliases, became] = row;
  return {
    key,
    name,
    bareName,
    level,
    province,
    parent,
    era,
    successors: splitLines(successors),
    divided: divided === 1,
    aliases: splitLines(aliases),
    became: became === null ? null : (JSON.parse(became) as Locality["became"]),
  };
}

const nothing: readonly string[] = [];

function splitLines(lines: string | null): readonly string[] {
  if (lines === null) return nothing;
  return lines.includes("\n") ? lines.split("\n") : [lines];
}

function joinLines(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join("\n");
}
