import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FEATURES, orderByEvidence } from "../../src/retrieval/rerank.ts";

const candidate = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: FEATURES.length,
  maxLength: FEATURES.length,
});
const candidates = fc.array(candidate, { maxLength: 50 });

describe("the order of the re-ranked", () => {
  test("holds each candidate once, scores falling, in an index of any size", () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 0, max: 1_000_000 }), (list, passageCount) => {
        const order = orderByEvidence(list, passageCount);
        expect(order.map(({ index }) => index).sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
        const scores = order.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  test("is that of the plain weights in a small index, of the network in a large one", () => {
    const weights = {
      plain: FEATURES.map((feature) => (feature === "keyword" ? 1 : 0)),
      network: {
        straight: FEATURES.map(() => 0),
        hidden: [FEATURES.map((feature) => (feature === "window" ? 1 : 0))],
        bias: [0],
        output: [1],
      },
    };
    const byWords = FEATURES.map((feature) => (feature === "keyword" ? 1 : 0));
    const byWindow = FEATURES.map((feature) => (feature === "window" ? 1 : 0));
    expect(orderByEvidence([byWindow, byWords], 100, weights)[0]?.index).toBe(1);
    expect(orderByEvidence([byWindow, byWords], 100_000, weights)[0]?.index).toBe(0);
  });
});
