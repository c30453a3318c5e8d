import type { ExtractedDocument } from "../extracted.ts";
import { decodeBytes, legacyMessage } from "../decode-legacy.ts";
import { mendLegacyBlocks } from "../mend-legacy-blocks.ts";
import { findMainContent } from "./main-content.ts";
import { readHtmlBlocks } from "./read-html-blocks.ts";
import type { XmlElement } from "./read-xml.ts";
import { readHtml } from "./read-xml.ts";
import { refuse } from "./refusals.ts";

/**
 * Reads a web page as offices and legal databases publish it: the document itself, without the page's menus,
 * notices and hidden parts; numbers of ordered lists written out; tables with merged cells repeated. Nothing is
 * fetched or run.
 */
export function extractHtml(bytes: Uint8Array, name: string): ExtractedDocument {
  const decoded = decodeBytes(bytes, false);
  const isUnicode = decoded.encoding === "utf-8" || decoded.encoding === "utf-16";
  // Once the bytes are read in a legacy encoding, the old fonts that they name say nothing more.
  const blocks = readHtmlBlocks(findMainContent(parse(decoded.text, name)), isUnicode);
  if (blocks.length === 0) throw refuse("no-text", name);
  if (!isUnicode) return { format: "html", blocks, pageCount: null, messages: [legacyMessage(decoded)] };
  return { format: "html", pageCount: null, ...mendLegacyBlocks(blocks) };
}

function parse(html: string, name: string): XmlElement {
  try {
    return readHtml(html);
  } catch (cause) {
    throw refuse("damaged", name, { cause });
  }
}
