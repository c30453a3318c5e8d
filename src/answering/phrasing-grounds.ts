import type { Answer, AnswerFact, Citation } from "./answer.ts";
import {
  findWords,
  isFigure,
  isNegator,
  isYear,
  markWords,
  readFigures,
  wordsOf,
  type Word,
} from "./phrasing-words.ts";

/** What a check of phrasings has to know beside the answer. */
export interface PhrasingNames {
  /** Every name that the place of a document goes by, the usual one first: «Thị xã Đức Phổ», «Đức Phổ». */
  placeNames(document: string): readonly string[];
  /** Every wording of each indicator, by id. */
  readonly indicatorWordings: ReadonlyMap<string, readonly (readonly Word[])[]>;
}

/** Something that the plain answer says, in one of the ways that it may be said again. */
export interface Statement {
  /** fact: a figure of an indicator; role: a body in its role; words: a sentence of a quotation or heading. */
  readonly kind: "fact" | "role" | "words";
  readonly document: string | null;
  /** A clause may be made of stretches of these. Of kind `words`: of one stretch of the only one. */
  readonly texts: readonly (readonly Word[])[];
  /** Indexes of the citations that prove it. */
  readonly citations: readonly number[];
  readonly indicator: string | null;
  /** Words that have to come along: of a role line all of it, of a figure what its line has in brackets. */
  readonly required: readonly (readonly Word[])[];
  /** The line's own name of what is measured, or the quotation's. */
  readonly ownNames: readonly (readonly Word[])[];
  /** The label of a role line. */
  readonly label: readonly Word[];
  readonly isBaseline: boolean;
}

/** A plain answer taken apart. */
export interface Grounds {
  readonly statements: readonly Statement[];
  /** Lines that have to be in a phrasing word for word: what is not said, what is set right, what is compared. */
  readonly kept: readonly string[];
  /** Names of the places of the answer's documents. */
  readonly places: ReadonlyMap<string, readonly (readonly Word[])[]>;
  readonly names: PhrasingNames;
}

/** Stands for a quotation while text is taken apart: no letter, digit or stop in it. */
export const quoteMark = (index: number): string => `\uE000${"\uE001".repeat(index + 1)}\uE002`;
export const QUOTE_MARK = /\uE000(\uE001+)\uE002/gu;

/** Lines that say what is not so, or set things against each other: no rewording of them is checked, so none is taken. */
const KEPT =
  /không|chưa|chẳng|khớp|so với|so sánh|cao hơn|thấp hơn|bằng nhau|giống nhau|như nhau|khác nhau|cùng một loại|gần nhất|trường hợp bạn|\bnot\b|\bno\b|cannot|higher|lower|same|nearest|differ|the case you|against/iu;

/** Takes a verified plain answer apart into what a phrasing of it may say. */
export function readGrounds(answer: Omit<Answer, "elapsedMs">, names: PhrasingNames): Grounds {
  const documents = [...new Set(answer.citations.map(({ document }) => document))];
  const places = new Map(documents.map((key) => [key, names.placeNames(key).map(wordsOf)]));
  const statements: Statement[] = [];
  const kept: string[] = [];
  let document: string | null = documents.length === 1 ? (documents[0] ?? null) : null;
  let heading: readonly Word[] = [];
  let facts: AnswerFact[] = [...answer.facts];

  for (const line of maskQuotes(answer.text, answer.citations).split("\n")) {
    if (line.trim() === "" || QUOTE_MARK.test(line)) {
      QUOTE_MARK.lastIndex = 0;
      continue;
    }
    const all = wordsOf(line);
    document = namedPlaces(all, places).find((key) => startsWithName(all, places.get(key))) ?? document;
    const ownPlaces = document === null ? [] : (places.get(document) ?? []);
    const withoutPlace = withoutNames(line, document === null ? [] : names.placeNames(document));
    const isBaseline = /hiện trạng|situation at that time/u.test(line);
    const label = /^– ([^:]{2,60}): (.+)$/u.exec(line);
    const fact = facts.find((one) => one.document === document && statesFigure(all, one, answer, ownPlaces));
    if (fact !== undefined && (isBaseline || !KEPT.test(withoutPlace))) {
      facts = facts.filter((one) => one !== fact);
      statements.push(
        factStatement(fact, line, all, isBaseline, { answer, names, places: ownPlaces, heading }),
      );
    } else if (KEPT.test(withoutPlace)) {
      kept.push(line.trim());
    } else if (label !== null) {
      const [, title = "", body = ""] = label;
      statements.push({
        ...nothingOf(document),
        kind: "role",
        texts: [heading, all],
        citations: answer.citations.flatMap((one, index) => (one.document === document ? [index] : [])),
        required: [wordsOf(title), wordsOf(body)],
        label: wordsOf(title),
      });
    } else {
      heading = all;
      statements.push({ ...nothingOf(document), kind: "words", texts: [all] });
    }
  }
  answer.citations.forEach((citation, index) => {
    for (const sentence of sentencesOf(citation.quote))
      statements.push({
        ...nothingOf(citation.document),
        kind: "words",
        texts: [wordsOf(sentence)],
        citations: [index],
      });
  });
  return { statements, kept, places, names };
}

const startsWithName = (words: readonly Word[], names: readonly (readonly Word[])[] | undefined): boolean =>
  names?.some((name) => findWords(words, name) === 0) === true;

/** The documents whose places are named; a name inside a longer one («phường» in «phường Từ Sơn») is not a name of its own. */
export function namedPlaces(words: readonly Word[], places: Grounds["places"]): string[] {
  const found = [...places].flatMap(([document, names]) =>
    names.flatMap((name) => {
      const starts: number[] = [];
      for (let at = findWords(words, name); at >= 0; at = findWords(words, name, at + 1)) starts.push(at);
      return starts.map((start) => ({ document, start, end: start + name.length }));
    }),
  );
  const own = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start,
      ),
  );
  return [...new Set(own.map(({ document }) => document))];
}

const nothingOf = (document: string | null): Omit<Statement, "kind" | "texts"> => ({
  document,
  citations: [],
  indicator: null,
  required: [],
  ownNames: [],
  label: [],
  isBaseline: false,
});

interface FactContext {
  readonly answer: Omit<Answer, "elapsedMs">;
  readonly names: PhrasingNames;
  readonly places: readonly (readonly Word[])[];
  readonly heading: readonly Word[];
}

function factStatement(
  fact: AnswerFact,
  line: string,
  all: readonly Word[],
  isBaseline: boolean,
  { answer, names, places, heading }: FactContext,
): Statement {
  const figure = figureOf(all, fact);
  const wordings = fact.indicator === null ? [] : (names.indicatorWordings.get(fact.indicator) ?? []);
  const proofs: number[] = [];
  const pieces: (readonly Word[])[] = [];
  answer.citations.forEach(({ document, quote }, index) => {
    if (document !== fact.document) return;
    const own = sentencesOf(quote)
      .map(wordsOf)
      .filter((words) => words.some((word) => word.text === figure));
    if (own.length === 0) return;
    const isOwn =
      answer.facts.filter((one) => one.document === document && figureOf(wordsOf(quote), one) === figure)
        .length < 2 || wordings.some((wording) => findWords(wordsOf(quote), wording) >= 0);
    if (!isOwn) return;
    proofs.push(index);
    // Several figures in one sentence could be told apart wrongly: such a sentence may be quoted, not reworded.
    pieces.push(
      ...own.filter((words) => words.filter((word) => isFigure(word) && !isYear(word)).length === 1),
    );
  });
  const bracketed = [...line.matchAll(/\(([^()]*)\)/gu)].map(([, inner = ""]) => wordsOf(inner));
  const named = /: (.+?) – /u.exec(line)?.[1];
  const { issuer = null, number = null } =
    answer.citations.find((one) => one.document === fact.document) ?? {};
  const references = [issuer, number].flatMap((words) => (words === null ? [] : [wordsOf(words)]));
  return {
    kind: "fact",
    document: fact.document,
    texts: [all, ...pieces, ...wordings, heading, ...references],
    citations: proofs,
    indicator: fact.indicator,
    required: isBaseline
      ? bracketed.filter((words) => !places.some((name) => findWords(name, words) >= 0))
      : [],
    ownNames: [...pieces, ...(named === undefined ? [] : [wordsOf(named)])],
    label: [],
    isBaseline,
  };
}

/** The word that a fact's figure is in a text; empty where it is not there. */
function figureOf(words: readonly Word[], { value, value2 }: AnswerFact): string {
  const wanted =
    value2 === undefined
      ? [String(value)]
      : [`${String(value)}-${String(value2)}`, `${String(value)}-${String(value2)}`.replaceAll(".", ",")];
  return words.find((word) => wanted.includes(word.text))?.text ?? "";
}

function statesFigure(
  words: readonly Word[],
  fact: AnswerFact,
  { language }: Omit<Answer, "elapsedMs">,
  places: readonly (readonly Word[])[],
): boolean {
  const figure = figureOf(words, fact);
  if (figure === "") return false;
  const meaning: Readonly<Record<AnswerFact["comparator"], string>> = {
    "=": "",
    ">": ">",
    ">=": ">=",
    "<": "<",
    "<=": "<=",
    "~": "~",
    range: "",
  };
  const marks = markWords(words, { language, places, aimsAreGlue: true });
  return readFigures(words, marks).some(
    ({ value, comparator }) => value === figure && comparator === meaning[fact.comparator],
  );
}

/** Puts a mark in the place of each quotation that is a citation's, with its quotation marks. */
function maskQuotes(text: string, citations: readonly Citation[]): string {
  return citations.reduce(
    (masked, { quote }, index) => masked.replaceAll(`«${quote}»`, quoteMark(index)),
    text,
  );
}

function withoutNames(line: string, names: readonly string[]): string {
  return names.reduce((text, name) => text.replaceAll(name, ""), line);
}

/** Sentences of a quotation; a stop inside a number or a reference ends none. */
export function sentencesOf(quote: string): string[] {
  return quote
    .split(/(?<=[.;!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** Whether a stretch of a text leaves a negation or exception behind elsewhere in it. */
export function leavesNegator(words: readonly Word[], start: number, end: number): boolean {
  return words.some((word, at) => (at < start || at >= end) && isNegator(word));
}
