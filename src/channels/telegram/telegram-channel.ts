import { setTimeout as sleep } from "node:timers/promises";
import { autoRetry } from "@grammyjs/auto-retry";
import { Bot, GrammyError } from "grammy";
import type { Assistant } from "../../answering/assistant.ts";
import type { Inbox } from "../../operations/inbox.ts";
import { AppError } from "../../shared/app-error.ts";
import type { Logger } from "../../shared/logger.ts";
import { createEnd } from "../channel.ts";
import type { Channel } from "../channel.ts";
import type { Conversations } from "../conversation.ts";
import { createKeyedQueue } from "../keyed-queue.ts";
import { describeFailure } from "./describe-failure.ts";
import { createFileDesk } from "./file-desk.ts";
import type { FileIntake } from "./file-desk.ts";
import { conversationKey, isRelevant } from "./incoming.ts";
import { processUpdate } from "./process-update.ts";
import { publishCommands } from "./publish-commands.ts";

export interface TelegramOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly assistant: Assistant;
  readonly conversations: Conversations;
  readonly inbox: Inbox;
  readonly logger: Logger;
  /** For documents that administrators send; without it, no one's are taken. */
  readonly intake?: FileIntake;
  /** Chats that are answered at the same time. */
  readonly concurrency?: number;
  /** Wait before a failed call is repeated; doubles up to a minute. */
  readonly retryDelayMs?: number;
  /** How long `start` waits for Telegram before it goes on connecting in the background. */
  readonly connectMs?: number;
  /** How long `stop` lets answers under way finish; the rest goes out after the next start. */
  readonly graceMs?: number;
  /** Length of a long poll. */
  readonly pollSeconds?: number;
}

/** More than one full batch of getUpdates; beyond it the bot asks for no more until some are answered. */
const CAPACITY = 200;
const ALLOWED_UPDATES = ["message", "callback_query"] as const;

/**
 * The bot: long polling, each update kept in the inbox before it is confirmed, chats answered side by side and
 * the messages of one chat in order. Survives outages of Telegram and restarts of its own.
 */
export function createTelegramChannel(options: TelegramOptions): Channel {
  const { inbox, logger, concurrency = 8, retryDelayMs = 1000, connectMs = 10_000, graceMs = 5000 } = options;
  const aborter = new AbortController();
  const { signal } = aborter;
  const end = createEnd();
  const bot = new Bot(options.token, { client: { apiRoot: options.apiRoot, timeoutSeconds: 60 } });
  const queue = createKeyedQueue({
    concurrency,
    capacity: CAPACITY,
    onError: (error) => {
      if (!signal.aborted) logger.error("update-failed", { failure: describeFailure(error) });
    },
  });
  const { intake, apiRoot, token } = options;
  const files =
    intake === undefined
      ? null
      : createFileDesk(intake, bot.api, { apiRoot, token, signal, retryDelayMs, logger });
  const recovered = new Set<number>();
  const albums = new Set<string>();
  // Asked through a function: the compiler would take the value from before an await.
  let stopping = false;
  const isStopping = (): boolean => stopping;

  // Polling and «typing…» have no use for late repetitions; deliver repeats 5xx and broken connections itself.
  const waitOut429 = autoRetry({ rethrowHttpErrors: true, rethrowInternalServerErrors: true });
  bot.api.config.use((prev, method, payload, callSignal) =>
    method === "getUpdates" || method === "sendChatAction"
      ? prev(method, payload, callSignal)
      : waitOut429(prev, method, payload, callSignal),
  );

  bot.use(async (ctx) => {
    if (!isRelevant(ctx)) return;
    const { update_id: id } = ctx.update;
    const key = conversationKey(ctx);
    if (!recovered.delete(id) && !accept(id, key, ctx.update)) return;
    queue.add(key, () => processUpdate(ctx, key, { ...options, albums, files, signal, retryDelayMs }));
    await queue.room();
  });
  bot.catch(({ error }) => {
    logger.error("update-failed", { failure: describeFailure(error) });
  });

  /** On a disk that takes no more, answering without the inbox is better than not answering. */
  function accept(id: number, conversation: string, body: unknown): boolean {
    try {
      return inbox.accept({ id, conversation, body });
    } catch (error) {
      logger.error("inbox-failed", { failure: describeFailure(error) });
      return true;
    }
  }

  async function connect(): Promise<void> {
    await bot.init(signal as never);
    await publishCommands(bot.api, logger);
    files?.resume();
    for (const item of inbox.unfinished()) {
      recovered.add(item.id);
      await bot.handleUpdate(item.body as Parameters<typeof bot.handleUpdate>[0]);
    }
  }

  async function poll(): Promise<void> {
    let delayMs = retryDelayMs;
    while (!isStopping()) {
      try {
        const startedAt = Date.now();
        await bot.start({ timeout: options.pollSeconds ?? 30, allowed_updates: ALLOWED_UPDATES });
        if (Date.now() - startedAt > 60_000) delayMs = retryDelayMs;
      } catch (error) {
        if (isStopping()) return;
        if (isBadToken(error)) throw badToken();
        // 409: another process polls with this token, perhaps the one that this one replaces.
        logger.warn("polling-interrupted", { failure: describeFailure(error), delayMs });
        await sleep(delayMs, undefined, { signal });
        delayMs = Math.min(delayMs * 2, 60_000);
      }
    }
  }

  return {
    name: "Telegram",
    closed: end.closed,

    async start() {
      const connected = connect();
      connected.then(poll).then(
        () => {
          end.resolve("stopped");
        },
        (error: unknown) => {
          if (isStopping()) end.resolve("stopped");
          else end.reject(isBadToken(error) ? badToken() : error);
        },
      );
      const isConnected = await Promise.race([
        connected.then(() => true),
        sleep(connectMs, false, { ref: false }),
      ]).catch((error: unknown) => {
        if (isBadToken(error)) throw badToken();
        throw error;
      });
      return isConnected
        ? `bot @${bot.botInfo.username} đang chờ tin nhắn.`
        : "chưa kết nối được máy chủ Telegram; vẫn đang thử lại.";
    },

    async stop() {
      if (isStopping()) return;
      stopping = true;
      // Confirms what the inbox has; where that fails, Telegram repeats it and the inbox knows it.
      await withinMs(
        3000,
        bot.stop().catch(() => undefined),
      );
      await withinMs(graceMs, queue.idle());
      queue.clear();
      aborter.abort();
      await withinMs(Math.min(graceMs, 1000), Promise.all([queue.idle(), files?.idle()]));
      end.resolve("stopped");
    },
  };
}

async function withinMs(timeoutMs: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, sleep(timeoutMs, undefined, { ref: false })]);
}

/** Telegram answers 401 to a token that is not valid, and 404 to one that cannot be. */
function isBadToken(error: unknown): boolean {
  return (
    (error instanceof AppError && error.where === "TELEGRAM_BOT_TOKEN") ||
    (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404))
  );
}

function badToken(): AppError {
  return new AppError("CHANNEL_FAILED", "Telegram does not know this bot token.", {
    where: "TELEGRAM_BOT_TOKEN",
    remedy: "Get the token from @BotFather (/token), put it into .env, and start again.",
  });
}
