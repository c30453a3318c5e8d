import type { Context } from "grammy";
import type { Message } from "grammy/types";

/** Which conversation an update belongs to: its chat, and the topic where the chat is a forum. */
export function conversationKey(ctx: Context): string {
  const thread = threadOf(ctx);
  const chatId = ctx.chat?.id ?? ctx.from?.id ?? 0;
  return thread === null ? `telegram:${chatId}` : `telegram:${chatId}:${thread}`;
}

export function threadOf(ctx: Context): number | null {
  const message = ctx.msg;
  return message?.is_topic_message === true ? (message.message_thread_id ?? null) : null;
}

/** New messages and button presses; edits, channel posts and the rest are left alone. */
export function isRelevant(ctx: Context): boolean {
  return ctx.message !== undefined || ctx.callbackQuery !== undefined;
}

/** Contents that a person has sent and that hold no text to answer. Service messages (joins, pins…) are none. */
const CONTENTS = [
  "photo",
  "video",
  "animation",
  "audio",
  "document",
  "voice",
  "video_note",
  "sticker",
  "contact",
  "location",
  "poll",
  "dice",
  "story",
  "paid_media",
  "checklist",
  "game",
] as const satisfies readonly (keyof Message)[];

export function hasUnreadableContent(message: Message): boolean {
  return CONTENTS.some((content) => message[content] !== undefined);
}
