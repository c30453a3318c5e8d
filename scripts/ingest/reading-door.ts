import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ParsedDocument } from "../../src/corpus/document.ts";
import { extractFile } from "../../src/corpus/extract-file.ts";
import { createLocalityIndex } from "../../src/corpus/locality.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";
import { visitProvisions } from "../../src/corpus/visit-provisions.ts";
import { createIndicatorMatcher } from "../../src/facts/match-indicator.ts";
import { quoteSpan } from "../../src/facts/quote-assignment.ts";
import { readFacts } from "../../src/operations/read-facts.ts";
import { loadLexicons } from "../../src/understanding/lexicon.ts";

const OPENING_WORDS = 110;

/** The opening words of a numbered paragraph, cut at a word. */
function openingWords(text: string): string {
  const words = text.replace(/^(?:(?:Phần|Chương|Mục|Điều|Khoản|Điểm|Phụ lục)\s+)?\S+\s+/iu, "");
  return words.length <= OPENING_WORDS ? words : words.slice(0, words.lastIndexOf(" ", OPENING_WORDS));
}

/** A line of a document's outline. */
export interface OutlineLine {
  readonly path: string;
  readonly heading: string;
  readonly depth: number;
}

/** The numbered and headed provisions in reading order; one without a heading is told by its opening words. */
export function outlineOf(parsed: ParsedDocument): OutlineLine[] {
  const outline: OutlineLine[] = [];
  visitProvisions(parsed.provisions, (node) => {
    if (node.type === "indent" || (node.number === null && node.heading === null)) return;
    const heading = node.heading ?? openingWords(parsed.text.slice(node.ownSpan.start, node.ownSpan.end));
    outline.push({ path: node.path, heading, depth: node.depth });
  });
  return outline;
}

/**
 * Reads one file and gives what was read as one plain object, for other programs: front matter, outline, targets,
 * assignments, messages. Changes nothing. Offsets are left out; quotations are the source's own words.
 * @throws AppError DOCUMENT_UNREADABLE, DOCUMENT_UNSUPPORTED, DOCUMENT_TOO_LARGE.
 */
export async function readThroughDoor(file: string, corpusDirectory: string): Promise<unknown> {
  const parsed = parseDocument(await extractFile(await readFile(file), path.basename(file)));
  const { indicators } = loadLexicons(corpusDirectory, createLocalityIndex([]));
  const matcher = createIndicatorMatcher(indicators);
  const { targets, assignments, messages } = readFacts(
    parsed,
    path.parse(file).name,
    { targets: [], assignments: [] },
    (clause) => matcher.nameClause(clause),
  );
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
  const quote = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    parsed.text.slice(start, end);
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
      implements: carriedOut.map((one) => ({ title: one.title, number: one.number, date: one.date })),
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
        quote: quote(span),
      })),
    assignments: assignments.map((assignment) => {
      const { task, role, body, timeline, path: section } = assignment;
      return { task, role, body, timeline, section, quote: quote(quoteSpan(assignment)) };
    }),
    messages: messages.map(({ rule, reason, line, page }) => ({ rule, reason, line, page })),
  };
}
