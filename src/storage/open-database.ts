import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { AppError } from "../shared/app-error.ts";

/** How long a statement waits for another process's lock. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens a SQLite database to read and write, and makes it where there is none: write-ahead log, foreign keys held.
 * @throws AppError STORE_UNREADABLE where the file is no database or is damaged, STORE_NOT_WRITABLE where it cannot
 * be written.
 */
export function openDatabase(file: string): Database {
  return guard(file, () => {
    const database = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
    return prepare(database, () => {
      database.pragma("journal_mode = WAL");
      database.pragma("synchronous = NORMAL");
      database.pragma("foreign_keys = ON");
    });
  });
}

/**
 * Opens an existing database to read only, also on a disk that cannot be written, and checks that its pages are whole.
 * @throws AppError STORE_UNREADABLE where it is missing, no database, or damaged.
 */
export function openDatabaseReadOnly(file: string): Database {
  return guard(file, () => {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    return prepare(database, () => {
      database.pragma("query_only = ON");
      if (database.pragma("quick_check(1)", { simple: true }) !== "ok") throw damaged(file);
    });
  });
}

/** Runs what touches a database; turns SQLite's own errors into AppErrors that name the file. */
function guard<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw databaseError(file, cause);
  }
}

function prepare(database: Database, run: () => void): Database {
  try {
    run();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function isSqliteError(error: unknown): error is InstanceType<typeof Sqlite.SqliteError> {
  return error instanceof Sqlite.SqliteError;
}

/** @returns the error itself where it is an AppError already. */
function databaseError(file: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const code = isSqliteError(cause) ? cause.code : "";
  if (/^SQLITE_(READONLY|FULL|IOERR|PERM)/u.test(code)) {
    return new AppError("STORE_NOT_WRITABLE", "The database cannot be written.", {
      where: file,
      remedy: "Check the permissions and the free space of the data directory.",
      cause,
    });
  }
  return code.startsWith("SQLITE_CANTOPEN") || cause instanceof TypeError
    ? new AppError("STORE_UNREADABLE", "The database cannot be opened.", {
        where: file,
        remedy: CHECK,
        cause,
      })
    : damaged(file, cause);
}

const CHECK = "Check that the data directory exists and may be read.";

function damaged(file: string, cause?: unknown): AppError {
  return new AppError("STORE_UNREADABLE", "This file is not a database, or it is damaged.", {
    where: file,
    remedy: "Move it away: the store is built again from the corpus.",
    cause,
  });
}
