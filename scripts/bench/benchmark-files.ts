import { z } from "zod";
import type { Provision } from "../../src/corpus/provision.ts";
import type { Passage } from "../../src/retrieval/passage.ts";
import { splitPassages } from "../../src/retrieval/split-passages.ts";
import type { ShortForm } from "../../src/retrieval/abbreviations.ts";
import { loadLexicons } from "../../src/understanding/lexicon.ts";
import { readLines } from "../io/read-lines.ts";

const articleSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  law: z.string().nullish(),
});
const questionSchema = z.object({ id: z.string(), text: z.string(), split: z.string().optional() });

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

export async function* readArticles(file: string): AsyncGenerator<Article> {
  for await (const line of readLines(file)) {
    const row = articleSchema.parse(JSON.parse(line));
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
  const whole = title === "" ? text : `${title}\n${text}`;
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

/** The questions (of one split, where it is named) that have an answer among the judgements. */
export async function readQuestions(
  queries: string,
  qrels: string,
  split: string | undefined,
): Promise<JudgedQuestion[]> {
  const answers = new Map<string, Set<string>>();
  for await (const line of readLines(qrels)) {
    const [question = "", article = "", relevance = "1"] = line.split("\t");
    if (relevance.trim() !== "0") answers.set(question, (answers.get(question) ?? new Set()).add(article));
  }
  const questions: JudgedQuestion[] = [];
  for await (const line of readLines(queries)) {
    const row = questionSchema.parse(JSON.parse(line));
    const right = answers.get(row.id);
    if (right !== undefined && (split === undefined || row.split === split)) {
      questions.push({ text: row.text.normalize("NFC"), answers: right });
    }
  }
  return questions;
}

/** As people type without a Vietnamese keyboard: no marks, đ as d, case kept. */
export function stripDiacritics(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

/** The short forms of the lexicon, as the product reads them. */
export function readShortForms(): readonly ShortForm[] {
  return loadLexicons("corpus").abbreviations;
}
