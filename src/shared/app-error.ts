/** What went wrong, in a closed list: tests, logs and the table of user sentences refer to the code. */
export type AppErrorCode =
  | "CONFIG_INVALID"
  | "CORPUS_MISSING"
  | "CORPUS_NOT_WRITABLE"
  | "DOCUMENT_UNREADABLE"
  | "DOCUMENT_TOO_LARGE"
  | "DOCUMENT_UNSUPPORTED"
  | "MANIFEST_INVALID"
  | "LEXICON_INVALID"
  | "STORE_UNREADABLE"
  | "STORE_NOT_WRITABLE"
  | "QUESTION_EMPTY"
  | "QUESTION_TOO_LONG"
  | "LOCALITY_UNKNOWN"
  | "USAGE"
  | "CHANNEL_FAILED"
  | "MODEL_FAILED"
  | "INTERNAL";

export interface AppErrorDetails {
  /** Where: a file and line, a setting, a URL without its secrets. */
  readonly where?: string;
  /** What the reader can do about it. */
  readonly remedy?: string;
  readonly cause?: unknown;
}

/** An error that says what went wrong, where, and how to mend it. Its message never holds a secret. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  readonly where: string | null;
  readonly remedy: string | null;

  constructor(code: AppErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.where = details.where ?? null;
    this.remedy = details.remedy ?? null;
  }
}

/** One line for people at a command: what, where, remedy; never a stack trace. */
export function describeError(error: unknown): string {
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : String(error);
  return [error.where === null ? null : `${error.where}:`, error.message, error.remedy]
    .filter(Boolean)
    .join(" ");
}
