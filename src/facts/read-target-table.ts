import type { Provision } from "../corpus/provision.ts";
import type { TargetDraft } from "./extract-targets.ts";
import type { FactPlace } from "./fact-place.ts";

/** The targets of a table: one a row and year column. */
export function readTargetTable(place: FactPlace, table: Provision): TargetDraft[] {
  void place;
  void table;
  return [];
}
