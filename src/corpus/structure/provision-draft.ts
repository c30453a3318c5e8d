import type { Message } from "../../shared/message.ts";
import type { Span } from "../../shared/span.ts";
import type { MarkerStyle } from "../lines/read-marker.ts";
import type { ProvisionType } from "../provision.ts";

/** A node of the tree while it is built. */
export interface ProvisionDraft {
  readonly type: ProvisionType;
  readonly style: MarkerStyle | "heading" | null;
  readonly number: string | null;
  readonly ordinal: number | null;
  /** Level of a heading without a number, 1–6. */
  readonly level: number | null;
  heading: Span | null;
  ownEnd: number;
  readonly start: number;
  /** A footnote's paragraph. */
  readonly isNote: boolean;
  readonly children: ProvisionDraft[];
}

export type Report = (rule: string, reason: string, severity: Message["severity"], span: Span) => void;

export function draftOf(
  fields: Pick<ProvisionDraft, "type" | "start" | "ownEnd"> & Partial<ProvisionDraft>,
): ProvisionDraft {
  return { style: null, number: null, ordinal: null, level: null, heading: null, isNote: false, children: [], ...fields };
}
