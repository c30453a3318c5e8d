import { AppError } from "../shared/app-error.ts";
import { normaliseVector, type Embedder } from "./embedder.ts";
import { prefixesOf } from "./embedding-prefixes.ts";

export interface EmbeddingsAddress {
  /** «http://localhost:11434/v1»: any server that speaks OpenAI's embeddings protocol. */
  readonly baseUrl: string;
  readonly model: string;
  /** null: the server asks for none. */
  readonly apiKey: string | null;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
const RETRIES = 2;
const BATCH = 64;

/** Embeds by an OpenAI-compatible address. Asks it once for its dimensions; throws MODEL_FAILED where it does not answer. */
export async function openAddressEmbedder(address: EmbeddingsAddress): Promise<Embedder> {
  // Imported here: an installation without such an address pays nothing for it.
  const { OpenAIEmbeddings } = await import("@langchain/openai");
  const client = new OpenAIEmbeddings({
    model: address.model,
    apiKey: address.apiKey ?? "none",
    batchSize: BATCH,
    maxRetries: RETRIES,
    timeout: address.timeoutMs ?? TIMEOUT_MS,
    encodingFormat: "float",
    configuration: { baseURL: address.baseUrl },
  });
  const prefixes = prefixesOf(address.model);
  const embed = async (texts: readonly string[]): Promise<Float32Array[]> => {
    try {
      const vectors = await client.embedDocuments([...texts]);
      return vectors.map((vector) => normaliseVector(Float32Array.from(vector)));
    } catch (cause) {
      throw new AppError("MODEL_FAILED", "The embeddings address does not answer as it should.", {
        where: new URL(address.baseUrl).origin,
        remedy: "Check the address, the model's name and the key; without them the model that ships is used.",
        cause,
      });
    }
  };
  const embedQuestion = async (text: string): Promise<Float32Array> => {
    const [vector] = await embed([prefixes.question + text]);
    return vector ?? new Float32Array(0);
  };
  const probe = await embedQuestion("xin chào");
  return {
    id: `openai-${address.model}-${probe.length}`,
    dimensions: probe.length,
    embedPassages: (texts) => embed(texts.map((text) => prefixes.passage + text)),
    embedQuestion,
  };
}
