import { existsSync, fstatSync } from "node:fs";
import { join } from "node:path";
import type { Channel } from "./channels/channel.ts";
import { explainFailure } from "./channels/explain-failure.ts";
import { openConversations } from "./channels/open-conversations.ts";
import type { ConversationDatabase } from "./channels/open-conversations.ts";
import { runChannels } from "./channels/run-channels.ts";
import type { SkippedChannel } from "./channels/run-channels.ts";
import { screenOf } from "./channels/screen-of.ts";
import { createTelegramChannel } from "./channels/telegram/telegram-channel.ts";
import { createTerminal } from "./channels/terminal.ts";
import { readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { createIngestDesk } from "./operations/ingest-desk.ts";
import { keepPendingFiles } from "./operations/pending-files.ts";
import type { Logger } from "./shared/logger.ts";
import { loggerAt, startAssistant } from "./start-assistant.ts";
import type { StartedAssistant } from "./start-assistant.ts";

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Whether lines can come in: from a person at a terminal, from a pipe or file, or (as under systemd) not at all. */
function inputKind(): "person" | "lines" | "none" {
  if (process.stdin.isTTY) return "person";
  try {
    return fstatSync(0).isCharacterDevice() ? "none" : "lines";
  } catch {
    return "none";
  }
}

/** Aborts at the first SIGINT, SIGTERM or SIGHUP; the second ends the process there and then. */
function abortOnSignals(): AbortSignal {
  const aborter = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (aborter.signal.aborted) process.exit(1);
      aborter.abort();
    });
  }
  return aborter.signal;
}

function telegramChannel(
  token: string,
  config: Config,
  { assistant, reload }: StartedAssistant,
  { conversations, inboxOf }: ConversationDatabase,
  logger: Logger,
): Channel {
  const { telegramAdmins: admins, corpusDirectory, dataDirectory } = config;
  return createTelegramChannel({
    token,
    apiRoot: config.telegramApiRoot,
    assistant,
    conversations,
    inbox: inboxOf("telegram"),
    logger,
    ...(admins.length === 0
      ? {}
      : {
          intake: {
            admins,
            pending: keepPendingFiles(join(dataDirectory, "pending")),
            desk: createIngestDesk({ corpusDirectory, dataDirectory, reload }),
          },
        }),
  });
}

async function main(): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile();
  const config = readConfig(process.env);
  const logger = loggerAt(config.logLevel, (line) => process.stderr.write(line));
  const signal = abortOnSignals();

  let isBuilding = false;
  const started = await startAssistant(config, logger, () => {
    if (!isBuilding) say("Đang dựng kho văn bản…");
    isBuilding = true;
  });

  const channels: Channel[] = [];
  const skipped: SkippedChannel[] = [];
  let database: ConversationDatabase | null = null;
  if (config.telegramBotToken === null) {
    skipped.push({ name: "Telegram", reason: "vì chưa đặt TELEGRAM_BOT_TOKEN (xem .env.example)." });
  } else {
    try {
      database = openConversations(config.dataDirectory, { defaultLocality: config.defaultLocality });
      channels.push(telegramChannel(config.telegramBotToken, config, started, database, logger));
    } catch (error) {
      skipped.push({ name: "Telegram", reason: explainFailure(error).text });
    }
  }

  const input = inputKind();
  if (input === "none") {
    skipped.push({ name: "Dòng lệnh", reason: "vì không có bàn phím hay luồng vào." });
  } else {
    channels.push(
      createTerminal({
        assistant: started.assistant,
        input: process.stdin,
        output: process.stdout,
        isInteractive: input === "person",
        screen: () => screenOf(process.stdout, process.env),
        defaultLocality: config.defaultLocality,
        logger,
      }),
    );
  }

  const exitCode = await runChannels({ channels, skipped, say, signal });
  database?.close();
  started.close();
  return exitCode;
}

// The reader of the output has gone (`npm start | head`): nobody is left to tell.
process.stdout.on("error", () => process.exit(0));

void main()
  .catch((error: unknown) => {
    const { text, exitCode } = explainFailure(error);
    process.stderr.write(`${text}\n`);
    return exitCode;
  })
  .then((exitCode) => process.exit(exitCode));
