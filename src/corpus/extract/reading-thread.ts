import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { ExtractReply, ExtractRequest } from "./extract-in-worker.ts";

/** A thread in which files are read, one after another. */
export interface ReadingThread {
  readonly sort: ThreadSort;
  readonly worker: Worker;
  /** Who waits for the file that is being read; null between files. */
  reader: ThreadReader | null;
  /** Ends the thread where it waits in vain. */
  timer: NodeJS.Timeout | undefined;
}

export interface ThreadReader {
  onReply(reply: ExtractReply): void;
  /** The thread has ended by itself; `cause` is undefined where it has not said why. */
  onEnd(cause?: Error): void;
}

export type ThreadSort = "pdf" | "other";

/** A thread does not inherit the loader for TypeScript: it is started first, from its file, whatever the folder. */
const { resolve } = createRequire(import.meta.url);
const loader = urlOf(resolve("tsx/esm/api").replace(/\.cjs$/, ".mjs"));
const reader = new URL("./extract-worker.ts", import.meta.url).href;
/** Loaded before the loader for TypeScript, which would look through their 3 MB for a second and a half. */
const pdfLibraries = ["pdf.mjs", "pdf.worker.mjs"].map((file) =>
  urlOf(join(dirname(resolve("pdfjs-dist/package.json")), "legacy/build", file)),
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
  if (thread === undefined) return startThread(sort);
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

function startThread(sort: ThreadSort): ReadingThread {
  const first = sort === "pdf" ? pdfLibraries : [];
  const start = `Promise.all(${JSON.stringify(first)}.map((library) => import(library)))
    .then(() => import(${JSON.stringify(loader)}))
    .then(({ register }) => { register(); return import(${JSON.stringify(reader)}); });`;
  const worker = new Worker(start, {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
    // What a library prints belongs to no answer.
    stdout: true,
    stderr: true,
  });
  const thread: ReadingThread = { sort, worker, reader: null, timer: undefined };
  worker.on("message", (reply: ExtractReply) => thread.reader?.onReply(reply));
  worker.on("error", (cause) => thread.reader?.onEnd(cause));
  worker.on("exit", () => {
    if (waiting.get(sort) === thread) waiting.delete(sort);
    thread.reader?.onEnd();
  });
  return thread;
}

function urlOf(file: string): string {
  return pathToFileURL(file).href;
}
