import type { Provision } from "./provision.ts";

/** Calls `visitor` for every node in reading order, with the nodes above it, outermost first. */
export function visitProvisions(
  provisions: readonly Provision[],
  visitor: (node: Provision, ancestors: readonly Provision[]) => void,
): void {
  const visit = (nodes: readonly Provision[], ancestors: readonly Provision[]): void => {
    for (const node of nodes) {
      visitor(node, ancestors);
      if (node.children.length > 0) visit(node.children, [...ancestors, node]);
    }
  };
  visit(provisions, []);
}
