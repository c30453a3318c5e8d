import type { Answer } from "./answer.ts";
import { leavesNegator, type Grounds, type Statement } from "./phrasing-grounds.ts";
import {
  findWords,
  isFigure,
  isNegator,
  isYear,
  markWords,
  readFigures,
  wordsOf,
  type Mark,
  type MarkOptions,
  type Word,
} from "./phrasing-words.ts";

/** A clause of a phrasing. */
export interface Clause {
  readonly words: readonly Word[];
  /** What its marks stand for: below the number of citations a quotation, else a locator. */
  readonly marks: readonly number[];
  readonly locators: readonly string[];
}

export interface ClauseContext {
  /** The document whose place is spoken of; null where none has been named. */
  readonly place: string | null;
  /** Years that hold for the clause: its own, or those of the sentence that it stands in. */
  readonly years: readonly Word[];
  readonly answer: Omit<Answer, "elapsedMs">;
  readonly grounds: Grounds;
}

/** Whether a clause holds nothing but a place and glue. */
export function isBare(
  clause: Clause,
  { answer, grounds }: Pick<ClauseContext, "answer" | "grounds">,
): boolean {
  const marks = markWords(clause.words, {
    language: answer.language,
    places: [...grounds.places.values()].flat(),
    aimsAreGlue: true,
  });
  return (
    clause.marks.length === 0 &&
    clause.words.every(
      (word, at) =>
        marks[at] !== "word" && !isComparator(marks[at]) && (marks[at] === "place" || !isFigure(word)),
    )
  );
}

/** Whether a clause says a statement, and nothing that the statement does not say. */
export function checkClause(clause: Clause, statement: Statement, context: ClauseContext): boolean {
  const { answer, grounds, place } = context;
  if (statement.document === null) return false;
  if (place === null ? grounds.places.size > 1 : place !== statement.document) return false;
  if (!marksFit(clause, statement, context)) return false;
  const options: MarkOptions = {
    language: answer.language,
    places: grounds.places.get(statement.document) ?? [],
    aimsAreGlue: !statement.isBaseline,
  };
  switch (statement.kind) {
    case "fact":
      return checkFact(clause, statement, options, context);
    case "role":
      return checkRole(clause, statement, options);
    case "words":
      return checkWords(clause, statement, options, context);
  }
}

/** Its quotations and locators are the statement's own. */
function marksFit(
  { marks, locators }: Clause,
  { citations, document }: Statement,
  { answer }: ClauseContext,
): boolean {
  return marks.every((mark) => {
    if (mark < answer.citations.length) {
      const quote = answer.citations[mark]?.quote;
      return citations.some((index) => index === mark || answer.citations[index]?.quote === quote);
    }
    const locator = locators[mark - answer.citations.length];
    const own = citations.length > 0 ? citations.map((index) => answer.citations[index]) : answer.citations;
    return own.some((one) => one?.locator === locator && one?.document === document);
  });
}

function checkFact(
  clause: Clause,
  statement: Statement,
  options: MarkOptions,
  context: ClauseContext,
): boolean {
  const { words } = clause;
  const marks = markWords(words, options);
  const texts = statement.texts.map((text) => ({ words: text, marks: markWords(text, options) }));
  const proven = texts.flatMap((text) => readFigures(text.words, text.marks));
  const figures = readFigures(words, marks).filter(({ at }) => marks[at] !== "place");
  const isProven = figures.every(({ value, comparator, unit, series }) =>
    proven.some(
      (one) =>
        one.value === value &&
        one.comparator === comparator &&
        one.unit === unit &&
        (isYear({ text: value, isBroken: false }) || one.series === series),
    ),
  );
  if (!isProven) return false;
  // A year is the figure's own, said with it in the answer's line.
  const said = new Set(statement.texts.flatMap((text) => text.map((word) => word.text)));
  if (!context.years.every((year) => said.has(year.text))) return false;
  const attached = new Set(figures.flatMap((figure) => figure.attached));
  const runs = runsOf(words, (at) => marks[at] === "glue" || marks[at] === "place" || attached.has(at));
  const isSaid = runs.every((run) =>
    run.some(isNegator)
      ? statement.required.some((text) => standsIn(run, text))
      : statement.texts.some((text) => standsIn(run, text)),
  );
  if (!isSaid) return false;
  if (
    !statement.required.every((wanted) =>
      coreOf(wanted, options).every((word) => words.some((own) => own.text === word.text)),
    )
  )
    return false;
  return isNamed(clause, statement, runs, options, context);
}

/** What is measured is named in full, or not at all where only one thing can be meant. */
function isNamed(
  { words, marks }: Clause,
  statement: Statement,
  runs: readonly (readonly Word[])[],
  options: MarkOptions,
  { answer, grounds }: ClauseContext,
): boolean {
  const references = answer.citations.flatMap(({ issuer, number }) => [
    wordsOf(issuer ?? ""),
    wordsOf(number ?? ""),
  ]);
  const naming = runs.filter(
    (run) =>
      !references.some((reference) => findWords(reference, run) >= 0) &&
      run.some((word, at) => !isFigure(word) && !(at > 0 && isFigure(run[at - 1]))),
  );
  const facts = grounds.statements.filter(({ kind }) => kind === "fact");
  const isAlone =
    facts.filter(({ document }) => document === statement.document).length < 2 &&
    new Set(facts.map(({ indicator }) => indicator)).size < 2;
  // «Đến năm 2030:» names nothing and states nothing yet.
  if (
    naming.length === 0 &&
    marks.length === 0 &&
    words.every((word, at) => !isFigure(word) || isYear(word) || markWords(words, options)[at] === "place")
  )
    return true;
  if (naming.length === 0) return isAlone || marks.some((mark) => statement.citations.includes(mark));
  const core = coreOf(words, options);
  const ownNames = statement.ownNames.map((name) => coreOf(name, options));
  if (
    ownNames.some(
      (name) => name.length > 0 && name.every((word) => core.some((own) => own.text === word.text)),
    )
  )
    return true;
  let own = 0;
  let other = 0;
  for (const [id, wordings] of grounds.names.indicatorWordings) {
    for (const wording of wordings) {
      const wanted = coreOf(wording, options);
      if (findWords(core, wanted) < 0) continue;
      if (id === statement.indicator) own = Math.max(own, wanted.length);
      else other = Math.max(other, wanted.length);
    }
  }
  return own > other;
}

/** A role line is said whole: its label and its body, word for word; the task may come along. */
function checkRole({ words }: Clause, { required, texts, label }: Statement, options: MarkOptions): boolean {
  const body = required[1] ?? [];
  const bodyAt = findWords(words, body);
  const labelAt = findWords(words, label);
  if (bodyAt < 0 || labelAt < 0) return false;
  const heading = texts[0] ?? [];
  const marks = markWords(words, options);
  const isTaken = (at: number): boolean =>
    (at >= bodyAt && at < bodyAt + body.length) || (at >= labelAt && at < labelAt + label.length);
  return runsOf(words, (at) => isTaken(at) || marks[at] === "glue" || marks[at] === "place").every(
    (run) => !run.some(isNegator) && standsIn(run, heading),
  );
}

/** A sentence of a quotation, or of it what stands between two commas, may be said without quotation marks. */
function checkWords(
  clause: Clause,
  { texts, citations }: Statement,
  options: MarkOptions,
  { years, grounds }: ClauseContext,
): boolean {
  const core = coreOf(clause.words, options);
  const text = texts[0] ?? [];
  const said = grounds.statements.filter((one) => one.citations.some((index) => citations.includes(index)));
  if (
    !years.every((year) =>
      [text, ...said.flatMap((one) => one.texts)].some((words) =>
        words.some((word) => word.text === year.text),
      ),
    )
  )
    return false;
  if (core.length === 0) return clause.marks.length > 0;
  const marks = markWords(text, options);
  const indexes = text.flatMap((_, at) => (marks[at] === "glue" || marks[at] === "place" ? [] : [at]));
  const own = indexes.flatMap((at) => text[at] ?? []);
  for (let at = findWords(own, core); at >= 0; at = findWords(own, core, at + 1)) {
    const start = indexes[at] ?? 0;
    const end = (indexes[at + core.length - 1] ?? 0) + 1;
    const isWhole = startsPart(text, marks, start) && endsPart(text, marks, end);
    if (isWhole && !leavesNegator(text, start, end) && !omitsGlueNegation(text, start)) return true;
  }
  return false;
}

/** Only glue and places stand between the last stop or comma and the word. */
function startsPart(text: readonly Word[], marks: readonly Mark[], start: number): boolean {
  let at = start;
  while (at > 0 && text[at]?.isBroken === false) {
    if (marks[at - 1] !== "glue" && marks[at - 1] !== "place") return false;
    at--;
  }
  return true;
}

function endsPart(text: readonly Word[], marks: readonly Mark[], end: number): boolean {
  let at = end;
  while (at < text.length && text[at]?.isBroken === false) {
    if (marks[at] !== "glue" && marks[at] !== "place") return false;
    at++;
  }
  return true;
}

const omitsGlueNegation = (text: readonly Word[], start: number): boolean => isNegator(text[start - 1]);

const isComparator = (mark: Mark | undefined): boolean => mark?.startsWith("comparator") === true;

/** The words that say something. */
function coreOf(words: readonly Word[], options: MarkOptions): Word[] {
  const marks = markWords(words, options);
  return words.filter((_, at) => marks[at] !== "glue" && marks[at] !== "place");
}

/** The stretches of words between those that are left out. */
function runsOf(words: readonly Word[], isOut: (at: number) => boolean): Word[][] {
  const runs: Word[][] = [];
  let isOpen = false;
  words.forEach((word, at) => {
    if (isOut(at)) {
      isOpen = false;
      return;
    }
    if (isOpen && !word.isBroken) runs.at(-1)?.push(word);
    else runs.push([word]);
    isOpen = true;
  });
  return runs;
}

/** A stretch stands in a text where no negation stands right before it. */
function standsIn(run: readonly Word[], text: readonly Word[]): boolean {
  for (let at = findWords(text, run); at >= 0; at = findWords(text, run, at + 1)) {
    const before = [1, 2, 3].map((back) => at - back).filter((index) => index >= 0);
    const stop = before.find((index) => text[index + 1]?.isBroken === true);
    const near = before.filter((index) => stop === undefined || index > stop);
    if (!near.some((index) => isNegator(text[index]))) return true;
  }
  return false;
}
