import process from "node:process";
import { toErrorMessage } from "../shared/error-message.ts";
import { jsonLogger } from "../shared/logger.ts";
import { yieldToOthers } from "../shared/yield-to-others.ts";
import type { BuildReply, BuildRequest } from "./build-apart.ts";
import { openStore } from "./open-store.ts";

/** The process in which a store is built: takes one request, answers once, and ends; also when its parent is gone. */
yieldToOthers();
process.once("disconnect", () => process.exit(1));
process.once("message", (request: BuildRequest) => {
  void build(request).then((reply) => {
    process.send?.(reply, () => process.exit(0));
  });
});

async function build(request: BuildRequest): Promise<BuildReply> {
  const logger = jsonLogger((line) => process.stderr.write(line));
  try {
    (await openStore({ ...request, logger: { ...logger, info: () => undefined } })).close();
    return { kind: "built" };
  } catch (cause) {
    return { kind: "failed", error: toErrorMessage(cause) };
  }
}
