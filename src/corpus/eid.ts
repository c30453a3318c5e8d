import type { ProvisionType } from "./provision.ts";

const PREFIXES: Readonly<Record<ProvisionType, string>> = {
  header: "header",
  preamble: "preamble",
  part: "part",
  chapter: "chp",
  section: "sec",
  article: "art",
  paragraph: "para",
  point: "point",
  indent: "indent",
  appendix: "att",
  table: "table",
  row: "row",
  text: "text",
  recipients: "recipients",
  signature: "signature",
};

/** A node's own part of its eId: `sec_II`, `art_5`; unnumbered nodes take their place among their kind: `indent_2`. */
export function eIdSegment(type: ProvisionType, number: string | null, position: number): string {
  if (type === "header" || type === "preamble") return PREFIXES[type];
  if (number === null && (type === "recipients" || type === "signature") && position === 1)
    return PREFIXES[type];
  return `${PREFIXES[type]}_${(number ?? String(position)).replace(/\s+/g, "-")}`;
}

/**
 * A node's eId after the Akoma Ntoso naming convention (OASIS AKN-NC 1.0): segments joined by «__». A decimal
 * number holds its parent's («2.1» under «2»), so it takes its parent's segment's place: `sec_II__sec_2.1`.
 */
export function childEId(
  parent: { readonly eId: string; readonly number: string | null } | null,
  segment: string,
  number: string | null,
): string {
  if (parent === null || parent.eId === "") return segment;
  if (parent.number !== null && number?.startsWith(`${parent.number}.`)) {
    const above = parent.eId.lastIndexOf("__");
    return above < 0 ? segment : `${parent.eId.slice(0, above)}__${segment}`;
  }
  return `${parent.eId}__${segment}`;
}
