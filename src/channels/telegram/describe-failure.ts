import { GrammyError, HttpError } from "grammy";

/** A failed call for the log. Never the request's address: it holds the token. */
export function describeFailure(error: unknown): string {
  if (error instanceof GrammyError) return `${error.method}: ${error.error_code} ${error.description}`;
  if (error instanceof HttpError) {
    const cause = error.error;
    const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
    return `${error.message}${code}`;
  }
  return error instanceof Error ? error.message : String(error);
}
