/**
 * Trains the static embedding model that ships: `node --import tsx scripts/train-embeddings.ts --documents F.jsonl[.gz]|FOLDER
 * [--queries F.jsonl --qrels F.tsv --split train] --out DIR [--steps 1500 --batch 768 --dimensions 256 --syllables 12000
 * --bigrams 20000 --seed 42]`. The same inputs and seed give the same bytes.
 */
import { parseArgs } from "node:util";
import { ContrastiveTrainer } from "./train/contrastive.ts";
import { latentStart } from "./train/latent-start.ts";
import { measureHeldOut } from "./train/measure-held-out.ts";
import { PairSource } from "./train/pairs.ts";
import { pick, seededRandom } from "./train/random.ts";
import { readTrainingQuestions, readTrainingTexts } from "./train/read-inputs.ts";
import { saveModel } from "./train/save-model.ts";
import { chooseVocabulary } from "./train/vocabulary.ts";
import { rowsOf } from "../src/retrieval/static-model.ts";

const HELD_OUT = 1000;
const LATENT_TEXTS = 20_000;
const REPORT_EVERY = 50;
const CHUNK = 180;

const { values } = parseArgs({
  options: {
    documents: { type: "string" },
    queries: { type: "string" },
    qrels: { type: "string" },
    split: { type: "string", default: "train" },
    out: { type: "string" },
    steps: { type: "string", default: "1500" },
    batch: { type: "string", default: "768" },
    dimensions: { type: "string", default: "256" },
    syllables: { type: "string", default: "12000" },
    bigrams: { type: "string", default: "20000" },
    seed: { type: "string", default: "42" },
  },
});
if (values.documents === undefined || values.out === undefined) {
  console.error("train-embeddings: --documents (a folder or a JSONL file) and --out (a folder) are needed.");
  process.exit(2);
}
const started = performance.now();
const say = (text: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`);
};
const dimensions = Number(values.dimensions);
const steps = Number(values.steps);
const random = seededRandom(Number(values.seed));

const { texts, ids } = await readTrainingTexts(values.documents);
const questions =
  values.queries === undefined || values.qrels === undefined
    ? []
    : await readTrainingQuestions(values.queries, values.qrels, values.split, ids);
say(`${texts.length} texts, ${questions.length} questions`);

const vocabulary = chooseVocabulary(
  texts.map((text) => [...text.title, ...text.body]),
  Number(values.syllables),
  Number(values.bigrams),
);
say(`${vocabulary.syllables.size} syllables, ${vocabulary.bigrams.size} bigrams`);

const sample = Array.from({ length: Math.min(LATENT_TEXTS, texts.length) }, () => {
  const text = texts[pick(random, texts.length)];
  return Int32Array.from(rowsOf(vocabulary, [...(text?.title ?? []), ...(text?.body ?? []).slice(0, CHUNK)]));
});
const vectors = latentStart(sample, vocabulary.frequency, texts.length, dimensions, random);
say("latent start made");

const heldOut = new Set(
  Array.from({ length: Math.min(HELD_OUT, texts.length >> 4) }, () => pick(random, texts.length)),
);
const report = (): string => measureHeldOut(texts, heldOut, vocabulary, vectors, dimensions);
say(`before: ${report()}`);
const source = new PairSource(texts, questions, heldOut, vocabulary, random);
const trainer = new ContrastiveTrainer(vectors, {
  dimensions,
  scale: 20,
  learningRate: 2e-3,
  warmUpSteps: 50,
  steps,
});
let loss = 0;
for (let step = 1; step <= steps; step++) {
  loss += trainer.train(source.batch(Number(values.batch)));
  if (step % REPORT_EVERY === 0 || step === steps) {
    say(
      `step ${step}: loss ${(loss / REPORT_EVERY).toFixed(4)}${step % (REPORT_EVERY * 5) === 0 ? `, ${report()}` : ""}`,
    );
    loss = 0;
  }
}
say(`after: ${report()}`);
const saved = await saveModel(values.out, vocabulary, vectors, dimensions);
say(`${saved.id}: ${(saved.bytes / 1e6).toFixed(1)} MB in ${values.out}`);
