import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "../shared/app-error.ts";
import { keepInbox } from "../operations/inbox.ts";
import type { Inbox } from "../operations/inbox.ts";
import { migrate } from "../storage/migrate.ts";
import { openDatabase } from "../storage/open-database.ts";
import { keepConversations } from "./conversation.ts";
import type { Conversations } from "./conversation.ts";

export interface ConversationDatabase {
  readonly conversations: Conversations;
  readonly inboxOf: (channel: string) => Inbox;
  readonly close: () => void;
}

const MIGRATIONS = fileURLToPath(new URL("../storage/conversation-migrations", import.meta.url));

/**
 * Opens `conversations.db` in the data directory, and makes it where there is none. It is a file of its own,
 * since the store beside it is rebuilt whenever the corpus changes, and this one is not to be lost.
 * Throws STORE_UNREADABLE, STORE_NOT_WRITABLE.
 */
export function openConversations(
  dataDirectory: string,
  options: { readonly defaultLocality: string | null },
): ConversationDatabase {
  const file = join(dataDirectory, "conversations.db");
  try {
    mkdirSync(dataDirectory, { recursive: true });
  } catch (cause) {
    throw new AppError("STORE_NOT_WRITABLE", "The data directory cannot be made.", {
      where: dataDirectory,
      remedy: "Check the permissions, or set DATA_DIRECTORY to a directory that can be written.",
      cause,
    });
  }
  try {
    const database = openDatabase(file);
    migrate(database, MIGRATIONS);
    return {
      conversations: keepConversations(database, options),
      inboxOf: (channel) => keepInbox(database, channel),
      close: () => {
        database.close();
      },
    };
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "STORE_UNREADABLE") throw cause;
    // The store's own remedy would be to build it again; conversations cannot be.
    throw new AppError("STORE_UNREADABLE", cause.message, {
      where: file,
      remedy:
        "Restore it from a backup, or move it away: chats then begin anew and choose their locality again.",
      cause,
    });
  }
}
