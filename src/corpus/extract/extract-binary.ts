import type { ExtractedDocument, SourceFormat } from "../extracted.ts";
import type { ExtractLimits, ExtractProgress } from "./limits.ts";

/** The formats that need a library to be read. */
export type BinaryFormat = Exclude<SourceFormat, "text" | "markdown" | "xlsx">;

/** Reads a file of a known format in this thread; each format's libraries are loaded when it is met. */
export async function extractBinary(
  format: BinaryFormat,
  bytes: Uint8Array,
  name: string,
  limits: ExtractLimits,
  onProgress?: (progress: ExtractProgress) => void,
): Promise<ExtractedDocument> {
  switch (format) {
    case "html":
      return (await import("./extract-html.ts")).extractHtml(bytes, name);
    case "docx":
      return await (await import("./extract-docx.ts")).extractDocx(bytes, name, limits);
    case "doc":
      return (await import("./extract-doc.ts")).extractDoc(bytes, name);
    case "pdf":
      return await (await import("./extract-pdf.ts")).extractPdf(bytes, name, limits, onProgress);
    case "scan":
      return await (await import("./extract-image.ts")).extractImage(bytes, name, limits, onProgress);
  }
}
