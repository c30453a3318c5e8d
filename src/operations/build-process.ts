import process from "node:process";
import { AppError, describeError } from "../shared/app-error.ts";
import { jsonLogger } from "../shared/logger.ts";
import type { BuildReply, BuildRequest } from "./build-apart.ts";
import { openStore } from "./open-store.ts";

/** The process in which a store is built: takes one request, answers once, and ends; also when its parent is gone. */
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
    if (!(cause instanceof AppError)) {
      return { kind: "failed", code: "INTERNAL", message: describeError(cause), where: null, remedy: null };
    }
    const { code, message, where, remedy } = cause;
    return { kind: "failed", code, message, where, remedy };
  }
}
