import type { Database } from "better-sqlite3";
import { newConversation } from "../answering/assistant.ts";
import type { ConversationState } from "../answering/assistant.ts";

/** The memory of conversations, kept over restarts and rebuilds of the store. */
export interface Conversations {
  /** The state of a conversation; a new one where none is kept. A topic older than `topicAgeMs` is forgotten. */
  load(key: string): ConversationState;
  save(key: string, state: ConversationState): void;
  /** A chat that has become another one (a Telegram group made a supergroup) keeps its state. */
  move(from: string, to: string): void;
}

export interface ConversationOptions {
  /** Locality key of new conversations. */
  readonly defaultLocality?: string | null;
  /** Follow-ups lean on what was said at most this long ago. */
  readonly topicAgeMs?: number;
  /** Beyond this many conversations those unused for the longest time are dropped. */
  readonly maxConversations?: number;
  readonly now?: () => number;
}

interface Row {
  readonly locality: string | null;
  readonly topic: string;
  readonly updated_at: number;
}

const TWO_HOURS_MS = 2 * 60 * 60 * 1000;

/** Keeps conversations in the table `conversation` of the given database. */
export function keepConversations(database: Database, options: ConversationOptions = {}): Conversations {
  const {
    defaultLocality = null,
    topicAgeMs = TWO_HOURS_MS,
    maxConversations = 100_000,
    now = Date.now,
  } = options;
  const select = database.prepare<[string], Row>(
    "SELECT locality, topic, updated_at FROM conversation WHERE key = ?",
  );
  const upsert = database.prepare<[string, string | null, string, number]>(
    `INSERT INTO conversation (key, locality, topic, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE
     SET locality = excluded.locality, topic = excluded.topic, updated_at = excluded.updated_at`,
  );
  const dropOldest = database.prepare<[number]>(
    "DELETE FROM conversation WHERE key IN (SELECT key FROM conversation ORDER BY updated_at DESC LIMIT -1 OFFSET ?)",
  );
  const rename = database.prepare<[string, string]>(
    "UPDATE OR REPLACE conversation SET key = ? WHERE key = ?",
  );
  let savesUntilSweep = 0;

  return {
    load(key) {
      const row = select.get(key);
      if (row === undefined) return { ...newConversation, locality: defaultLocality };
      const topicIsFresh = now() - row.updated_at <= topicAgeMs;
      return { locality: row.locality, topic: topicIsFresh ? parseTopic(row.topic) : newConversation.topic };
    },
    save(key, state) {
      upsert.run(key, state.locality, JSON.stringify(state.topic ?? null), now());
      // Counting on every save would cost more than the save.
      if (savesUntilSweep-- <= 0) {
        savesUntilSweep = Math.min(1000, Math.ceil(maxConversations / 100));
        dropOldest.run(maxConversations);
      }
    },
    move(from, to) {
      rename.run(to, from);
    },
  };
}

function parseTopic(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return newConversation.topic;
  }
}
