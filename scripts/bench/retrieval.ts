import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildIndexes } from "../../src/retrieval/build-indexes.ts";
import { openRetriever } from "../../src/retrieval/open-retriever.ts";
import type { Passage } from "../../src/retrieval/passage.ts";
import { AppError } from "../../src/shared/app-error.ts";
import {
  readPassages,
  readQuestions,
  readShortForms,
  stripDiacritics,
  warnOfAbsent,
} from "./benchmark-files.ts";
import { measureRankings, percentile, type JudgedRanking } from "./rank-measures.ts";

const DEPTH = 100;
/** How deep a retrieval is timed: what an answer asks for. The deeper one, for recall@100, ranks the same way. */
const TIMED_DEPTH = 10;
const WARM_UP = 20;
/** Passages of a programme of about twenty pages. */
const PROGRAMME_PASSAGES = 120;

/** Runs the building in a process of its own, so that the memory measured afterwards is that of serving. */
function build(corpus: string, directory: string): Promise<void> {
  const script = fileURLToPath(new URL("build-index.ts", import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", script, corpus, directory], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else
        reject(
          new AppError("CORPUS_MISSING", `the index could not be built (exit ${code ?? "by signal"}).`, {
            where: corpus,
          }),
        );
    });
  });
}

async function bytesUnder(directory: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(path.join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

/** Adds one document of a programme's size to the index; seconds. */
async function timeAdding(corpus: string, directory: string): Promise<number> {
  const programme: Passage[] = [];
  for await (const passage of readPassages(corpus)) {
    programme.push({ ...passage, document: "added-by-the-bench" });
    if (programme.length === PROGRAMME_PASSAGES) break;
  }
  const start = performance.now();
  await buildIndexes(programme, directory, { append: true, abbreviations: readShortForms() });
  return (performance.now() - start) / 1000;
}

/**
 * `bench -- retrieval`: ranks a benchmark's articles by the product's own index and prints one object.
 * `--index DIR` keeps the index there and uses it again. Times are of whole retrievals of ten
 * articles, in milliseconds: on the clock, and of the processor, which other work on the machine changes less.
 */
export async function benchRetrieval(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      corpus: { type: "string" },
      queries: { type: "string" },
      qrels: { type: "string" },
      split: { type: "string" },
      index: { type: "string" },
      "strip-diacritics": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const { corpus, queries, qrels, split } = values;
  if (corpus === undefined || queries === undefined || qrels === undefined) {
    console.error("bench retrieval: --corpus F.jsonl[.gz], --queries F.jsonl and --qrels F.tsv are needed.");
    return 2;
  }
  const questions = await readQuestions(queries, qrels, split);
  const directory = values.index ?? path.join(await mkdtemp(path.join(tmpdir(), "bench-")), "index");
  try {
    const buildStart = performance.now();
    const isThere = await stat(path.join(directory, "index.json")).then(
      () => true,
      () => false,
    );
    if (!isThere) await build(corpus, directory);
    const buildSeconds = (performance.now() - buildStart) / 1000;
    const abbreviations = readShortForms();
    const openStart = performance.now();
    const retriever = await openRetriever(directory, { abbreviations });
    const openMs = performance.now() - openStart;
    const judged: JudgedRanking[] = [];
    const times: number[] = [];
    const processorTimes: number[] = [];
    const asked = questions.map((question) =>
      values["strip-diacritics"] ? stripDiacritics(question.text) : question.text,
    );
    for (const text of asked.slice(0, WARM_UP))
      await retriever.retrieve({ text, limit: TIMED_DEPTH, onePerDocument: true });
    for (const [i, question] of questions.entries()) {
      const text = asked[i] ?? "";
      const before = process.cpuUsage();
      const start = performance.now();
      await retriever.retrieve({ text, limit: TIMED_DEPTH, onePerDocument: true });
      times.push(performance.now() - start);
      const { user, system } = process.cpuUsage(before);
      processorTimes.push((user + system) / 1000);
      const hits = await retriever.retrieve({ text, limit: DEPTH, onePerDocument: true });
      judged.push({ ranking: hits.map((hit) => hit.passage.document), answers: question.answers });
    }
    retriever.close();
    const indexBytes = await bytesUnder(directory);
    const rssBytes = process.memoryUsage.rss();
    await warnOfAbsent(corpus, questions);
    // Only to an index that is thrown away afterwards.
    const addSeconds = values.index === undefined ? await timeAdding(corpus, directory) : null;
    const result = {
      ...measureRankings(judged),
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      processorP50Ms: percentile(processorTimes, 0.5),
      processorP95Ms: percentile(processorTimes, 0.95),
      buildSeconds,
      openMs,
      addSeconds,
      indexBytes,
      rssBytes,
      questions: questions.length,
    };
    if (values.json) console.log(JSON.stringify(result));
    else
      for (const [name, value] of Object.entries(result))
        console.log(`${name.padEnd(12)} ${value === null ? "–" : value.toFixed(3)}`);
    return 0;
  } finally {
    if (values.index === undefined) await rm(path.dirname(directory), { recursive: true, force: true });
  }
}
