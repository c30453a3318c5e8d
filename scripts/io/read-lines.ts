import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { AppError, describeError } from "../../src/shared/app-error.ts";

/** The two bytes that every gzip file begins with (RFC 1952), whatever its name. */
const GZIP = [0x1f, 0x8b];

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(GZIP.length), 0, GZIP.length, 0);
    return bytesRead === GZIP.length && GZIP.every((byte, i) => buffer[i] === byte);
  } finally {
    await handle.close();
  }
}

/**
 * The lines of a text file that are not blank, one at a time, each with its number from 1; gunzipped where its bytes are
 * gzip. Throws DOCUMENT_UNREADABLE where the file is missing, a folder, or broken gzip.
 */
export async function* readNumberedLines(file: string): AsyncGenerator<{ line: string; number: number }> {
  try {
    const packed = await isGzip(file);
    const bytes = createReadStream(file);
    const input = packed ? bytes.pipe(createGunzip()) : bytes;
    let number = 0;
    // A failing stream ends the lines of `createInterface` in silence: it is asked afterwards.
    const failures: Error[] = [];
    input.on("error", (error: Error) => failures.push(error));
    bytes.on("error", (error: Error) => input.destroy(error));
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      const text = number === 1 ? line.replace(/^\uFEFF/, "") : line;
      if (text.trim() !== "") yield { line: text, number };
    }
    const [failure] = failures;
    if (failure !== undefined) throw failure;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("DOCUMENT_UNREADABLE", `cannot be read (${describeError(cause)}).`, {
      where: file,
      cause,
    });
  }
}

/** The same without the numbers. */
export async function* readLines(file: string): AsyncGenerator<string> {
  for await (const { line } of readNumberedLines(file)) yield line;
}
