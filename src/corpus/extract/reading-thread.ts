import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Worker } from "node:worker_threads";
import { startThread } from "../../shared/start-thread.ts";
import type { ExtractReply, ExtractRequest } from "./extract-request.ts";

/** A thread in which files are read, one after another. */
export interface ReadingThread {
  readonly sort: ThreadSort;
  readonly worker: Worker;
  /** Who waits for the file that is being read; null between files. */
  reader: ThreadReader | null;
  /** Ends the thread where it waits in vain. */
  timer: NodeJS.Timeout | undefined;
}

interface ThreadReader {
  onReply(reply: ExtractReply): void;
  /** The thread has ended by itself; `cause` is undefined where it has not said why. */
  onEnd(cause?: Error): void;
}

type ThreadSort = "pdf" | "other";

const reader = new URL("./extract-worker.ts", import.meta.url);
const pdfjs = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
/** Loaded first: the loader for TypeScript would look through their 3 MB for a second and a half. */
const pdfLibraries = ["pdf.mjs", "pdf.worker.mjs"].map((file) =>
  pathToFileURL(join(pdfjs, "legacy/build", file)).href,
);

/** Heap of the thread; pictures and unpacked parts lie outside it and have limits of their own. */
const MAX_HEAP_MEGABYTES = 700;

/** How long a thread waits for another file. */
const IDLE_MS = 5_000;

const waiting = new Map<ThreadSort, ReadingThread>();

/** A thread that has waited for another file of its sort, or else a new one; it costs a third of a second to start. */
export function takeThread(request: ExtractRequest): ReadingThread {
  const sort = request.format === "pdf" ? "pdf" : "other";
  const thread = waiting.get(sort);
  if (thread === undefined) return newThread(sort);
  waiting.delete(sort);
  clearTimeout(thread.timer);
  thread.worker.ref();
  return thread;
}

/** Lets a thread wait for another file, at most one of each sort and not for long; it keeps no process from ending. */
export function returnThread(thread: ReadingThread): void {
  const { sort, worker } = thread;
  void waiting.get(sort)?.worker.terminate();
  waiting.set(sort, thread);
  worker.unref();
  clearTimeout(thread.timer);
  thread.timer = setTimeout(() => {
    if (waiting.get(sort) !== thread) return;
    waiting.delete(sort);
    void worker.terminate();
  }, IDLE_MS).unref();
}

function newThread(sort: ThreadSort): ReadingThread {
  const options = {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
    // What a library prints belongs to no answer.
    stdout: true,
    stderr: true,
  };
  const worker = startThread(reader, options, sort === "pdf" ? pdfLibraries : []);
  const thread: ReadingThread = { sort, worker, reader: null, timer: undefined };
  worker.on("message", (reply: ExtractReply) => thread.reader?.onReply(reply));
  worker.on("error", (cause) => thread.reader?.onEnd(cause));
  worker.on("exit", () => {
    if (waiting.get(sort) === thread) waiting.delete(sort);
    thread.reader?.onEnd();
  });
  return thread;
}
