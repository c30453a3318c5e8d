import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { extractFile } from "../../src/corpus/extract-file.ts";
import { createLocalityIndex } from "../../src/corpus/locality.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";
import { createIndicatorMatcher } from "../../src/facts/match-indicator.ts";
import { readFacts } from "../../src/operations/read-facts.ts";
import { loadLexicons } from "../../src/understanding/lexicon.ts";
import { printFigures } from "./print-figures.ts";
import type { Figure } from "./print-figures.ts";

/** The programmes of the corpus, and one short document in the formats that are unpacked. */
const FOLDERS = ["corpus/duc-pho", "corpus/ha-tinh", "corpus/phuong-tu-son", "corpus/nq-42"];
const UNPACKED = ["html", "docx", "doc", "pdf"].map((format) => `tests/fixtures/formats/ke-hoach.${format}`);
/** Documents of one or two kilobytes, for which the time of each is worth more than a pace. */
const SHORT_DOCUMENTS = "tests/fixtures/reading";
/** Enough for the compiler to have done its work. */
const WARM_ROUNDS = 20;
const MEASURED_ROUNDS = 8;

const TEXT_FORMATS: ReadonlySet<string> = new Set(["text", "markdown"]);

interface Pace {
  bytes: number;
  ms: number;
  cpuMs: number;
}

/**
 * `bench -- reading [FILE…]`: files into provisions, targets and assignments, per format, in MB of their text a second;
 * without files those of the corpus, and short documents one by one. Cold is the first round of a new process, loading
 * the libraries included; warm is what a store's build comes to.
 */
export async function benchReading(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const files = positionals.length > 0 ? positionals : [...(await textsOf(FOLDERS)), ...UNPACKED];
  const read = createReading();
  const cold = new Map<string, Pace>();
  const warm = new Map<string, Pace>();
  for (let round = 0; round < 1 + WARM_ROUNDS + MEASURED_ROUNDS; round++) {
    const paces = round === 0 ? cold : round > WARM_ROUNDS ? warm : new Map<string, Pace>();
    for (const file of files) await measure(file, read, paces);
  }
  const figures = [...warm].flatMap(([format, pace]): Figure[] => [
    {
      name: `${format}WarmMBps`,
      label: `${format}: MB of text a second`,
      value: pace.bytes / pace.ms / 1000,
      bar: "",
    },
    {
      name: `${format}WarmCpuMBps`,
      label: "… a second of CPU",
      value: pace.bytes / pace.cpuMs / 1000,
      bar: "",
    },
    {
      name: `${format}ColdMs`,
      label: "… the first round, in ms",
      value: cold.get(format)?.ms ?? 0,
      bar: "",
    },
  ]);
  const texts = [...warm].filter(([format]) => TEXT_FORMATS.has(format)).map(([, pace]) => pace);
  if (texts.length > 0) {
    const sum = (of: (pace: Pace) => number): number => texts.reduce((total, pace) => total + of(pace), 0);
    figures.unshift({
      name: "textFormatsWarmMBps",
      label: "text formats: MB of text a second",
      value: sum(({ bytes }) => bytes) / sum(({ ms }) => ms) / 1000,
      bar: "≥ 2",
    });
  }
  if (positionals.length === 0) {
    figures.push({
      name: "shortDocumentMs",
      label: "a short text, median, in ms",
      value: await medianTime(await textsOf([SHORT_DOCUMENTS]), read),
      bar: "",
    });
  }
  printFigures(figures, values.json);
  return 0;
}

type Read = (bytes: Uint8Array, name: string) => Promise<{ format: string; text: string }>;

function createReading(): Read {
  const { indicators } = loadLexicons("corpus", createLocalityIndex([]));
  const matcher = createIndicatorMatcher(indicators);
  return async (bytes, name) => {
    const extracted = await extractFile(bytes, name);
    const parsed = parseDocument(extracted);
    readFacts(parsed, "bench", { targets: [], assignments: [] }, (clause) => matcher.nameClause(clause));
    return { format: extracted.format, text: parsed.text };
  };
}

async function measure(file: string, read: Read, paces: Map<string, Pace>): Promise<void> {
  const bytes = await readFile(file);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const { format, text } = await read(bytes, file);
  const pace = paces.get(format) ?? { bytes: 0, ms: 0, cpuMs: 0 };
  const { user, system } = process.cpuUsage(cpu);
  pace.ms += performance.now() - start;
  pace.cpuMs += (user + system) / 1000;
  pace.bytes += Buffer.byteLength(text);
  paces.set(format, pace);
}

/** The median over the files of the mean time of one, warm, in ms. */
async function medianTime(files: readonly string[], read: Read): Promise<number> {
  const times: number[] = [];
  for (const file of files) {
    const paces = new Map<string, Pace>();
    for (let round = 0; round < WARM_ROUNDS; round++) await measure(file, read, new Map());
    for (let round = 0; round < MEASURED_ROUNDS; round++) await measure(file, read, paces);
    times.push([...paces.values()].reduce((total, { ms }) => total + ms, 0) / MEASURED_ROUNDS);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

async function textsOf(folders: readonly string[]): Promise<string[]> {
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => path.join(folder, name))),
  );
  return names.flat().filter((name) => /\.(?:txt|md)$/u.test(name));
}
