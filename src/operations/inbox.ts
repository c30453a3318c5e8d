import type { Database } from "better-sqlite3";

/** A message on its way in, kept until its answer is out. */
interface InboxItem {
  readonly id: number;
  readonly conversation: string;
  /** The platform's update, as it came. */
  readonly body: unknown;
}

/** An answer on its way out: the messages, and how many of them the platform has taken. */
interface PendingReply {
  readonly messages: readonly unknown[];
  readonly sent: number;
}

/**
 * Takes updates over from a platform and remembers how far each has come, so that after a crash nothing is
 * lost and nothing already sent is sent again: accept → keepReply → markSent … → finish.
 */
export interface Inbox {
  /** Keeps an update. False where it is known already: a repeated delivery, to be left alone. */
  accept(item: InboxItem): boolean;
  /** Accepted and not finished, in the order of their arrival. */
  unfinished(): InboxItem[];
  /** Counts one more attempt at working out an answer; returns the count. */
  countAttempt(id: number): number;
  /** Keeps the answer and does `alongside` (saving the conversation) in one transaction. */
  keepReply(id: number, messages: readonly unknown[], alongside?: () => void): void;
  /** Null where no answer has been kept yet. */
  pendingReply(id: number): PendingReply | null;
  markSent(id: number, count: number): void;
  /** Wipes what was said; only the id stays, for telling repeats. */
  finish(id: number): void;
}

/** Telegram repeats an update for at most a day; its ids may start anew after a week. */
const KEEP_IDS_MS = 3 * 24 * 60 * 60 * 1000;

/** Keeps the inbox of one channel in the table `inbox` of the given database. */
export function keepInbox(database: Database, channel: string, now: () => number = Date.now): Inbox {
  const insert = database.prepare<[string, number, string, string, number]>(
    "INSERT OR IGNORE INTO inbox (channel, id, conversation, body, received_at) VALUES (?, ?, ?, ?, ?)",
  );
  const prune = database.prepare<[string, number]>("DELETE FROM inbox WHERE channel = ? AND finished_at < ?");
  const selectUnfinished = database.prepare<[string], { id: number; conversation: string; body: string }>(
    "SELECT id, conversation, body FROM inbox WHERE channel = ? AND finished_at IS NULL ORDER BY received_at, id",
  );
  const attempt = database.prepare<[string, number], { attempts: number }>(
    "UPDATE inbox SET attempts = attempts + 1 WHERE channel = ? AND id = ? RETURNING attempts",
  );
  const setReply = database.prepare<[string, string, number]>(
    "UPDATE inbox SET reply = ?, sent = 0 WHERE channel = ? AND id = ?",
  );
  const selectReply = database.prepare<[string, number], { reply: string | null; sent: number }>(
    "SELECT reply, sent FROM inbox WHERE channel = ? AND id = ?",
  );
  const setSent = database.prepare<[number, string, number]>(
    "UPDATE inbox SET sent = ? WHERE channel = ? AND id = ?",
  );
  const setFinished = database.prepare<[number, string, number]>(
    "UPDATE inbox SET body = NULL, reply = NULL, finished_at = ? WHERE channel = ? AND id = ?",
  );

  let acceptsUntilPrune = 0;

  return {
    accept(item) {
      if (acceptsUntilPrune-- <= 0) {
        acceptsUntilPrune = 1000;
        prune.run(channel, now() - KEEP_IDS_MS);
      }
      return insert.run(channel, item.id, item.conversation, JSON.stringify(item.body), now()).changes === 1;
    },
    unfinished: () =>
      selectUnfinished.all(channel).map((row) => ({
        id: row.id,
        conversation: row.conversation,
        body: JSON.parse(row.body) as unknown,
      })),
    countAttempt: (id) => attempt.get(channel, id)?.attempts ?? 1,
    keepReply: database.transaction((id: number, messages: readonly unknown[], alongside?: () => void) => {
      setReply.run(JSON.stringify(messages), channel, id);
      alongside?.();
    }),
    pendingReply(id) {
      const row = selectReply.get(channel, id);
      if (row === undefined || row.reply === null) return null;
      return { messages: JSON.parse(row.reply) as unknown[], sent: row.sent };
    },
    markSent(id, count) {
      setSent.run(count, channel, id);
    },
    finish(id) {
      setFinished.run(now(), channel, id);
    },
  };
}
