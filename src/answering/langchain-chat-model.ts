import { AppError } from "../shared/app-error.ts";
import type { ChatModel } from "./chat-model.ts";

export interface ChatModelSettings {
  /** Of an OpenAI-compatible server, up to and with «/v1». */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  readonly timeoutMs: number;
  readonly maxTokens: number;
  /** Read the text as it is written; a text that grows beyond all measure is broken off. */
  readonly isStreaming: boolean;
}

/** Characters that a token has at most, with much to spare: beyond, the server does not keep to `maxTokens`. */
const CHARACTERS_PER_TOKEN = 16;

/**
 * A chat model at any OpenAI-compatible address (Ollama, vLLM, llama.cpp, …), through LangChain, which is loaded at the
 * first call of this. No retries: the plain answer is at hand. Errors never hold the key, nor what the server says.
 */
export async function createLangchainChatModel(settings: ChatModelSettings): Promise<ChatModel> {
  const { baseUrl, model, apiKey, timeoutMs, maxTokens, isStreaming } = settings;
  const [{ ChatOpenAI }, { HumanMessage, SystemMessage }] = await Promise.all([
    import("@langchain/openai"),
    import("@langchain/core/messages"),
  ]);
  const chat = new ChatOpenAI({
    model,
    // The client wants one; servers of one's own do not look at it.
    apiKey: apiKey ?? "none",
    configuration: { baseURL: baseUrl, logLevel: "off" },
    timeout: timeoutMs,
    maxTokens,
    maxRetries: 0,
    temperature: 0,
    streaming: isStreaming,
    streamUsage: false,
    useResponsesApi: false,
  });

  return {
    async complete({ instructions, material, signal }) {
      const messages = [new SystemMessage(instructions), new HumanMessage(material)];
      try {
        if (!isStreaming) return textOf((await chat.invoke(messages, { signal })).content);
        let text = "";
        for await (const chunk of await chat.stream(messages, { signal })) {
          text += textOf(chunk.content);
          if (text.length > maxTokens * CHARACTERS_PER_TOKEN) break;
        }
        return text;
      } catch (error) {
        throw failure(error, baseUrl);
      }
    },
  };
}

function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  throw new TypeError("not a text");
}

/** The server's own words are left out: some repeat the key. */
function failure(error: unknown, baseUrl: string): AppError {
  const { status, name } = error as { readonly status?: unknown; readonly name?: unknown };
  const what =
    typeof status === "number"
      ? `The language model's server answered ${String(status)}.`
      : `The language model gave no answer (${typeof name === "string" ? name : "unknown"}).`;
  return new AppError("MODEL_FAILED", what, {
    where: withoutSecrets(baseUrl),
    remedy:
      status === 401 || status === 403
        ? "Check LLM_API_KEY."
        : "Check that the server runs, LLM_BASE_URL and LLM_MODEL.",
  });
}

function withoutSecrets(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
