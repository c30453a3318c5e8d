import { z } from "zod";
import type { Provision } from "../../src/corpus/provision.ts";
import type { Passage } from "../../src/retrieval/passage.ts";
import { splitPassages } from "../../src/retrieval/split-passages.ts";
import type { ShortForm } from "../../src/retrieval/abbreviations.ts";
import { loadLexicons } from "../../src/understanding/lexicon.ts";
import { AppError } from "../../src/shared/app-error.ts";
import { readLines } from "../io/read-lines.ts";
import { readRows, rowId } from "../io/read-rows.ts";

const articleSchema = z.object({
  id: rowId,
  title: z.string().nullish(),
  text: z.string(),
  law: z.string().nullish(),
});
const questionSchema = z.object({ id: rowId, text: z.string(), split: z.string().nullish() });

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The name or number of what it is an article of; empty where the corpus does not say. */
  readonly law: string;
}

/** A question of a benchmark with the articles that answer it. */
export interface JudgedQuestion {
  readonly text: string;
  readonly answers: ReadonlySet<string>;
}

/** The articles of a corpus; says on standard error which ids stand there twice: their texts count as one article's. */
export async function* readArticles(file: string): AsyncGenerator<Article> {
  const ids = new Set<string>();
  for await (const row of readRows(file, articleSchema)) {
    if (ids.has(row.id)) console.error(`${file}: the id «${row.id}» stands there more than once.`);
    ids.add(row.id);
    yield {
      id: row.id,
      title: (row.title ?? "").normalize("NFC"),
      text: row.text.normalize("NFC"),
      law: (row.law ?? "").normalize("NFC"),
    };
  }
}

/** A heading is a line of its own, at most this long, that is no sentence and no item of a list. */
const HEADING_WORDS = 40;
const NO_HEADING = /[.;:,]\s*$|^\s*(?:\d+[.)]|\p{L}\))/u;

/** Some rows have no title, but begin with the heading, as the reader would find it. */
function headed(article: Article): Article {
  const end = article.text.indexOf("\n");
  const line = article.text.slice(0, Math.max(0, end)).trim();
  const rest = article.text.slice(end + 1).trim();
  if (line === "" || rest === "" || line.split(/\s+/).length > HEADING_WORDS || NO_HEADING.test(line))
    return article;
  return { ...article, title: line, text: rest };
}

/** An article as the reader would hand it over: one provision, its title the heading, the name of its law above it. */
function passagesOf(article: Article): Passage[] {
  const { id, title, text } = article.title === "" ? headed(article) : article;
  // An article of a heading alone is found by it all the same.
  const body = text.trim() === "" ? title : text;
  const whole = title === "" ? body : `${title}\n${body}`;
  const span = { start: 0, end: whole.length };
  const provision: Provision = {
    eId: "art",
    type: "article",
    number: null,
    path: "1",
    locator: id,
    heading: title === "" ? null : title,
    headingSpan: title === "" ? null : { start: 0, end: title.length },
    span,
    ownSpan: span,
    depth: 1,
    children: [],
  };
  const passages = splitPassages({ key: id, text: whole, provisions: [provision] });
  if (article.law === "") return passages;
  return passages.map((passage) => ({ ...passage, headings: [article.law, ...passage.headings] }));
}

export async function* readPassages(file: string): AsyncGenerator<Passage> {
  for await (const article of readArticles(file)) yield* passagesOf(article);
}

async function readAnswers(qrels: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const answers = new Map<string, Set<string>>();
  for await (const line of readLines(qrels)) {
    const [question = "", article = "", relevance = "1"] = line.split("\t").map((cell) => cell.trim());
    if (article === "") {
      const remedy = "A row is: question id, tab, article id, tab, relevance.";
      throw new AppError("DOCUMENT_UNREADABLE", `«${line}» names no article.`, { where: qrels, remedy });
    }
    if (relevance !== "0") answers.set(question, (answers.get(question) ?? new Set()).add(article));
  }
  return answers;
}

/**
 * The questions (of one split, where it is named) that have an answer among the judgements. Throws USAGE where there is
 * none: a wrong split or file would measure nothing.
 */
export async function readQuestions(
  queries: string,
  qrels: string,
  split: string | undefined,
): Promise<JudgedQuestion[]> {
  const answers = await readAnswers(qrels);
  const splits = new Set<string>();
  const questions: JudgedQuestion[] = [];
  for await (const row of readRows(queries, questionSchema)) {
    if (row.split != null) splits.add(row.split);
    const right = answers.get(row.id);
    if (right !== undefined && (split === undefined || row.split === split)) {
      questions.push({ text: row.text.normalize("NFC"), answers: right });
    }
  }
  if (questions.length > 0) return questions;
  if (split !== undefined && !splits.has(split)) {
    const known = splits.size === 0 ? "names none" : `has ${[...splits].sort().join(", ")}`;
    throw new AppError("USAGE", `There is no split «${split}»: the file ${known}.`, { where: queries });
  }
  throw new AppError("USAGE", "None of the questions has an answer among the judgements.", { where: qrels });
}

/** Says on standard error which judged answers the corpus does not hold: nothing can find them, and they count as missed. */
export async function warnOfAbsent(corpus: string, questions: readonly JudgedQuestion[]): Promise<void> {
  const absent = new Set(questions.flatMap((question) => [...question.answers]));
  const judged = absent.size;
  for await (const { id } of readRows(corpus, articleSchema)) absent.delete(id);
  if (absent.size === 0) return;
  const some = [...absent].slice(0, 3).join(", ");
  console.error(
    `${absent.size} of ${judged} judged articles are not in ${corpus} and count as missed: ${some}…`,
  );
}

/** As people type without a Vietnamese keyboard: no marks, đ as d, case kept. */
export function stripDiacritics(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

/** The short forms of the lexicon, as the product reads them. */
export function readShortForms(): readonly ShortForm[] {
  return loadLexicons("corpus").abbreviations;
}
