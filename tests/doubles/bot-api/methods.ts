import { ApiError, badRequest } from "./api-error.ts";
import type { BotMessage, Button, Chats } from "./chats.ts";
import { BOT } from "./chats.ts";
import { parseHtml } from "./parse-html.ts";
import type { Entity } from "./parse-html.ts";

export type Payload = Readonly<Record<string, unknown>>;

export interface BotApiState {
  readonly chats: Chats;
  /** Commands by language code; "" is the default list. */
  readonly commands: Map<string, { command: string; description: string }[]>;
  /** Callback queries that wait for an answer. */
  readonly openCallbacks: Set<string>;
  /** Files that people have sent, by their id. */
  readonly files: Map<string, Uint8Array>;
  webhookUrl: string;
}

type Method = (payload: Payload, state: BotApiState) => unknown;

/** The methods that the double knows, with the checks of the reference; any other is a 404. */
export const methods: Readonly<Record<string, Method>> = {
  getMe: (payload) => {
    only(payload, []);
    return {
      ...BOT,
      can_join_groups: true,
      can_read_all_group_messages: true,
      supports_inline_queries: false,
    };
  },

  deleteWebhook: (payload, state) => {
    only(payload, ["drop_pending_updates"]);
    state.webhookUrl = "";
    return true;
  },

  sendChatAction: (payload, state) => {
    only(payload, ["chat_id", "message_thread_id", "action"]);
    readChat(payload, state);
    return payload["action"] === "typing" || badRequest("wrong parameter action in request");
  },

  sendMessage: (payload, state) => {
    only(payload, [
      "chat_id",
      "text",
      "parse_mode",
      "message_thread_id",
      "reply_parameters",
      "reply_markup",
      "link_preview_options",
    ]);
    const chatId = readChat(payload, state);
    const message: BotMessage = {
      ...readText(payload),
      buttons: readButtons(payload),
      replyTo: readReply(payload, chatId, state),
      thread: (payload["message_thread_id"] as number | undefined) ?? null,
      message_id: state.chats.newMessageId(chatId),
      chat_id: chatId,
      edited: false,
    };
    state.chats.botMessages.push(message);
    return {
      message_id: message.message_id,
      date: 0,
      chat: { id: chatId, type: "private" },
      text: message.text,
    };
  },

  editMessageText: (payload, state) => {
    only(payload, ["chat_id", "message_id", "text", "parse_mode", "reply_markup", "link_preview_options"]);
    const chatId = readChat(payload, state);
    const { botMessages } = state.chats;
    const at = botMessages.findIndex((m) => m.chat_id === chatId && m.message_id === payload["message_id"]);
    const old = botMessages[at] ?? badRequest("message to edit not found");
    const { text, entities } = readText(payload);
    const buttons = readButtons(payload);
    if (text === old.text && JSON.stringify(buttons) === JSON.stringify(old.buttons)) {
      badRequest(
        "message is not modified: specified new message content and reply markup are exactly the same",
      );
    }
    botMessages[at] = { ...old, text, entities, buttons, edited: true };
    return true;
  },

  editMessageReplyMarkup: (payload, state) => {
    only(payload, ["chat_id", "message_id", "reply_markup"]);
    const chatId = readChat(payload, state);
    const { botMessages } = state.chats;
    const at = botMessages.findIndex((m) => m.chat_id === chatId && m.message_id === payload["message_id"]);
    const old = botMessages[at] ?? badRequest("message to edit not found");
    const buttons = readButtons(payload);
    if (JSON.stringify(buttons) === JSON.stringify(old.buttons)) badRequest("message is not modified");
    botMessages[at] = { ...old, buttons, edited: true };
    return true;
  },

  getFile: (payload, { files }) => {
    only(payload, ["file_id"]);
    const file_id = String(payload["file_id"]);
    const bytes = files.get(file_id) ?? badRequest("wrong file_id or the file is temporarily unavailable");
    if (bytes.length > 20 * 1024 * 1024) badRequest("file is too big");
    return { file_id, file_unique_id: file_id, file_size: bytes.length, file_path: `documents/${file_id}` };
  },

  answerCallbackQuery: (payload, state) => {
    only(payload, ["callback_query_id", "text", "show_alert"]);
    const text = payload["text"] ?? "";
    if (typeof text !== "string" || text.length > 200) badRequest("MESSAGE_TOO_LONG");
    if (!state.openCallbacks.delete(String(payload["callback_query_id"]))) {
      badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    return true;
  },

  setMyCommands: (payload, state) => {
    only(payload, ["commands", "language_code", "scope"]);
    const commands = payload["commands"];
    if (!Array.isArray(commands) || commands.length > 100) badRequest("wrong list of commands");
    for (const { command, description } of commands as { command: string; description: string }[]) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) badRequest("BOT_COMMAND_INVALID");
      if (description.length < 1 || description.length > 256) badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    const language = payload["language_code"] ?? "";
    if (typeof language !== "string" || !/^([a-z]{2})?$/.test(language))
      badRequest("BOT_COMMAND_LANG_INVALID");
    state.commands.set(language, commands as { command: string; description: string }[]);
    return true;
  },
};

/** Stricter than life, which ignores parameters that it does not know. */
function only(payload: Payload, names: readonly string[]): void {
  const unknown = Object.keys(payload).find((name) => !names.includes(name));
  if (unknown !== undefined) badRequest(`unknown parameter "${unknown}"`);
}

function readChat(payload: Payload, { chats }: BotApiState): number {
  const chatId = payload["chat_id"];
  if (typeof chatId !== "number" || !chats.has(chatId)) badRequest("chat not found");
  if (chats.blocked.has(chatId)) throw new ApiError(403, "Forbidden: bot was blocked by the user");
  const successor = chats.migrated.get(chatId);
  if (successor !== undefined) {
    throw new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: successor,
    });
  }
  return chatId;
}

function readText(payload: Payload): { text: string; entities: readonly Entity[] } {
  const raw = payload["text"];
  if (typeof raw !== "string") return badRequest("message text is empty");
  if (/\p{Surrogate}/u.test(raw)) badRequest("strings must be encoded in UTF-8");
  const mode = payload["parse_mode"];
  if (mode !== undefined && mode !== "HTML") badRequest("unsupported parse_mode");
  const { text, entities } = mode === "HTML" ? parseHtml(raw) : { text: raw, entities: [] };
  if (text.trim() === "") badRequest("message text is empty");
  if (text.length > 4096) badRequest("message is too long");
  if (entities.length > 100) badRequest("too many entities");
  return { text, entities };
}

function readButtons(payload: Payload): Button[][] {
  const markup = payload["reply_markup"];
  if (markup === undefined) return [];
  const rows = (markup as { inline_keyboard?: unknown }).inline_keyboard;
  if (!Array.isArray(rows)) return badRequest("object expected as reply markup");
  const keyboard = rows as Button[][];
  if (keyboard.flat().length > 100) badRequest("REPLY_MARKUP_TOO_LONG");
  for (const button of keyboard.flat()) {
    if (button.text.trim() === "") badRequest("text buttons must be non-empty");
    const bytes = Buffer.byteLength(button.callback_data ?? "");
    if (button.url === undefined && (bytes < 1 || bytes > 64)) badRequest("BUTTON_DATA_INVALID");
  }
  return keyboard;
}

function readReply(payload: Payload, chatId: number, { chats }: BotApiState): number | null {
  const reply = payload["reply_parameters"] as
    { message_id: number; allow_sending_without_reply?: boolean } | undefined;
  if (reply === undefined) return null;
  if (chats.holds(chatId, reply.message_id)) return reply.message_id;
  return reply.allow_sending_without_reply === true ? null : badRequest("message to be replied not found");
}
