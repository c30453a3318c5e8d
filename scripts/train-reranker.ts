/**
 * Fits the re-ranker: `node --import tsx scripts/train-reranker.ts --set CORPUS,QUERIES,QRELS,SPLIT,INDEX[,MODEL] …
 * [--check CORPUS,QUERIES,QRELS,SPLIT,INDEX …] [--folds 4] [--out src/retrieval/rerank-weights.ts] [--networks 6 --units 8
 * --rounds 60 --ridge 0.003 --hidden-ridge 0.003 --seed 42]`. An index that is not there is built. MODEL is the folder of a static model
 * that has not seen the questions (one that has finds their answers too easily); without it, the one that ships. Prints
 * each set's measures with the weights that ship, with those fitted, and (`--folds`) of the sets' questions with weights
 * fitted without them; writes the fitted ones to `--out`. The same inputs and seed give the same weights.
 */
import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { abbreviationWriter } from "../src/retrieval/abbreviations.ts";
import { buildIndexes } from "../src/retrieval/build-indexes.ts";
import { defaultEmbedder } from "../src/retrieval/default-embedder.ts";
import { gatherCandidates } from "../src/retrieval/gather-candidates.ts";
import { closeSegments, documentOf, openSegments } from "../src/retrieval/open-segments.ts";
import { questionMatcher, rankByWordsAndVectors, RERANKED } from "../src/retrieval/rank-candidates.ts";
import { readQuestion } from "../src/retrieval/read-question.ts";
import type { RankingWeights } from "../src/retrieval/ranking-weights.ts";
import { FEATURES, orderByEvidence } from "../src/retrieval/rerank.ts";
import { RERANK_WEIGHTS } from "../src/retrieval/rerank-weights.ts";
import { openStaticEmbedder } from "../src/retrieval/static-embedder.ts";
import { readPassages, readQuestions, readShortForms, stripDiacritics } from "./bench/benchmark-files.ts";
import { measureRankings } from "./bench/rank-measures.ts";
import { fitNetwork, fitPlain, type NetworkSettings } from "./train/fit-network.ts";
import type { RankingExample } from "./train/fit-weights.ts";
import { nearRepeats } from "./train/near-repeats.ts";

const { values } = parseArgs({
  options: {
    set: { type: "string", multiple: true, default: [] },
    check: { type: "string", multiple: true, default: [] },
    folds: { type: "string", default: "0" },
    out: { type: "string" },
    networks: { type: "string", default: "6" },
    units: { type: "string", default: "8" },
    rounds: { type: "string", default: "60" },
    ridge: { type: "string", default: "0.003" },
    "hidden-ridge": { type: "string", default: "0.003" },
    seed: { type: "string", default: "42" },
  },
});
const settings: NetworkSettings = {
  networks: Number(values.networks),
  units: Number(values.units),
  rounds: Number(values.rounds),
  learningRate: 0.03,
  ridge: Number(values.ridge),
  hiddenRidge: Number(values["hidden-ridge"]),
  seed: Number(values.seed),
};

const abbreviations = readShortForms();

/** One question's re-ranked candidates, best fused score first. */
interface Example extends RankingExample {
  readonly documents: readonly string[];
  /** Which say what a right one says: not learnt from. */
  readonly repeats: readonly boolean[];
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
    const features = best.map((candidate) => candidate.features);
    return { features, right, repeats: nearRepeats(best, right), documents, answers };
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

/** Of the product's own order of the candidates, each document once: recall@1, recall@10, MRR@10. */
function measure(
  examples: readonly Example[],
  passageCount: number,
  weightsOf: (index: number) => RankingWeights,
): string {
  const rankings = examples.map(({ features, documents, answers }, i) => {
    const order = orderByEvidence(features, passageCount, weightsOf(i));
    return { ranking: [...new Set(order.map(({ index }) => documents[index] ?? ""))], answers };
  });
  const measures = measureRankings(rankings);
  return [measures["recall@1"], measures["recall@10"], measures["mrr@10"]].map((x) => x.toFixed(4)).join(" ");
}

function lessonOf({ features, right, repeats }: Example): RankingExample {
  const isKept = (_: unknown, i: number): boolean => repeats[i] !== true;
  return { features: features.filter(isKept), right: right.filter(isKept) };
}

function fit(examples: readonly Example[]): RankingWeights {
  const plain = fitPlain(examples, FEATURES.length, settings.ridge);
  const fitted = fitNetwork(examples.map(lessonOf), FEATURES.length, settings);
  const short = (list: readonly number[]): number[] => list.map((weight) => Number(weight.toPrecision(3)));
  return {
    plain: plain.map((weight) => Number(weight.toFixed(3))),
    network: {
      straight: short(fitted.straight),
      hidden: fitted.hidden.map(short),
      bias: short(fitted.bias),
      output: short(fitted.output),
    },
  };
}

/** Measures each question with the weights of its fold, which has seen none of the fold's. */
function fitFolds(sets: readonly ExampleSet[], folds: number): (set: ExampleSet) => string {
  const byFold = Array.from({ length: folds }, (_, fold) =>
    fit(sets.flatMap((set) => set.typed.filter((__, i) => i % folds !== fold))),
  );
  return ({ typed, passageCount }) =>
    measure(typed, passageCount, (i) => byFold[i % folds] ?? RERANK_WEIGHTS);
}

const sets: ExampleSet[] = [];
for (const description of values.set) sets.push(await readExamples(description));
const folds = Number(values.folds);
const crossed = folds > 1 ? fitFolds(sets, folds) : null;
const fitted = fit(sets.flatMap((set) => set.typed));
if (values.out !== undefined) {
  const source = `import type { RankingWeights } from "./ranking-weights.ts";

/** The re-ranker's weights over \`FEATURES\`, as scripts/train-reranker.ts wrote them; model/CARD.md says from what. */
export const RERANK_WEIGHTS: RankingWeights = ${JSON.stringify(fitted)};
`;
  await writeFile(values.out, await format(source, { parser: "typescript", printWidth: 110 }));
}
console.log("| questions | weights | R@1, R@10, MRR@10 | without diacritics |\n|---|---|---|---|");
const report = (set: ExampleSet, which: string, typed: string, stripped: string): void => {
  console.log(`| ${[set.name, which, typed, stripped].join(" | ")} |`);
};
for (const set of sets) if (crossed !== null) report(set, "fitted without them", crossed(set), "");
for (const description of values.check) sets.push(await readExamples(description));
for (const set of sets) {
  for (const [which, weights] of [
    ["shipped", RERANK_WEIGHTS],
    ["fitted", fitted],
  ] as const)
    report(
      set,
      which,
      measure(set.typed, set.passageCount, () => weights),
      measure(set.stripped, set.passageCount, () => weights),
    );
}
