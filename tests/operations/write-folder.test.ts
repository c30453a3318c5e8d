import type * as FileSystem from "node:fs";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { writeFolder } from "../../src/operations/write-folder.ts";
import { caught } from "../doubles/catch-error.ts";
import { smallCorpus } from "../doubles/small-corpus.ts";

/** The n-th writing call from now fails as on a full disk; 0: none. */
const disk = vi.hoisted(() => ({ failAt: 0, calls: 0 }));

vi.mock("node:fs", async (importOriginal) => {
  const original = await importOriginal<typeof FileSystem>();
  const failing = <T extends (...given: never[]) => unknown>(call: T) =>
    ((...given: Parameters<T>) => {
      if (++disk.calls === disk.failAt) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      return call(...given);
    }) as T;
  const { mkdirSync, writeFileSync, fsyncSync, copyFileSync, renameSync } = original;
  return {
    ...original,
    mkdirSync: failing(mkdirSync),
    writeFileSync: failing(writeFileSync),
    fsyncSync: failing(fsyncSync),
    copyFileSync: failing(copyFileSync),
    renameSync: failing(renameSync),
  };
});

beforeEach(() => {
  disk.failAt = 0;
});

const content = { extension: ".md", bytes: new TextEncoder().encode("mới"), manifest: "locality: null\n" };
const kept = { key: "an-phu-v1", manifest: "locality: an-phu\nstatus: replaced\n" };

function treeOf(directory: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(directory, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.\w+$/u.test(name) && !name.startsWith("."))
      .map((name) => [name, readFileSync(join(directory, name), "utf8")]),
  );
}

test.each([
  ["a new document", "moi", null],
  ["a newer version", "an-phu", kept],
])("%s: a disk that fills up at any step leaves the corpus as it was", async (_, key, version) => {
  let step = 0;
  for (;;) {
    const corpus = smallCorpus();
    const before = treeOf(corpus);
    disk.calls = 0;
    disk.failAt = ++step;
    const error = await caught(() => {
      writeFolder(corpus, key, content, version);
    }).catch(() => null);
    disk.failAt = 0;
    if (disk.calls < step) break;
    expect(error).toMatchObject({ code: "CORPUS_NOT_WRITABLE", message: "Đĩa đã đầy." });
    expect(treeOf(corpus)).toEqual(before);
    expect(readdirSync(corpus).filter((name) => name.startsWith(".ingest"))).toEqual([]);
  }
  expect(step).toBeGreaterThan(6);
});

test("a newer version takes the folder, the older one goes on under its own key", () => {
  const corpus = smallCorpus();
  const source = readFileSync(join(corpus, "an-phu/source.txt"), "utf8");
  writeFolder(corpus, "an-phu", content, kept);
  expect(readdirSync(join(corpus, "an-phu")).sort()).toEqual(["document.yaml", "source.md"]);
  expect(readFileSync(join(corpus, "an-phu-v1/source.txt"), "utf8")).toBe(source);
  expect(readFileSync(join(corpus, "an-phu-v1/document.yaml"), "utf8")).toBe(kept.manifest);
});
