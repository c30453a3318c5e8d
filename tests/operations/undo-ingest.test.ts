import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commitIngest, planIngest } from "../../src/operations/ingest-document.ts";
import { loadIngestSetting } from "../../src/operations/ingest-request.ts";
import type { IngestRequest } from "../../src/operations/ingest-request.ts";
import { prepareUndo } from "../../src/operations/undo-ingest.ts";
import { smallCorpus } from "../doubles/small-corpus.ts";

const DECISION = readFileSync("tests/fixtures/ingest/quyet-dinh.md");
const HELD = (corpus: string): Uint8Array => readFileSync(join(corpus, "an-phu/source.txt"));

function treeOf(corpus: string): Record<string, string> {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name),
      readFileSync(join(parentPath, name), "latin1"),
    ]),
  );
}

test.each<[string, (corpus: string) => Omit<IngestRequest, "fileName">]>([
  ["unchanged", (corpus) => ({ bytes: HELD(corpus) })],
  ["corrected", (corpus) => ({ bytes: HELD(corpus), said: { number: "13-CTr/TU" } })],
  ["added", () => ({ bytes: DECISION })],
  ["replaced", () => ({ bytes: DECISION, key: "an-phu" })],
])("a file that was %s is taken back, byte for byte", async (kind, request) => {
  const corpus = smallCorpus();
  const before = treeOf(corpus);
  const setting = loadIngestSetting(corpus);
  const plan = await planIngest({ fileName: "a.md", ...request(corpus) }, setting);
  expect(plan.effect.kind).toBe(kind);
  const undo = prepareUndo(plan, corpus);
  commitIngest(plan, setting);
  if (kind !== "unchanged") expect(treeOf(corpus)).not.toEqual(before);
  undo();
  expect(treeOf(corpus)).toEqual(before);
  expect(readdirSync(corpus).filter((name) => name.startsWith("."))).toEqual([]);
});
