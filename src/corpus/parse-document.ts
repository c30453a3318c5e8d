import type { Message } from "../shared/message.ts";
import type { ParsedDocument } from "./document.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { dropFurniture } from "./lines/drop-furniture.ts";
import { joinLines } from "./lines/join-lines.ts";
import { readFrontMatter } from "./read-front-matter.ts";
import { TreeBuilder } from "./structure/build-tree.ts";
import { findZones } from "./structure/find-zones.ts";
import { finishTree } from "./structure/finish-tree.ts";
import type { Report } from "./structure/provision-draft.ts";
import type { StoredText } from "./structure/text-block.ts";
import { storeText } from "./structure/text-block.ts";

/** The last place at or before an offset; places are in order of their starts. */
function placeAt(places: StoredText["places"], offset: number): { line: number | null; page: number | null } {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const place = places[low];
  return { line: place?.line ?? null, page: place?.page ?? null };
}

/**
 * Reads an extracted file into a document: one stored text (NFC, a paragraph a line, page furniture gone), its
 * front matter, its tree of provisions with spans of that text, and what was unsure as messages.
 * Pure and linear; never throws, whatever the file holds.
 */
export function parseDocument(extracted: ExtractedDocument): ParsedDocument {
  const { kept, messages: furniture } = dropFurniture(extracted.blocks);
  const stored = storeText(joinLines(kept));
  const messages: Message[] = [...extracted.messages, ...furniture];
  const report: Report = (rule, reason, severity, span) => {
    messages.push({ rule, reason, severity, ...placeAt(stored.places, span.start), span });
  };
  const zones = findZones(stored.blocks);
  const builder = new TreeBuilder(report);
  for (let i = 0; i < stored.blocks.length;) i += builder.add(stored.blocks, i, zones.zones[i] ?? "body");
  const frontMatter = readFrontMatter(stored, zones);
  return {
    format: extracted.format,
    text: stored.text,
    frontMatter,
    provisions: finishTree(builder.roots, stored.text),
    messages,
    places: stored.places,
  };
}
