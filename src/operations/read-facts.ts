import type { ParsedDocument } from "../corpus/document.ts";
import type { Manifest } from "../corpus/read-manifest.ts";
import { correctAssignments, correctTargets } from "../facts/apply-corrections.ts";
import type { Assignment } from "../facts/assignment.ts";
import { extractAssignments } from "../facts/extract-assignments.ts";
import { extractTargets } from "../facts/extract-targets.ts";
import type { NameIndicator } from "../facts/extract-targets.ts";
import type { Target } from "../facts/target.ts";
import type { Message } from "../shared/message.ts";

/** The facts of one document, with its manifest's corrections, and what reading and correcting were unsure of. */
export interface ReadFacts {
  readonly targets: readonly Target[];
  readonly assignments: readonly Assignment[];
  /** The messages of the parsed document, then those of its facts. */
  readonly messages: readonly Message[];
}

/** Reads the targets and assignments of a parsed document. Pure. */
export function readFacts(
  parsed: ParsedDocument,
  key: string,
  corrections: Manifest["corrections"],
  nameIndicator: NameIndicator,
): ReadFacts {
  const read = extractTargets(parsed, key, nameIndicator);
  const assigned = extractAssignments(parsed, key);
  const targets = correctTargets(parsed.text, read.targets, corrections.targets);
  const assignments = correctAssignments(parsed.text, assigned.assignments, corrections.assignments);
  return {
    targets: targets.facts,
    assignments: assignments.facts,
    messages: [
      ...parsed.messages,
      ...read.messages,
      ...assigned.messages,
      ...targets.messages,
      ...assignments.messages,
    ],
  };
}
