/** Measures one contender in a process of its own: `run-contender.ts NAME CORPUS QUERIES QRELS SPLIT`; prints one object. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readQuestions } from "./benchmark-files.ts";
import { contenders } from "./contenders.ts";
import { measureRankings, percentile, type JudgedRanking } from "./rank-measures.ts";

const DEPTH = 100;
const WARM_UP = 20;
const [name = "", corpus = "", queries = "", qrels = "", split = ""] = process.argv.slice(2);
const build = contenders[name];
if (build === undefined) throw new Error(`no contender is called ${name}`);
const directory = await mkdtemp(path.join(tmpdir(), "contender-"));
try {
  const start = performance.now();
  const contender = await build(corpus, directory);
  const buildSeconds = (performance.now() - start) / 1000;
  const questions = await readQuestions(queries, qrels, split === "" ? undefined : split);
  for (const { text } of questions.slice(0, WARM_UP)) await contender.search(text, DEPTH);
  const judged: JudgedRanking[] = [];
  const times: number[] = [];
  for (const { text, answers } of questions) {
    const asked = performance.now();
    const ranking = await contender.search(text, DEPTH);
    times.push(performance.now() - asked);
    judged.push({ ranking, answers });
  }
  const result = {
    ...measureRankings(judged),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    buildSeconds,
    rssBytes: process.memoryUsage.rss(),
  };
  console.log(JSON.stringify(result));
} finally {
  await rm(directory, { recursive: true, force: true });
}
