import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { AppError, describeError } from "../src/shared/app-error.ts";

/**
 * `npm run bench [-- PART [ARGUMENTS…]]`: prints measured figures and asserts none. Without a part: answers, reading and
 * serving. What follows the part's name goes to it. Exit codes: 0, 1 failed, 2 wrongly called.
 */
const PARTS: Readonly<Record<string, () => Promise<(argv: readonly string[]) => Promise<number>>>> = {
  answers: async () => (await import("./bench/answers.ts")).benchAnswers,
  reading: async () => (await import("./bench/reading.ts")).benchReading,
  serving: async () => (await import("./bench/serving.ts")).benchServing,
  retrieval: async () => (await import("./bench/retrieval.ts")).benchRetrieval,
  peers: async () => (await import("./bench/peers.ts")).benchPeers,
  hnsw: async () => (await import("./bench/hnsw.ts")).benchHnsw,
};

/** Each in a process of its own: they measure memory, and what is cold. */
const USUAL = ["answers", "reading", "serving"];

async function main([asked, ...rest]: readonly string[]): Promise<number> {
  if (asked === undefined || asked.startsWith("--")) {
    const options = asked === undefined ? [] : [asked, ...rest];
    for (const part of USUAL) {
      const { status } = spawnSync(
        process.execPath,
        ["--import", "tsx", fileURLToPath(import.meta.url), part, ...options],
        { stdio: "inherit" },
      );
      if (status !== 0) return status ?? 1;
    }
    return 0;
  }
  const part = PARTS[asked];
  if (part === undefined) {
    console.error(`There is no benchmark «${asked}»; there are: ${Object.keys(PARTS).join(", ")}.`);
    return 2;
  }
  try {
    return await (
      await part()
    )(rest);
  } catch (error) {
    // A wrong option or file is told in a sentence; of anything else the place matters too.
    const isUsage = error instanceof AppError || (error instanceof TypeError && "code" in error);
    console.error(isUsage ? `bench ${asked}: ${describeError(error)}` : error);
    return isUsage ? 2 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
