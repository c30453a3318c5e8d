-- What a conversation remembers. `key` is the channel and its chat: `telegram:-100123:7`.
CREATE TABLE conversation (
  key TEXT PRIMARY KEY,
  locality TEXT,
  topic TEXT NOT NULL,          -- JSON, opaque to channels
  updated_at INTEGER NOT NULL   -- milliseconds since 1970
) STRICT, WITHOUT ROWID;

CREATE INDEX conversation_by_age ON conversation (updated_at);

-- Updates that a channel has taken over from its platform. Bodies are wiped when an update is finished;
-- the id stays for a while, so that a repeated delivery is known for one.
CREATE TABLE inbox (
  channel TEXT NOT NULL,
  id INTEGER NOT NULL,
  conversation TEXT NOT NULL,
  body TEXT,                    -- JSON; null when finished
  attempts INTEGER NOT NULL DEFAULT 0,
  reply TEXT,                   -- JSON array of messages to send, kept before the first is sent
  sent INTEGER NOT NULL DEFAULT 0,
  received_at INTEGER NOT NULL,
  finished_at INTEGER,
  PRIMARY KEY (channel, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX inbox_unfinished ON inbox (channel, received_at) WHERE finished_at IS NULL;
