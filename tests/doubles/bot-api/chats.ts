import type { Chat, Message, MessageEntity, Update, User } from "grammy/types";
import type { Entity } from "./parse-html.ts";

export interface Button {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

/** A message that the bot has put into a chat, as people see it there. */
export interface BotMessage {
  readonly message_id: number;
  readonly chat_id: number;
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly buttons: readonly (readonly Button[])[];
  readonly replyTo: number | null;
  readonly thread: number | null;
  readonly edited: boolean;
}

export const BOT: User & { username: string } = {
  id: 42,
  is_bot: true,
  first_name: "Trợ lý",
  username: "tro_ly_bot",
};

/** Commands and mentions as Telegram marks them. */
function findEntities(text: string): MessageEntity[] {
  return [...text.matchAll(/(?<![\w/])\/[a-z0-9_]+(?:@\w+)?|(?<!\w)@\w{5,}/gi)].map((match) => ({
    type: match[0].startsWith("/") ? "bot_command" : "mention",
    offset: match.index,
    length: match[0].length,
  }));
}

/** Chats, their messages in order, and whether the bot is blocked there. */
export class Chats {
  readonly botMessages: BotMessage[] = [];
  readonly blocked = new Set<number>();
  /** Groups that have become supergroups: old id to new. */
  readonly migrated = new Map<number, number>();
  private readonly ids = new Map<number, Set<number>>();
  private nextMessageId = 1;

  has(chatId: number): boolean {
    return this.ids.has(chatId);
  }

  open(chatId: number): void {
    if (!this.has(chatId)) this.ids.set(chatId, new Set());
  }

  newMessageId(chatId: number): number {
    const id = this.nextMessageId++;
    this.open(chatId);
    this.ids.get(chatId)?.add(id);
    return id;
  }

  holds(chatId: number, messageId: number): boolean {
    return this.ids.get(chatId)?.has(messageId) ?? false;
  }

  in(chatId: number): BotMessage[] {
    return this.botMessages.filter((message) => message.chat_id === chatId);
  }
}

type Incoming = Partial<Message> & { readonly from: User; readonly chat: Chat };

/** A message of a person, as getUpdates hands it out. */
export function incomingMessage(chats: Chats, message: Incoming): Message {
  const text = message.text;
  return {
    message_id: chats.newMessageId(message.chat.id),
    date: 1_750_000_000,
    ...(text === undefined ? {} : { entities: findEntities(text) }),
    ...message,
  };
}

/** The bot's message as it stands in a callback query or in a reply. */
export function asTelegramMessage(message: BotMessage, chat: Chat): Message {
  return {
    message_id: message.message_id,
    date: 1_750_000_000,
    chat,
    from: BOT,
    text: message.text,
    ...(message.buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: message.buttons } }),
  } as Message;
}

export function updateKind(update: Update): string {
  return Object.keys(update).find((key) => key !== "update_id") ?? "";
}
