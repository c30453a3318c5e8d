import { z } from "zod";
import type { Provision } from "../../src/corpus/provision.ts";
import type { Passage } from "../../src/retrieval/passage.ts";
import { splitPassages } from "../../src/retrieval/split-passages.ts";
import { readLines } from "../io/read-lines.ts";

const articleSchema = z.object({ id: z.string(), title: z.string().nullish(), text: z.string() });
const questionSchema = z.object({ id: z.string(), text: z.string(), split: z.string().optional() });

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A question of a benchmark with the articles that answer it. */
export interface JudgedQuestion {
  readonly text: string;
  readonly answers: ReadonlySet<string>;
}

export async function* readArticles(file: string): AsyncGenerator<Article> {
  for await (const line of readLines(file)) {
    const row = articleSchema.parse(JSON.parse(line));
    yield { id: row.id, title: (row.title ?? "").normalize("NFC"), text: row.text.normalize("NFC") };
  }
}

/** An article as the reader would hand it over: one provision, its title the heading. */
function passagesOf({ id, title, text }: Article): Passage[] {
  const whole = title === "" ? text : `${title}\n${text}`;
  const span = { start: 0, end: whole.length };
  const article: Provision = {
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
  return splitPassages({ key: id, text: whole, provisions: [article] });
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
