import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { z } from "zod";
import { keepReadings } from "../corpus/keep-readings.ts";
import type { KeptReadings } from "../corpus/keep-readings.ts";
import { AppError } from "../shared/app-error.ts";

// data/
//   current                      which store serves: a JSON line, replaced as a whole
//   store-<fingerprint>-<random> a complete store; `in-use-<pid>-<random>` in it for everyone who has it open
//   readings/                    what the corpus's files have been read into; see `keepReadings`
//   building-<pid>-<random>      a store in the making; of a process that is gone, it is swept away

const pointerSchema = z.object({
  directory: z.string().regex(/^store-[0-9a-f-]+$/u),
  fingerprint: z.string(),
});

export interface CurrentStore {
  /** Full path. */
  readonly directory: string;
  readonly fingerprint: string;
}

const POINTER = "current";

/** Readings that are kept between builds. */
export function readingsIn(dataDirectory: string): KeptReadings {
  return keepReadings(join(dataDirectory, "readings"));
}

/** The store that serves; null where there is none yet, or its pointer cannot be understood. */
export function findCurrentStore(dataDirectory: string): CurrentStore | null {
  try {
    const pointer = pointerSchema.parse(JSON.parse(readFileSync(join(dataDirectory, POINTER), "utf8")));
    const directory = join(dataDirectory, pointer.directory);
    return existsSync(directory) ? { directory, fingerprint: pointer.fingerprint } : null;
  } catch {
    return null;
  }
}

/**
 * A name for a store in the making; the data directory is made where it is missing.
 * @throws AppError STORE_NOT_WRITABLE
 */
export function newBuildingDirectory(dataDirectory: string): string {
  return writing(dataDirectory, () => {
    mkdirSync(dataDirectory, { recursive: true });
    // Told now, in one sentence, rather than in the middle of the build.
    const probe = join(dataDirectory, `building-${process.pid}-${random()}`);
    mkdirSync(probe);
    rmSync(probe, { recursive: true });
    return probe;
  });
}

/**
 * Makes a finished build the store that serves: the directory gets its final name, then the pointer is replaced.
 * Whoever reads the pointer finds the old store or the new one, never half of it; a crash in between leaves the old.
 * @returns the store's directory, with a lease already on it.
 */
export function publishStore(
  dataDirectory: string,
  building: string,
  fingerprint: string,
): { readonly directory: string; readonly lease: Lease } {
  return writing(dataDirectory, () => {
    const name = `store-${fingerprint.slice(0, 12)}-${random()}`;
    const directory = join(dataDirectory, name);
    const leaseName = leaseFileName();
    writeFileSync(join(building, leaseName), "");
    renameSync(building, directory);
    const pointer = join(dataDirectory, POINTER);
    const next = `${pointer}-${process.pid}-${random()}`;
    writeFileSync(next, `${JSON.stringify({ directory: name, fingerprint })}\n`);
    syncToDisk(next);
    renameSync(next, pointer);
    return { directory, lease: leaseOf(join(directory, leaseName)) };
  });
}

/** A mark that a store is in use: it is not swept away while the process lives. */
export interface Lease {
  release(): void;
}

/** On a disk that cannot be written there is nothing to mark, and nothing is swept away either. */
export function leaseStore(directory: string): Lease {
  const file = join(directory, leaseFileName());
  try {
    writeFileSync(file, "");
  } catch {
    return { release: () => undefined };
  }
  return leaseOf(file);
}

/** Removes what no one uses: stores other than the current one, builds and pointers of processes that are gone. */
export function sweepStores(dataDirectory: string): void {
  const current = findCurrentStore(dataDirectory)?.directory;
  for (const name of listNames(dataDirectory)) {
    const path = join(dataDirectory, name);
    const [, buildingPid] = /^(?:building|current)-(\d+)-[0-9a-f]+$/u.exec(name) ?? [];
    const isLeftover = buildingPid !== undefined && !isAlive(Number(buildingPid));
    const isOldStore = /^store-[0-9a-f-]+$/u.test(name) && path !== current && !isInUse(path);
    if (isLeftover || isOldStore) remove(path);
  }
}

/** Removes what a build that failed has left. */
export function discardBuilding(building: string): void {
  remove(building);
}

function isInUse(directory: string): boolean {
  return listNames(directory).some((name) => {
    const [, pid] = /^in-use-(\d+)-[0-9a-f]+$/u.exec(name) ?? [];
    return pid !== undefined && isAlive(Number(pid));
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, but belongs to someone else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function listNames(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** What cannot be removed now (a file held open, a disk that cannot be written) is removed another time. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    return;
  }
}

function leaseOf(file: string): Lease {
  return {
    release: () => {
      remove(file);
    },
  };
}

function leaseFileName(): string {
  return `in-use-${process.pid}-${random()}`;
}

function random(): string {
  return randomBytes(4).toString("hex");
}

function syncToDisk(file: string): void {
  const descriptor = openSync(file, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writing<T>(dataDirectory: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw new AppError("STORE_NOT_WRITABLE", "The data directory cannot be written.", {
      where: dataDirectory,
      remedy: "Check its permissions and free space, or name another one in the configuration.",
      cause,
    });
  }
}
