import { describe, expect, test } from "vitest";
import type { Indicator } from "../../src/facts/indicator.ts";
import { proposeKnownIndicators, proposeSameIndicator } from "../../src/facts/propose-same-indicator.ts";
import { makeTarget } from "../doubles/make-target.ts";

const accounts = makeTarget({ document: "a", name: "người hưởng trợ cấp có tài khoản ngân hàng" });
const alike = makeTarget({ document: "b", name: "tỷ lệ người hưởng trợ cấp được mở tài khoản ngân hàng" });
const other = makeTarget({ document: "b", name: "diện tích rừng trồng mới" });

describe("wordings of two documents that may be one indicator", () => {
  test("are proposed as a pair, the words that every name has left aside", () => {
    const proposals = proposeSameIndicator([accounts, alike, other]);
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toMatchObject({ a: accounts, b: alike });
    expect(proposals[0]?.likeness).toBeGreaterThan(0.6);
  });

  test("are not proposed within one document, with units that disagree, or where one has a name already", () => {
    expect(proposeSameIndicator([accounts, { ...alike, document: "a" }])).toEqual([]);
    expect(proposeSameIndicator([accounts, { ...alike, unit: "người" }])).toEqual([]);
    expect(proposeSameIndicator([accounts, { ...alike, indicator: "cash-free" }])).toEqual([]);
  });

  test("are proposed once, however often a document repeats them", () => {
    expect(proposeSameIndicator([accounts, accounts, alike, { ...alike, value: 3 }])).toHaveLength(1);
  });

  test("names that say nothing are proposed to no one", () => {
    const empty = makeTarget({ document: "a", name: "tỷ lệ đạt" });
    expect(proposeSameIndicator([empty, { ...empty, document: "b" }])).toEqual([]);
  });
});

test("the nearest indicators of the lexicon are those of the same unit with like words, best first", () => {
  const indicator = (id: string, vi: string, unit: string): Indicator => ({
    id,
    name: { vi, en: id },
    synonyms: { vi: [], en: [] },
    abbreviations: [],
    unit,
    topic: "economy",
    higherIsBetter: true,
  });
  const lexicon = [
    indicator("forest", "tỷ lệ che phủ rừng", "%"),
    indicator("new-forest", "diện tích rừng trồng mới hằng năm", "ha"),
    indicator("bank-accounts", "tỷ lệ người dân có tài khoản ngân hàng", "%"),
  ];
  const found = proposeKnownIndicators({ name: "diện tích rừng trồng mới", unit: "ha" }, lexicon);
  expect(found.map((one) => one.indicator.id)).toEqual(["new-forest"]);
});
