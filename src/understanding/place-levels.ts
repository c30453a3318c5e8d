import type { LocalityLevel } from "../corpus/locality.ts";
import type { PlaceContext } from "./find-place-names.ts";

const OF_A_LEVEL =
  / (o|tai|cua) (phuong|thi xa|thanh pho|huyen|tinh) (?!(xa|nao|minh|gi|kia|khac|ta|toi|tui|em|e|nha|cua|chung|chau|nay|nao|do) )| (in|of|for) the (ward|town|city|district|province) | (phuong|thi xa|thanh pho) (xay|dat|phan dau|de ra|ban hanh|se|giao|quy dinh|ho tro|cam ket) /;

/** «BHYT ở phường?» in a chat without a place of its own: the one ward that there is a document of. */
export function onlyOfLevel(line: string, { governed, index }: PlaceContext): string | null {
  const words = OF_A_LEVEL.exec(line)?.[0];
  const levels = words === undefined ? [] : levelsMentioned(words);
  const fitting = [...governed].filter((key) => levels.some((level) => level === index.byKey(key)?.level));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

const LEVELS: readonly (readonly [RegExp, readonly LocalityLevel[]])[] = [
  [/ (phuong|ward) /, ["ward"]],
  [/ (thi xa|tx|town) /, ["town"]],
  [/ (thanh pho|tp|city) /, ["city"]],
  [/ (huyen|district) /, ["district"]],
  [/ (tinh|province) /, ["province"]],
];

/** Levels that a folded line speaks of. */
export function levelsMentioned(line: string): LocalityLevel[] {
  return LEVELS.filter(([pattern]) => pattern.test(line)).flatMap(([, levels]) => levels);
}
