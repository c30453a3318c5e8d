/** Builds the index of a benchmark's corpus in a process of its own: `build-index.ts CORPUS DIRECTORY`. */
import { buildIndexes } from "../../src/retrieval/build-indexes.ts";
import { readPassages, readShortForms } from "./benchmark-files.ts";

const [corpus, directory] = process.argv.slice(2);
if (corpus === undefined || directory === undefined) throw new Error("build-index CORPUS DIRECTORY");
await buildIndexes(readPassages(corpus), directory, {
  abbreviations: readShortForms(),
  onProgress: (passages) => {
    process.stderr.write(`${passages} passages indexed\n`);
  },
});
