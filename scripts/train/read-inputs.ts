import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { wordsOf } from "../../src/retrieval/terms.ts";
import { readLines } from "../io/read-lines.ts";
import { readRows, rowId } from "../io/read-rows.ts";
import type { TrainingQuestion, TrainingText } from "./pairs.ts";

const textSchema = z.object({
  id: rowId,
  title: z.string().nullish(),
  text: z.string(),
  law: z.string().nullish(),
});
const questionSchema = z.object({ id: rowId, text: z.string(), split: z.string().nullish() });

/** A file's paragraphs: a short one without a full stop heads those after it. */
function sectionsOf(work: string, text: string): TrainingText[] {
  const sections: TrainingText[] = [];
  let title = "";
  for (const paragraph of text.split(/\n+/).map((line) => line.trim())) {
    if (paragraph === "") continue;
    if (paragraph.length < 120 && !/[.;,]$/.test(paragraph)) title = paragraph;
    else sections.push({ title: wordsOf(title), body: wordsOf(paragraph), work });
  }
  return sections;
}

/** Texts of a JSONL file ({id, title, text, law?}) or of a folder's .txt and .md files, in order. */
export async function readTrainingTexts(
  source: string,
): Promise<{ texts: TrainingText[]; ids: ReadonlyMap<string, number> }> {
  const texts: TrainingText[] = [];
  const ids = new Map<string, number>();
  if ((await stat(source)).isDirectory()) {
    for (const file of (await readdir(source, { recursive: true })).sort()) {
      if (!/\.(txt|md)$/.test(file)) continue;
      ids.set(file, texts.length);
      texts.push(...sectionsOf(file, await readFile(path.join(source, file), "utf8")));
    }
    return { texts, ids };
  }
  for await (const row of readRows(source, textSchema)) {
    ids.set(row.id, texts.length);
    texts.push({ title: wordsOf(row.title ?? ""), body: wordsOf(row.text), work: row.law ?? row.id });
  }
  return { texts, ids };
}

/** The questions of one split whose answer is among the texts; only the first answer of each. */
export async function readTrainingQuestions(
  queries: string,
  qrels: string,
  split: string,
  ids: ReadonlyMap<string, number>,
): Promise<TrainingQuestion[]> {
  const answers = new Map<string, number>();
  for await (const line of readLines(qrels)) {
    const [question, text, relevance] = line.split("\t");
    const place = ids.get(text ?? "");
    if (question !== undefined && place !== undefined && relevance !== "0" && !answers.has(question)) {
      answers.set(question, place);
    }
  }
  const questions: TrainingQuestion[] = [];
  for await (const row of readRows(queries, questionSchema)) {
    const text = answers.get(row.id);
    if (text !== undefined && (row.split ?? split) === split)
      questions.push({ words: wordsOf(row.text), text });
  }
  return questions;
}
