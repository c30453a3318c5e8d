/**
 * Fits the re-ranker's weights: `node --import tsx scripts/train-reranker.ts --set CORPUS,QUERIES,QRELS,SPLIT,INDEX …
 * [--ridge 0.02] [--model DIR] [--check CORPUS,QUERIES,QRELS,SPLIT,INDEX …]`. An index that is not there is built. Prints the
 * weights in the order of `FEATURES`, and the rank measures of each set with them.
 */
import { stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildIndexes } from "../src/retrieval/build-indexes.ts";
import { defaultEmbedder } from "../src/retrieval/default-embedder.ts";
import { gatherCandidates } from "../src/retrieval/gather-candidates.ts";
import { closeSegments, documentOf, openSegments } from "../src/retrieval/open-segments.ts";
import { questionMatcher, rankCandidates, RERANKED } from "../src/retrieval/rank-candidates.ts";
import { readQuestion } from "../src/retrieval/read-question.ts";
import { FEATURES, ORDER_WEIGHTS } from "../src/retrieval/rerank.ts";
import { openStaticEmbedder } from "../src/retrieval/static-embedder.ts";
import { readPassages, readQuestions, stripDiacritics } from "./bench/benchmark-files.ts";
import { fitWeights, meanReciprocalRank, type RankingExample } from "./train/fit-weights.ts";

const { values } = parseArgs({
  options: {
    set: { type: "string", multiple: true, default: [] },
    check: { type: "string", multiple: true, default: [] },
    ridge: { type: "string", default: "0.02" },
    model: { type: "string" },
    rounds: { type: "string", default: "1500" },
  },
});
// A model that has seen the training questions finds their answers too easily: fit with one that has not (--model).
const embedder =
  values.model === undefined ? await defaultEmbedder() : await openStaticEmbedder(values.model);

/** The re-ranker's view of each question, as typed and without diacritics. */
async function readExamples(
  description: string,
): Promise<{ typed: RankingExample[]; stripped: RankingExample[] }> {
  const [corpus = "", queries = "", qrels = "", split = "", index = ""] = description.split(",");
  const isThere = await stat(path.join(index, "index.json")).then(
    () => true,
    () => false,
  );
  if (!isThere) await buildIndexes(readPassages(corpus), index, { embedder });
  const parts = await openSegments(index, embedder);
  const segments = parts.map((part) => part.segment);
  const example = async (text: string, answers: ReadonlySet<string>): Promise<RankingExample> => {
    const question = readQuestion(text, segments);
    const vector = await embedder.embedQuestion(text);
    const found = await gatherCandidates(parts, { text, limit: RERANKED }, question, vector);
    const input = { question, text, vector, embedder, match: questionMatcher(question) };
    const ranked = rankCandidates(found, input).slice(0, RERANKED);
    return {
      features: ranked.map((candidate) => candidate.features),
      right: ranked.map((candidate) => answers.has(documentOf(candidate.from, candidate.place))),
    };
  };
  const typed: RankingExample[] = [];
  const stripped: RankingExample[] = [];
  for (const question of await readQuestions(queries, qrels, split === "" ? undefined : split)) {
    typed.push(await example(question.text, question.answers));
    stripped.push(await example(stripDiacritics(question.text), question.answers));
  }
  closeSegments(parts);
  return { typed, stripped };
}

const sets = await Promise.all(values.set.map(readExamples));
const examples = sets.flatMap((set) => [...set.typed, ...set.stripped]);
const weights = fitWeights(examples, FEATURES.length, {
  rounds: Number(values.rounds),
  learningRate: 0.05,
  ridge: Number(values.ridge),
});
FEATURES.forEach((feature, i) => {
  console.log(`${feature.padEnd(16)} ${(weights[i] ?? 0).toFixed(3)}`);
});
console.log(JSON.stringify(weights.map((weight) => Number(weight.toFixed(3)))));
for (const description of [...values.set, ...values.check]) {
  const { typed, stripped } = await readExamples(description);
  const line = (list: readonly RankingExample[]): string =>
    `${meanReciprocalRank(list, ORDER_WEIGHTS).toFixed(4)} → ${meanReciprocalRank(list, weights).toFixed(4)}`;
  console.log(
    `${description.split(",")[1] ?? ""} mrr@10 ${line(typed)}, without diacritics ${line(stripped)}`,
  );
}
