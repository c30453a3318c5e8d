import { likenessOf, tellingWords } from "./name-likeness.ts";
import type { Target } from "./target.ts";

/** What became of the targets of a document in its newer version. */
export interface TargetDifference {
  readonly added: readonly Target[];
  readonly removed: readonly Target[];
  /** The same indicator with another figure, unit, deadline or nature. */
  readonly changed: readonly { readonly before: Target; readonly after: Target }[];
  readonly unchangedCount: number;
}

/** Least likeness of two targets to be taken for one that was changed. */
const SAME = 0.6;

interface Pair {
  readonly before: number;
  readonly after: number;
  readonly likeness: number;
}

/** Compares two versions' targets: each old one is paired with the new one most like it, the likeliest pairs first. */
export function compareTargets(before: readonly Target[], after: readonly Target[]): TargetDifference {
  const oldWords = before.map(({ name }) => tellingWords(name));
  const newWords = after.map(({ name }) => tellingWords(name));
  const pairs: Pair[] = [];
  for (const [i, old] of before.entries()) {
    for (const [j, next] of after.entries()) {
      const likeness = likenessOfTargets(old, next, oldWords[i] ?? new Set(), newWords[j] ?? new Set());
      if (likeness >= SAME) pairs.push({ before: i, after: j, likeness });
    }
  }
  pairs.sort(
    (a, b) => b.likeness - a.likeness || Math.abs(a.before - a.after) - Math.abs(b.before - b.after),
  );
  const counterpart = new Map<number, number>();
  const taken = new Set<number>();
  for (const pair of pairs) {
    if (counterpart.has(pair.before) || taken.has(pair.after)) continue;
    counterpart.set(pair.before, pair.after);
    taken.add(pair.after);
  }
  const paired = before.flatMap((old, i) => {
    const next = after[counterpart.get(i) ?? -1];
    return next === undefined ? [] : [{ before: old, after: next }];
  });
  const changed = paired.filter((pair) => !saysTheSame(pair.before, pair.after));
  return {
    added: after.filter((_, j) => !taken.has(j)),
    removed: before.filter((_, i) => !counterpart.has(i)),
    changed,
    unchangedCount: paired.length - changed.length,
  };
}

function likenessOfTargets(
  a: Target,
  b: Target,
  aWords: ReadonlySet<string>,
  bWords: ReadonlySet<string>,
): number {
  if (a.indicator !== null && b.indicator !== null && a.indicator !== b.indicator) return 0;
  const named = a.indicator !== null && a.indicator === b.indicator;
  const likeness = named ? Math.max(0.7, likenessOf(aWords, bWords)) : likenessOf(aWords, bWords);
  const agree = (same: boolean): number => (same ? 0.05 : -0.05);
  return (
    likeness +
    agree(a.deadline === b.deadline) +
    agree(a.unit === b.unit) +
    agree(a.scope === b.scope) +
    agree(a.nature === b.nature) +
    (a.value === b.value ? 0.02 : 0)
  );
}

function saysTheSame(a: Target, b: Target): boolean {
  return (
    a.nature === b.nature &&
    a.comparator === b.comparator &&
    a.value === b.value &&
    a.value2 === b.value2 &&
    a.unit === b.unit &&
    a.deadline === b.deadline
  );
}
