import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createAssistant } from "../../src/answering/create-assistant.ts";
import { newConversation } from "../../src/answering/assistant.ts";
import { openStore } from "../../src/operations/open-store.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { readGoldQuestions } from "../evaluate/gold-question.ts";
import { printFigures } from "./print-figures.ts";
import { percentile } from "./rank-measures.ts";

const GOLD = "tests/gold/questions.jsonl";
const ROUNDS = 2;

/**
 * `bench -- answers`: the store built from the corpus in a process of its own, opened again, and the gold questions
 * asked twice, the second round measured. Times of answers are of a whole last turn. `--json` prints one object.
 */
export async function benchAnswers(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { gold: { type: "string", default: GOLD }, json: { type: "boolean", default: false } },
  });
  const dataDirectory = await mkdtemp(path.join(tmpdir(), "bench-answers-"));
  try {
    const buildSeconds = await build(dataDirectory);
    const openStart = performance.now();
    const store = await openStore({ corpusDirectory: "corpus", dataDirectory, logger: silentLogger });
    const { documents: corpus, facts, retriever, localities, lexicons } = store;
    const now = (): number => performance.now();
    const assistant = createAssistant({ corpus, facts, retriever, localities, lexicons, now });
    const openMs = performance.now() - openStart;

    const questions = readGoldQuestions(values.gold);
    let times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times = [];
      for (const { turns, locality } of questions) {
        let state = { ...newConversation, locality };
        let elapsedMs = 0;
        for (const turn of turns) {
          const start = performance.now();
          ({ state } = await assistant.ask(turn, state));
          elapsedMs = performance.now() - start;
        }
        times.push(elapsedMs);
      }
    }
    const memoryMb = process.memoryUsage.rss() / 1e6;
    store.close();
    printFigures(
      [
        { name: "buildSeconds", label: "building the store, in s", value: buildSeconds, bar: "≤ 3" },
        { name: "openMs", label: "opening it again, in ms", value: openMs, bar: "" },
        { name: "p50Ms", label: "a warm answer, p50, in ms", value: percentile(times, 0.5), bar: "" },
        { name: "p95Ms", label: "a warm answer, p95, in ms", value: percentile(times, 0.95), bar: "≤ 15" },
        { name: "rssMb", label: "resident memory, in MB", value: memoryMb, bar: "≤ 250" },
        { name: "questions", label: "questions", value: questions.length, bar: "" },
      ],
      values.json,
    );
    return 0;
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/** Builds apart, so that the memory measured afterwards is that of answering; the time is that of the building alone. */
async function build(dataDirectory: string): Promise<number> {
  const script = fileURLToPath(new URL("build-store.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDirectory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`the store could not be built (exit ${code ?? "by signal"})`);
  return Number(printed) / 1000;
}
