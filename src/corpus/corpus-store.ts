import type { Database } from "better-sqlite3";
import { memoise } from "../shared/memoise.ts";
import type { Message } from "../shared/message.ts";
import type { Span } from "../shared/span.ts";
import type { CorpusDocument } from "./document.ts";
import type { Provision } from "./provision.ts";

/** A provision without its children: the tree as rows in reading order. */
export interface ProvisionRow extends Omit<Provision, "children"> {
  readonly parentEId: string | null;
}

/** The documents that were read, from the store. */
export interface CorpusStore {
  /** By key. */
  list(): readonly CorpusDocument[];
  get(key: string): CorpusDocument | null;
  /** The stored text, which every span refers to; empty for a document that is not there. */
  text(key: string): string;
  /** In reading order. */
  provisions(key: string): readonly ProvisionRow[];
  provision(key: string, eId: string): ProvisionRow | null;
  /** Line and page of the file for an offset of the text. */
  place(key: string, offset: number): { readonly line: number | null; readonly page: number | null } | null;
  /** The documents that govern exactly this locality. */
  byLocality(localityKey: string): readonly CorpusDocument[];
  /** The documents of the corpus that name this one. */
  referencedBy(key: string): readonly string[];
  /** What the reader was unsure of; also of a folder whose document could not be read. */
  messages(key: string): readonly Message[];
}

/** Documents whose text and tree are kept in memory: those that people ask about at the moment. */
const KEPT_DOCUMENTS = 48;

/** Reads through the database given, which stays open as long as the store is used. */
export function createCorpusStore(database: Database): CorpusStore {
  const documents = database
    .prepare<[], { metadata: string }>("SELECT metadata FROM document ORDER BY key")
    .all()
    .map(({ metadata }) => JSON.parse(metadata) as CorpusDocument);
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const textOf = memoise((key: string) => selectText.get(key)?.text ?? "", KEPT_DOCUMENTS);
  const treeOf = memoise((key: string) => {
    const rows = selectProvisions.all(key).map(readProvision);
    return { rows, byEId: new Map(rows.map((row) => [row.eId, row])) };
  }, KEPT_DOCUMENTS);
  const selectText = database.prepare<[string], { text: string }>(
    "SELECT text FROM document_text WHERE document = ?",
  );
  const selectProvisions = database.prepare<[string], ProvisionRecord>(
    "SELECT * FROM provision WHERE document = ? ORDER BY position",
  );
  const selectPlace = database.prepare<[string, number], { line: number | null; page: number | null }>(
    "SELECT line, page FROM place WHERE document = ? AND start <= ? ORDER BY start DESC LIMIT 1",
  );
  const selectReferring = database.prepare<[string], { document: string }>(
    "SELECT DISTINCT document FROM reference WHERE target = ? ORDER BY document",
  );
  const selectMessages = database.prepare<[string], MessageRecord>(
    'SELECT rule, reason, severity, line, page, start, "end" FROM message WHERE document = ? ORDER BY position',
  );
  return {
    list: () => documents,
    get: (key) => byKey.get(key) ?? null,
    text: textOf,
    provisions: (key) => treeOf(key).rows,
    provision: (key, eId) => treeOf(key).byEId.get(eId) ?? null,
    place: (key, offset) => selectPlace.get(key, offset) ?? null,
    byLocality: (localityKey) => documents.filter(({ locality }) => locality === localityKey),
    referencedBy: (key) => selectReferring.all(key).map(({ document }) => document),
    messages: (key) => selectMessages.all(key).map(readMessage),
  };
}

interface ProvisionRecord {
  readonly eid: string;
  readonly parent_eid: string | null;
  readonly type: Provision["type"];
  readonly number: string | null;
  readonly path: string;
  readonly locator: string;
  readonly heading: string | null;
  readonly heading_start: number | null;
  readonly heading_end: number | null;
  readonly start: number;
  readonly end: number;
  readonly own_start: number;
  readonly own_end: number;
  readonly depth: number;
}

function readProvision(record: ProvisionRecord): ProvisionRow {
  const { type, number, path, locator, heading, depth } = record;
  return {
    eId: record.eid,
    type,
    number,
    path,
    locator,
    heading,
    headingSpan: spanOf(record.heading_start, record.heading_end),
    span: { start: record.start, end: record.end },
    ownSpan: { start: record.own_start, end: record.own_end },
    depth,
    parentEId: record.parent_eid,
  };
}

type MessageRecord = Omit<Message, "span"> & { readonly start: number | null; readonly end: number | null };

function readMessage({ start, end, ...message }: MessageRecord): Message {
  return { ...message, span: spanOf(start, end) };
}

function spanOf(start: number | null, end: number | null): Span | null {
  return start === null || end === null ? null : { start, end };
}
