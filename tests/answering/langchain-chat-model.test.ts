import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { completeInTime } from "../../src/answering/chat-model.ts";
import { createLangchainChatModel } from "../../src/answering/langchain-chat-model.ts";
import { AppError, describeError } from "../../src/shared/app-error.ts";
import { chatModelDouble } from "../doubles/chat-model.ts";
import { startChatServer, type ChatServer } from "../doubles/chat-server.ts";

let server: ChatServer;
beforeEach(async () => {
  server = await startChatServer();
});
afterEach(async () => {
  await server.close();
});

const connect = (
  isStreaming: boolean,
  settings: { apiKey?: string; timeoutMs?: number; maxTokens?: number } = {},
) =>
  createLangchainChatModel({
    baseUrl: server.baseUrl,
    model: "test",
    apiKey: settings.apiKey ?? null,
    timeoutMs: settings.timeoutMs ?? 2000,
    maxTokens: settings.maxTokens ?? 100,
    isStreaming,
  });

const request = { instructions: "Viết lại.", material: "<answer>…</answer>" };

async function failureOf(
  isStreaming: boolean,
  settings: Parameters<typeof connect>[1] = {},
): Promise<AppError> {
  const model = await connect(isStreaming, settings);
  const error: unknown = await model.complete({ ...request, signal: AbortSignal.timeout(1500) }).then(
    (text) => new Error(`expected a failure, got «${text}»`),
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw error;
}

describe.each([
  ["streaming", true],
  ["not streaming", false],
])("a chat model, %s", (_, isStreaming) => {
  it("sends the instructions, the material, the limits and the key, and gives the text", async () => {
    server.behave({ says: "Trên 95% dân số." });
    const model = await connect(isStreaming, { apiKey: "sk-secret" });
    const text = await model.complete({ ...request, signal: AbortSignal.timeout(2000) });
    expect(text).toBe("Trên 95% dân số.");
    const [seen] = server.seen;
    expect(seen?.path).toBe("/v1/chat/completions");
    expect(seen?.authorization).toBe("Bearer sk-secret");
    expect(seen?.body.messages.map(({ role, content }) => [role, content])).toEqual([
      ["system", "Viết lại."],
      ["user", "<answer>…</answer>"],
    ]);
    expect(seen?.body.model).toBe("test");
    expect(seen?.body.max_tokens ?? seen?.body.max_completion_tokens).toBe(100);
  });

  it.each([401, 404, 429, 500])(
    "names the status %i and a remedy, asks once, keeps the key to itself",
    async (status) => {
      server.behave({ status, body: JSON.stringify({ error: { message: "Incorrect key sk-secret" } }) });
      const error = await failureOf(isStreaming, { apiKey: "sk-secret" });
      expect(error.code).toBe("MODEL_FAILED");
      expect(describeError(error)).toContain(String(status));
      expect(JSON.stringify([describeError(error), error.stack, error.cause])).not.toContain("sk-secret");
      expect(server.seen).toHaveLength(1);
    },
  );

  it("fails where the server hangs, when its time is over", async () => {
    server.behave({ hangs: true });
    expect((await failureOf(isStreaming, { timeoutMs: 200 })).code).toBe("MODEL_FAILED");
  });

  it("fails where what comes is no JSON", async () => {
    server.behave(
      isStreaming
        ? { streams: ["data: {broken\n\n", "data: [DONE]\n\n"] }
        : { status: 200, body: "<html>Bad gateway</html>" },
    );
    expect((await failureOf(isStreaming)).code).toBe("MODEL_FAILED");
  });

  it("fails where nobody listens", async () => {
    await server.close();
    expect((await failureOf(isStreaming)).code).toBe("MODEL_FAILED");
    server = await startChatServer();
  });
});

describe("a streaming chat model", () => {
  it("fails where the stream breaks off", async () => {
    server.behave({ says: "Trên 95% dân số tham gia.", breaksAfter: 14 });
    expect((await failureOf(true)).code).toBe("MODEL_FAILED");
  });

  it("stops reading a text that grows beyond all measure", async () => {
    server.behave({ says: "x".repeat(100_000) });
    const model = await connect(true, { maxTokens: 16 });
    const text = await model.complete({ ...request, signal: AbortSignal.timeout(4000) });
    expect(text.length).toBeLessThan(1000);
  });

  it("gives an empty text where the stream holds nothing of it", async () => {
    server.behave({ streams: [": hello\n\n", "event: noise\ndata: [DONE]\n\n"] });
    const model = await connect(true);
    const text = await model
      .complete({ ...request, signal: AbortSignal.timeout(2000) })
      .catch((error: unknown) => (error instanceof AppError ? "" : String(error)));
    expect(text).toBe("");
  });
});

describe("completeInTime", () => {
  it("does not wait for a model that ignores the signal", async () => {
    const model = chatModelDouble(() => new Promise(() => undefined));
    const started = performance.now();
    expect(await completeInTime(model, request, 50)).toMatchObject({ silence: "slow" });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(model.requests[0]?.signal.aborted).toBe(true);
  });

  it("takes a model that throws for one that is down", async () => {
    expect(await completeInTime(chatModelDouble(), request, 50)).toMatchObject({ silence: "down" });
  });
});
