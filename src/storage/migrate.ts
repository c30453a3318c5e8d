import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { AppError } from "../shared/app-error.ts";

interface Migration {
  readonly number: number;
  readonly file: string;
}

/**
 * Brings a database to the newest schema: runs the numbered files of the directory («001-store.sql») that it has not
 * had yet, each in a transaction of its own. The number of the last one stands in the database's `user_version`.
 * @throws AppError STORE_UNREADABLE where the database is newer than the directory, INTERNAL where numbers are missing.
 */
export function migrate(database: Database, directory: string): void {
  const migrations = listMigrations(directory);
  const done = Number(database.pragma("user_version", { simple: true }));
  if (done > migrations.length) {
    throw new AppError(
      "STORE_UNREADABLE",
      `The database has schema ${done}; this version knows ${migrations.length}.`,
      {
        where: database.name,
        remedy: "Use the version of the program that made it, or a newer one.",
      },
    );
  }
  for (const { number, file } of migrations.slice(done)) {
    const sql = readFileSync(join(directory, file), "utf8");
    // Immediate: of two processes that start at once, the second waits, and then finds the work done.
    database
      .transaction(() => {
        if (Number(database.pragma("user_version", { simple: true })) >= number) return;
        database.exec(sql);
        database.pragma(`user_version = ${number}`);
      })
      .immediate();
  }
}

function listMigrations(directory: string): Migration[] {
  const migrations = readdirSync(directory)
    .filter((file) => /^\d{3}-.*\.sql$/u.test(file))
    .sort()
    .map((file) => ({ number: Number(file.slice(0, 3)), file }));
  const misplaced = migrations.find(({ number }, position) => number !== position + 1);
  if (misplaced === undefined) return migrations;
  throw new AppError("INTERNAL", "The migrations are not numbered 001, 002, 003 without a gap.", {
    where: join(directory, misplaced.file),
  });
}
