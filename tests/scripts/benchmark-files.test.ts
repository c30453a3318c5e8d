import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readArticles, readQuestions } from "../../scripts/bench/benchmark-files.ts";

let directory: string;
const at = (name: string): string => path.join(directory, name);
const article = (id: string): string => JSON.stringify({ id, title: "Trợ cấp", text: "Mức trợ cấp." });

async function idsOf(name: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of readArticles(at(name))) ids.push(id);
  return ids;
}

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "benchmark-"));
  const corpus = `${article("a")}\n\n${article("b")}\n`;
  await writeFile(at("plain.jsonl"), corpus);
  await writeFile(at("packed-without-the-name.jsonl"), gzipSync(corpus));
  await writeFile(at("named-but-not-packed.jsonl.gz"), corpus);
  await writeFile(at("cut.jsonl.gz"), gzipSync(corpus).subarray(0, 40));
  await writeFile(at("broken.jsonl"), `${article("a")}\n{oops\n`);
  const questions = [
    { id: "1", text: "Mức trợ cấp?", split: "dev" },
    { id: "2", text: "Ai được?", split: "train" },
  ];
  await writeFile(at("queries.jsonl"), questions.map((row) => JSON.stringify(row)).join("\n"));
  await writeFile(at("qrels.tsv"), "1\ta\t1\r\n2\tb\t1\r\n");
  await writeFile(at("spaces.tsv"), "1 a 1\n");
  await writeFile(at("others.tsv"), "9\ta\t1\n");
});

afterAll(() => rm(directory, { recursive: true, force: true }));

describe("a benchmark's files", () => {
  test("are read packed or not, whatever their names, blank lines left out", async () => {
    for (const name of ["plain.jsonl", "packed-without-the-name.jsonl", "named-but-not-packed.jsonl.gz"])
      expect(await idsOf(name)).toEqual(["a", "b"]);
  });

  test("say what is wrong, and where", async () => {
    await expect(idsOf("missing.jsonl")).rejects.toMatchObject({ where: at("missing.jsonl") });
    await expect(idsOf("cut.jsonl.gz")).rejects.toMatchObject({ where: at("cut.jsonl.gz") });
    await expect(idsOf("broken.jsonl")).rejects.toMatchObject({ where: `${at("broken.jsonl")}, line 2` });
    const spaces = readQuestions(at("queries.jsonl"), at("spaces.tsv"), undefined);
    await expect(spaces).rejects.toMatchObject({ where: at("spaces.tsv") });
  });

  test("an unknown split is refused with those that there are; judgements of other questions likewise", async () => {
    const asked = await readQuestions(at("queries.jsonl"), at("qrels.tsv"), "dev");
    expect(asked.map((question) => [...question.answers])).toEqual([["a"]]);
    await expect(readQuestions(at("queries.jsonl"), at("qrels.tsv"), "test")).rejects.toThrow(/dev, train/);
    await expect(readQuestions(at("queries.jsonl"), at("others.tsv"), undefined)).rejects.toThrow(/None/);
  });
});
