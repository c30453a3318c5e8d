import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { ApiError, badRequest } from "./api-error.ts";
import { Chats, updateKind } from "./chats.ts";
import { methods } from "./methods.ts";
import type { BotApiState, Payload } from "./methods.ts";

/** What goes wrong with a call. `before` and `after`: the connection breaks before or after the call took effect. */
export type Fault =
  | { readonly retryAfter: number }
  | { readonly status: number }
  | { readonly connection: "before" | "after" }
  | { readonly delayMs: number };

export interface Call {
  readonly method: string;
  readonly payload: Payload;
  /** Milliseconds since the double started. */
  readonly at: number;
  readonly ok: boolean;
}

/**
 * A Bot API server on this machine, stricter than Telegram's where it can be. It speaks HTTP and JSON, honours
 * offset and timeout of getUpdates, refuses what Telegram refuses, and fails on demand.
 * Facts: core.telegram.org/bots/api.
 */
export class BotApi {
  readonly token = "123456:the-secret-token";
  readonly calls: Call[] = [];
  readonly state: BotApiState = {
    chats: new Chats(),
    commands: new Map(),
    openCallbacks: new Set(),
    files: new Map(),
    webhookUrl: "",
  };
  private readonly faults: { method: string; fault: Fault }[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));
  private readonly startedAt = performance.now();
  private updates: Update[] = [];
  private allowedUpdates: readonly string[] = [];
  private poll: { wake: () => void; conflict: () => void } | null = null;
  private nextUpdateId = 1000;
  private watchers = new Set<() => void>();

  static async start(): Promise<BotApi> {
    const api = new BotApi();
    await new Promise<void>((resolve) => api.server.listen(0, "127.0.0.1", resolve));
    return api;
  }

  get root(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Fails the next call of the method that has no fault waiting before it. */
  fail(method: string, ...faults: readonly Fault[]): void {
    this.faults.push(...faults.map((fault) => ({ method, fault })));
  }

  /** Puts an update into the queue of getUpdates; the same id twice stands for a repeated delivery. */
  push(update: Omit<Update, "update_id">, id: number = this.nextUpdateId++): number {
    this.updates.push({ update_id: id, ...update });
    this.poll?.wake();
    return id;
  }

  /** Updates not confirmed by an offset yet. */
  get unconfirmed(): readonly number[] {
    return this.updates.map((update) => update.update_id);
  }

  /** Whether a long poll is waiting. */
  get isPolled(): boolean {
    return this.poll !== null;
  }

  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Resolves when the condition holds; looks after every call. Throws, with what was called, when it does not. */
  async until(condition: () => boolean, timeoutMs = 8000): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    while (!condition()) {
      if (performance.now() > deadline) {
        throw new Error(`waited in vain; calls: ${JSON.stringify(this.calls.slice(-20))}`);
      }
      await Promise.race([new Promise<void>((resolve) => this.watchers.add(resolve)), sleep(50)]);
    }
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.serveFile(request, response)) return;
    const [, token, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? [];
    const body = await readBody(request);
    const fault = this.takeFault(method);
    let payload: Payload = {};
    let answer: { ok: boolean } = { ok: false };
    let status = 200;
    try {
      if (token !== this.token) throw new ApiError(401, "Unauthorized");
      payload = readPayload(request, body);
      if (fault !== null && "delayMs" in fault) await sleep(fault.delayMs);
      if (fault !== null && "status" in fault) throw new ApiError(fault.status, "Internal Server Error");
      if (fault !== null && "retryAfter" in fault) {
        const retry_after = fault.retryAfter;
        throw new ApiError(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
      }
      if (fault === null || !("connection" in fault) || fault.connection === "after") {
        const result =
          method === "getUpdates" ? await this.getUpdates(payload, response) : this.run(method, payload);
        answer = { ok: true, ...{ result } };
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      status = error.status;
      answer = { ok: false, ...{ error_code: status, description: error.message } };
      if (error.parameters !== null) Object.assign(answer, { parameters: error.parameters });
    }
    this.calls.push({ method, payload, at: performance.now() - this.startedAt, ok: answer.ok });
    for (const watcher of this.watchers) watcher();
    this.watchers = new Set();
    if (fault !== null && "connection" in fault) request.socket.destroy();
    else response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }

  /** Files lie beside the methods; the faults of «file» are theirs. */
  private serveFile(request: IncomingMessage, response: ServerResponse): boolean {
    const [, token, id = ""] = /^\/file\/bot([^/]+)\/documents\/(\w+)$/.exec(request.url ?? "") ?? [];
    if (token === undefined) return false;
    const fault = this.takeFault("file");
    const bytes = token === this.token ? this.state.files.get(id) : undefined;
    this.calls.push({
      method: "file",
      payload: { id },
      at: performance.now() - this.startedAt,
      ok: fault === null,
    });
    if (fault !== null && "connection" in fault) request.socket.destroy();
    else if (fault !== null && "status" in fault) response.writeHead(fault.status).end();
    else if (bytes === undefined) response.writeHead(404).end();
    else response.writeHead(200).end(bytes);
    return true;
  }

  private takeFault(method: string): Fault | null {
    const at = this.faults.findIndex((waiting) => waiting.method === method);
    return at < 0 ? null : (this.faults.splice(at, 1)[0]?.fault ?? null);
  }

  private run(method: string, payload: Payload): unknown {
    const known = methods[method];
    if (known === undefined) throw new ApiError(404, "Not Found: method not found");
    return known(payload, this.state);
  }

  private async getUpdates(payload: Payload, response: ServerResponse): Promise<Update[]> {
    if (this.state.webhookUrl !== "") {
      throw new ApiError(409, "Conflict: can't use getUpdates method while webhook is active");
    }
    const { offset = 0, limit = 100, timeout = 0, allowed_updates } = payload;
    if (typeof offset !== "number" || typeof timeout !== "number") return badRequest("wrong parameter");
    if (typeof limit !== "number" || limit < 1 || limit > 100) return badRequest("limit must be 1–100");
    if (Array.isArray(allowed_updates)) this.allowedUpdates = allowed_updates as string[];

    this.poll?.conflict();
    this.updates = this.updates.filter((update) => update.update_id >= offset);
    const ready = (): Update[] =>
      this.updates
        .filter(
          (update) => this.allowedUpdates.length === 0 || this.allowedUpdates.includes(updateKind(update)),
        )
        .slice(0, limit);
    if (ready().length > 0 || timeout === 0) return ready();
    await new Promise<void>((resolve, reject) => {
      const poll = {
        wake: resolve,
        conflict: () => {
          reject(new ApiError(409, "Conflict: terminated by other getUpdates request"));
        },
      };
      this.poll = poll;
      const leave = (): void => {
        if (this.poll === poll) this.poll = null;
        resolve();
      };
      response.on("close", leave);
      setTimeout(leave, timeout * 1000).unref();
    }).finally(() => (this.poll = null));
    return ready();
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function readPayload(request: IncomingMessage, body: string): Payload {
  if (request.method !== "POST") return {};
  if (!(request.headers["content-type"] ?? "").startsWith("application/json"))
    return badRequest("JSON expected");
  return JSON.parse(body === "" ? "{}" : body) as Payload;
}
