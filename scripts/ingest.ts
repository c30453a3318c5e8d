import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ParsedDocument } from "../src/corpus/document.ts";
import { extractFile } from "../src/corpus/extract-file.ts";
import { parseDocument } from "../src/corpus/parse-document.ts";
import { visitProvisions } from "../src/corpus/visit-provisions.ts";
import type { Assignment } from "../src/facts/assignment.ts";
import { extractAssignments } from "../src/facts/extract-assignments.ts";
import { extractTargets } from "../src/facts/extract-targets.ts";
import { describeError } from "../src/shared/app-error.ts";

const OPENING_WORDS = 110;
/** A task is quoted with its labelled lines where they stand together. */
const LONGEST_QUOTE = 1200;

/** The opening words of a numbered paragraph, cut at a word. */
function openingWords(text: string): string {
  const words = text.replace(/^\S+\s+/u, "");
  return words.length <= OPENING_WORDS ? words : words.slice(0, words.lastIndexOf(" ", OPENING_WORDS));
}

function outlineOf(parsed: ParsedDocument): { path: string; heading: string; depth: number }[] {
  const outline: { path: string; heading: string; depth: number }[] = [];
  visitProvisions(parsed.provisions, (node) => {
    if (node.type === "indent" || (node.number === null && node.heading === null)) return;
    const heading = node.heading ?? openingWords(parsed.text.slice(node.ownSpan.start, node.ownSpan.end));
    outline.push({ path: node.path, heading, depth: node.depth });
  });
  return outline;
}

async function readDocument(file: string): Promise<unknown> {
  const parsed = parseDocument(await extractFile(await readFile(file), path.basename(file)));
  const key = path.parse(file).name;
  const { targets, messages: targetMessages } = extractTargets(parsed, key, () => null);
  const { assignments, messages: assignmentMessages } = extractAssignments(parsed, key);
  const {
    title,
    kind,
    number,
    date,
    issuer,
    place,
    signatory,
    status,
    implements: carriedOut,
  } = parsed.frontMatter;
  const quote = (start: number, end: number): string => parsed.text.slice(start, end);
  const quoteOf = ({ span, taskSpan, timelineSpan }: Assignment): string => {
    const start = Math.min(span.start, taskSpan?.start ?? span.start);
    const end = Math.max(span.end, timelineSpan?.end ?? span.end);
    return end - start <= LONGEST_QUOTE ? quote(start, end) : quote(span.start, span.end);
  };
  return {
    metadata: {
      title,
      kind,
      number,
      date,
      issuer,
      place,
      signatory,
      status,
      implements: carriedOut.map(({ title: name, number: no, date: of }) => ({
        title: name,
        number: no,
        date: of,
      })),
    },
    outline: outlineOf(parsed),
    targets: targets
      .filter(({ nature }) => nature === "target")
      .map(({ indicator, name, comparator, value, value2, unit, scope, deadline, path: section, span }) => ({
        indicator,
        name,
        comparator,
        value,
        value2,
        unit,
        scope,
        deadline,
        section,
        quote: quote(span.start, span.end),
      })),
    assignments: assignments.map((assignment) => {
      const { task, role, body, timeline, path: section } = assignment;
      return { task, role, body, timeline, section, quote: quoteOf(assignment) };
    }),
    messages: [...parsed.messages, ...targetMessages, ...assignmentMessages].map(
      ({ rule, reason, line, page }) => ({ rule, reason, line, page }),
    ),
  };
}

const files = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const [file] = files;
if (file === undefined || !process.argv.includes("--dry-run")) {
  process.stderr.write("Cách dùng: npm run ingest -- --dry-run --json TỆP\n");
  process.exit(2);
}
try {
  process.stdout.write(`${JSON.stringify(await readDocument(file), null, 1)}\n`);
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
