import { describe, expect, it } from "vitest";
import { stemEnglish } from "../../src/understanding/stem-english.ts";

describe("the stem of an English word", () => {
  it.each([
    ["study", "studies", "studying", "studied"],
    ["plan", "plans", "planning", "planned"],
    ["disease", "diseases"],
    ["house", "houses", "housing"],
    ["supervise", "supervises", "supervising", "supervised"],
    ["school", "schools"],
  ])("is one for all its forms: %s", (word, ...forms) => {
    for (const form of forms) expect(stemEnglish(form)).toBe(stemEnglish(word));
  });

  it.each(["is", "bus", "process", "of", ""])("of a short word is the word: «%s»", (word) => {
    expect(stemEnglish(word)).toBe(word === "process" ? "process" : word);
  });
});
