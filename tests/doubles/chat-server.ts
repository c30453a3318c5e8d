import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readText } from "node:stream/consumers";

/** A request as the server saw it. */
export interface SeenRequest {
  readonly path: string;
  readonly authorization: string | null;
  readonly body: {
    readonly model: string;
    readonly stream?: boolean;
    readonly max_tokens?: number;
    readonly max_completion_tokens?: number;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
}

/** How the server behaves: a text that the model says, or something that goes wrong. */
export type Behaviour =
  | { readonly says: string }
  | { readonly status: number; readonly body: string }
  | { readonly streams: readonly string[] }
  | { readonly hangs: true }
  /** The connection is cut after these characters of the text. */
  | { readonly says: string; readonly breaksAfter: number };

export interface ChatServer {
  readonly baseUrl: string;
  readonly seen: SeenRequest[];
  /** What the next requests get; given the request, so that a model may obey what it reads. */
  behave(behaviour: Behaviour | ((request: SeenRequest) => Behaviour)): void;
  close(): Promise<void>;
}

/** A local OpenAI-compatible chat server (`/v1/chat/completions`), streaming and not. It answers 500 until told what to do. */
export async function startChatServer(): Promise<ChatServer> {
  const seen: SeenRequest[] = [];
  let respond: (request: SeenRequest) => Behaviour = () => ({ status: 500, body: "told nothing" });
  const server = createServer((request, response) => {
    void handle(request, response);
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await readText(request)) as SeenRequest["body"];
    const one = { path: request.url ?? "", authorization: request.headers.authorization ?? null, body };
    seen.push(one);
    const behaviour = respond(one);
    if ("hangs" in behaviour) return;
    if ("status" in behaviour) {
      response.writeHead(behaviour.status, { "content-type": "application/json" }).end(behaviour.body);
      return;
    }
    if ("streams" in behaviour) {
      response.writeHead(200, { "content-type": "text/event-stream" });
      for (const line of behaviour.streams) response.write(line);
      response.end();
      return;
    }
    if (body.stream !== true) {
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify(completion(behaviour.says)));
      return;
    }
    response.writeHead(200, { "content-type": "text/event-stream" });
    const text = "breaksAfter" in behaviour ? behaviour.says.slice(0, behaviour.breaksAfter) : behaviour.says;
    for (const piece of text.match(/[^]{1,7}/gu) ?? []) response.write(event({ content: piece }, null));
    if ("breaksAfter" in behaviour) {
      response.destroy();
      return;
    }
    response.write(event({}, "stop"));
    response.end("data: [DONE]\n\n");
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${String(port)}/v1`,
    seen,
    behave(behaviour) {
      respond = typeof behaviour === "function" ? behaviour : () => behaviour;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const completion = (content: string): object => ({
  id: "chat-1",
  object: "chat.completion",
  created: 0,
  model: "test",
  choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});

const event = (delta: object, finishReason: string | null): string =>
  `data: ${JSON.stringify({
    id: "chat-1",
    object: "chat.completion.chunk",
    created: 0,
    model: "test",
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  })}\n\n`;
