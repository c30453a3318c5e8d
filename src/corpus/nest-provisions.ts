import type { ProvisionRow } from "./corpus-store.ts";
import type { Provision } from "./provision.ts";

/** The tree again from its rows in reading order, as the store keeps them. */
export function nestProvisions(rows: readonly ProvisionRow[]): Provision[] {
  const roots: Provision[] = [];
  const childrenOf = new Map<string, Provision[]>();
  for (const { parentEId, ...row } of rows) {
    const children: Provision[] = [];
    childrenOf.set(row.eId, children);
    const siblings = parentEId === null ? roots : (childrenOf.get(parentEId) ?? roots);
    siblings.push({ ...row, children });
  }
  return roots;
}
