import type { Target } from "../facts/target.ts";

/** How one target stands to another of the same indicator; `unlike` where they cannot be ranked. */
export type Standing = "higher" | "lower" | "equal" | "unlike";

/** Ranks two targets. Other units, years, or comparators for one figure («95%», «trên 95%») are not ranked. */
export function compareTargets(a: Target, b: Target): Standing {
  if (a.indicator === null || a.indicator !== b.indicator || a.unit !== b.unit || a.deadline !== b.deadline)
    return "unlike";
  if (a.value === null || b.value === null || (a.value2 === null) !== (b.value2 === null)) return "unlike";
  if (a.value !== b.value) return a.value > b.value ? "higher" : "lower";
  return a.comparator === b.comparator && a.value2 === b.value2 ? "equal" : "unlike";
}

/** Whether a figure counts what a territory holds, so that it grows with the territory: «300 căn hộ», not «95%», «75 tuổi». */
export function isCount({ unit }: Target): boolean {
  return unit !== null && !/^%|\/|tuổi|m2|m²/u.test(unit);
}
