import { randomBytes } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { AppError } from "../shared/app-error.ts";

/** A document's folder to be written: its source and its manifest. */
export interface FolderContent {
  /** «.pdf»; lower case, with its dot. */
  readonly extension: string;
  readonly bytes: Uint8Array;
  readonly manifest: string;
}

/** The older version of a document, which keeps its folder's content under another key. */
export interface KeptVersion {
  readonly key: string;
  readonly manifest: string;
}

/** Folders in the making; their names begin with a dot, so that no one reads them. */
const MAKING = /^\.ingest-(\d+)-[0-9a-f]+$/u;

/**
 * Writes corpus/<key>/ as a whole. Everything goes into a folder in the making first; only when it is on the disk do
 * renames put it in its place, and with `kept` the old folder under that key. What fails before is removed, what
 * fails in between is put back.
 * @throws AppError CORPUS_NOT_WRITABLE; the corpus is as it was then.
 */
export function writeFolder(
  corpusDirectory: string,
  key: string,
  content: FolderContent,
  kept: KeptVersion | null,
): void {
  guarded(corpusDirectory, () => {
    sweepMaking(corpusDirectory);
    const making = join(corpusDirectory, `.ingest-${process.pid}-${randomBytes(4).toString("hex")}`);
    const undo: (() => void)[] = [];
    try {
      const fresh = join(making, "new");
      // One by one: made recursively, a read-only disk is reported as a missing folder.
      mkdirSync(making);
      mkdirSync(fresh);
      writeSynced(join(fresh, `source${content.extension}`), content.bytes);
      writeSynced(join(fresh, "document.yaml"), content.manifest);
      const folder = join(corpusDirectory, key);
      if (kept !== null) {
        const [keptManifest, oldManifest] = [join(making, "kept.yaml"), join(making, "old.yaml")];
        writeSynced(keptManifest, kept.manifest);
        const hadManifest = existsSync(join(folder, "document.yaml"));
        if (hadManifest) copyFileSync(join(folder, "document.yaml"), oldManifest);
        const keptFolder = join(corpusDirectory, kept.key);
        move(folder, keptFolder, undo);
        const standing = join(keptFolder, "document.yaml");
        renameSync(keptManifest, standing);
        undo.push(() => {
          if (hadManifest) renameSync(oldManifest, standing);
          else rmSync(standing);
        });
      }
      move(fresh, folder, undo);
    } catch (error) {
      for (const back of undo.reverse()) back();
      throw error;
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  });
}

/** Replaces a document's manifest as a whole. @throws AppError CORPUS_NOT_WRITABLE */
export function writeManifestFile(corpusDirectory: string, key: string, manifest: string): void {
  guarded(corpusDirectory, () => {
    const next = join(corpusDirectory, key, `.document-${process.pid}.yaml`);
    try {
      writeSynced(next, manifest);
      renameSync(next, join(corpusDirectory, key, "document.yaml"));
    } finally {
      rmSync(next, { force: true });
    }
  });
}

function move(from: string, to: string, undo: (() => void)[]): void {
  renameSync(from, to);
  undo.push(() => {
    renameSync(to, from);
  });
}

function writeSynced(file: string, content: Uint8Array | string): void {
  const descriptor = openSync(file, "w");
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes what writers that are gone have left; theirs were complete or not in place at all. */
function sweepMaking(corpusDirectory: string): void {
  for (const name of readdirSync(corpusDirectory)) {
    const [, pid] = MAKING.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) {
      rmSync(join(corpusDirectory, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: "Đĩa đã đầy.",
  EDQUOT: "Đã hết dung lượng được cấp.",
  EROFS: "Ổ đĩa chỉ cho đọc.",
  EACCES: "Không có quyền ghi.",
  EPERM: "Không có quyền ghi.",
};

function guarded(corpusDirectory: string, run: () => void): void {
  try {
    run();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new AppError("CORPUS_NOT_WRITABLE", CAUSES[code] ?? "Không ghi được tệp vào kho.", {
      where: corpusDirectory,
      remedy: "Kho văn bản vẫn như trước. Hãy kiểm tra dung lượng đĩa và quyền ghi rồi làm lại.",
      cause,
    });
  }
}
