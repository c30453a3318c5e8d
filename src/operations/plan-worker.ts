import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { toErrorMessage } from "../shared/error-message.ts";
import { yieldToOthers } from "../shared/yield-to-others.ts";
import { planIngest } from "./ingest-document.ts";
import type { IngestPlan } from "./ingest-document.ts";
import { loadIngestSetting } from "./ingest-request.ts";
import type { PlanOrder, PlanReply } from "./plan-apart.ts";
import { readingsIn } from "./store-directory.ts";

/** The thread in which ingests are planned; the threads that read the files are its own, and as low in priority. */
yieldToOthers();

async function plan({ id, request, corpusDirectory, dataDirectory }: PlanOrder): Promise<PlanReply> {
  try {
    const setting = loadIngestSetting(corpusDirectory, readingsIn(dataDirectory));
    const made = await planIngest(request, setting);
    const { locality } = made.read.document;
    const placeName = locality === null ? null : (setting.localities.byKey(locality)?.name ?? locality);
    return { kind: "planned", id, file: { plan: made, placeName, digest: digestOf(made) } };
  } catch (error) {
    return { kind: "failed", id, error: toErrorMessage(error) };
  }
}

function digestOf({ key, effect, read }: IngestPlan): string {
  const { document, targets, assignments, messages } = read;
  return createHash("sha256")
    .update(JSON.stringify([key, effect, document, targets, assignments, messages]))
    .digest("hex");
}

parentPort?.on("message", (order: PlanOrder) => {
  void plan(order).then((reply) => parentPort?.postMessage(reply));
});
