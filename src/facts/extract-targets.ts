import type { ParsedDocument } from "../corpus/document.ts";
import type { Message } from "../shared/message.ts";
import type { Target } from "./target.ts";

/** What is known of a figure's subject when its indicator is to be named. */
export interface IndicatorClause {
  readonly name: string;
  readonly unit: string | null;
  readonly scope: string | null;
  readonly headings: readonly string[];
}

export type NameIndicator = (clause: IndicatorClause) => string | null;

/** Reads a document's targets, baselines and dated objectives; each with the span that says so. */
export function extractTargets(
  parsed: ParsedDocument,
  document: string,
  nameIndicator: NameIndicator,
): { targets: Target[]; messages: Message[] } {
  void parsed;
  void document;
  void nameIndicator;
  return { targets: [], messages: [] };
}
