import type { Readable, Writable } from "node:stream";
import { parseArgs } from "node:util";
import { newConversation } from "../answering/assistant.ts";
import type { Assistant } from "../answering/assistant.ts";
import { AppError } from "../shared/app-error.ts";
import type { Logger } from "../shared/logger.ts";
import { askSafely } from "./ask-safely.ts";
import { answerJsonLines, unknownLocality } from "./json-lines.ts";
import { renderPlain } from "./render-plain.ts";
import type { Screen } from "./render-plain.ts";

const ASK_USAGE = `Cách dùng:
  npm run ask -- "câu hỏi" [--locality KHÓA]          câu trả lời cho người đọc
  npm run --silent ask -- "câu hỏi" --json            câu trả lời là một đối tượng JSON
  npm run --silent ask -- --jsonl                     mỗi dòng vào một câu hỏi JSON, mỗi dòng ra một câu trả lời`;

export interface AskIo {
  readonly input: Readable;
  readonly output: Writable;
  readonly screen: Screen;
  readonly logger: Logger;
  readonly defaultLocality: string | null;
  /** Called once the arguments are known to make sense. */
  readonly openAssistant: () => Promise<Assistant>;
}

interface AskArguments {
  readonly question: string;
  readonly locality: string | null;
  readonly form: "text" | "json" | "jsonl" | "help";
}

/** Runs `ask` with its arguments. Throws an AppError: USAGE, QUESTION_EMPTY, LOCALITY_UNKNOWN, or the store's. */
export async function runAsk(args: readonly string[], io: AskIo): Promise<void> {
  const { question, locality, form } = readArguments(args);
  if (form === "help") {
    io.output.write(`${ASK_USAGE}\n`);
    return;
  }
  const assistant = await io.openAssistant();
  if (form === "jsonl") {
    await answerJsonLines(io.input, io.output, assistant, io.logger);
    return;
  }
  const keys = assistant.localities().map(({ key }) => key);
  if (locality !== null && !keys.includes(locality)) {
    throw new AppError("LOCALITY_UNKNOWN", unknownLocality(locality, keys), { where: "--locality" });
  }
  const state = { ...newConversation, locality: locality ?? io.defaultLocality };
  const { answer } = await askSafely(assistant, question, state, io.logger);
  io.output.write(`${form === "json" ? JSON.stringify(answer, null, 2) : renderPlain(answer, io.screen)}\n`);
}

function readArguments(args: readonly string[]): AskArguments {
  const { values, positionals } = parse(args);
  if (values.help) return { question: "", locality: null, form: "help" };
  const question = positionals.join(" ").trim();
  const locality = values.locality?.trim() ?? null;
  if (values.jsonl) {
    if (question !== "" || locality !== null || values.json) {
      throw usage("--jsonl takes its questions and localities from standard input, and no other argument.");
    }
    return { question, locality, form: "jsonl" };
  }
  if (question === "") throw new AppError("QUESTION_EMPTY", "No question was given.", { remedy: ASK_USAGE });
  return { question, locality, form: values.json ? "json" : "text" };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        locality: { type: "string" },
        json: { type: "boolean", default: false },
        jsonl: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function usage(what: string): AppError {
  return new AppError("USAGE", what, { remedy: ASK_USAGE });
}
