import { readFile } from "node:fs/promises";
import type { ParsedDocument } from "../../src/corpus/document.ts";
import { extractFile } from "../../src/corpus/extract-file.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";
import { extractAssignments } from "../../src/facts/extract-assignments.ts";
import { extractTargets } from "../../src/facts/extract-targets.ts";
import type { ComparableAssignment } from "./match-assignments.ts";
import type { ComparableTarget } from "./match-targets.ts";

/** What a document was read into, in the form that the gold has. */
export interface ReadFixture {
  readonly parsed: ParsedDocument;
  readonly targets: readonly ComparableTarget[];
  readonly assignments: readonly ComparableAssignment[];
}

/** Reads a file with the project's own code; only true targets, each with its quotation. */
export async function readFixture(file: URL): Promise<ReadFixture> {
  const parsed = parseDocument(await extractFile(await readFile(file), decodeURIComponent(file.pathname)));
  const quote = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    parsed.text.slice(start, end);
  const { targets } = extractTargets(parsed, "fixture", () => null);
  const { assignments } = extractAssignments(parsed, "fixture");
  return {
    parsed,
    targets: targets
      .filter(({ nature }) => nature === "target")
      .map((target) => ({ ...target, quote: quote(target.span) })),
    assignments: assignments.map((assignment) => ({
      ...assignment,
      section: assignment.path,
      quote: quote(assignment.span),
    })),
  };
}
