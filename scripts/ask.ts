import { existsSync } from "node:fs";
import { runAsk } from "../src/channels/ask-command.ts";
import { explainFailure } from "../src/channels/explain-failure.ts";
import { screenOf } from "../src/channels/screen-of.ts";
import { readConfig } from "../src/config.ts";
import { loggerAt, startAssistant } from "../src/start-assistant.ts";

/** `npm run ask -- "câu hỏi" [--locality KEY] [--json | --jsonl]`. Exit codes: 0, 1 failed, 2 wrongly called. */
async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile();
  const config = readConfig(process.env);
  const logger = loggerAt(config.logLevel, (line) => process.stderr.write(line));
  await runAsk(process.argv.slice(2), {
    input: process.stdin,
    output: process.stdout,
    screen: screenOf(process.stdout, process.env),
    logger,
    defaultLocality: config.defaultLocality,
    openAssistant: async () => (await startAssistant(config, logger)).assistant,
  });
}

// Answers nobody reads any more (`| head -1`) are no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

void main()
  .then(() => 0)
  .catch((error: unknown) => {
    const { text, exitCode } = explainFailure(error);
    process.stderr.write(`${text}\n`);
    return exitCode;
  })
  .then((exitCode) => {
    // Only after what was written has gone out: a pipe may be slow.
    process.stdout.write("", () => process.exit(exitCode));
  });
