import { existsSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { explainFailure } from "../src/channels/explain-failure.ts";
import { screenOf } from "../src/channels/screen-of.ts";
import { readConfig } from "../src/config.ts";
import { openStore } from "../src/operations/open-store.ts";
import { reviewDocument } from "../src/operations/review-document.ts";
import { reviewTopics } from "../src/operations/review-item.ts";
import type { ReviewItem, ReviewTopic } from "../src/operations/review-item.ts";
import { AppError } from "../src/shared/app-error.ts";
import { loggerAt } from "../src/start-assistant.ts";
import { wrapText } from "./io/render-table.ts";

const USAGE = "Cách dùng: npm run review -- KHOÁ… [--json]";

function readArguments() {
  try {
    return parseArgs({ options: { json: { type: "boolean", default: false } }, allowPositionals: true });
  } catch (cause) {
    throw new AppError("USAGE", cause instanceof Error ? cause.message : String(cause), {
      remedy: USAGE,
      cause,
    });
  }
}

/** `npm run review -- KEY…`: what is unsure about documents, and what to write where to settle it. */
async function main(): Promise<number> {
  const { values, positionals: keys } = readArguments();
  if (keys.length === 0) throw new AppError("USAGE", "Chưa có khoá văn bản.", { remedy: USAGE });
  if (existsSync(".env")) process.loadEnvFile();
  const { corpusDirectory, dataDirectory, embedder, logLevel } = readConfig(process.env);
  const logger = loggerAt(logLevel, (line) => process.stderr.write(line));
  const store = await openStore({ corpusDirectory, dataDirectory, embedder, logger });
  const { width } = screenOf(process.stdout, process.env);
  try {
    for (const key of keys) {
      const items = reviewDocument(key, store);
      process.stdout.write(values.json ? `${JSON.stringify({ key, items })}\n` : render(key, items, width));
    }
  } finally {
    store.close();
  }
  return 0;
}

function render(key: string, items: readonly ReviewItem[], width: number): string {
  if (items.length === 0) return `${key}: không có gì phải xem lại.\n`;
  const parts = [`═══ ${key}: ${items.length} chỗ nên xem`];
  for (const topic of Object.keys(reviewTopics) as ReviewTopic[]) {
    const own = items.filter((item) => item.topic === topic);
    if (own.length === 0) continue;
    parts.push(`\n── ${reviewTopics[topic]} (${own.length})`);
    for (const item of own) parts.push(renderItem(item, width));
  }
  return `${parts.join("\n")}\n`;
}

function renderItem({ what, line, page, quote, remedy }: ReviewItem, width: number): string {
  const place = [page === null ? "" : `trang ${page}`, line === null ? "" : `dòng ${line}`]
    .filter((part) => part !== "")
    .join(", ");
  const lines = wrapText(place === "" ? what : `${place}: ${what}`, width - 4).map(
    (text, at) => `${at === 0 ? "• " : "  "}${text}`,
  );
  if (quote !== null) lines.push(...wrapText(`«${quote}»`, width - 6).map((text) => `    ${text}`));
  if (remedy !== null)
    lines.push(
      `    → ${remedy.file}:`,
      ...remedy.yaml
        .trimEnd()
        .split("\n")
        .map((text) => `      ${text}`),
    );
  return lines.join("\n");
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
