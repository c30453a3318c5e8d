import { createHash } from "node:crypto";
import type { Hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../shared/app-error.ts";

/** The program's own folders that decide what a store holds. */
const READING_CODE = ["shared", "storage", "corpus", "facts", "retrieval", "understanding", "operations"];

/** Folders that no store is built from. */
const LEFT_OUT = new Set(["versions", "node_modules"]);

/**
 * What a store was built from, as 64 hexadecimal digits: every file of the corpus, the code that reads it with the
 * schema's migrations, and the embedder. A store of another fingerprint is built again.
 * @throws AppError CORPUS_MISSING
 */
export function fingerprintCorpus(corpusDirectory: string, embedderId: string): string {
  const hash = createHash("sha256").update(embedderId);
  try {
    hashDirectory(hash, corpusDirectory, "corpus");
  } catch (cause) {
    throw new AppError("CORPUS_MISSING", "The corpus directory is missing or cannot be read.", {
      where: corpusDirectory,
      remedy: "Start from the project's folder, or name the directory in the configuration.",
      cause,
    });
  }
  for (const folder of READING_CODE) hashDirectory(hash, join(import.meta.dirname, "..", folder), folder);
  return hash.digest("hex");
}

function hashDirectory(hash: Hash, directory: string, name: string): void {
  const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name.endsWith("~") || LEFT_OUT.has(entry.name)) continue;
    const file = join(directory, entry.name);
    const path = `${name}/${entry.name}`;
    if (entry.isDirectory()) hashDirectory(hash, file, path);
    else if (entry.isFile()) {
      const bytes = readFileSync(file);
      hash.update(`\0${path}\0${bytes.length}\0`).update(bytes);
    }
  }
}
