import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { AppError } from "../shared/app-error.ts";
import { readArrays } from "./array-file.ts";
import type { Embedder } from "./embedder.ts";
import { PairNumbering } from "./pair-table.ts";
import { embedWords, knownPairs, syllableVectors, type StaticModel } from "./static-model.ts";
import { wordsOf } from "./terms.ts";

const SHIPPED = fileURLToPath(new URL("./model/", import.meta.url));
const description = z.object({ id: z.string(), dimensions: z.number().int(), checksum: z.string() });

async function readModel(directory: string): Promise<{ id: string; model: StaticModel }> {
  const file = path.join(directory, "model.json");
  try {
    const { id, dimensions, checksum } = description.parse(JSON.parse(await readFile(file, "utf8")));
    const arrays = await readArrays(path.join(directory, "vectors.bin"), checksum);
    const syllables = arrays.get("syllables");
    const pairs = arrays.get("bigrams");
    const vectors = arrays.get("vectors");
    const scales = arrays.get("scales");
    if (!(syllables instanceof Uint8Array) || !(pairs instanceof Uint32Array))
      throw new Error("no vocabulary");
    if (!(vectors instanceof Int8Array) || !(scales instanceof Float32Array)) throw new Error("no vectors");
    const bigrams = new PairNumbering();
    for (let i = 0; i < pairs.length; i += 2) bigrams.numberOf(pairs[i] ?? 0, pairs[i + 1] ?? 0);
    const names = new TextDecoder().decode(syllables).split("\n");
    const rows = new Map(names.map((name, row) => [name, row]));
    return { id, model: { dimensions, syllables: rows, bigrams: bigrams.table, vectors, scales } };
  } catch (cause) {
    throw new AppError("STORE_UNREADABLE", "The embedding model cannot be read.", {
      where: file,
      remedy: "Restore the folder from the repository, or train it again (scripts/train-embeddings.ts).",
      cause,
    });
  }
}

/**
 * Shares of known pairs below and above which a question counts as foreign and as familiar: set between what the
 * questions of the law and those of an encyclopaedia (XQuAD) have, so XQuAD is not wholly unseen by the retrieval.
 */
const FOREIGN = 0.25;
const FAMILIAR = 0.65;

function ramp(share: number): number {
  return Math.min(1, Math.max(0, (share - FOREIGN) / (FAMILIAR - FOREIGN)));
}

/** Opens a static model (the one that ships, unless another folder is named): 9 MB, no network, about 0.1 ms a text. */
export async function openStaticEmbedder(directory: string = SHIPPED): Promise<Embedder> {
  const { id, model } = await readModel(directory);
  const embed = (text: string): Float32Array => embedWords(model, wordsOf(text));
  return {
    id,
    dimensions: model.dimensions,
    embedPassages: (texts) => Promise.resolve(texts.map(embed)),
    embedQuestion: (text) => Promise.resolve(embed(text)),
    syllables: syllableVectors(model),
    familiarity: (text) => ramp(knownPairs(model, wordsOf(text))),
  };
}
