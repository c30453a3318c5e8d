import type { Database } from "better-sqlite3";
import { afterEach, beforeEach } from "vitest";
import type { Assistant } from "../../../src/answering/assistant.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { keepConversations } from "../../../src/channels/conversation.ts";
import { createTelegramChannel } from "../../../src/channels/telegram/telegram-channel.ts";
import type { TelegramOptions } from "../../../src/channels/telegram/telegram-channel.ts";
import { keepInbox } from "../../../src/operations/inbox.ts";
import type { Logger } from "../../../src/shared/logger.ts";
import { assistantDouble } from "../../doubles/assistant.ts";
import { BotApi } from "../../doubles/bot-api/bot-api.ts";
import { conversationDatabase } from "../../doubles/conversation-database.ts";

export const LOCALITIES = [
  { key: "ha-tinh", name: "Thành phố Hà Tĩnh, tỉnh Hà Tĩnh" },
  { key: "phuong-tu-son", name: "Phường Từ Sơn, tỉnh Bắc Ninh" },
  { key: "duc-pho", name: "Thị xã Đức Phổ, tỉnh Quảng Ngãi" },
];

/** A fresh Bot API, a fresh database, and the real bot between them; all stopped after each test. */
export class Harness {
  api!: BotApi;
  database!: Database;
  readonly logged: string[] = [];
  readonly logger: Logger = {
    info: (event, fields) => this.logged.push(JSON.stringify({ event, ...fields })),
    warn: (event, fields) => this.logged.push(JSON.stringify({ event, ...fields })),
    error: (event, fields) => this.logged.push(JSON.stringify({ event, ...fields })),
  };
  private running: Channel[] = [];

  constructor() {
    beforeEach(async () => {
      this.api = await BotApi.start();
      this.database = conversationDatabase();
      this.logged.length = 0;
    });
    afterEach(async () => {
      await Promise.all(this.running.map((channel) => channel.stop()));
      this.running = [];
      await this.api.stop();
    });
  }

  channel(assistant: Assistant = this.echo(), options: Partial<TelegramOptions> = {}): Channel {
    const channel = createTelegramChannel({
      token: this.api.token,
      apiRoot: this.api.root,
      assistant,
      conversations: keepConversations(this.database),
      inbox: keepInbox(this.database, "telegram"),
      logger: this.logger,
      retryDelayMs: 20,
      ...options,
    });
    this.running.push(channel);
    return channel;
  }

  /** An assistant that answers «→ question [locality]». */
  echo() {
    return assistantDouble(
      (message, state) => ({ text: `→ ${message} [${state.locality ?? "–"}]` }),
      LOCALITIES,
    );
  }

  async start(assistant?: Assistant, options?: Partial<TelegramOptions>): Promise<Channel> {
    const channel = this.channel(assistant, options);
    await channel.start();
    return channel;
  }
}
