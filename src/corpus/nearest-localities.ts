import type { Locality, LocalityIndex } from "./locality.ts";
import { foldName } from "./locality.ts";

/** The localities whose names are most like the words given, best first: for «did you mean». */
export function nearestLocalities(wanted: string, localities: LocalityIndex, count: number): Locality[] {
  const grams = gramsOf(foldName(wanted));
  const isAscii = /^[a-z0-9/-]+$/u.test(wanted);
  return localities.all
    .map((locality) => {
      const names = [locality.name, locality.bareName, ...(isAscii ? [locality.key] : [])].map(foldName);
      // Of two equally like, the greater one: a province before its communes.
      const depth = locality.key.split("/").length * 0.001;
      return { locality, likeness: Math.max(...names.map((name) => likeness(grams, gramsOf(name)))) - depth };
    })
    .filter((one) => one.likeness > 0.35)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ locality }) => locality);
}

function gramsOf(name: string): Set<string> {
  const padded = ` ${name} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
}

/** Dice's coefficient. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return (2 * shared) / (a.size + b.size);
}
