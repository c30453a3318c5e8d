import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** Where the code stands that turns a file into blocks, what it leans on, and more: too much does no harm. */
const CODE = ["src/shared", "src/corpus", "src/corpus/extract"];

/** What npm has installed; failing that, what it was told to. */
const INSTALLED = "node_modules/.package-lock.json";
const WANTED = "package-lock.json";

let version: string | null | undefined;

/**
 * Names what reads files now: 64 hexadecimal digits of the code and of the installed libraries' versions. Null where
 * these cannot be told; then no reading may be taken for today's. Reads some 100 files the first time.
 */
export function readerVersion(): string | null {
  if (version === undefined) version = findVersion();
  return version;
}

function findVersion(): string | null {
  try {
    const hash = createHash("sha256").update(readLibraries());
    for (const folder of CODE) {
      const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".ts"));
      for (const name of names.sort()) {
        hash.update(`\0${folder}/${name}\0`).update(readFileSync(join(ROOT, folder, name)));
      }
    }
    return hash.digest("hex");
  } catch {
    return null;
  }
}

function readLibraries(): Buffer {
  try {
    return readFileSync(join(ROOT, INSTALLED));
  } catch {
    return readFileSync(join(ROOT, WANTED));
  }
}
