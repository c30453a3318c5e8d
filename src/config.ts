import { z } from "zod";
import type { EmbedderChoice } from "./retrieval/open-embedder.ts";
import { AppError } from "./shared/app-error.ts";

const blankAsUnset = (value: unknown): unknown =>
  typeof value === "string" && value.trim() === "" ? undefined : value;

/** A setting whose blank value counts as not set (`NAME=` in an .env file). */
function setting<T extends z.ZodType>(schema: T) {
  return z.preprocess(blankAsUnset, schema);
}

const text = z.string().trim();

/**
 * Every setting of the environment, in the order of `.env.example`, which explains each one; a test holds the
 * two equal. Add a setting here and there, nowhere else. Messages are for the person who edits the file: they
 * say what to do and never repeat the value, which may be a secret.
 */
export const settings = z.object({
  TELEGRAM_BOT_TOKEN: setting(
    text
      .regex(
        /^\d+:[\w-]+$/,
        "is not a Telegram bot token. Copy the whole token that @BotFather gave (digits:letters).",
      )
      .optional(),
  ),
  TELEGRAM_API_ROOT: setting(
    z
      .url({
        protocol: /^https?$/,
        error: "is not an http(s) address. Leave it blank for https://api.telegram.org.",
      })
      .transform((url) => url.replace(/\/+$/, ""))
      .default("https://api.telegram.org"),
  ),
  TELEGRAM_ADMINS: setting(
    text
      .regex(
        /^\d+(?:\s*,\s*\d+)*$/,
        "is not a list of Telegram user ids. Write the numbers with commas between them: 123456789, 987654321.",
      )
      .transform((ids) => ids.split(",").map(Number))
      .default([]),
  ),
  DEFAULT_LOCALITY: setting(text.optional()),
  CORPUS_DIRECTORY: setting(text.default("corpus")),
  DATA_DIRECTORY: setting(text.default("data")),
  LOG_LEVEL: setting(
    z.enum(["silent", "error", "warn", "info"], "must be one of: silent, error, warn, info.").default("warn"),
  ),
  LLM_BASE_URL: setting(
    z
      .url({
        protocol: /^https?$/,
        error: "is not an http(s) address. Give the server's address up to /v1, or leave it blank.",
      })
      .transform((url) => url.replace(/\/+$/, ""))
      .optional(),
  ),
  LLM_MODEL: setting(text.optional()),
  LLM_API_KEY: setting(text.optional()),
  LLM_TIMEOUT_MS: setting(
    z.coerce
      .number("must be a number of milliseconds.")
      .int()
      .min(100, "must be 100 or more.")
      .max(120_000, "must be 120000 or less.")
      .default(8000),
  ),
  LLM_MAX_TOKENS: setting(
    z.coerce
      .number("must be a number of tokens.")
      .int()
      .min(16, "must be 16 or more.")
      .max(8192, "must be 8192 or less.")
      .default(800),
  ),
  LLM_STREAMING: setting(z.enum(["true", "false"], "must be true or false.").default("false")),
  EMBEDDER: setting(text.default("shipped")),
  EMBEDDER_MODEL: setting(text.optional()),
  EMBEDDER_API_KEY: setting(text.optional()),
  EMBEDDER_TIMEOUT_MS: setting(
    z.coerce
      .number("must be a number of milliseconds.")
      .int()
      .min(100, "must be 100 or more.")
      .max(120_000, "must be 120000 or less.")
      .default(20_000),
  ),
});

export interface Config {
  /** Null: the Telegram channel does not start. */
  readonly telegramBotToken: string | null;
  /** Without a slash at the end. */
  readonly telegramApiRoot: string;
  /** Ids of the people who may add documents by chat. */
  readonly telegramAdmins: readonly number[];
  /** Key of the locality that new conversations begin with. */
  readonly defaultLocality: string | null;
  readonly corpusDirectory: string;
  readonly dataDirectory: string;
  readonly logLevel: LogLevel;
  /** Null: no language model is used. */
  readonly languageModel: LanguageModelConfig | null;
  readonly embedder: EmbedderChoice;
}

interface LanguageModelConfig {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  readonly timeoutMs: number;
  readonly maxTokens: number;
  readonly isStreaming: boolean;
}

export type LogLevel = "silent" | "error" | "warn" | "info";

/**
 * Reads the environment. Throws `CONFIG_INVALID` for the first setting that is wrong, naming the setting and
 * the remedy, never the value.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = settings.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? "?");
    throw new AppError("CONFIG_INVALID", issue?.message ?? "is not valid.", {
      where: name,
      remedy: `Change ${name} in .env or in the environment; .env.example explains it.`,
    });
  }
  const env = parsed.data;
  return {
    telegramBotToken: env.TELEGRAM_BOT_TOKEN ?? null,
    telegramApiRoot: env.TELEGRAM_API_ROOT,
    telegramAdmins: env.TELEGRAM_ADMINS,
    defaultLocality: env.DEFAULT_LOCALITY ?? null,
    corpusDirectory: env.CORPUS_DIRECTORY,
    dataDirectory: env.DATA_DIRECTORY,
    logLevel: env.LOG_LEVEL,
    languageModel: languageModelOf(env),
    embedder: embedderOf(env),
  };
}

function languageModelOf(env: z.infer<typeof settings>): LanguageModelConfig | null {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model } = env;
  if (baseUrl === undefined && model === undefined) return null;
  if (baseUrl === undefined || model === undefined) {
    const missing = baseUrl === undefined ? "LLM_BASE_URL" : "LLM_MODEL";
    throw new AppError("CONFIG_INVALID", "is not set, though the language model's other setting is.", {
      where: missing,
      remedy: "Set both LLM_BASE_URL and LLM_MODEL, or neither; .env.example explains them.",
    });
  }
  return {
    baseUrl,
    model,
    apiKey: env.LLM_API_KEY ?? null,
    timeoutMs: env.LLM_TIMEOUT_MS,
    maxTokens: env.LLM_MAX_TOKENS,
    isStreaming: env.LLM_STREAMING === "true",
  };
}

/** «shipped», an http(s) address, or else a folder. */
function embedderOf(env: z.infer<typeof settings>): EmbedderChoice {
  if (env.EMBEDDER === "shipped") return { kind: "shipped" };
  if (!/^https?:\/\//i.test(env.EMBEDDER)) return { kind: "folder", folder: env.EMBEDDER };
  if (!URL.canParse(env.EMBEDDER)) {
    throw new AppError("CONFIG_INVALID", "is not an http(s) address.", {
      where: "EMBEDDER",
      remedy: "Give the server's address up to /v1, a folder, or leave it blank; .env.example explains it.",
    });
  }
  if (env.EMBEDDER_MODEL === undefined) {
    throw new AppError("CONFIG_INVALID", "is not set, though EMBEDDER is an address.", {
      where: "EMBEDDER_MODEL",
      remedy: "Name the model that the address serves; .env.example explains it.",
    });
  }
  return {
    kind: "address",
    baseUrl: env.EMBEDDER.replace(/\/+$/, ""),
    model: env.EMBEDDER_MODEL,
    apiKey: env.EMBEDDER_API_KEY ?? null,
    timeoutMs: env.EMBEDDER_TIMEOUT_MS,
  };
}
