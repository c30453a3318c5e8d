import type { Language } from "../../answering/answer.ts";
import { textsFor } from "../texts.ts";
import { paragraph, renderHtml } from "./rich-text.ts";
import type { Block } from "./rich-text.ts";
import { splitMessage } from "./split-message.ts";

export interface Button {
  readonly text: string;
  readonly callback_data: string;
}

/** The payload of one sendMessage, as kept in the inbox until Telegram has taken it. Plain JSON. */
export interface OutgoingMessage {
  readonly chat_id: number;
  readonly text: string;
  readonly parse_mode?: "HTML";
  readonly message_thread_id?: number;
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: true };
  readonly reply_markup?: { readonly inline_keyboard: Button[][] };
  readonly link_preview_options: { readonly is_disabled: true };
}

/** Where messages go. */
export interface Address {
  readonly chatId: number;
  /** The topic of a forum, where the chat is one. */
  readonly threadId: number | null;
  /** The message replied to; in groups, so that people see whose question it was. */
  readonly replyTo: number | null;
  readonly language: Language;
}

/** Blocks as messages to send in order: the reply mark on the first, the buttons below the last. */
export function outgoingMessages(
  blocks: readonly Block[],
  address: Address,
  keyboard: Button[][] = [],
): OutgoingMessage[] {
  const parts = splitMessage(blocks);
  if (parts.length === 0) parts.push([paragraph(textsFor(address.language).internalError)]);
  return parts.map((part, index) => ({
    chat_id: address.chatId,
    text: renderHtml(part),
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    ...(address.threadId === null ? {} : { message_thread_id: address.threadId }),
    ...(index > 0 || address.replyTo === null
      ? {}
      : { reply_parameters: { message_id: address.replyTo, allow_sending_without_reply: true } }),
    ...(index < parts.length - 1 || keyboard.length === 0
      ? {}
      : { reply_markup: { inline_keyboard: keyboard } }),
  }));
}
