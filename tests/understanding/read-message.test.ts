import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_MESSAGE, readMessage } from "../../src/understanding/read-message.ts";

/** Anything that a keyboard, a clipboard or a program may send, lone surrogates and all. */
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 })
    .map((units) => String.fromCharCode(...units)),
);

describe("reading a message", () => {
  it("never throws, and gives words in NFC with one blank between them", () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const { text, problem } = readMessage(raw);
        expect(text.isWellFormed()).toBe(true);
        expect(text).toBe(text.normalize("NFC"));
        expect(text).not.toMatch(/\p{Cc}|\p{Cf}|\s\s|^\s|\s$/u);
        expect(problem === null).toBe(/[\p{L}\p{N}]/u.test(text));
      }),
      { numRuns: 500 },
    );
  });

  it("reads the same thing twice the same", () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const once = readMessage(raw);
        expect(readMessage(once.text)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["nothing", ""],
    ["blanks", "  \n\t\u00a0 "],
    ["control characters", "\u0000\u0007\u001b"],
    ["invisible characters", "\u200b\u200d\ufeff\u2060"],
    ["a lone surrogate of no use", "\ue000"],
  ])("takes %s for an empty message", (_, raw) => {
    expect(readMessage(raw)).toEqual({ text: "", problem: "empty" });
  });

  it.each([
    ["emoji", "🤔🤔👍🏽"],
    ["marks", "???!!!"],
    ["a lone surrogate", "\ud83d"],
    ["brackets", "(){}[]«»"],
  ])("finds no words in %s", (_, raw) => {
    expect(readMessage(raw).problem).toBe("no-words");
  });

  it("turns down what is longer than a question can be, without reading it", () => {
    expect(readMessage("bảo hiểm ".repeat(12_000))).toEqual({ text: "", problem: "too-long" });
    expect(readMessage("🤔".repeat(50_000))).toEqual({ text: "", problem: "too-long" });
    expect(readMessage("a".repeat(LONGEST_MESSAGE)).problem).toBeNull();
    expect(readMessage("a".repeat(LONGEST_MESSAGE + 1)).problem).toBe("too-long");
  });

  it("calls a hundred thousand blanks empty, not too long", () => {
    expect(readMessage(" ".repeat(100_000)).problem).toBe("empty");
  });

  it("puts decomposed letters together and lines into one", () => {
    expect(readMessage("  Bảo hiểm\r\n\r\ny  tế\u200b? ".normalize("NFD"))).toEqual({
      text: "Bảo hiểm y tế ?",
      problem: null,
    });
  });

  it("keeps a question between emoji", () => {
    expect(readMessage("👋 BHYT Đức Phổ 🙏").problem).toBeNull();
  });
});
