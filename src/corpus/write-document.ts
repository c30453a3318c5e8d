import type { Database } from "better-sqlite3";
import type { Message } from "../shared/message.ts";
import type { CorpusDocument, ParsedDocument } from "./document.ts";
import { sameNumber } from "./read-manifest.ts";
import { visitProvisions } from "./visit-provisions.ts";

/** Writes one document into the store that is being built; its messages go apart, with `writeMessages`. */
export function writeDocument(database: Database, document: CorpusDocument, parsed: ParsedDocument): void {
  const { key, kind, status, locality, isSummary, number, date, title, issuer, format } = document;
  database
    .prepare(
      `INSERT INTO document (key, kind, status, locality, is_summary, number, date, title, issuer, format, metadata)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      key,
      kind,
      status,
      locality,
      isSummary ? 1 : 0,
      number,
      date,
      title,
      issuer,
      format,
      JSON.stringify(document),
    );
  database.prepare("INSERT INTO document_text (document, text) VALUES (?, ?)").run(key, parsed.text);
  const insertPlace = database.prepare(
    "INSERT OR REPLACE INTO place (document, start, line, page) VALUES (?, ?, ?, ?)",
  );
  for (const { start, line, page } of parsed.places) insertPlace.run(key, start, line, page);
  writeProvisions(database, key, parsed);
  writeReferences(database, document);
}

function writeProvisions(database: Database, key: string, { provisions }: ParsedDocument): void {
  const insert = database.prepare(
    `INSERT INTO provision (document, position, eid, parent_eid, type, number, path, locator, heading,
       heading_start, heading_end, start, "end", own_start, own_end, depth)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let position = 0;
  visitProvisions(provisions, (node, ancestors) => {
    insert.run(
      key,
      position++,
      node.eId,
      ancestors.at(-1)?.eId ?? null,
      node.type,
      node.number,
      node.path,
      node.locator,
      node.heading,
      node.headingSpan?.start ?? null,
      node.headingSpan?.end ?? null,
      node.span.start,
      node.span.end,
      node.ownSpan.start,
      node.ownSpan.end,
      node.depth,
    );
  });
}

function writeReferences(database: Database, document: CorpusDocument): void {
  const insert = database.prepare(
    `INSERT INTO reference (document, position, role, kind, number, date, title, issuer, start, "end")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const references = [
    ...document.implements.map((reference) => ({ role: "implements", reference })),
    ...document.alsoCites.map((reference) => ({ role: "cites", reference })),
  ];
  for (const [position, { role, reference }] of references.entries()) {
    const { kind, number, date, title, issuer, span } = reference;
    insert.run(
      document.key,
      position,
      role,
      kind,
      number,
      date,
      title,
      issuer,
      span?.start ?? null,
      span?.end ?? null,
    );
  }
}

/** Ties references to the documents of the corpus that have their number; when all documents are written. */
export function resolveReferences(database: Database): void {
  const numbered = database
    .prepare<[], { key: string; number: string }>("SELECT key, number FROM document WHERE number IS NOT NULL")
    .all();
  const update = database.prepare("UPDATE reference SET target = ? WHERE document = ? AND position = ?");
  const references = database
    .prepare<[], { document: string; position: number; number: string }>(
      "SELECT document, position, number FROM reference WHERE number IS NOT NULL",
    )
    .all();
  for (const { document, position, number } of references) {
    const target = numbered.find((other) => other.key !== document && sameNumber(other.number, number));
    if (target !== undefined) update.run(target.key, document, position);
  }
}

/** @param key the folder's name, also of a document that could not be read. */
export function writeMessages(database: Database, key: string, messages: readonly Message[]): void {
  const insert = database.prepare(
    `INSERT INTO message (document, position, rule, reason, severity, line, page, start, "end")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [position, { rule, reason, severity, line, page, span }] of messages.entries()) {
    insert.run(key, position, rule, reason, severity, line, page, span?.start ?? null, span?.end ?? null);
  }
}
