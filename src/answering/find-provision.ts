import type { ProvisionRow } from "../corpus/corpus-store.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { ProvisionType } from "../corpus/provision.ts";
import { foldedTokens } from "../facts/match-indicator.ts";
import { isDocumentWord, isStopFolded } from "../understanding/question-words.ts";
import type { Query } from "../understanding/query.ts";
import type { ProvisionStep } from "../understanding/read-provision-reference.ts";
import type { Library } from "./library.ts";
import { lineageOf } from "./read-headings.ts";

/** Share of a question that a heading has to hold, and of the heading that the question has to name. */
const QUESTION_HELD = 0.99;
const HEADING_NAMED = 0.5;
const BINDING = new Set(["den", "va", "ve", "cua", "mot", "so", "nam", "chu", "yeu", "trong", "theo"]);

/** «Tầm nhìn 2045 của phường»: whose it is stands in no heading; folded. */
const PLACE_WORDS = new Set([
  "phuong",
  "xa",
  "thi xa",
  "thanh pho",
  "tinh",
  "huyen",
  "dia phuong",
  "ward",
  "town",
  "city",
]);

/** The provision that a question names by its heading («tầm nhìn 2045», «mục tiêu tổng quát»); the nearest heading wins. */
export function findByHeading(query: Query, document: CorpusDocument, library: Library): ProvisionRow | null {
  const asked = [
    ...new Set(
      query.concepts.flatMap(({ tokens }) =>
        tokens.every(isDocumentWord) ||
        PLACE_WORDS.has(tokens.join(" ")) ||
        (tokens.length === 1 && isStopFolded(tokens[0] ?? ""))
          ? []
          : tokens,
      ),
    ),
  ];
  const [only, ...others] = query.concepts.filter(({ weight }) => weight === 1);
  const [year = ""] = only?.tokens ?? [];
  if (others.length === 0 && /^20\d\d$/u.test(year)) return findByYear(year, document, library);
  const whole = asked.join(" ");
  let best: { row: ProvisionRow; named: number } | null = null;
  for (const row of library.corpus.provisions(document.key)) {
    if (row.heading === null || row.type === "indent" || row.span.end === row.ownSpan.start) continue;
    const heading = foldedTokens(row.heading).filter((token) => !BINDING.has(token));
    // A single piece of content has to be the whole heading: «yêu cầu».
    if (query.concepts.length < 2 && foldedTokens(row.heading).join(" ") !== whole) continue;
    if (query.concepts.length < 2) return row;
    const held = asked.filter((token) => heading.includes(token)).length / asked.length;
    const named = heading.filter((token) => asked.includes(token)).length / Math.max(1, heading.length);
    if (held >= QUESTION_HELD && named >= HEADING_NAMED && (best === null || named > best.named))
      best = { row, named };
  }
  return best?.row ?? null;
}

/** «Đến 2045 thị xã muốn gì?»: the one provision whose heading bears the year. */
function findByYear(year: string, document: CorpusDocument, library: Library): ProvisionRow | null {
  const [row, ...others] = library.corpus
    .provisions(document.key)
    .filter(
      ({ heading, type, span, ownSpan }) =>
        heading !== null &&
        type !== "indent" &&
        span.end > ownSpan.start &&
        heading.length < LONGEST_HEADING &&
        foldedTokens(heading).includes(year),
    );
  return row !== undefined && others.length === 0 ? row : null;
}

/** A longer heading (UTF-16 units) speaks of a year by the way. */
const LONGEST_HEADING = 60;

/** What a reference to a provision leads to in one document. */
export interface FoundProvisions {
  /** The provisions of that number: one, or several that it does not tell apart. */
  readonly rows: readonly ProvisionRow[];
  /** Where there are none: the first step that leads nowhere, and what it was looked for in (null: the whole text). */
  readonly missing: { readonly step: ProvisionStep; readonly within: ProvisionRow | null } | null;
}

/** What a step may be called in documents of another build: «khoản 2 mục III» is a section there. */
const ALSO: Readonly<Partial<Record<ProvisionType, readonly ProvisionType[]>>> = {
  part: ["part", "section", "chapter"],
  section: ["section", "part", "paragraph", "point"],
  paragraph: ["paragraph", "section", "point"],
  point: ["point", "paragraph", "section"],
};

/** The provisions that a question names by number («điểm b khoản 5 Điều 6»), innermost step last; below `within` only, where it is given. */
export function findProvisions(
  steps: readonly ProvisionStep[],
  document: CorpusDocument,
  library: Library,
  within: ProvisionRow | null = null,
): FoundProvisions {
  const all = library.corpus.provisions(document.key);
  const rows = within === null ? all : all.filter((row) => row.eId !== within.eId && holds(within, row));
  for (let length = steps.length; length > 0; length--) {
    const found = lookUp(steps.slice(0, length), rows, document, library);
    if (found.length === 0) continue;
    const step = steps[length];
    if (step === undefined) return { rows: found, missing: null };
    return { rows: [], missing: { step, within: found[0] ?? null } };
  }
  const [step] = steps;
  return { rows: [], missing: step === undefined ? null : { step, within: null } };
}

/** The numbered provisions among which a missing one was looked for, in reading order. */
export function siblingsOf(
  missing: NonNullable<FoundProvisions["missing"]>,
  document: CorpusDocument,
  library: Library,
): ProvisionRow[] {
  const { step, within } = missing;
  const rows = library.corpus
    .provisions(document.key)
    .filter(
      (row) => row.type === step.type && row.number !== null && (within === null || holds(within, row)),
    );
  const depth = Math.min(...rows.map((row) => row.depth));
  return step.type === "article" ? rows : rows.filter((row) => row.depth === depth);
}

const holds = (outer: ProvisionRow, { span }: ProvisionRow): boolean =>
  outer.span.start <= span.start && span.end <= outer.span.end;

function lookUp(
  steps: readonly ProvisionStep[],
  rows: readonly ProvisionRow[],
  document: CorpusDocument,
  library: Library,
): ProvisionRow[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const outer = steps.slice(0, -1);
  const fitting = rows.filter((row) => {
    if (!fitsStep(row, last, rows)) return false;
    const above = lineageOf(document.key, row.eId, library.corpus).slice(1);
    return outer.every((step) => above.some((ancestor) => fitsStep(ancestor, step, rows)));
  });
  const ownKind = fitting.filter(({ type }) => type === last.type);
  const named = ownKind.length > 0 ? ownKind : fitting;
  const exact = named.filter((row) => row.path.toLowerCase() === last.number);
  if (exact.length > 0) return exact.slice(0, 1);
  const depth = Math.min(...named.map((row) => row.depth));
  return named.filter((row) => row.depth === depth);
}

function fitsStep(
  row: ProvisionRow,
  { type, number }: ProvisionStep,
  rows: readonly ProvisionRow[],
): boolean {
  if (type === "indent" || type === "text" || type === "row" || type === "table") {
    if (row.type !== type) return false;
    const own = /\d+$/u.exec(row.locator.split(", ").at(-1) ?? "")?.[0];
    return type === "text" && !row.locator.includes("đoạn") ? number === "1" : own === number;
  }
  if (!(ALSO[type] ?? [type]).includes(row.type)) return false;
  if (type === "appendix" && row.number === null)
    return ["", "1", "i"].includes(number) && rows.filter((other) => other.type === "appendix").length === 1;
  if (row.number === null) return false;
  if (number === "") return true;
  const own = row.number.toLowerCase();
  if (number.includes(".")) {
    const path = row.path.toLowerCase();
    return path === number || path.endsWith(`.${number}`) || own === number;
  }
  if (own === number) return true;
  const isOuter = type === "chapter" || type === "part" || type === "appendix";
  return isOuter && (toRoman(number) === own || toRoman(own) === number);
}

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];
const toRoman = (number: string): string | undefined => ROMAN[Number(number) - 1];
