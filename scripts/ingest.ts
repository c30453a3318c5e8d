import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { explainFailure } from "../src/channels/explain-failure.ts";
import { screenOf } from "../src/channels/screen-of.ts";
import { readConfig } from "../src/config.ts";
import type { ExtractProgress } from "../src/corpus/extract/limits.ts";
import { commitIngest, planIngest } from "../src/operations/ingest-document.ts";
import type { IngestPlan } from "../src/operations/ingest-document.ts";
import { loadIngestSetting } from "../src/operations/ingest-request.ts";
import { openStore } from "../src/operations/open-store.ts";
import { readingsIn } from "../src/operations/store-directory.ts";
import { AppError } from "../src/shared/app-error.ts";
import { loggerAt } from "../src/start-assistant.ts";
import { readThroughDoor } from "./ingest/reading-door.ts";
import { renderReport } from "./ingest/render-report.ts";

const USAGE = `Cách dùng: npm run ingest -- TỆP… [--key KHOÁ] [--locality ĐỊA-BÀN] [--issuer …] [--number …] [--date …]
             [--title …] [--dry-run] [--json]
  --key       thư mục dưới corpus/; khoá đã có: tệp này là bản mới của văn bản ấy
  --locality  khoá hoặc tên địa bàn; «national»: cả nước
  --dry-run   chỉ đọc và trình bày, không ghi gì vào kho
  --json      in một đối tượng JSON thay cho bảng`;

const options = {
  key: { type: "string" },
  locality: { type: "string" },
  issuer: { type: "string" },
  number: { type: "string" },
  date: { type: "string" },
  title: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

function readArguments() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (cause) {
    throw new AppError("USAGE", cause instanceof Error ? cause.message : String(cause), {
      remedy: USAGE,
      cause,
    });
  }
}

/** `npm run ingest -- FILE…`. Exit codes: 0, 1 a file failed, 2 wrongly called. */
async function main(): Promise<number> {
  const { values, positionals: files } = readArguments();
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (files.length === 0) throw new AppError("USAGE", "Chưa có tệp nào.", { remedy: USAGE });
  if (values.key !== undefined && files.length > 1) {
    throw new AppError("USAGE", "--key chỉ dùng với một tệp.", { remedy: USAGE });
  }
  if (existsSync(".env")) process.loadEnvFile();
  const { corpusDirectory, dataDirectory, embedder, logLevel } = readConfig(process.env);
  if (values["dry-run"] && values.json) return await readFiles(files, corpusDirectory);

  const setting = loadIngestSetting(corpusDirectory, readingsIn(dataDirectory));
  const { width } = screenOf(process.stdout, process.env);
  const written: IngestPlan[] = [];
  let failed = 0;
  for (const file of files) {
    try {
      const plan = await planIngest(
        { ...(await requestOf(file, values)), onProgress: showProgress },
        setting,
      );
      if (!values["dry-run"]) commitIngest(plan, setting);
      if (values.json) process.stdout.write(`${JSON.stringify(summaryOf(plan))}\n`);
      else process.stdout.write(`${renderReport(plan, basename(file), width, values["dry-run"])}\n`);
      written.push(plan);
    } catch (error) {
      failed++;
      process.stderr.write(`${explainFailure(error).text}\n`);
    }
  }
  if (values["dry-run"] || written.every(({ effect }) => effect.kind === "unchanged"))
    return failed === 0 ? 0 : 1;
  const logger = loggerAt(logLevel, (line) => process.stderr.write(line));
  const store = await openStore({ corpusDirectory, dataDirectory, embedder, logger }).catch(
    (error: unknown) => {
      process.stderr.write(`${explainFailure(error).text}\n`);
      return null;
    },
  );
  if (store === null) {
    process.stderr.write("Văn bản đã ở trong kho; cơ sở dữ liệu sẽ được dựng lại ở lần khởi động sau.\n");
    return 1;
  }
  const lost = written.filter(({ key }) => store.documents.get(key) === null);
  store.close();
  for (const { key } of lost) {
    process.stderr.write(`«${key}» đã ghi vào kho nhưng không dựng lại được; xem lỗi ở trên.\n`);
  }
  if (lost.length === 0 && !values.json) {
    process.stdout.write("Đã dựng lại kho: câu hỏi mới sẽ được trả lời theo các văn bản này.\n");
  }
  return failed + lost.length === 0 ? 0 : 1;
}

/** The reading door: one object, or of several files one a line. */
async function readFiles(files: readonly string[], corpusDirectory: string): Promise<number> {
  for (const file of files) {
    const read = await readThroughDoor(file, corpusDirectory);
    process.stdout.write(`${JSON.stringify(read, null, files.length === 1 ? 1 : 0)}\n`);
  }
  return 0;
}

async function requestOf(file: string, values: ReturnType<typeof readArguments>["values"]) {
  const { key, locality, issuer, number, date, title } = values;
  const said = Object.fromEntries(
    Object.entries({ issuer, number, date, title }).filter(([, value]) => value !== undefined),
  );
  return {
    bytes: await readBytes(file),
    fileName: basename(file),
    said,
    ...(key === undefined ? {} : { key }),
    ...(locality === undefined ? {} : { locality }),
  };
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new AppError("DOCUMENT_UNREADABLE", "Không mở được tệp.", { where: file, cause });
  }
}

const BAR = 24;

function showProgress({ page, pageCount }: ExtractProgress): void {
  if (!process.stderr.isTTY) return;
  const done = Math.round((BAR * page) / Math.max(1, pageCount));
  const bar = `${"█".repeat(done)}${"░".repeat(BAR - done)}`;
  process.stderr.write(`\r  nhận dạng chữ ${bar} trang ${page}/${pageCount}${page >= pageCount ? "\n" : ""}`);
}

function summaryOf({ key, effect, read, locality }: IngestPlan): unknown {
  return {
    key,
    effect: effect.kind,
    keptAs: effect.kind === "replaced" ? effect.previous.keptAs : null,
    locality: read.document.locality,
    localityIsKnown: locality?.isKnown ?? true,
    targets: read.targets.length,
    assignments: read.assignments.length,
    messages: read.messages.length,
  };
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
