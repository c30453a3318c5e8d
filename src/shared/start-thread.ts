import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { WorkerOptions } from "node:worker_threads";

/** A thread does not inherit the loader for TypeScript: it is started first, from its file, whatever the folder. */
const loader = pathToFileURL(
  createRequire(import.meta.url)
    .resolve("tsx/esm/api")
    .replace(/\.cjs$/, ".mjs"),
).href;

/**
 * Starts a thread that runs a module of this project; `first` are modules of libraries that are loaded before the
 * loader for TypeScript, which would look through every byte of them.
 */
export function startThread(module: URL, options: WorkerOptions = {}, first: readonly string[] = []): Worker {
  const start = `Promise.all(${JSON.stringify(first)}.map((library) => import(library)))
    .then(() => import(${JSON.stringify(loader)}))
    .then(({ register }) => { register(); return import(${JSON.stringify(module.href)}); });`;
  return new Worker(start, { eval: true, execArgv: [], ...options });
}
