import { existsSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { extname } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { explainFailure } from "../src/channels/explain-failure.ts";
import { readConfig } from "../src/config.ts";
import { exportDocuments } from "../src/operations/export-documents.ts";
import type { ExportFormat } from "../src/operations/export-documents.ts";
import { openStore } from "../src/operations/open-store.ts";
import { AppError } from "../src/shared/app-error.ts";
import { loggerAt } from "../src/start-assistant.ts";

const USAGE = `Cách dùng: npm run export -- --document KHOÁ | --compare KHOÁ KHOÁ… [--format xlsx|csv|akn] --out TỆP
  xlsx  chỉ tiêu và phân công, mỗi bảng một trang tính; csv: một bảng; akn: cả văn bản, Akoma Ntoso 3.0`;

const options = {
  document: { type: "string" },
  compare: { type: "string", multiple: true },
  format: { type: "string" },
  out: { type: "string", short: "o" },
} as const;

const FORMATS: Readonly<Record<string, ExportFormat>> = { xlsx: "xlsx", csv: "csv", akn: "akn", xml: "akn" };

function readRequest() {
  const { values, positionals } = parse();
  const { document, compare = [], out } = values;
  const isComparison = compare.length > 0;
  const keys = [...(document === undefined ? [] : [document]), ...compare, ...positionals];
  const format = FORMATS[values.format ?? extname(out ?? "").slice(1)];
  if (out === undefined || keys.length === 0) throw usage("Thiếu văn bản hoặc tệp ra.");
  if (isComparison ? keys.length < 2 : keys.length > 1) {
    throw usage(isComparison ? "So sánh cần ít nhất hai văn bản." : "Nhiều văn bản thì dùng --compare.");
  }
  if (format === undefined) throw usage("Dạng tệp ra là xlsx, csv hoặc akn.");
  return { keys, isComparison, format, out };
}

function parse() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (cause) {
    throw usage(cause instanceof Error ? cause.message : String(cause));
  }
}

function usage(problem: string): AppError {
  return new AppError("USAGE", problem, { remedy: USAGE });
}

/** `npm run export`: facts of documents as a spreadsheet, or a document as XML. The file is written whole or not at all. */
async function main(): Promise<number> {
  const { out, ...request } = readRequest();
  if (existsSync(".env")) process.loadEnvFile();
  const { corpusDirectory, dataDirectory, embedder, logLevel } = readConfig(process.env);
  const logger = loggerAt(logLevel, (line) => process.stderr.write(line));
  const store = await openStore({ corpusDirectory, dataDirectory, embedder, logger });
  try {
    const bytes = await exportDocuments({ ...request, today: new Date().toISOString().slice(0, 10) }, store);
    const next = `${out}.${process.pid}.tmp`;
    try {
      await writeFile(next, bytes);
      await rename(next, out);
    } finally {
      await rm(next, { force: true });
    }
    process.stdout.write(`Đã ghi ${out} (${bytes.length} byte).\n`);
  } finally {
    store.close();
  }
  return 0;
}

void main()
  .catch((error: unknown) => {
    const { text, exitCode } = explainFailure(error);
    process.stderr.write(`${text}\n`);
    return exitCode;
  })
  .then((exitCode) => {
    process.stdout.write("", () => process.exit(exitCode));
  });
