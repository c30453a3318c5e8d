import type { SourceFormat } from "../extracted.ts";
import type { RefusalReason } from "./refusals.ts";

/** What a file is: a format that can be read, or the reason why it cannot. */
export type DetectedFormat =
  { readonly format: Exclude<SourceFormat, "xlsx"> } | { readonly refusal: RefusalReason };

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const latin1 = new TextDecoder("latin1");

/**
 * Tells a file's format by its bytes: a .docx that is a binary .doc, a spreadsheet renamed to PDF. The name
 * decides only between kinds of text (Markdown, plain, a piece of a web page). Looks at the beginning, and for packages at the names
 * in their directories; unpacks nothing.
 */
export function detectFormat(bytes: Uint8Array, name: string): DetectedFormat {
  if (bytes.length === 0) return { refusal: "empty" };
  const head = latin1.decode(bytes.subarray(0, 1024));
  if (startsWith(bytes, OLE)) return detectOle(bytes);
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return detectPackage(bytes);
  if (head.includes("%PDF-")) return { format: "pdf" };
  if (head.startsWith("{\\rtf")) return { refusal: "open-document" };
  if (head.startsWith("\x89PNG\r\n") || head.startsWith("\xff\xd8\xff")) return { format: "scan" };
  if (/^(?:GIF8|BM.{4}\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp)/s.test(head))
    return { refusal: "image-kind" };
  if (["Rar!", "7z\xbc\xaf", "\x1f\x8b", "BZh", "\xfd7zXZ"].some((sign) => head.startsWith(sign))) {
    return { refusal: "archive" };
  }
  return detectText(bytes, head, name);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The streams' names stand in the compound file's directory as UTF-16LE; searching the bytes finds them. */
function detectOle(bytes: Uint8Array): DetectedFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string): boolean => buffer.includes(Buffer.from(`${stream}\0`, "utf16le"));
  if (has("EncryptedPackage")) return { refusal: "encrypted" };
  if (has("WordDocument")) return { format: "doc" };
  if (has("Workbook") || has("Book")) return { refusal: "spreadsheet" };
  if (has("PowerPoint Document")) return { refusal: "presentation" };
  return { refusal: "unknown" };
}

function detectPackage(bytes: Uint8Array): DetectedFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes("word/document") || buffer.includes("word/styles.xml")) return { format: "docx" };
  if (buffer.includes("xl/workbook")) return { refusal: "spreadsheet" };
  if (buffer.includes("ppt/presentation")) return { refusal: "presentation" };
  if (buffer.includes("application/vnd.oasis.opendocument")) return { refusal: "open-document" };
  // A package whose directory is lost (cut short) but whose first entries are those of an Office file.
  if (buffer.includes("[Content_Types].xml")) return { refusal: "damaged" };
  return { refusal: "archive" };
}

/** Text in any encoding: legacy ones are single bytes without control characters, UTF-16 has a mark. */
function detectText(bytes: Uint8Array, head: string, name: string): DetectedFormat {
  const isUtf16 = /^(?:\xff\xfe|\xfe\xff)/.test(head);
  if (!isUtf16 && looksBinary(bytes)) return { refusal: "unknown" };
  const start = (isUtf16 ? head.replaceAll("\0", "") : head).replace(
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/,
    "",
  );
  const isMarkdown = /\.(?:md|markdown)$/i.test(name);
  if (isMarkdown ? PAGE.test(start) : PAGE_OR_PART.test(start)) return { format: "html" };
  if (/\.x?html?$/i.test(name) && /<\w+[^>]*>/.test(start)) return { format: "html" };
  return { format: isMarkdown ? "markdown" : "text" };
}

/** A web page, after what may stand before it. */
const PAGE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b/i;
/** Or a piece of one; Markdown may begin with such a piece too. */
const PAGE_OR_PART = new RegExp(PAGE.source.replace("|meta", "|meta|div|p|table"), "i");

/**
 * More than one control character in a hundred, or any NUL. VNI and TCVN3 use codes below 0x20 hardly ever;
 * VPS puts seven capitals there, which stay far below that share.
 */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 64 * 1024);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls++;
  }
  return controls * 100 > sample.length;
}
