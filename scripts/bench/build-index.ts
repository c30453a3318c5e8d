/** Builds the index of a benchmark's corpus in a process of its own: `build-index.ts CORPUS DIRECTORY`. */
import { rm } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { buildIndexes } from "../../src/retrieval/build-indexes.ts";
import { describeError } from "../../src/shared/app-error.ts";
import { readPassages, readShortForms } from "./benchmark-files.ts";

const [corpus, directory] = process.argv.slice(2);
if (corpus === undefined || directory === undefined) throw new Error("build-index CORPUS DIRECTORY");
try {
  let total = 0;
  await buildIndexes(readPassages(corpus), directory, {
    abbreviations: readShortForms(),
    onProgress: (passages) => {
      total = passages;
      process.stderr.write(`${passages} passages indexed\n`);
    },
  });
  if (total === 0) throw new Error(`${corpus}: there is no article with a text in it.`);
} catch (error) {
  // Half an index would be taken for a whole one the next time.
  await rm(path.join(directory, "index.json"), { force: true });
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
