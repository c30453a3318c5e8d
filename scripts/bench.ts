/**
 * `npm run bench [-- PART [ARGUMENTS…]]`: prints measured figures and asserts none. Without a part: answers.
 * What follows the part's name goes to it. Exit codes: 0, 1 failed, 2 wrongly called.
 */
const PARTS: Readonly<Record<string, () => Promise<(argv: readonly string[]) => Promise<number>>>> = {
  answers: async () => (await import("./bench/answers.ts")).benchAnswers,
  serving: async () => (await import("./bench/serving.ts")).benchServing,
  retrieval: async () => (await import("./bench/retrieval.ts")).benchRetrieval,
  peers: async () => (await import("./bench/peers.ts")).benchPeers,
  hnsw: async () => (await import("./bench/hnsw.ts")).benchHnsw,
};

const [asked = "answers", ...rest] = process.argv.slice(2);
const part = PARTS[asked];
if (part === undefined) {
  console.error(`There is no benchmark «${asked}»; there are: ${Object.keys(PARTS).join(", ")}.`);
  process.exitCode = 2;
} else {
  process.exitCode = await (await part())(rest);
}
