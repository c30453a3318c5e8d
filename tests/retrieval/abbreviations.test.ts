import { describe, expect, test } from "vitest";
import { abbreviationWriter } from "../../src/retrieval/abbreviations.ts";

const write = abbreviationWriter([
  { short: "BHYT", long: ["bảo hiểm y tế"], caseSensitive: false },
  { short: "TN&MT", long: ["tài nguyên và môi trường"], caseSensitive: false },
  { short: "LĐTBXH", long: ["lao động thương binh xã hội"], caseSensitive: false },
  { short: "HN", long: ["hộ nghèo", "hội nghị"], caseSensitive: true },
  { short: "CS", long: ["chính sách"], caseSensitive: true },
  { short: "cty", long: ["công ty"], caseSensitive: false },
]);

describe("short forms", () => {
  test("are written out as they stand in office texts, with a sign within and without their marks", () => {
    expect(write("thẻ BHYT của Sở TN&MT, Sở LDTBXH.")).toBe(
      "thẻ bảo hiểm y tế của Sở tài nguyên và môi trường, Sở lao động thương binh xã hội.",
    );
  });

  test("of several readings, and those that may be words in a line of capitals, stay", () => {
    expect(write("HN VỀ CS")).toBe("HN VỀ CS");
  });

  test("in small letters, and within longer words, stay", () => {
    expect(write("the bhyt, cty ABC, BHYTX")).toBe("the bhyt, cty ABC, BHYTX");
  });
});
