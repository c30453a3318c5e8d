import { readFileSync } from "node:fs";
import Database from "better-sqlite3";

const MIGRATION = new URL("../../src/storage/conversation-migrations/001-conversations.sql", import.meta.url);

/** An empty conversation database in memory. */
export function conversationDatabase(): Database.Database {
  const database = new Database(":memory:");
  database.exec(readFileSync(MIGRATION, "utf8"));
  return database;
}
