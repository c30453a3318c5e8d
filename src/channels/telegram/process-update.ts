import type { Context } from "grammy";
import type { Assistant } from "../../answering/assistant.ts";
import type { Inbox } from "../../operations/inbox.ts";
import type { Logger } from "../../shared/logger.ts";
import type { Conversations } from "../conversation.ts";
import { languageOf, textsFor } from "../texts.ts";
import { readAddressed } from "./addressed.ts";
import { readButtonPress } from "./buttons.ts";
import { deliver } from "./deliver.ts";
import { describeFailure } from "./describe-failure.ts";
import type { FileDesk } from "./file-desk.ts";
import { hasUnreadableContent, threadOf } from "./incoming.ts";
import { outgoingMessages } from "./outgoing.ts";
import type { Address, OutgoingMessage } from "./outgoing.ts";
import { respondToButton, respondToText, respondToUnreadable } from "./respond.ts";
import type { Exchange, Reply } from "./respond.ts";
import { paragraph } from "./rich-text.ts";

export interface Processing {
  readonly assistant: Assistant;
  readonly conversations: Conversations;
  readonly inbox: Inbox;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly retryDelayMs: number;
  /** Albums that have had their answer; one set for the channel. */
  readonly albums: Set<string>;
  /** Null where no one may add documents by chat. */
  readonly files: FileDesk | null;
}

/** After so many starts of the process in the middle of one update, the update is likely the reason. */
const MAX_ATTEMPTS = 5;

/**
 * Brings one accepted update to its end: works the answer out and keeps it, sends what has not been sent,
 * finishes. Started again after a crash, it goes on where it was. The conversation's other updates wait.
 */
export async function processUpdate(ctx: Context, key: string, processing: Processing): Promise<void> {
  const { inbox, logger, signal } = processing;
  const id = ctx.update.update_id;
  const attempt = <T>(action: () => T, fallback: T): T => {
    try {
      return action();
    } catch (error) {
      logger.error("inbox-failed", { failure: describeFailure(error) });
      return fallback;
    }
  };

  signal.throwIfAborted();
  let pending = attempt(() => inbox.pendingReply(id), null);
  if (pending === null) {
    const attempts = attempt(() => inbox.countAttempt(id), 1);
    const messages = attempts > MAX_ATTEMPTS ? giveUp(ctx, logger) : await workOut(ctx, key, processing);
    pending = { messages, sent: 0 };
  }
  const messages = pending.messages as OutgoingMessage[];
  for (let index = pending.sent; index < messages.length; index++) {
    const message = messages[index];
    if (message === undefined || (await deliver(ctx.api, message, processing)) === "unreachable") break;
    attempt(() => {
      inbox.markSent(id, index + 1);
    }, undefined);
  }
  attempt(() => {
    inbox.finish(id);
  }, undefined);
}

async function workOut(
  ctx: Context,
  key: string,
  processing: Processing,
): Promise<readonly OutgoingMessage[]> {
  const { conversations, inbox, logger } = processing;
  const exchange: Exchange = { ...processing, address: addressOf(ctx), state: conversations.load(key) };
  let reply: Reply;
  try {
    reply = await respond(ctx, key, exchange, processing);
  } catch (error) {
    logger.error("update-failed", { failure: describeFailure(error) });
    reply = { messages: apologyFor(exchange.address) };
  }
  const messages = await editInPlace(ctx, reply, logger);
  const { state } = reply;
  try {
    inbox.keepReply(ctx.update.update_id, messages, () => {
      if (state !== undefined) conversations.save(key, state);
    });
  } catch (error) {
    logger.error("inbox-failed", { failure: describeFailure(error) });
  }
  return messages;
}

async function respond(
  ctx: Context,
  key: string,
  exchange: Exchange,
  processing: Processing,
): Promise<Reply> {
  const { message, callbackQuery } = ctx;
  if (callbackQuery !== undefined) {
    // Stops the button's spinner; a press that is answered late is refused, and that does not matter.
    void ctx.answerCallbackQuery().catch(() => undefined);
    const press = readButtonPress(callbackQuery.data ?? "");
    const { files } = processing;
    if (files !== null && (press?.kind === "approve" || press?.kind === "reject")) {
      return { messages: files.decide(press, ctx, exchange.address) };
    }
    return respondToButton(callbackQuery, exchange);
  }
  if (message === undefined) return { messages: [] };
  if (message.migrate_to_chat_id !== undefined) {
    processing.conversations.move(key, `telegram:${message.migrate_to_chat_id}`);
    return { messages: [] };
  }
  const asked = readAddressed(message, ctx.me);
  if (asked === null) return { messages: [] };
  if (message.text !== undefined) {
    showTyping(ctx, exchange.address);
    return respondToText(asked, exchange);
  }
  if (processing.files?.takes(message) === true) {
    return { messages: processing.files.receive(message, exchange.address) };
  }
  if (!hasUnreadableContent(message) || isLaterOfAlbum(message.media_group_id, processing.albums))
    return { messages: [] };
  return respondToUnreadable(exchange);
}

/** An album comes as one message a picture; one sentence is enough for it. */
function isLaterOfAlbum(album: string | undefined, albums: Set<string>): boolean {
  if (album === undefined) return false;
  if (albums.has(album)) return true;
  if (albums.size > 1000) albums.clear();
  albums.add(album);
  return false;
}

function showTyping(ctx: Context, address: Address): void {
  const thread = address.threadId === null ? {} : { message_thread_id: address.threadId };
  void ctx.api.sendChatAction(address.chatId, "typing", thread).catch(() => undefined);
}

/** Changes the message whose button was pressed; returns the messages that are left to send. */
async function editInPlace(ctx: Context, reply: Reply, logger: Logger): Promise<readonly OutgoingMessage[]> {
  const pressed = ctx.callbackQuery?.message;
  if (reply.edit === undefined || pressed === undefined) return reply.messages;
  const { text, keyboard } = reply.edit;
  try {
    await ctx.api.editMessageText(pressed.chat.id, pressed.message_id, text, {
      reply_markup: { inline_keyboard: keyboard },
    });
    return [];
  } catch (error) {
    const failure = describeFailure(error);
    if (failure.includes("message is not modified")) return [];
    logger.info("edit-refused", { failure });
    return reply.messages;
  }
}

function giveUp(ctx: Context, logger: Logger): readonly OutgoingMessage[] {
  logger.error("update-given-up", { update: ctx.update.update_id });
  return apologyFor(addressOf(ctx));
}

function apologyFor(address: Address): OutgoingMessage[] {
  return outgoingMessages([paragraph(textsFor(address.language).internalError)], address);
}

function addressOf(ctx: Context): Address {
  const isPrivate = ctx.chat?.type === "private";
  return {
    chatId: ctx.chat?.id ?? ctx.from?.id ?? 0,
    threadId: threadOf(ctx),
    replyTo: isPrivate ? null : (ctx.message?.message_id ?? null),
    language: languageOf(ctx.from?.language_code),
  };
}
