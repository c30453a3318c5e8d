import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { readConfig, settings } from "../src/config.ts";
import { AppError, describeError } from "../src/shared/app-error.ts";

const exampleFile = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
const example = parseEnv(exampleFile) as Record<string, string>;

function failure(environment: Record<string, string>): AppError {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error("expected an AppError");
}

describe("readConfig", () => {
  it("has a default for every setting", () => {
    expect(readConfig({})).toMatchObject({
      telegramBotToken: null,
      telegramApiRoot: "https://api.telegram.org",
      telegramAdmins: [],
      defaultLocality: null,
      corpusDirectory: "corpus",
      dataDirectory: "data",
      logLevel: "warn",
      languageModel: null,
      embedder: { kind: "shipped" },
    });
  });

  it("takes a blank value as not set", () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: "  ", DATA_DIRECTORY: "" })).toEqual(readConfig({}));
  });

  it("drops the slash at the end of the Bot API's address", () => {
    expect(readConfig({ TELEGRAM_API_ROOT: "http://localhost:8081/" }).telegramApiRoot).toBe(
      "http://localhost:8081",
    );
  });

  it("reads the administrators as numbers", () => {
    expect(readConfig({ TELEGRAM_ADMINS: "123456789, 987654321" }).telegramAdmins).toEqual([
      123456789, 987654321,
    ]);
  });

  it("names the wrong setting and the remedy, never the token", () => {
    const error = failure({ TELEGRAM_BOT_TOKEN: "hush-hush secret" });
    expect(error.code).toBe("CONFIG_INVALID");
    expect(describeError(error)).toContain("TELEGRAM_BOT_TOKEN");
    expect(describeError(error)).toContain(".env");
    expect(JSON.stringify([error.message, error.where, error.remedy, error.stack])).not.toContain("hush");
  });

  it.each([
    ["TELEGRAM_API_ROOT", "api.telegram.org"],
    ["TELEGRAM_API_ROOT", "ftp://api.telegram.org"],
    ["TELEGRAM_ADMINS", "@an"],
    ["TELEGRAM_ADMINS", "12,,13"],
    ["LOG_LEVEL", "loud"],
    ["LLM_BASE_URL", "localhost:11434"],
    ["LLM_TIMEOUT_MS", "soon"],
    ["LLM_TIMEOUT_MS", "0"],
    ["LLM_MAX_TOKENS", "1.5"],
    ["LLM_STREAMING", "yes"],
    ["EMBEDDER", "http://"],
    ["EMBEDDER_TIMEOUT_MS", "0"],
  ])("refuses %s=%s", (name, value) => {
    expect(failure({ [name]: value }).where).toBe(name);
  });
});

describe("the language model's settings", () => {
  it("are read together", () => {
    const environment = {
      LLM_BASE_URL: "http://localhost:11434/v1/",
      LLM_MODEL: "qwen3:4b",
      LLM_TIMEOUT_MS: "2500",
      LLM_STREAMING: "true",
    };
    expect(readConfig(environment).languageModel).toEqual({
      baseUrl: "http://localhost:11434/v1",
      model: "qwen3:4b",
      apiKey: null,
      timeoutMs: 2500,
      maxTokens: 800,
      isStreaming: true,
    });
  });

  it.each([
    ["LLM_MODEL", { LLM_BASE_URL: "http://localhost:11434/v1" }],
    ["LLM_BASE_URL", { LLM_MODEL: "qwen3:4b" }],
  ])("name %s where it is missing", (name, environment) => {
    expect(failure(environment).where).toBe(name);
  });
});

describe("the embedder's settings", () => {
  it("are a folder, or an address with its model", () => {
    expect(readConfig({ EMBEDDER: "models/vi" }).embedder).toEqual({ kind: "folder", folder: "models/vi" });
    const address = { EMBEDDER: "http://localhost:11434/v1/", EMBEDDER_MODEL: "bge-m3" };
    expect(readConfig(address).embedder).toEqual({
      kind: "address",
      baseUrl: "http://localhost:11434/v1",
      model: "bge-m3",
      apiKey: null,
      timeoutMs: 20_000,
    });
  });

  it("name EMBEDDER_MODEL where an address has none", () => {
    expect(failure({ EMBEDDER: "http://localhost:11434/v1" }).where).toBe("EMBEDDER_MODEL");
  });
});

describe(".env.example", () => {
  it("holds the settings of the schema, no more and no less", () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(settings.shape).sort());
  });

  it("shows the defaults", () => {
    expect(readConfig(example)).toEqual(readConfig({}));
  });

  it.each(Object.keys(settings.shape))("explains %s: purpose, unit, default, source", (name) => {
    const lines = exampleFile.split("\n");
    const at = lines.findIndex((line) => line.startsWith(`${name}=`));
    const from = lines.lastIndexOf("", at);
    const comment = lines.slice(from + 1, at).join("\n");
    expect(comment).toMatch(/^# \S.+\n# Đơn vị: .+ Mặc định: .+\n# Lấy ở đâu: .+$/s);
  });
});
