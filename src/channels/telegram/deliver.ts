import { setTimeout as sleep } from "node:timers/promises";
import { GrammyError, HttpError } from "grammy";
import type { Api } from "grammy";
import type { Logger } from "../../shared/logger.ts";
import { describeFailure } from "./describe-failure.ts";
import type { OutgoingMessage } from "./outgoing.ts";

export interface DeliveryOptions {
  readonly signal: AbortSignal;
  /** Wait before the first repetition; doubles up to a minute. */
  readonly retryDelayMs: number;
  readonly logger: Logger;
}

const MAX_DELAY_MS = 60_000;

/**
 * Sends one message, however long Telegram takes to accept it: repeats after 5xx and broken connections (429 is
 * waited out by auto-retry below this). `unreachable`: the chat is gone or has blocked the bot; nothing to do.
 *
 * A connection that breaks after Telegram has taken the message cannot be told from one that breaks before:
 * the Bot API has no key for repeated requests. The message is then sent again, since a lost answer is worse.
 * Rejects when the signal aborts, and on 401.
 */
export async function deliver(
  api: Api,
  message: OutgoingMessage,
  { signal, retryDelayMs, logger }: DeliveryOptions,
): Promise<"sent" | "unreachable"> {
  let payload = message;
  let delayMs = retryDelayMs;
  for (;;) {
    try {
      await api.raw.sendMessage(payload, signal as never);
      return "sent";
    } catch (error) {
      signal.throwIfAborted();
      const failure = describeFailure(error);
      if (error instanceof GrammyError && error.error_code < 500) {
        const successor = error.parameters.migrate_to_chat_id;
        if (error.error_code === 401) throw error;
        if (successor !== undefined) {
          payload = { ...payload, chat_id: successor };
          continue;
        }
        if (payload.parse_mode !== undefined && isRefusedMarkup(error)) {
          logger.error("markup-refused", { failure });
          payload = withoutMarkup(payload);
          continue;
        }
        if (error.error_code !== 429) {
          logger.warn("message-refused", { failure });
          return "unreachable";
        }
      } else if (!(error instanceof GrammyError) && !(error instanceof HttpError)) {
        throw error;
      }
      logger.warn("send-repeated", { failure, delayMs });
      await sleep(delayMs, undefined, { signal });
      delayMs = Math.min(delayMs * 2, MAX_DELAY_MS);
    }
  }
}

function isRefusedMarkup(error: GrammyError): boolean {
  return /parse entities|BUTTON|too many entities/i.test(error.description);
}

/** The last resort where Telegram refuses the mark-up: the bare words, without buttons. */
function withoutMarkup(message: OutgoingMessage): OutgoingMessage {
  const { chat_id, link_preview_options } = message;
  const thread = message.message_thread_id;
  const text = message.text
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  return {
    chat_id,
    text,
    link_preview_options,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
  };
}
