/**
 * Fits the re-ranker's weights: `node --import tsx scripts/train-reranker.ts --set CORPUS,QUERIES,QRELS,SPLIT,INDEX[,MODEL] …
 * [--check CORPUS,QUERIES,QRELS,SPLIT,INDEX …] [--ridge 0.003 --depth 50 --rounds 600]`. An index that is not there is built.
 * MODEL is the folder of a static model that has not seen the questions (one that has finds their answers too easily);
 * without it, the one that ships. Prints the weights in the order of `FEATURES`, and each set's measures with the weights
 * that ship and with those. The same inputs give the same weights.
 */
import { stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { abbreviationWriter } from "../src/retrieval/abbreviations.ts";
import { buildIndexes } from "../src/retrieval/build-indexes.ts";
import { defaultEmbedder } from "../src/retrieval/default-embedder.ts";
import { gatherCandidates } from "../src/retrieval/gather-candidates.ts";
import { closeSegments, documentOf, openSegments } from "../src/retrieval/open-segments.ts";
import { questionMatcher, rankByWordsAndVectors, RERANKED } from "../src/retrieval/rank-candidates.ts";
import { readQuestion } from "../src/retrieval/read-question.ts";
import { FEATURES, orderByEvidence, ORDER_WEIGHTS } from "../src/retrieval/rerank.ts";
import { openStaticEmbedder } from "../src/retrieval/static-embedder.ts";
import { readPassages, readQuestions, readShortForms, stripDiacritics } from "./bench/benchmark-files.ts";
import { measureRankings } from "./bench/rank-measures.ts";
import { fitWeights, type RankingExample } from "./train/fit-weights.ts";

const { values } = parseArgs({
  options: {
    set: { type: "string", multiple: true, default: [] },
    check: { type: "string", multiple: true, default: [] },
    ridge: { type: "string", default: "0.003" },
    depth: { type: "string", default: "50" },
    rounds: { type: "string", default: "600" },
  },
});

const abbreviations = readShortForms();

/** One question's re-ranked candidates, best fused score first. */
interface Example extends RankingExample {
  readonly documents: readonly string[];
  readonly answers: ReadonlySet<string>;
}

interface ExampleSet {
  readonly name: string;
  readonly passageCount: number;
  readonly typed: readonly Example[];
  readonly stripped: readonly Example[];
}

/** The re-ranker's view of each question, as typed and without diacritics. */
async function readExamples(description: string): Promise<ExampleSet> {
  const [corpus = "", queries = "", qrels = "", split = "", index = "", model] = description.split(",");
  const embedder = model === undefined ? await defaultEmbedder() : await openStaticEmbedder(model);
  const isThere = await stat(path.join(index, "index.json")).then(
    () => true,
    () => false,
  );
  if (!isThere) await buildIndexes(readPassages(corpus), index, { embedder, abbreviations });
  const parts = await openSegments(index, embedder);
  const segments = parts.map((part) => part.segment);
  const writeOut = abbreviationWriter(abbreviations);
  const example = async (asked: string, answers: ReadonlySet<string>): Promise<Example> => {
    const text = writeOut(asked);
    const question = readQuestion(text, segments);
    const vector = await embedder.embedQuestion(question.content);
    const found = await gatherCandidates(parts, { text, limit: RERANKED }, question, vector);
    const input = { question, text, vector, embedder, match: questionMatcher(question) };
    const { best } = rankByWordsAndVectors(found, input);
    const documents = best.map((candidate) => documentOf(candidate.from, candidate.place));
    const right = documents.map((document) => answers.has(document));
    return { features: best.map((candidate) => candidate.features), right, documents, answers };
  };
  const typed: Example[] = [];
  const stripped: Example[] = [];
  for (const question of await readQuestions(queries, qrels, split === "" ? undefined : split)) {
    typed.push(await example(question.text, question.answers));
    stripped.push(await example(stripDiacritics(question.text), question.answers));
  }
  const passageCount = segments.reduce((sum, segment) => sum + segment.passageCount, 0);
  closeSegments(parts);
  const name = [path.basename(queries, ".jsonl"), split].join(" ").trim();
  return { name, passageCount, typed, stripped };
}

/** Of the product's own order of the candidates, each document once. */
function measure(examples: readonly Example[], passageCount: number, weights: readonly number[]): string {
  const judged = examples.map(({ features, documents, answers }) => {
    const order = orderByEvidence(features, passageCount, weights);
    return { ranking: [...new Set(order.map(({ index }) => documents[index] ?? ""))], answers };
  });
  const measures = measureRankings(judged);
  return [measures["recall@1"], measures["recall@10"], measures["mrr@10"]].map((x) => x.toFixed(4)).join(" ");
}

const sets: ExampleSet[] = [];
for (const description of values.set) sets.push(await readExamples(description));
const depth = Number(values.depth);
const examples = sets
  .flatMap((set) => set.typed)
  .map(({ features, right }) => ({ features: features.slice(0, depth), right: right.slice(0, depth) }));
const fitted = fitWeights(examples, FEATURES.length, {
  rounds: Number(values.rounds),
  learningRate: 0.05,
  ridge: Number(values.ridge),
}).map((weight) => Number(weight.toFixed(3)));
FEATURES.forEach((feature, i) => {
  console.log(`${feature.padEnd(16)} ${(fitted[i] ?? 0).toFixed(3)}`);
});
console.log(JSON.stringify(fitted));
for (const description of values.check) sets.push(await readExamples(description));
console.log("| questions | weights | R@1, R@10, MRR@10 | without diacritics |\n|---|---|---|---|");
for (const { name, passageCount, typed, stripped } of sets) {
  for (const [which, weights] of [
    ["shipped", ORDER_WEIGHTS],
    ["fitted", fitted],
  ] as const) {
    const cells = [
      name,
      which,
      measure(typed, passageCount, weights),
      measure(stripped, passageCount, weights),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}
