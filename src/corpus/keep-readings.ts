import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import type { ExtractedDocument, SourceFormat } from "./extracted.ts";
import { readerVersion } from "./reader-version.ts";

// <directory>/
//   <sha256 of the source>-<format>.json   two lines: the reader's version and the second line's SHA-256; the reading

/** What files have been read into, kept on disk: recognising a scan takes seconds a page, and a store is built often. */
export interface KeptReadings {
  /** Null where the file has not been read by today's reader, or what was kept is damaged. */
  find(bytes: Uint8Array, format: SourceFormat): Promise<ExtractedDocument | null>;
  /** Where it cannot be kept (a full disk), it is read again another time. */
  keep(bytes: Uint8Array, format: SourceFormat, document: ExtractedDocument): Promise<void>;
  /** Removes what no one has asked for in 30 days: files that were turned down, or have left the corpus. */
  sweep(): Promise<void>;
}

const KEEP_MS = 30 * 24 * 60 * 60 * 1000;
const NAME = /^[0-9a-f]{64}-[a-z]+\.json(?:\.[0-9]+-[0-9a-f]+)?$/u;

/**
 * Keeps readings in a directory, which need not exist. A reading counts only where it is whole and was made by the code
 * and the libraries that would read the file now, so that it never differs from reading the file again.
 */
export function keepReadings(
  directory: string,
  version: string | null = readerVersion(),
  now: () => number = Date.now,
): KeptReadings {
  const fileOf = (bytes: Uint8Array, format: SourceFormat): string =>
    join(directory, `${sha256(bytes)}-${format}.json`);

  return {
    async find(bytes, format) {
      if (version === null) return null;
      const file = fileOf(bytes, format);
      const content = await readFile(file, "utf8").catch(() => "");
      const end = content.indexOf("\n");
      const body = content.slice(end + 1);
      if (end === -1 || content.slice(0, end) !== headOf(version, body)) return null;
      const time = now() / 1000;
      await utimes(file, time, time).catch(() => undefined);
      return JSON.parse(body) as ExtractedDocument;
    },

    async keep(bytes, format, document) {
      if (version === null) return;
      const file = fileOf(bytes, format);
      const body = JSON.stringify(document);
      const next = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
      try {
        await mkdir(directory, { recursive: true });
        await writeFile(next, `${headOf(version, body)}\n${body}`);
        await rename(next, file);
      } catch {
        await rm(next, { force: true }).catch(() => undefined);
      }
    },

    async sweep() {
      const names = await readdir(directory).catch(() => []);
      for (const name of names.filter((one) => NAME.test(one))) {
        const file = join(directory, name);
        const used = await stat(file).catch(() => null);
        if (used !== null && used.mtimeMs < now() - KEEP_MS) await rm(file, { force: true }).catch(() => undefined);
      }
    },
  };
}

function headOf(version: string, body: string): string {
  return JSON.stringify({ reader: version, sha256: sha256(body) });
}

function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
