import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepPendingFiles } from "../../src/operations/pending-files.ts";
import type { PendingFile } from "../../src/operations/pending-files.ts";
import { temporaryDirectory } from "../doubles/small-corpus.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const file = (id: string, receivedAt: number): PendingFile => ({
  id,
  state: "shown",
  fileName: "a.pdf",
  caption: "",
  remoteId: "r",
  uniqueId: "u",
  senderId: 1,
  chatId: 1,
  language: "vi",
  receivedAt,
  shown: "x",
});
const [A, B] = ["a".repeat(16), "b".repeat(16)];

describe("files that wait for a decision", () => {
  it("are there after a restart, the oldest first; what is too old or half written is gone", () => {
    const directory = join(temporaryDirectory(), "pending");
    const first = keepPendingFiles(directory, () => 0);
    expect(first.list()).toEqual([]);
    first.put(file(B, 40 * DAY_MS));
    first.put(file(A, 2 * DAY_MS));
    first.putBytes(B, Buffer.from("xin chào"));
    writeFileSync(join(directory, `${"c".repeat(16)}.file.part`), "");
    writeFileSync(join(directory, `${"d".repeat(16)}.json`), "{");
    expect(first.list().map(({ id }) => id)).toEqual([A, B]);
    const later = keepPendingFiles(directory, () => 41 * DAY_MS);
    expect(later.list()).toEqual([file(B, 40 * DAY_MS)]);
    expect(Buffer.from(later.bytes(B) ?? []).toString()).toBe("xin chào");
    expect(readdirSync(directory).sort()).toEqual([`${B}.file`, `${B}.json`]);
    later.remove(B);
    expect(readdirSync(directory)).toEqual([]);
  });

  it("cannot be named outside their folder", () => {
    const directory = temporaryDirectory();
    const pending = keepPendingFiles(join(directory, "pending"));
    expect(() => {
      pending.putBytes("../climbing-out-", Buffer.from(""));
    }).toThrow();
    expect(pending.get("../../etc/passwd")).toBeNull();
    expect(existsSync(join(directory, "climbing-out-.file"))).toBe(false);
  });
});
