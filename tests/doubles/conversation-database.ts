import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { migrate } from "../../src/storage/migrate.ts";

/** An empty conversation database in memory. */
export function conversationDatabase(): Database {
  const database = new Sqlite(":memory:");
  migrate(database, fileURLToPath(new URL("../../src/storage/conversation-migrations", import.meta.url)));
  return database;
}
