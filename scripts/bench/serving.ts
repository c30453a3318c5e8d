import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { newConversation } from "../../src/answering/assistant.ts";
import type { Assistant } from "../../src/answering/assistant.ts";
import { readConfig } from "../../src/config.ts";
import { createIngestDesk } from "../../src/operations/ingest-desk.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { startAssistant } from "../../src/start-assistant.ts";
import { readGoldQuestions } from "../evaluate/gold-question.ts";
import { scanPdf } from "../formats/scan-pdf.ts";
import { printFigures } from "./print-figures.ts";
import type { Figure } from "./print-figures.ts";
import { percentile } from "./rank-measures.ts";

const GOLD = "tests/gold/questions.jsonl";
const PDF = "tests/fixtures/formats/ke-hoach.pdf";
const SCANNED_PAGES = 2;
/** A question comes every so often, whether or not the one before has its answer. */
const EVERY_MS = 50;
const QUIET_MS = 5000;

/**
 * `bench -- serving [FILE]`: one process answers twenty questions a second while a PDF with text (FILE, or a small one)
 * is read, approved and put into service, and then a scan of it is recognised. Times are from when a question was due.
 */
export async function benchServing(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { gold: { type: "string", default: GOLD }, json: { type: "boolean", default: false } },
  });
  const directory = await mkdtemp(path.join(tmpdir(), "bench-serving-"));
  const corpusDirectory = path.join(directory, "corpus");
  const dataDirectory = path.join(directory, "data");
  try {
    await cp("corpus", corpusDirectory, { recursive: true });
    const config = readConfig({ CORPUS_DIRECTORY: corpusDirectory, DATA_DIRECTORY: dataDirectory });
    const started = await startAssistant(config, silentLogger);
    const desk = createIngestDesk({ corpusDirectory, dataDirectory, reload: started.reload });
    const ask = questionsOf(started.assistant, values.gold);
    for (let i = 0; i < 200; i++) await ask();

    const bytes = await readFile(positionals[0] ?? PDF);
    const scan = await scanPdf(new Uint8Array(await readFile(PDF)));
    const request = { bytes, fileName: "bench.pdf", key: "bench", locality: "national" };
    const figures: Figure[] = [];
    const phase = async <T>(name: string, label: string, work: () => Promise<T>): Promise<[T, number]> => {
      const { value, seconds, figures: own } = await whileAsked(name, label, ask, work);
      figures.push(...own);
      return [value, seconds];
    };
    await phase("quiet", "nothing else happens", () => sleep(QUIET_MS));
    const [file] = await phase("read", "a PDF with text is read", () => desk.read(request));
    await phase("approve", "it is approved and put into service", async () => {
      await desk.approve(request, file.digest);
      await sleep(1000);
    });
    const before = process.cpuUsage();
    const [, seconds] = await phase("ocr", "a scan is recognised", () =>
      desk.read({ bytes: scan, fileName: "scan.pdf", key: "scan", locality: "national" }),
    );
    const { user, system } = process.cpuUsage(before);
    const perPage = (value: number): number => value / SCANNED_PAGES;
    figures.push(
      { name: "pageSeconds", label: "recognising a page, in s", value: perPage(seconds), bar: "≤ 15" },
      {
        name: "pageCpuSeconds",
        label: "… in s of CPU, answers included",
        value: perPage((user + system) / 1e6),
        bar: "",
      },
    );
    const memoryMb = process.memoryUsage.rss() / 1e6;
    figures.push({ name: "rssMb", label: "resident memory at the end, in MB", value: memoryMb, bar: "" });
    started.close();
    printFigures(figures, values.json);
    return 0;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Asks the gold questions of one turn round and round. */
function questionsOf(assistant: Assistant, gold: string): () => Promise<unknown> {
  const questions = readGoldQuestions(gold).flatMap(({ turns: [turn, ...more], locality }) =>
    turn === undefined || more.length > 0 ? [] : [{ turn, locality }],
  );
  let next = 0;
  return () => {
    const { turn, locality } = questions[next++ % questions.length] ?? { turn: "", locality: null };
    return assistant.ask(turn, { ...newConversation, locality });
  };
}

async function whileAsked<T>(
  name: string,
  label: string,
  ask: () => Promise<unknown>,
  work: () => Promise<T>,
): Promise<{ value: T; seconds: number; figures: Figure[] }> {
  const times: number[] = [];
  const lag = monitorEventLoopDelay({ resolution: 2 });
  lag.enable();
  const start = performance.now();
  const state = { isOver: false };
  const asking = (async () => {
    for (let due = start; !state.isOver; due += EVERY_MS) {
      await sleep(Math.max(0, due - performance.now()));
      await ask();
      times.push(performance.now() - due);
    }
  })();
  const value = await work();
  const seconds = (performance.now() - start) / 1000;
  state.isOver = true;
  await asking;
  lag.disable();
  return {
    value,
    seconds,
    figures: [
      {
        name: `${name}P95Ms`,
        label: `answers while ${label}, p95, in ms`,
        value: percentile(times, 0.95),
        bar: "≤ 50",
      },
      { name: `${name}MaxMs`, label: "… slowest, in ms", value: Math.max(...times), bar: "" },
      { name: `${name}LagMs`, label: "… event loop held up at most, in ms", value: lag.max / 1e6, bar: "" },
      { name: `${name}Seconds`, label: "… for so many s", value: seconds, bar: "" },
    ],
  };
}
