import type { Language } from "../answering/answer.ts";
import { AppError, describeError } from "../shared/app-error.ts";
import type { AppErrorCode } from "../shared/app-error.ts";
import { textsFor } from "./texts.ts";

/** Codes for which the command was not given rightly, as against not having worked. */
const USER_CODES: readonly AppErrorCode[] = ["USAGE", "QUESTION_EMPTY", "LOCALITY_UNKNOWN", "CONFIG_INVALID"];

/** A failure for the person at the command: one sentence in their language, then the details. */
export function explainFailure(
  error: unknown,
  language: Language = "vi",
): { readonly text: string; readonly exitCode: 1 | 2 } {
  const code = error instanceof AppError ? error.code : "INTERNAL";
  return {
    text: `${textsFor(language).error(code)} ${describeError(error)}`,
    exitCode: USER_CODES.includes(code) ? 2 : 1,
  };
}
