import type { Span } from "../shared/span.ts";
import type { Assignment } from "./assignment.ts";

/** A task is quoted with its labelled lines where they stand together: at most this many characters. */
const LONGEST_QUOTE = 1200;

/**
 * What a quotation of an assignment shows best: the task, the body and the time-frame, where they stand close to
 * each other; else the line that names the body alone.
 */
export function quoteSpan({ span, taskSpan, timelineSpan }: Assignment): Span {
  const start = Math.min(span.start, taskSpan?.start ?? span.start);
  const end = Math.max(span.end, timelineSpan?.end ?? span.end);
  return end - start <= LONGEST_QUOTE ? { start, end } : span;
}
