import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { FuzzReply, FuzzRequest } from "./fuzz/reader.ts";
import { mutate } from "./fuzz/mutate.ts";
import { randomFrom } from "./fuzz/random.ts";

/** Seeds of the mutations; every file that the tests read, of every format. */
const FOLDER = "tests/fixtures/formats";
const TEXTS = ["corpus/duc-pho/source.txt", "tests/fixtures/formats/doan-unicode.txt"];
const DEFAULTS = { count: 2000, seed: 1 };
const HANG_MS = 10_000;
const MEMORY_MEGABYTES = 1024;

/**
 * `npm run fuzz [count] [seed]`: reads mutated files of every format in a process of its own. Fails where the
 * reader crashes, takes more than 10 s, holds more than 1 GB, or throws anything but a refusal.
 */
async function fuzz(count: number, seed: number): Promise<boolean> {
  const names = (await readdir(FOLDER)).map((name) => path.join(FOLDER, name));
  const files = await Promise.all(
    [...new Set([...names, ...TEXTS])].map(async (name) => ({
      name,
      bytes: new Uint8Array(await readFile(name)),
    })),
  );
  const random = randomFrom(seed);
  const totals = { read: 0, refused: 0, failed: 0, peak: 0, slowest: 0 };
  let reader = start();
  for (let run = 0; run < count; run++) {
    const file = files[run % files.length];
    if (file === undefined) break;
    const bytes = mutate(file.bytes, random);
    const reply = await ask(reader, {
      name: path.basename(file.name),
      bytes: Buffer.from(bytes).toString("base64"),
    });
    totals.slowest = Math.max(totals.slowest, reply.ms);
    totals.peak = Math.max(totals.peak, reply.megabytes);
    const isBad = reply.outcome === "failed" || reply.ms > HANG_MS || reply.megabytes > MEMORY_MEGABYTES;
    if (isBad) {
      totals.failed++;
      console.log(
        `fuzz: run ${run} of seed ${seed}, ${file.name}: ${reply.note}, ${reply.ms.toFixed(0)} ms, ${reply.megabytes} MB`,
      );
    } else totals[reply.outcome === "read" ? "read" : "refused"]++;
    if (!reader.connected) reader = start();
    if (run % 200 === 199) console.log(`fuzz: ${run + 1} of ${count}`);
  }
  reader.kill();
  console.log(
    `fuzz: ${count} files, ${totals.read} read, ${totals.refused} refused, ${totals.failed} failed; slowest ${(totals.slowest / 1000).toFixed(1)} s, at most ${totals.peak} MB`,
  );
  return totals.failed === 0;
}

function start(): ChildProcess {
  const script = fileURLToPath(new URL("./fuzz/reader.ts", import.meta.url));
  return fork(script, { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "ignore", "ipc"] });
}

function ask(reader: ChildProcess, request: FuzzRequest): Promise<FuzzReply> {
  return new Promise((resolve) => {
    const failed = (note: string): FuzzReply => ({
      outcome: "failed",
      note,
      ms: performance.now() - started,
      megabytes: 0,
    });
    const started = performance.now();
    const finish = (reply: FuzzReply): void => {
      clearTimeout(timer);
      reader.removeAllListeners("message");
      reader.removeAllListeners("exit");
      resolve(reply);
    };
    const timer = setTimeout(() => {
      reader.kill("SIGKILL");
      reader.disconnect();
      finish(failed("hangs"));
    }, 2 * HANG_MS);
    reader.once("message", (reply: FuzzReply) => {
      finish(reply);
    });
    reader.once("exit", (code) => {
      finish(failed(`the process ended with ${code ?? "a signal"}`));
    });
    reader.send(request);
  });
}

const [count = DEFAULTS.count, seed = DEFAULTS.seed] = process.argv.slice(2).map(Number);
process.exitCode = (await fuzz(count, seed)) ? 0 : 1;
