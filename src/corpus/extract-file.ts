import { decodeBytes, legacyMessage } from "./decode-legacy.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { extractDecoded } from "./extract-text.ts";
import { detectFormat } from "./extract/detect-format.ts";
import type { ExtractLimits, ExtractProgress } from "./extract/limits.ts";
import { defaultLimits } from "./extract/limits.ts";
import { refuse } from "./extract/refusals.ts";
import type { KeptReadings } from "./keep-readings.ts";

export interface ExtractOptions {
  /** Called after each page of a scan. */
  readonly onProgress?: (progress: ExtractProgress) => void;
  readonly limits?: Partial<ExtractLimits>;
  /** Where readings of all but text are looked up and kept; without it every file is read anew. */
  readonly readings?: KeptReadings | null;
}

/**
 * Reads a file of any supported format into blocks. Its format is told by its bytes; `name` is for messages
 * and to tell Markdown from plain text. All but text is read in a thread of its own, within the limits.
 * Throws AppError DOCUMENT_UNSUPPORTED, DOCUMENT_TOO_LARGE or DOCUMENT_UNREADABLE, whose message is a sentence
 * for the person who handed in the file.
 */
export async function extractFile(
  bytes: Uint8Array,
  name: string,
  options: ExtractOptions = {},
): Promise<ExtractedDocument> {
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.maxBytes) {
    const megabytes = (size: number): string => `${(size / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;
    const detail = `${megabytes(bytes.length)}, giới hạn ${megabytes(limits.maxBytes)}`;
    throw refuse("too-large", name, { detail });
  }
  const detected = detectFormat(bytes, name);
  if ("refusal" in detected) throw refuse(detected.refusal, name);
  const { format } = detected;
  if (format === "text" || format === "markdown") return extractAnyText(bytes, name);
  const known = await options.readings?.find(bytes, format);
  if (known != null) return known;
  const { extractInWorker } = await import("./extract/extract-in-worker.ts");
  const document = await extractInWorker({ format, bytes, name, limits }, options.onProgress);
  await options.readings?.keep(bytes, format, document);
  return document;
}

/** Text in a legacy encoding is handed on as UTF-8, with a remark. */
function extractAnyText(bytes: Uint8Array, name: string): ExtractedDocument {
  const decoded = decodeBytes(bytes);
  if (decoded.text.trim() === "") throw refuse("no-text", name);
  const document = extractDecoded(decoded.text, name);
  if (decoded.encoding === "utf-8" || decoded.encoding === "utf-16") return document;
  return { ...document, messages: [legacyMessage(decoded), ...document.messages] };
}
