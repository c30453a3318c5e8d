import { setTimeout as sleep } from "node:timers/promises";
import { GrammyError } from "grammy";
import type { Api } from "grammy";
import { describeFailure } from "./describe-failure.ts";
import type { Logger } from "../../shared/logger.ts";

export interface DownloadOptions {
  readonly apiRoot: string;
  readonly token: string;
  readonly signal: AbortSignal;
  /** Wait before the first repetition; doubles. */
  readonly retryDelayMs: number;
  readonly logger: Logger;
}

/** Bots can download files of up to 20 MB (core.telegram.org/bots/api#getfile). */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 120_000;
const ATTEMPTS = 4;

/**
 * Fetches a file that somebody has sent. Null where Telegram does not give it, after some attempts; `too-large` beyond
 * Telegram's limit. The address holds the token, so no failure carries it. Rejects when the signal aborts.
 */
export async function downloadFile(
  api: Api,
  fileId: string,
  { apiRoot, token, signal, retryDelayMs, logger }: DownloadOptions,
): Promise<Uint8Array | "too-large" | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      const file = await api.getFile(fileId, signal as never);
      if ((file.file_size ?? 0) > MAX_FILE_BYTES) return "too-large";
      return await fetchBytes(`${apiRoot}/file/bot${token}/${file.file_path ?? ""}`, signal);
    } catch (error) {
      signal.throwIfAborted();
      const isRefused = error instanceof GrammyError && error.error_code < 500;
      if (isRefused && /too big/iu.test(error.description)) return "too-large";
      logger.warn("download-failed", { failure: describeFailure(error).replaceAll(token, "…"), attempt });
      if (isRefused || attempt >= ATTEMPTS) return null;
      await sleep(retryDelayMs * 2 ** (attempt - 1), undefined, { signal });
    }
  }
}

async function fetchBytes(address: string, signal: AbortSignal): Promise<Uint8Array | "too-large"> {
  const response = await fetch(address, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  if (!response.ok) throw new Error(`download: ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    parts.push(part as Uint8Array);
    size += (part as Uint8Array).length;
    if (size > MAX_FILE_BYTES) return "too-large";
  }
  return Buffer.concat(parts);
}
