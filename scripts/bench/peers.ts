import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { z } from "zod";
import { pick, seededRandom } from "../train/random.ts";
import { readArticles, readQuestions, type Article } from "./benchmark-files.ts";
import { ABLATION, contenders, OURS } from "./contenders.ts";

const MEMORY_MB = 8192;
const figures = z.object({
  "mrr@10": z.number(),
  "recall@10": z.number(),
  p50Ms: z.number(),
  p95Ms: z.number(),
  buildSeconds: z.number(),
  rssBytes: z.number(),
});

const HEADER = [
  "engine",
  "MRR@10",
  "R@10",
  "p50 ms",
  "p95 ms",
  "build s",
  "memory MB",
  "our MRR ÷ its",
  "our p95 ÷ its",
];

/**
 * Writes the corpus, or so many of its articles: all that answer a question, and others drawn by the seed, in the
 * corpus's order. Returns how many there are, with their size in megabytes.
 */
async function writeCorpus(
  from: string,
  to: string,
  answers: ReadonlySet<string>,
  { limit, seed }: { readonly limit: number; readonly seed: number },
): Promise<{ articles: number; megabytes: number }> {
  const articles: Article[] = [];
  for await (const article of readArticles(from)) articles.push(article);
  const random = seededRandom(seed);
  const chosen = new Set(articles.filter(({ id }) => answers.has(id)).map(({ id }) => id));
  while (chosen.size < Math.min(limit, articles.length)) {
    chosen.add(articles[pick(random, articles.length)]?.id ?? "");
  }
  const lines = articles.filter(({ id }) => chosen.has(id)).map((article) => `${JSON.stringify(article)}\n`);
  const text = lines.join("");
  await writeFile(to, text);
  return { articles: lines.length, megabytes: Buffer.byteLength(text) / 1e6 };
}

/**
 * `bench -- peers`: this project beside MiniSearch, Orama and LangChain's splitter with HNSW on one corpus, each in a
 * process of its own, one after the other, as a Markdown table, and the ratios to the best peer: the one of the highest MRR
 * that runs without this project's model. `--articles N` takes so many articles of the corpus
 * (the answers among them), drawn by `--seed`: Orama and MiniSearch take minutes and gigabytes for 50,000.
 */
export async function benchPeers(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      corpus: { type: "string" },
      queries: { type: "string" },
      qrels: { type: "string" },
      split: { type: "string", default: "" },
      articles: { type: "string", default: "Infinity" },
      seed: { type: "string", default: "42" },
    },
  });
  const { corpus, queries, qrels, split } = values;
  if (corpus === undefined || queries === undefined || qrels === undefined) {
    console.error("bench peers: --corpus F.jsonl[.gz], --queries F.jsonl and --qrels F.tsv are needed.");
    return 2;
  }
  const questions = await readQuestions(queries, qrels, split === "" ? undefined : split);
  const answers = new Set(questions.flatMap((question) => [...question.answers]));
  const directory = await mkdtemp(path.join(tmpdir(), "peers-"));
  try {
    const file = path.join(directory, "corpus.jsonl");
    const sample = { limit: Number(values.articles), seed: Number(values.seed) };
    const { articles, megabytes } = await writeCorpus(corpus, file, answers, sample);
    console.log(
      `${articles} articles (${megabytes.toFixed(1)} MB), ${questions.length} questions, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1) ?? "?"}\n`,
    );
    const rows = await measureContenders([file, queries, qrels, split]);
    printTable(rows);
    return 0;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

type Row = { readonly name: string; readonly found: z.infer<typeof figures> };

async function measureContenders(input: readonly string[]): Promise<Row[]> {
  const script = fileURLToPath(new URL("run-contender.ts", import.meta.url));
  const rows: Row[] = [];
  for (const name of Object.keys(contenders)) {
    process.stderr.write(`${name}…\n`);
    const args = [`--max-old-space-size=${MEMORY_MB}`, "--import", "tsx", script, name, ...input];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 24 });
    rows.push({ name, found: figures.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")) });
  }
  return rows;
}

function printTable(rows: readonly Row[]): void {
  const ours = rows.find(({ name }) => name === OURS)?.found;
  if (ours === undefined) return;
  console.log(`| ${HEADER.join(" | ")} |\n|${" --- |".repeat(HEADER.length)}`);
  for (const { name, found } of rows) {
    const isOurs = found === ours;
    const cells = [
      name,
      found["mrr@10"].toFixed(3),
      found["recall@10"].toFixed(3),
      found.p50Ms.toFixed(1),
      found.p95Ms.toFixed(1),
      found.buildSeconds.toFixed(1),
      (found.rssBytes / 1e6).toFixed(0),
      isOurs ? "" : (ours["mrr@10"] / found["mrr@10"]).toFixed(2),
      isOurs ? "" : (ours.p95Ms / found.p95Ms).toFixed(2),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  const peers = rows.filter(({ name }) => name !== OURS && name !== ABLATION);
  const best = peers.sort((a, b) => b.found["mrr@10"] - a.found["mrr@10"])[0];
  if (best === undefined) return;
  console.log(
    `\nbest peer: ${best.name}; our MRR@10 ÷ its ${(ours["mrr@10"] / best.found["mrr@10"]).toFixed(2)} (bar ≥ 1.25), our p95 ÷ its ${(ours.p95Ms / best.found.p95Ms).toFixed(2)} (bar ≤ 0.5)`,
  );
}
