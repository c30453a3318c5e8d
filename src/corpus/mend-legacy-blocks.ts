import type { Message } from "../shared/message.ts";
import { decodeAs, decodeLegacyText, legacyMessage } from "./decode-legacy.ts";
import type { ExtractedBlock } from "./extracted.ts";

/**
 * Mends blocks whose characters are the codes of a legacy encoding, as they come out of a PDF or a Word file set
 * in .VnTime or VNI fonts; blocks in Unicode come back as they are, normalised to NFC.
 */
export function mendLegacyBlocks(blocks: readonly ExtractedBlock[]): {
  blocks: readonly ExtractedBlock[];
  messages: readonly Message[];
} {
  const text = blocks
    .map((block) => (block.kind === "line" ? block.text : block.rows.flat().join("\n")))
    .join("\n");
  const mended = decodeLegacyText(text);
  const mend = (part: string): string =>
    mended === null ? part.normalize("NFC") : decodeAs(part, mended.encoding).normalize("NFC");
  return {
    blocks: blocks.map((block) =>
      block.kind === "line"
        ? { ...block, text: mend(block.text) }
        : { ...block, rows: block.rows.map((row) => row.map(mend)) },
    ),
    messages: mended === null ? [] : [legacyMessage({ ...mended, isSure: true })],
  };
}
