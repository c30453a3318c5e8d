import { z } from "zod";
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
  DEFAULT_LOCALITY: setting(text.optional()),
  CORPUS_DIRECTORY: setting(text.default("corpus")),
  DATA_DIRECTORY: setting(text.default("data")),
  LOG_LEVEL: setting(
    z.enum(["silent", "error", "warn", "info"], "must be one of: silent, error, warn, info.").default("warn"),
  ),
  // Retrieval and language-model settings go below.
});

export interface Config {
  /** Null: the Telegram channel does not start. */
  readonly telegramBotToken: string | null;
  /** Without a slash at the end. */
  readonly telegramApiRoot: string;
  /** Key of the locality that new conversations begin with. */
  readonly defaultLocality: string | null;
  readonly corpusDirectory: string;
  readonly dataDirectory: string;
  readonly logLevel: LogLevel;
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
    defaultLocality: env.DEFAULT_LOCALITY ?? null,
    corpusDirectory: env.CORPUS_DIRECTORY,
    dataDirectory: env.DATA_DIRECTORY,
    logLevel: env.LOG_LEVEL,
  };
}
