import type { Message } from "../../shared/message.ts";

interface CleanText {
  readonly text: string;
  readonly messages: readonly Message[];
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/** Control characters that no office types, byte order marks, soft hyphens and zero-width spaces. */
// eslint-disable-next-line no-control-regex -- these are the characters to be dropped
const INVISIBLE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Bytes to NFC text; a byte order mark tells UTF-16. Bytes that are no text become U+FFFD; nothing is thrown. */
export function decodeUnicode(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes).normalize("NFC");
}

/**
 * NFC text as decoded, with «\n» line ends and nothing invisible; what was not decoded is told in one message.
 * Form feeds stay: they are page breaks.
 */
export function cleanText(decoded: string): CleanText {
  const text = decoded.replace(/\r\n?/g, "\n").replace(INVISIBLE, "");
  const broken = text.indexOf("\ufffd");
  if (broken < 0) return { text, messages: [] };
  const line = text.slice(0, broken).split("\n").length;
  const reason = "Tệp có ký tự không đọc được theo UTF-8; hãy kiểm tra bảng mã của tệp.";
  return {
    text,
    messages: [{ rule: "undecodable-bytes", reason, severity: "warning", line, page: null, span: null }],
  };
}
