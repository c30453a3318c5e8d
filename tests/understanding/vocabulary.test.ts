import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildVocabulary } from "../../src/understanding/vocabulary.ts";

const vocabulary = buildVocabulary(["Bảo hiểm y tế\nbảo hiểm xã hội", "Hoà bình: 97,5% hộ; hộ nghèo"]);

describe("the vocabulary of texts", () => {
  it("counts syllables and pairs without marks", () => {
    expect(vocabulary.count("bao")).toBe(2);
    expect(vocabulary.pairCount("bao", "hiem")).toBe(2);
    expect(vocabulary.pairCount("hiem", "bao")).toBe(0);
    expect(vocabulary.has("hiem")).toBe(true);
    expect(vocabulary.has("hiểm")).toBe(false);
  });

  it("makes no pair over the end of a line", () => {
    expect(vocabulary.pairCount("te", "bao")).toBe(0);
  });

  it("keeps decimal figures whole", () => {
    expect(vocabulary.has("97,5")).toBe(true);
  });

  it("knows words with just the marks that they have, wherever the tone mark stands", () => {
    expect(vocabulary.hasTyped("bảo")).toBe(true);
    expect(vocabulary.hasTyped("bao")).toBe(false);
    expect(vocabulary.hasTyped("hòa")).toBe(true);
    expect(vocabulary.hasTyped("hoà")).toBe(true);
  });

  it("finds rarer words rarer, unknown ones rarest, and none below zero", () => {
    expect(vocabulary.rarity("xa")).toBeGreaterThan(vocabulary.rarity("bao"));
    expect(vocabulary.rarity("khong-co")).toBeGreaterThan(vocabulary.rarity("xa"));
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (texts, word) => {
        expect(buildVocabulary(texts).rarity(word)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is empty, not broken, over no text", () => {
    const none = buildVocabulary([]);
    expect([...none.syllables()]).toEqual([]);
    expect(none.has("toString")).toBe(false);
    expect(none.count("constructor")).toBe(0);
  });
});
