import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPhraseMatcher, type LexiconPhrase } from "../../src/facts/match-phrases.ts";

const phrase = (id: string, words: string): LexiconPhrase => ({ id, tokens: words.split(" ") });
const matcher = createPhraseMatcher([
  phrase("health", "bao hiem y te"),
  phrase("social", "bao hiem xa hoi"),
  phrase("unemployment", "bao hiem that nghiep"),
  phrase("beds", "giuong benh"),
]);
const found = (text: string, minimum = 0.9): string[] =>
  matcher.match(text.split(" "), minimum).map(({ id }) => id);

describe("phrases in running text", () => {
  it("are found where all their words stand close together, in any order", () => {
    expect(found("ty le bao hiem y te la bao nhieu")).toEqual(["health"]);
    expect(found("y te bao hiem")).toEqual(["health"]);
    expect(found("giuong benh va bao hiem xa hoi")).toEqual(expect.arrayContaining(["beds", "social"]));
  });

  it("are not found where their words stand far apart", () => {
    expect(found(`bao hiem ${"mot hai ba bon nam ".repeat(3)}y te`)).toEqual([]);
  });

  it("may lack words as far as is allowed; the best comes first", () => {
    const [first, ...others] = matcher.match(["bao", "hiem", "y", "te"], 0.3);
    expect(first).toMatchObject({ id: "health", start: 0, end: 4, coverage: 1, held: [0, 1, 2, 3] });
    expect(others.every(({ coverage }) => coverage < 1)).toBe(true);
  });

  it("rare words weigh more than those that many phrases share, light ones next to nothing", () => {
    expect(matcher.weightOf("te")).toBeGreaterThan(matcher.weightOf("hiem"));
    expect(matcher.weightOf("cua")).toBeLessThan(matcher.weightOf("hiem"));
  });

  it("a word said twice counts once", () => {
    expect(found("bao bao hiem hiem", 0.9)).toEqual([]);
  });

  it("keep to the bounds for anything at all", () => {
    const words = fc.array(
      fc.constantFrom("bao", "hiem", "y", "te", "xa", "hoi", "cua", "giuong", "benh", "zz", ""),
    );
    fc.assert(
      fc.property(words, fc.double({ min: 0.05, max: 1, noNaN: true }), (tokens, minimum) => {
        for (const { start, end, held, coverage, weight } of matcher.match(tokens, minimum)) {
          expect(coverage >= minimum && coverage <= 1 + 1e-9).toBe(true);
          expect(0 <= start && start < end && end <= tokens.length).toBe(true);
          expect(held.every((at) => at >= start && at < end)).toBe(true);
          expect(weight).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
