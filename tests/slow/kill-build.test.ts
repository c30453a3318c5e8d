import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { openStore } from "../../src/operations/open-store.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { smallCorpus, temporaryDirectory, writeTree } from "../doubles/small-corpus.ts";

test.each([0, 50, 100, 200, 400])(
  "a process killed %i ms into a build leaves the old store, and the next one a good one",
  async (delayMs) => {
    const [corpusDirectory, dataDirectory] = [smallCorpus(), temporaryDirectory()];
    const options = { corpusDirectory, dataDirectory, logger: silentLogger };
    (await openStore(options)).close();
    writeTree(corpusDirectory, { "terms.yaml": "terms: []\n" });
    const script = join(temporaryDirectory(), "build.mts");
    writeFileSync(
      script,
      `import { openStore } from ${JSON.stringify(join(process.cwd(), "src/operations/open-store.ts"))};
       const logger = { info() {}, warn() {}, error() {} };
       const onStep = (step) => { if (step === "lexicons") process.stdout.write("building\\n"); };
       const [corpusDirectory, dataDirectory] = process.argv.slice(2);
       await openStore({ corpusDirectory, dataDirectory, logger, onStep });`,
    );
    const child = spawn(process.execPath, ["--import", "tsx", script, corpusDirectory, dataDirectory]);
    const closed = once(child, "close");
    await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    child.kill("SIGKILL");
    await closed;
    const store = await openStore(options);
    expect(store.documents.list()).toHaveLength(1);
    expect(store.lexicons.terms).toEqual([]);
    store.close();
    writeTree(corpusDirectory, { "terms.yaml": "terms:\n  - { vi: một }\n" });
    (await openStore(options)).close();
    expect(readdirSync(dataDirectory).filter((name) => name !== "current")).toHaveLength(1);
  },
);
