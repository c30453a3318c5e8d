import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import type { Answer } from "../answering/answer.ts";
import { newConversation } from "../answering/assistant.ts";
import type { Assistant } from "../answering/assistant.ts";
import type { Logger } from "../shared/logger.ts";
import { askSafely, plainAnswer } from "./ask-safely.ts";

const questionLine = z.object({
  id: z.union([z.string(), z.number()]),
  turns: z.array(z.string()).min(1),
  locality: z.string().nullish(),
});

/**
 * One question a line in, one answer a line out, in order, until the input ends. A question:
 * `{"id", "turns": ["…"], "locality": "…" or null}`; the answer is to the last turn. Each line is a conversation
 * of its own. A line that cannot be read gets an answer of kind `refusal`, with its id where it has one.
 */
export async function answerJsonLines(
  input: Readable,
  output: Writable,
  assistant: Assistant,
  logger: Logger,
): Promise<void> {
  for await (const line of splitLines(input)) {
    if (line.trim() === "") continue;
    const answered = await answerLine(line, assistant, logger);
    if (!output.write(`${JSON.stringify(answered)}\n`)) await once(output, "drain");
  }
}

async function answerLine(
  line: string,
  assistant: Assistant,
  logger: Logger,
): Promise<{ id: string | number | null; answer: Answer }> {
  const question = readQuestion(line);
  if ("problem" in question) return { id: question.id, answer: plainAnswer("refusal", question.problem) };
  const { id, turns, locality = null } = question;
  const keys = assistant.localities().map(({ key }) => key);
  if (locality !== null && !keys.includes(locality)) {
    return { id, answer: plainAnswer("refusal", unknownLocality(locality, keys)) };
  }
  let answer = plainAnswer("refusal", "");
  let state = { ...newConversation, locality };
  for (const turn of turns) {
    ({ answer, state } = await askSafely(assistant, turn, state, logger));
  }
  return { id, answer };
}

/** For people and programs that gave a key; lists the keys that there are. */
export function unknownLocality(key: string, keys: readonly string[]): string {
  const shown = keys.slice(0, 30).join(", ") + (keys.length > 30 ? ", …" : "");
  return `Không có địa bàn «${key.slice(0, 100)}» trong kho văn bản. Các địa bàn hiện có: ${shown || "chưa có"}.`;
}

type Question =
  z.infer<typeof questionLine> | { readonly id: string | number | null; readonly problem: string };

function readQuestion(line: string): Question {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { id: findId(line), problem: "Dòng này không phải JSON hợp lệ." };
  }
  const parsed = questionLine.safeParse(json);
  if (parsed.success) return parsed.data;
  const id = z.object({ id: questionLine.shape.id }).safeParse(json).data?.id ?? null;
  const field = parsed.error.issues[0]?.path[0];
  const form = '{"id": "…", "turns": ["…"], "locality": null}';
  const problem =
    field === undefined
      ? `Dòng này không phải một câu hỏi dạng ${form}.`
      : `Mục «${String(field)}» của dòng này thiếu hoặc sai kiểu; cần dạng ${form}.`;
  return { id, problem };
}

/** The id of a line that is not JSON, as where its end is missing. */
function findId(line: string): string | null {
  const quoted = /"id"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(line)?.[1];
  try {
    return quoted === undefined ? null : (JSON.parse(quoted) as string);
  } catch {
    return null;
  }
}

/** Lines between line feeds alone: node:readline also splits at U+2028, which JSON may hold as it is. */
async function* splitLines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of input) {
    rest += typeof chunk === "string" ? chunk : decoder.decode(chunk as Buffer, { stream: true });
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest + decoder.decode();
}
