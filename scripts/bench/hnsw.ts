import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import hnswlib from "hnswlib-node";
import { defaultEmbedder } from "../../src/retrieval/default-embedder.ts";
import { innerProduct } from "../../src/retrieval/embedder.ts";
import { readPassages } from "./benchmark-files.ts";

const QUESTIONS = 200;
const BREADTHS = [32, 64, 128, 256];
const GRAPHS = [
  { m: 8, efConstruction: 100 },
  { m: 16, efConstruction: 100 },
  { m: 16, efConstruction: 200 },
  { m: 32, efConstruction: 200 },
];

function exactNearest(vectors: readonly Float32Array[], question: Float32Array, limit: number): number[] {
  return vectors
    .map((vector, i) => ({ i, product: innerProduct(vector, question) }))
    .sort((a, b) => b.product - a.product)
    .slice(0, limit)
    .map(({ i }) => i);
}

/**
 * `bench -- hnsw --corpus F.jsonl[.gz] [--passages 20000]`: recall of the exact nearest ten and hundred, and time a
 * search, by links a node, breadth of building and breadth of search. The constants of vector-index.ts come from it.
 */
export async function benchHnsw(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { corpus: { type: "string" }, passages: { type: "string", default: "20000" } },
  });
  if (values.corpus === undefined) {
    console.error("bench hnsw: --corpus F.jsonl[.gz] is needed.");
    return 2;
  }
  const embedder = await defaultEmbedder();
  const vectors: Float32Array[] = [];
  const questions: Float32Array[] = [];
  for await (const passage of readPassages(values.corpus)) {
    const heading = passage.headings.at(-1) ?? "";
    vectors.push(...(await embedder.embedPassages([`${heading} . ${passage.text}`])));
    // Headings stand for questions: short, and about one passage.
    if (heading !== "" && vectors.length % 50 === 1 && questions.length < QUESTIONS)
      questions.push(await embedder.embedQuestion(heading));
    if (vectors.length >= Number(values.passages)) break;
  }
  const exact = questions.map((question) => exactNearest(vectors, question, 100));
  console.log(
    "| M | efConstruction | build s | ef | recall of 10 | recall of 100 | ms |\n|---|---|---|---|---|---|---|",
  );
  for (const { m, efConstruction } of GRAPHS) {
    const index = new hnswlib.HierarchicalNSW("ip", embedder.dimensions);
    index.initIndex(vectors.length, m, efConstruction, 42);
    const start = performance.now();
    vectors.forEach((vector, i) => {
      index.addPoint(Array.from(vector), i);
    });
    const build = (performance.now() - start) / 1000;
    for (const breadth of BREADTHS) {
      index.setEf(breadth);
      let ten = 0;
      let hundred = 0;
      let elapsed = 0;
      questions.forEach((question, q) => {
        const asked = performance.now();
        const found = new Set(index.searchKnn(Array.from(question), 100).neighbors);
        elapsed += performance.now() - asked;
        const right = exact[q] ?? [];
        ten += right.slice(0, 10).filter((i) => found.has(i)).length / 10;
        hundred += right.filter((i) => found.has(i)).length / 100;
      });
      const n = Math.max(1, questions.length);
      const cells = [
        m,
        efConstruction,
        build.toFixed(1),
        breadth,
        (ten / n).toFixed(3),
        (hundred / n).toFixed(3),
      ];
      console.log(`| ${cells.join(" | ")} | ${(elapsed / n).toFixed(2)} |`);
    }
  }
  return 0;
}
