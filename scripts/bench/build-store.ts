/** Builds the store from the corpus in a process of its own: `build-store.ts DATA-DIRECTORY`; prints the milliseconds. */
import { openStore } from "../../src/operations/open-store.ts";
import { silentLogger } from "../../src/shared/logger.ts";

const [dataDirectory] = process.argv.slice(2);
if (dataDirectory === undefined) throw new Error("build-store DATA-DIRECTORY");
const start = performance.now();
const store = await openStore({ corpusDirectory: "corpus", dataDirectory, logger: silentLogger });
console.log(performance.now() - start);
store.close();
