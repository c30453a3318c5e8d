import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrate } from "../../src/storage/migrate.ts";
import { openDatabase, openDatabaseReadOnly } from "../../src/storage/open-database.ts";
import { caught } from "../doubles/catch-error.ts";
import { temporaryDirectory, writeTree } from "../doubles/small-corpus.ts";

test("a new database keeps a write-ahead log and holds foreign keys", () => {
  const database = openDatabase(join(temporaryDirectory(), "new.sqlite"));
  expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
  expect(database.pragma("foreign_keys", { simple: true })).toBe(1);
  database.close();
});

test("a file that is no database is told as such, to readers and to writers", async () => {
  const file = join(temporaryDirectory(), "store.sqlite");
  writeFileSync(file, "no database at all ".repeat(200));
  const expected = {
    code: "STORE_UNREADABLE",
    where: file,
    message: "This file is not a database, or it is damaged.",
  };
  expect(await caught(() => openDatabase(file))).toMatchObject(expected);
  expect(await caught(() => openDatabaseReadOnly(file))).toMatchObject(expected);
});

test("a database with a damaged page is refused", async () => {
  const file = join(temporaryDirectory(), "store.sqlite");
  const database = openDatabase(file);
  database.exec("CREATE TABLE t (a TEXT)");
  for (let row = 0; row < 500; row++) database.prepare("INSERT INTO t VALUES (?)").run("x".repeat(100));
  database.pragma("wal_checkpoint(TRUNCATE)");
  const bytes = database.serialize();
  database.close();
  bytes.fill(0xff, 8192, 16_384);
  writeFileSync(file, bytes);
  expect(await caught(() => openDatabaseReadOnly(file))).toMatchObject({
    code: "STORE_UNREADABLE",
    where: file,
  });
});

test("a directory in the place of the file is a clear error", async () => {
  const directory = temporaryDirectory();
  expect(await caught(() => openDatabase(directory))).toMatchObject({ name: "AppError", where: directory });
});

test("a missing database is not made by a reader", async () => {
  const file = join(temporaryDirectory(), "none.sqlite");
  expect(await caught(() => openDatabaseReadOnly(file))).toMatchObject({ code: "STORE_UNREADABLE" });
});

test("migrations run once each, in order, and only those that are missing", () => {
  const directory = temporaryDirectory();
  const migrations = join(directory, "migrations");
  writeTree(migrations, { "001-one.sql": "CREATE TABLE one (a TEXT);", "README.md": "not a migration" });
  const database = openDatabase(join(directory, "d.sqlite"));
  migrate(database, migrations);
  writeTree(migrations, { "002-two.sql": "ALTER TABLE one ADD COLUMN b TEXT;" });
  migrate(database, migrations);
  migrate(database, migrations);
  expect(database.pragma("user_version", { simple: true })).toBe(2);
  expect(database.prepare("SELECT a, b FROM one").all()).toEqual([]);
  database.close();
});

test("a migration that fails leaves the schema as it was", async () => {
  const directory = temporaryDirectory();
  writeTree(directory, { "001-bad.sql": "CREATE TABLE one (a TEXT); CREATE TABEL two (a TEXT);" });
  const database = openDatabase(join(directory, "d.sqlite"));
  expect(
    await caught(() => {
      migrate(database, directory);
    }),
  ).toBeInstanceOf(Error);
  expect(database.pragma("user_version", { simple: true })).toBe(0);
  expect(database.prepare("SELECT name FROM sqlite_master").all()).toEqual([]);
  database.close();
});

test("migrations with a gap, and a database of a later version, are refused", async () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, "gap"));
  writeTree(join(directory, "gap"), { "001-a.sql": "SELECT 1;", "003-c.sql": "SELECT 1;" });
  const database = openDatabase(join(directory, "d.sqlite"));
  expect(
    await caught(() => {
      migrate(database, join(directory, "gap"));
    }),
  ).toMatchObject({ code: "INTERNAL" });
  database.pragma("user_version = 9");
  writeTree(join(directory, "ok"), { "001-a.sql": "SELECT 1;" });
  expect(
    await caught(() => {
      migrate(database, join(directory, "ok"));
    }),
  ).toMatchObject({
    code: "STORE_UNREADABLE",
  });
  database.close();
});
