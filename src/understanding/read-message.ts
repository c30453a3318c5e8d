import { toNfc } from "../shared/vietnamese-text.ts";

/** Longest message that is read, in UTF-16 units; a question of an office takes a tenth of it. */
export const LONGEST_MESSAGE = 3_000;

export type MessageProblem = "empty" | "too-long" | "no-words";

/** A message made fit for reading. */
export interface ReadableMessage {
  /** NFC, no control characters, one space between words. */
  readonly text: string;
  readonly problem: MessageProblem | null;
}

/** Cleans what a person typed or pasted; anything at all may come in. */
export function readMessage(raw: string): ReadableMessage {
  if (raw.length > LONGEST_MESSAGE) return { text: "", problem: raw.trim() === "" ? "empty" : "too-long" };
  const text = toNfc(raw.toWellFormed())
    .replace(/\p{Cc}|\p{Cf}|\p{Co}|\p{Cn}/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  if (text === "") return { text, problem: "empty" };
  return { text, problem: /[\p{L}\p{N}]/u.test(text) ? null : "no-words" };
}
