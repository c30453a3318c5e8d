-- What was read from the corpus. Built whole and never altered: see build-store.ts. Spans are UTF-16 offsets in
-- document_text.text, end exclusive.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE locality (
  position INTEGER PRIMARY KEY,   -- order of localities.yaml
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  bare_name TEXT NOT NULL,
  level TEXT NOT NULL,
  province TEXT NOT NULL,
  parent TEXT,
  era TEXT NOT NULL,
  divided INTEGER NOT NULL,
  successors TEXT,                -- keys, one a line; null for none
  aliases TEXT,                   -- one a line
  became TEXT,                    -- JSON {vi, en}
  folded_names TEXT NOT NULL      -- one a line: what it is found by
) STRICT;

CREATE TABLE document (
  position INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  locality TEXT REFERENCES locality (key),
  is_summary INTEGER NOT NULL,
  number TEXT,
  date TEXT,
  title TEXT,
  issuer TEXT,
  format TEXT NOT NULL,
  metadata TEXT NOT NULL          -- JSON of the whole CorpusDocument
) STRICT;

CREATE INDEX document_by_locality ON document (locality);

CREATE TABLE document_text (
  document TEXT PRIMARY KEY REFERENCES document (key),
  text TEXT NOT NULL
) STRICT;

-- Where a stretch of the text stands in the file: from `start` to the next row's.
CREATE TABLE place (
  document TEXT NOT NULL REFERENCES document (key),
  start INTEGER NOT NULL,
  line INTEGER,
  page INTEGER,
  PRIMARY KEY (document, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE provision (
  document TEXT NOT NULL REFERENCES document (key),
  position INTEGER NOT NULL,      -- reading order
  eid TEXT NOT NULL,
  parent_eid TEXT,
  type TEXT NOT NULL,
  number TEXT,
  path TEXT NOT NULL,
  locator TEXT NOT NULL,
  heading TEXT,
  heading_start INTEGER,
  heading_end INTEGER,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  own_start INTEGER NOT NULL,
  own_end INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  PRIMARY KEY (document, position),
  UNIQUE (document, eid),
  FOREIGN KEY (document, parent_eid) REFERENCES provision (document, eid)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL REFERENCES document (key),
  nature TEXT NOT NULL,
  indicator TEXT,
  name TEXT NOT NULL,
  comparator TEXT,
  value REAL,
  value2 REAL,
  unit TEXT,
  scope TEXT,
  deadline INTEGER,
  path TEXT NOT NULL,
  eid TEXT NOT NULL,
  locator TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  value_start INTEGER,
  value_end INTEGER,
  FOREIGN KEY (document, eid) REFERENCES provision (document, eid)
) STRICT;

CREATE INDEX target_by_document ON target (document);
CREATE INDEX target_by_indicator ON target (indicator);

CREATE TABLE assignment (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL REFERENCES document (key),
  task TEXT NOT NULL,
  role TEXT NOT NULL,
  body TEXT NOT NULL,
  timeline TEXT,
  path TEXT NOT NULL,
  eid TEXT NOT NULL,
  locator TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  timeline_start INTEGER,
  timeline_end INTEGER,
  FOREIGN KEY (document, eid) REFERENCES provision (document, eid)
) STRICT;

CREATE INDEX assignment_by_document ON assignment (document);

-- Documents that a document names; `target` where that one is in the corpus too.
CREATE TABLE reference (
  document TEXT NOT NULL REFERENCES document (key),
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('implements', 'cites')),
  kind TEXT NOT NULL,
  number TEXT,
  date TEXT,
  title TEXT,
  issuer TEXT,
  start INTEGER,
  "end" INTEGER,
  target TEXT REFERENCES document (key),
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

-- What the reader was unsure of; `document` is a folder's name, also of one that could not be read at all.
CREATE TABLE message (
  document TEXT NOT NULL,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  severity TEXT NOT NULL,
  line INTEGER,
  page INTEGER,
  start INTEGER,
  "end" INTEGER,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
