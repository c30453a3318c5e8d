import { extractText } from "../../src/corpus/extract-text.ts";
import { decodeBytes } from "../../src/corpus/decode-legacy.ts";
import { detectFormat } from "../../src/corpus/extract/detect-format.ts";
import { extractBinary } from "../../src/corpus/extract/extract-binary.ts";
import { defaultLimits } from "../../src/corpus/extract/limits.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";
import { AppError } from "../../src/shared/app-error.ts";

export interface FuzzRequest {
  readonly name: string;
  /** Base64. */
  readonly bytes: string;
}

export interface FuzzReply {
  readonly outcome: "read" | "refused" | "failed";
  readonly note: string;
  readonly ms: number;
  readonly megabytes: number;
}

/** Recognition takes seconds a page by design, and is left out here. */
const limits = { ...defaultLimits, maxScannedPages: 0 };

async function read({ name, bytes }: FuzzRequest): Promise<FuzzReply> {
  const started = performance.now();
  const reply = (outcome: FuzzReply["outcome"], note: string): FuzzReply => ({
    outcome,
    note,
    ms: performance.now() - started,
    megabytes: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  });
  try {
    const content = new Uint8Array(Buffer.from(bytes, "base64"));
    const detected = detectFormat(content, name);
    if ("refusal" in detected) return reply("refused", detected.refusal);
    const { format } = detected;
    if (format === "scan") return reply("refused", "a picture");
    const isText = format === "text" || format === "markdown";
    const document = isText
      ? extractText(Buffer.from(decodeBytes(content).text), name)
      : await extractBinary(format, content, name, limits);
    parseDocument(document);
    return reply("read", "");
  } catch (error) {
    if (error instanceof AppError) return reply("refused", error.message);
    return reply("failed", error instanceof Error ? (error.stack ?? "") : String(error));
  }
}

process.on("message", (request: FuzzRequest) => {
  void read(request).then((reply) => process.send?.(reply));
});
