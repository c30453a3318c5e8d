import { AppError, describeError } from "./app-error.ts";
import type { AppErrorCode } from "./app-error.ts";

/** An error as it goes from one process or thread to another. */
export interface ErrorMessage {
  readonly code: AppErrorCode;
  readonly message: string;
  readonly where: string | null;
  readonly remedy: string | null;
  /** For the log. */
  readonly cause: string | null;
}

export function toErrorMessage(error: unknown): ErrorMessage {
  if (!(error instanceof AppError)) {
    return { code: "INTERNAL", message: describeError(error), where: null, remedy: null, cause: null };
  }
  const { code, message, where, remedy, cause } = error;
  return { code, message, where, remedy, cause: cause === undefined ? null : describeError(cause) };
}

export function fromErrorMessage({ code, message, where, remedy, cause }: ErrorMessage): AppError {
  return new AppError(code, message, {
    ...(where !== null && { where }),
    ...(remedy !== null && { remedy }),
    ...(cause !== null && { cause: new Error(cause) }),
  });
}
