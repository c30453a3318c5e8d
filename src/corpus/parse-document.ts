import type { Message } from "../shared/message.ts";
import type { ParsedDocument } from "./document.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { dropFurniture } from "./lines/drop-furniture.ts";
import { joinLines } from "./lines/join-lines.ts";
import { partColumns } from "./lines/part-columns.ts";
import { placeAt } from "./place-at.ts";
import { readFrontMatter } from "./read-front-matter.ts";
import { TreeBuilder } from "./structure/build-tree.ts";
import { findZones } from "./structure/find-zones.ts";
import { finishTree } from "./structure/finish-tree.ts";
import type { Report } from "./structure/provision-draft.ts";
import { storeText } from "./structure/text-block.ts";

/**
 * Reads an extracted file into a document: one stored text (NFC, a paragraph a line, page furniture gone), its
 * front matter, its tree of provisions with spans of that text, and what was unsure as messages.
 * Pure and linear; never throws, whatever the file holds.
 */
export function parseDocument(extracted: ExtractedDocument): ParsedDocument {
  const { kept, messages: furniture } = dropFurniture(extracted.blocks);
  const stored = storeText(joinLines(partColumns(kept)));
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
