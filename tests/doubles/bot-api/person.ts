import { createHash } from "node:crypto";
import type { Chat, Message, User } from "grammy/types";
import type { BotApi } from "./bot-api.ts";
import { asTelegramMessage, incomingMessage } from "./chats.ts";
import type { BotMessage } from "./chats.ts";

/** A person with a Telegram client, in one chat with the bot. */
export class Person {
  readonly chat: Chat;
  readonly user: User;
  private readonly api: BotApi;
  private callbacks = 0;

  private constructor(api: BotApi, user: User, chat: Chat) {
    this.api = api;
    this.user = user;
    this.chat = chat;
    api.state.chats.open(chat.id);
  }

  static inPrivate(api: BotApi, id: number, language = "vi"): Person {
    const user: User = { id, is_bot: false, first_name: `Người ${id}`, language_code: language };
    return new Person(api, user, { id, type: "private", first_name: user.first_name });
  }

  static inGroup(api: BotApi, id: number, groupId: number): Person {
    const user: User = { id, is_bot: false, first_name: `Người ${id}`, language_code: "vi" };
    return new Person(api, user, { id: groupId, type: "supergroup", title: "Nhóm" });
  }

  /** Sends a message: a text, or any content of a message. Returns the update's id. */
  send(content: string | Partial<Message>): number {
    const message = incomingMessage(this.api.state.chats, {
      from: this.user,
      chat: this.chat,
      ...(typeof content === "string" ? { text: content } : content),
    });
    return this.api.push({ message: message as never });
  }

  /** Sends a file; the same bytes under the same name are the same file. */
  sendFile(name: string, bytes: Uint8Array, more: Partial<Message> = {}): number {
    const file_id = createHash("sha256").update(name).update(bytes).digest("hex");
    this.api.state.files.set(file_id, bytes);
    const document = {
      file_id,
      file_unique_id: file_id.slice(0, 12),
      file_name: name,
      file_size: bytes.length,
    };
    return this.send({ document, ...more });
  }

  /** Sends a picture as a photo: Telegram keeps it in some sizes, the largest not always last. */
  sendPhoto(bytes: Uint8Array, more: Partial<Message> = {}): number {
    const id = createHash("sha256").update(bytes).digest("hex");
    const size = (name: string, width: number, content: Uint8Array) => {
      this.api.state.files.set(`${id}${name}`, content);
      return {
        file_id: `${id}${name}`,
        file_unique_id: `${id.slice(0, 12)}${name}`,
        width,
        height: width,
        file_size: content.length,
      };
    };
    const small = Buffer.from("a small picture");
    return this.send({
      photo: [size("0", 90, small), size("1", 1280, bytes), size("2", 320, small)],
      ...more,
    });
  }

  reply(to: BotMessage, text: string): number {
    return this.send({ text, reply_to_message: asTelegramMessage(to, this.chat) as never });
  }

  /** Presses the button that begins with `label` on the last message that has it. */
  press(label: string): number {
    const message = this.received.findLast((m) =>
      m.buttons.flat().some(({ text }) => text.startsWith(label)),
    );
    const button = message?.buttons.flat().find(({ text }) => text.startsWith(label));
    if (message === undefined || button?.callback_data === undefined) throw new Error(`no button «${label}»`);
    return this.callback(button.callback_data, asTelegramMessage(message, this.chat));
  }

  callback(data: string, message: Message): number {
    const id = `${this.user.id}-${++this.callbacks}`;
    this.api.state.openCallbacks.add(id);
    return this.api.push({
      callback_query: { id, from: this.user, chat_instance: "1", data, message },
    });
  }

  /** What the bot has put into the chat, oldest first. */
  get received(): BotMessage[] {
    return this.api.state.chats.in(this.chat.id);
  }

  async waitForMessages(count: number, timeoutMs?: number): Promise<BotMessage[]> {
    await this.api.until(() => this.received.length >= count, timeoutMs);
    return this.received;
  }
}
