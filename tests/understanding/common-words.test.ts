import { describe, expect, it } from "vitest";
import { commonWords, parseCommonWords } from "../../src/understanding/common-words.ts";

describe("the words of ordinary Vietnamese", () => {
  it("are read by their sections; remarks are left out", () => {
    const words = parseCommonWords(
      "# a remark\n[syllables]\nkín gái\n[pairs]\ntrom: cap vat\n[everyday]\ncon trai, hoà giải viên\n",
    );
    expect(["kín", "gái", "trai", "hòa", "remark"].map((word) => words.hasTyped(word))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(words.hasPair("trom", "cap")).toBe(true);
    expect(words.hasPair("trom", "vat")).toBe(true);
    expect(words.hasPair("giai", "vien")).toBe(true);
    expect(words.hasPair("trai", "hoa")).toBe(false);
  });

  it("are shipped: what laws and people say, but no slip of it", () => {
    const words = commonWords();
    expect(words.hasPair("trom", "cap")).toBe(true);
    expect(words.hasPair("con", "gai")).toBe(true);
    expect(words.hasTyped("ngồi")).toBe(true);
    expect(words.hasTyped("nghiẹp")).toBe(false);
    expect(words.hasPair("bao", "hiem")).toBe(true);
    expect(words.hasPair("bao", "hie")).toBe(false);
  });
});
