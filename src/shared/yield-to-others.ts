import { setPriority } from "node:os";
import process from "node:process";
import { isMainThread } from "node:worker_threads";

/** Of 20 steps down: a quarter of a core that another wants, so that work goes on where the machine is never idle. */
const LOWER = 5;

/**
 * Lets whatever has the usual priority go before this process, or before this thread of it where the system (Linux)
 * has priorities of threads; and before the threads that are started from here afterwards.
 */
export function yieldToOthers(): void {
  if (!isMainThread && process.platform !== "linux") return;
  try {
    setPriority(LOWER);
  } catch {
    // Where the system does not allow it, all go on as equals.
  }
}
