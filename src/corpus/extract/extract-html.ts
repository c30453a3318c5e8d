import type { ExtractedDocument } from "../extracted.ts";
import { decodeBytes, legacyMessage } from "../decode-legacy.ts";
import { mendLegacyBlocks } from "../mend-legacy-blocks.ts";
import { findMainContent } from "./main-content.ts";
import { readHtmlBlocks } from "./read-html-blocks.ts";
import { readHtml } from "./read-xml.ts";
import { refuse } from "./refusals.ts";

/**
 * Reads a web page as offices and legal databases publish it: the document itself, without the page's menus,
 * notices and hidden parts; numbers of ordered lists written out; tables with merged cells repeated. Nothing is
 * fetched or run.
 */
export function extractHtml(bytes: Uint8Array, name: string): ExtractedDocument {
  const decoded = decodeBytes(bytes);
  const blocks = readHtmlBlocks(findMainContent(readHtml(decoded.text)));
  if (blocks.length === 0) throw refuse("no-text", name);
  const isUnicode = decoded.encoding === "utf-8" || decoded.encoding === "utf-16";
  const mended = mendLegacyBlocks(blocks);
  return {
    format: "html",
    blocks: mended.blocks,
    pageCount: null,
    messages: isUnicode || decoded.encoding === "windows-1252" ? mended.messages : [legacyMessage(decoded)],
  };
}
