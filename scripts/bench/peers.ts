import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { z } from "zod";
import { contenders } from "./contenders.ts";

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
 * `bench -- peers`: this project beside MiniSearch, Orama and LangChain's splitter with HNSW on one corpus, each in a
 * process of its own, as a Markdown table.
 */
export async function benchPeers(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      corpus: { type: "string" },
      queries: { type: "string" },
      qrels: { type: "string" },
      split: { type: "string", default: "" },
    },
  });
  const { corpus, queries, qrels, split } = values;
  if (corpus === undefined || queries === undefined || qrels === undefined) {
    console.error("bench peers: --corpus F.jsonl[.gz], --queries F.jsonl and --qrels F.tsv are needed.");
    return 2;
  }
  const script = fileURLToPath(new URL("run-contender.ts", import.meta.url));
  const rows: { name: string; found: z.infer<typeof figures> }[] = [];
  for (const name of Object.keys(contenders)) {
    process.stderr.write(`${name}…\n`);
    const memory = `--max-old-space-size=${MEMORY_MB}`;
    const args = [memory, "--import", "tsx", script, name, corpus, queries, qrels, split];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 24 });
    rows.push({ name, found: figures.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")) });
  }
  const ours = rows[0]?.found;
  if (ours === undefined) return 1;
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
  return 0;
}
