import type { Answer } from "./answer.ts";
import { checkClause, isBare, type Clause } from "./check-clause.ts";
import {
  namedPlaces,
  QUOTE_MARK,
  quoteMark,
  readGrounds,
  sentencesOf,
  type Grounds,
  type PhrasingNames,
  type Statement,
} from "./phrasing-grounds.ts";
import { findWords, isFigure, isYear, markWords, wordsOf, type Word } from "./phrasing-words.ts";

/** Why a phrasing is not sent. */
export type PhrasingFault =
  "empty" | "too-long" | "mark-up" | "contact" | "quotation" | "figure" | "not-in-answer" | "left-out";

/**
 * Whether a model's text says what the plain answer says, no more and no less. Each clause of it has to be one
 * statement of the plain answer: its figure with comparator and unit, its indicator, place and year, its body and role,
 * in words of that statement and in words that carry no fact. What cannot be shown to be so is a fault: a good text may
 * be refused, a wrong one may not pass. The first fault, or null.
 */
export function verifyPhrasing(
  text: string,
  answer: Omit<Answer, "elapsedMs">,
  names: PhrasingNames,
): PhrasingFault | null {
  const outer = faultOfForm(text, answer);
  if (outer !== null) return outer;
  const grounds = readGrounds(answer, names);
  const masked = maskPhrasing(text.normalize("NFC"), answer);
  if (masked === null) return "quotation";
  const known = new Set(
    [
      answer.text,
      ...answer.citations.flatMap(({ quote, locator, number }) => [quote, locator, number ?? ""]),
    ].flatMap((words) => wordsOf(words).map((word) => word.text)),
  );
  if (wordsOf(masked.text).some((word) => isFigure(word) && !known.has(word.text))) return "figure";
  const kept = takeKeptLines(masked.text, grounds);
  if (kept === null) return "left-out";
  const bound = bindClauses(clausesOf(kept, masked.locators, grounds), grounds, answer);
  if (bound === null) return "not-in-answer";
  const isComplete = grounds.statements.every((one) => one.kind === "words" || bound.has(one));
  return isComplete && [...bound].some(({ citations }) => citations.length > 0) ? null : "left-out";
}

function faultOfForm(text: string, answer: Omit<Answer, "elapsedMs">): PhrasingFault | null {
  if (text.trim() === "") return "empty";
  if (text.length > answer.text.length * 1.5 + 300) return "too-long";
  if (/https?:|www\.|\w@\w|\b[\w-]+\.(?:com|vn|net|org|info|gov)\b/iu.test(text)) return "contact";
  if (/(?<![\d/])(?:\+?\d[\s.-]?){8,}(?!\d)/u.test(text) && !/(?:\+?\d[\s.-]?){8,}/u.test(answer.text))
    return "contact";
  if (/[<>`{}|\\*_#[\]]|[^\P{Cc}\n]|\p{Cf}|\p{Co}/u.test(text)) return "mark-up";
  return null;
}

interface MaskedPhrasing {
  readonly text: string;
  /** Locators by the index of their mark, after the citations. */
  readonly locators: readonly string[];
}

/**
 * Puts marks in the place of quotations and locators; null where a quotation is not a citation's own words: all of
 * them, or whole sentences. A part of a sentence may have lost its «không» or «dưới».
 */
function maskPhrasing(text: string, { citations }: Omit<Answer, "elapsedMs">): MaskedPhrasing | null {
  let strangers = 0;
  let masked = text.replaceAll(/«[^«»]*»|“[^“”]*”|"[^"]*"/gu, (quoted) => {
    const quote = quoted.slice(1, -1);
    const index = citations.findIndex(
      (one) => one.quote === quote || sentencesOf(one.quote).some((sentence) => isSentence(quote, sentence)),
    );
    if (index < 0) strangers += 1;
    return ` ${quoteMark(index)} `;
  });
  if (strangers > 0 || /[«»“”"„‟‹›「」]/u.test(masked)) return null;
  const locators = [...new Set(citations.map(({ locator }) => locator))]
    .filter((locator) => locator !== "")
    .sort((a, b) => b.length - a.length);
  locators.forEach((locator, at) => {
    const escaped = locator.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
    masked = masked.replaceAll(
      new RegExp(`\\(?(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])(?!\\.\\d)\\)?`, "giu"),
      quoteMark(citations.length + at),
    );
  });
  return { text: masked, locators };
}

const isSentence = (quote: string, sentence: string): boolean =>
  quote === sentence || `${quote}.` === sentence || `${quote};` === sentence;

/** The text without the lines that have to stand in it; null where one is missing. The place that each spoke of is left. */
function takeKeptLines(text: string, grounds: Grounds): string | null {
  let left = text;
  let from = 0;
  for (const line of grounds.kept) {
    const own = line.normalize("NFC");
    const at = left.indexOf(own, from);
    if (at < 0) return null;
    // Only where a line or sentence begins: «Không phải vậy: …» would be another sentence.
    const before = left.slice(0, at);
    if (!/\n\s*$/u.test(before) && !/(?:^|[.:!?…\uE002)])$/u.test(before.trimEnd())) return null;
    const [place, second] = namedPlaces(wordsOf(own), grounds.places);
    const name =
      place === undefined || second !== undefined ? "" : `\n${grounds.names.placeNames(place)[0] ?? ""}:`;
    left = `${before}${name}\n${left.slice(at + own.length)}`;
    from = at + name.length;
  }
  return left;
}

/** A clause with the marks of quotations and locators taken out. */
interface ReadClause extends Clause {
  /** The sentence only leads in: «Thị xã Đức Phổ:». */
  readonly leadsIn: boolean;
  readonly hasAnchor: boolean;
  readonly startsSentence: boolean;
}

const PARTS = /(,\s+|\s+(?:còn|trong khi đó|trong khi|và|and|while|whereas)\s+|:\s+|;\s+|\s[–—-]\s)/u;

/** The clauses: a sentence is cut only so that each part has its own figure, quotation or role. */
function clausesOf(text: string, locators: readonly string[], grounds: Grounds): ReadClause[] {
  const labels = grounds.statements.flatMap(({ label }) => (label.length === 0 ? [] : [label]));
  const hasAnchor = (part: string): boolean => {
    const words = wordsOf(part);
    return (
      part.includes("\uE000") ||
      withoutPlaces(words, grounds).some((word) => isFigure(word) && !isYear(word)) ||
      labels.some((label) => findWords(words, label) >= 0)
    );
  };
  return text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.replaceAll(/^[\s–—-]+/gu, "").trim())
    .filter((sentence) => /[\p{L}\p{N}\uE000]/u.test(sentence))
    .flatMap((sentence) => {
      const pieces = sentence.split(PARTS);
      const clauses: string[] = [];
      let current = pieces[0] ?? "";
      let anchored = hasAnchor(current);
      for (let at = 1; at < pieces.length; at += 2) {
        const [joint = "", part = ""] = [pieces[at], pieces[at + 1]];
        if (anchored && hasAnchor(part) && !/^\s*\uE000/u.test(part)) {
          clauses.push(current);
          current = part;
        } else {
          current += joint + part;
          anchored ||= hasAnchor(part);
        }
      }
      clauses.push(current);
      return clauses.map((clause, at) => ({
        ...readClause(clause, locators),
        leadsIn: !hasAnchor(clause) && /:\s*$/u.test(clause),
        hasAnchor: hasAnchor(clause),
        startsSentence: at === 0,
      }));
    });
}

function readClause(text: string, locators: readonly string[]): Clause {
  const marks = [...text.matchAll(QUOTE_MARK)].map(([, units = ""]) => units.length - 1);
  return { words: wordsOf(text.replaceAll(QUOTE_MARK, ". ")), marks, locators };
}

/** The statements that the clauses are; null where one is none. */
function bindClauses(
  clauses: readonly ReadClause[],
  grounds: Grounds,
  answer: Omit<Answer, "elapsedMs">,
): Set<Statement> | null {
  const bound = new Set<Statement>();
  let previous: readonly Statement[] = [];
  let place: string | null = null;
  let lead: readonly Word[] = [];
  let years: readonly Word[] = [];
  for (const clause of clauses) {
    const named = namedPlaces(clause.words, grounds.places);
    if (named.length > 1) return null;
    place = named[0] ?? place;
    if (clause.startsSentence) years = lead.filter(isYear);
    const own = clause.words.filter(isYear);
    if (own.length > 0) years = own;
    if (clause.leadsIn) lead = clause.words;
    const context = { place, years, answer, grounds };
    if (isBare(clause, context)) continue;
    let fitting = grounds.statements.filter((statement) => checkClause(clause, statement, context));
    if (!clause.hasAnchor && own.length > 0 && !clause.leadsIn && previous.length > 0) {
      const same = new Set(
        previous.map(({ document, indicator }) => `${String(document)} ${String(indicator)}`),
      );
      fitting = fitting.filter(
        ({ document, indicator, kind }) =>
          kind === "fact" && same.has(`${String(document)} ${String(indicator)}`),
      );
    }
    if (fitting.length === 0) return null;
    if (clause.hasAnchor) previous = fitting;
    const first = fitting.find(({ kind }) => kind !== "words") ?? fitting[0];
    if (first !== undefined && (clause.hasAnchor || first.kind === "words")) bound.add(first);
  }
  return bound;
}

/** «Nghị quyết 42-NQ/TW» is a place's name here, not a figure. */
function withoutPlaces(words: readonly Word[], { places }: Grounds): Word[] {
  const marks = markWords(words, { language: "vi", places: [...places.values()].flat(), aimsAreGlue: false });
  return words.filter((_, at) => marks[at] !== "place");
}
