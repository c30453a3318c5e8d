import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../../src/channels/clean-text.ts";
import {
  bold,
  italic,
  paragraph,
  quotation,
  renderHtml,
  visibleLength,
} from "../../../src/channels/telegram/rich-text.ts";
import type { Block } from "../../../src/channels/telegram/rich-text.ts";
import { splitMessage } from "../../../src/channels/telegram/split-message.ts";
import { parseHtml } from "../../doubles/bot-api/parse-html.ts";

const pieces = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    " ",
    "\n\n",
    "<b>",
    "&amp;",
    "</blockquote>",
    "👩‍👩‍👧",
    "e\u0301",
    "\ud800",
    "Đức Phổ. ",
    "\r\n",
    "\u0000\u001b[",
  ),
);
const anyText = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));
const anyRun = fc.oneof(anyText, anyText.map(bold), anyText.map(italic));
const anyBlocks: fc.Arbitrary<Block[]> = fc.array(
  fc
    .tuple(fc.boolean(), fc.array(anyRun, { maxLength: 4 }))
    .map(([quoted, runs]) => (quoted ? quotation(...runs) : paragraph(...runs))),
  { maxLength: 6 },
);

const withoutSpace = (text: string): string => text.replace(/\s/gu, "");

describe("splitMessage", () => {
  it("makes messages that Telegram takes, of any text, at any limit", () => {
    fc.assert(
      fc.property(anyBlocks, fc.integer({ min: 8, max: 300 }), (blocks, limit) => {
        for (const message of splitMessage(blocks, limit)) {
          const { text } = parseHtml(renderHtml(message));
          expect(text.length).toBe(visibleLength(message));
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(text.trim()).not.toBe("");
          expect(text).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });

  it("loses nothing but white space, and keeps the order", () => {
    fc.assert(
      fc.property(anyBlocks, fc.integer({ min: 8, max: 300 }), (blocks, limit) => {
        const shown = splitMessage(blocks, limit).map((message) => parseHtml(renderHtml(message)).text);
        const wanted = blocks.flatMap((block) => block.runs.map((run) => cleanText(run.text)));
        expect(withoutSpace(shown.join(""))).toBe(withoutSpace(wanted.join("")));
      }),
    );
  });

  it("keeps a quotation a quotation in every message that it runs over", () => {
    const messages = splitMessage([quotation("một hai ba. ".repeat(1000))]);
    expect(messages.length).toBe(3);
    for (const message of messages)
      expect(renderHtml(message)).toMatch(/^<blockquote expandable>.+<\/blockquote>$/s);
  });

  it("cuts after a sentence rather than in the middle of one", () => {
    const sentence = "Phấn đấu đến năm 2030 đạt chỉ tiêu. ";
    for (const message of splitMessage([paragraph(sentence.repeat(300))])) {
      expect(parseHtml(renderHtml(message)).text).toMatch(/chỉ tiêu\.$/);
    }
  });

  it("counts as Telegram does: mark-up and escapes are free", () => {
    expect(splitMessage([paragraph(bold("&".repeat(4096)))])).toHaveLength(1);
    expect(splitMessage([paragraph(bold("&".repeat(4097)))])).toHaveLength(2);
  });

  it("puts no more mark-up into a message than Telegram keeps", () => {
    const blocks = Array.from({ length: 80 }, (_, i) => quotation(bold(`Văn bản ${i}`), italic("nguồn")));
    const messages = splitMessage(blocks);
    for (const message of messages)
      expect(parseHtml(renderHtml(message)).entities.length).toBeLessThanOrEqual(100);
    expect(messages).toHaveLength(3);
  });

  it("gives no message for nothing to say", () => {
    expect(splitMessage([])).toEqual([]);
    expect(splitMessage([paragraph(" \n\u0007 "), quotation("")])).toEqual([]);
  });

  it("ends for a character that is longer than a message", () => {
    const messages = splitMessage([paragraph(`e${"\u0301".repeat(500)}`)], 50);
    expect(messages.length).toBeLessThanOrEqual(12);
  });

  it("cuts 100,000 characters quickly", () => {
    const started = performance.now();
    expect(splitMessage([paragraph("nghị quyết ".repeat(10_000))]).length).toBeGreaterThan(20);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
