import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../shared/app-error.ts";

// data/pending/
//   <id>.json   who sent which file, and how far it has come
//   <id>.file   its bytes, once they have been fetched

const idSchema = z.string().regex(/^[0-9a-f]{16}$/u);

const pendingSchema = z.object({
  /** 16 hexadecimal digits. */
  id: idSchema,
  /** `received`: to be fetched and read. `shown`: waits for a decision. `approved`: to be put into the corpus. */
  state: z.enum(["received", "shown", "approved"]),
  fileName: z.string(),
  caption: z.string(),
  /** What the platform fetches the bytes by. */
  remoteId: z.string(),
  /** The same for the same file sent again. */
  uniqueId: z.string(),
  senderId: z.number(),
  chatId: z.number(),
  language: z.enum(["vi", "en"]),
  /** Milliseconds since 1970. */
  receivedAt: z.number(),
  /** Names what the sender has been shown; null before. What is approved must still be that. */
  shown: z.string().nullable(),
});

export type PendingFile = Readonly<z.infer<typeof pendingSchema>>;

/** Files that wait for somebody's decision, kept on disk so that a restart loses none. */
export interface PendingFiles {
  /** The oldest first. */
  list(): PendingFile[];
  get(id: string): PendingFile | null;
  /** @throws AppError STORE_NOT_WRITABLE */
  put(file: PendingFile): void;
  /** Null before they have been fetched. */
  bytes(id: string): Uint8Array | null;
  /** @throws AppError STORE_NOT_WRITABLE */
  putBytes(id: string, bytes: Uint8Array): void;
  remove(id: string): void;
}

const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

/** Opens the folder, which need not exist; what nobody has decided on for 30 days goes. */
export function keepPendingFiles(directory: string, now: () => number = Date.now): PendingFiles {
  const jsonOf = (id: string): string => join(directory, `${idSchema.parse(id)}.json`);
  const bytesOf = (id: string): string => join(directory, `${idSchema.parse(id)}.file`);

  function read(id: string): PendingFile | null {
    try {
      return pendingSchema.parse(JSON.parse(readFileSync(jsonOf(id), "utf8")));
    } catch {
      return null;
    }
  }

  function write(file: string, content: string | Uint8Array): void {
    try {
      mkdirSync(directory, { recursive: true });
      writeFileSync(`${file}.part`, content);
      renameSync(`${file}.part`, file);
    } catch (cause) {
      rmSync(`${file}.part`, { force: true });
      throw new AppError("STORE_NOT_WRITABLE", "The file cannot be kept until it is decided on.", {
        where: directory,
        remedy: "Check the disk's free space and permissions, then send the file again.",
        cause,
      });
    }
  }

  function names(): string[] {
    try {
      return readdirSync(directory);
    } catch {
      return [];
    }
  }

  const pending: PendingFiles = {
    list: () =>
      names()
        .flatMap((name) => (name.endsWith(".json") ? (read(name.slice(0, -".json".length)) ?? []) : []))
        .sort((a, b) => a.receivedAt - b.receivedAt),
    get: read,
    put(file) {
      write(jsonOf(file.id), JSON.stringify(file));
    },
    bytes(id) {
      try {
        return readFileSync(bytesOf(id));
      } catch {
        return null;
      }
    },
    putBytes(id, bytes) {
      write(bytesOf(id), bytes);
    },
    remove(id) {
      rmSync(jsonOf(id), { force: true });
      rmSync(bytesOf(id), { force: true });
    },
  };

  const kept = new Set(
    pending.list().flatMap(({ id, receivedAt }) => (receivedAt < now() - KEEP_MS ? [] : [id])),
  );
  for (const name of names()) {
    if (!kept.has(name.split(".", 1)[0] ?? "")) rmSync(join(directory, name), { force: true });
  }
  return pending;
}
