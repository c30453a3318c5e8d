import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { AppError } from "../shared/app-error.ts";
import { normaliseVector, type Embedder } from "./embedder.ts";
import { prefixesOf } from "./embedding-prefixes.ts";

/** The part of transformers.js that is used; the package itself is optional, and large. */
interface Transformers {
  readonly env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline(
    task: "feature-extraction",
    model: string,
  ): Promise<
    (texts: string[], options: { pooling: "mean"; normalize: true }) => Promise<{ tolist(): unknown }>
  >;
}

const PACKAGE = "@huggingface/transformers";
const vectors = z.array(z.array(z.number()));

async function importTransformers(): Promise<Transformers> {
  try {
    return (await import(PACKAGE)) as Transformers;
  } catch (cause) {
    throw new AppError(
      "MODEL_FAILED",
      "A local embedding model needs transformers.js, which is not installed.",
      {
        where: PACKAGE,
        remedy: `Install it (npm install ${PACKAGE}), or leave the setting blank for the model that ships.`,
        cause,
      },
    );
  }
}

/** Eight digits that change with the folder's files: their names and sizes. */
async function fingerprintFolder(folder: string): Promise<string> {
  const files: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.push(`${path.relative(folder, file)} ${(await stat(file)).size}`);
  }
  return createHash("sha256").update(files.sort().join("\n")).digest("hex").slice(0, 8);
}

/** Embeds by a model in a local folder (ONNX, as multilingual-e5-small), without a network. Throws MODEL_FAILED. */
export async function openFolderEmbedder(folder: string): Promise<Embedder> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new AppError("MODEL_FAILED", "The folder of the embedding model is not there.", { where: folder });
  }
  const transformers = await importTransformers();
  const name = path.basename(folder);
  transformers.env.allowRemoteModels = false;
  transformers.env.localModelPath = path.dirname(path.resolve(folder));
  const extract = await transformers.pipeline("feature-extraction", name);
  const prefixes = prefixesOf(name);
  const embed = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const output = await extract([...texts], { pooling: "mean", normalize: true });
    return vectors.parse(output.tolist()).map((vector) => normaliseVector(Float32Array.from(vector)));
  };
  const embedQuestion = async (text: string): Promise<Float32Array> => {
    const [vector] = await embed([prefixes.question + text]);
    return vector ?? new Float32Array(0);
  };
  const probe = await embedQuestion("xin chào");
  return {
    id: `transformers-${name}-${probe.length}-${await fingerprintFolder(folder)}`,
    dimensions: probe.length,
    embedPassages: (texts) => embed(texts.map((text) => prefixes.passage + text)),
    embedQuestion,
  };
}
