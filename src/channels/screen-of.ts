import type { WriteStream } from "node:tty";
import type { Screen } from "./render-plain.ts";

const WIDEST = 100;

/**
 * What an output stream can show. Coloured on a terminal, unless NO_COLOR is set to anything (no-color.org) or
 * the terminal is dumb; as wide as the terminal, within what is comfortable to read.
 */
export function screenOf(
  stream: Pick<WriteStream, "isTTY" | "columns">,
  environment: Readonly<Record<string, string | undefined>>,
): Screen {
  // A stream that is no terminal lacks both properties, whatever the types say; some terminals claim 0 columns.
  const { isTTY, columns = 0 } = stream as { isTTY?: boolean; columns?: number };
  const noColor = environment["NO_COLOR"] ?? "";
  return {
    width: isTTY === true ? Math.min(columns > 0 ? columns : 80, WIDEST) : WIDEST,
    isColoured: isTTY === true && noColor === "" && environment["TERM"] !== "dumb",
  };
}
