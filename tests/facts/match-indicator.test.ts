import { describe, expect, it } from "vitest";
import type { Indicator } from "../../src/facts/indicator.ts";
import { createIndicatorMatcher, foldedTokens, unitsAgree } from "../../src/facts/match-indicator.ts";

const indicator = (id: string, vi: string, changes: Partial<Indicator> = {}): Indicator => ({
  id,
  name: { vi, en: id.replaceAll("-", " ") },
  synonyms: { vi: [], en: [] },
  abbreviations: [],
  unit: "%",
  topic: "x",
  higherIsBetter: true,
  ...changes,
});

const matcher = createIndicatorMatcher([
  indicator("health-insurance", "Tỷ lệ dân số tham gia bảo hiểm y tế", { abbreviations: ["BHYT"] }),
  indicator("unemployment", "Tỷ lệ thất nghiệp chung", { synonyms: { vi: ["thất nghiệp"], en: [] } }),
  indicator("urban-unemployment", "Tỷ lệ thất nghiệp khu vực thành thị", {
    synonyms: { vi: ["thất nghiệp thành thị", "thất nghiệp"], en: [] },
  }),
  indicator("beds", "Số giường bệnh trên 10.000 dân", { unit: "giường bệnh/10.000 dân" }),
  indicator("clean-water-urban", "Tỷ lệ hộ đô thị dùng nước sạch", {
    synonyms: { vi: ["nước sạch"], en: [] },
  }),
  indicator("clean-water-rural", "Tỷ lệ hộ nông thôn dùng nước sạch", {
    synonyms: { vi: ["nước sạch"], en: [] },
  }),
]);
const clause = (name: string, unit: string | null = "%") => ({ name, unit, scope: null, headings: [] });
const asked = (text: string): string[][] =>
  matcher.find(foldedTokens(text)).map(({ ids }) => [...ids].sort());

describe("naming the indicator of a figure's clause", () => {
  it("takes the one whose words it holds", () => {
    expect(matcher.nameClause(clause("tỷ lệ dân số tham gia bảo hiểm y tế"))).toBe("health-insurance");
    expect(matcher.nameClause(clause("tỷ lệ thất nghiệp khu vực thành thị"))).toBe("urban-unemployment");
    expect(matcher.nameClause(clause("Tỷ lệ thất nghiệp chung"))).toBe("unemployment");
  });

  it("takes none rather than a wrong one", () => {
    expect(matcher.nameClause(clause("tỷ lệ tham gia bảo hiểm xã hội"))).toBeNull();
    expect(matcher.nameClause(clause("tỷ lệ hộ nghèo"))).toBeNull();
    expect(matcher.nameClause(clause(""))).toBeNull();
  });

  it("takes none whose unit is another", () => {
    expect(matcher.nameClause(clause("số giường bệnh trên 10.000 dân", "giường bệnh/10.000 dân"))).toBe(
      "beds",
    );
    expect(matcher.nameClause(clause("số giường bệnh trên 10.000 dân", "%"))).toBeNull();
  });

  it("takes none that the clause only mentions beside much else", () => {
    const long =
      "cơ sở đào tạo nghề có chương trình bồi dưỡng kỹ năng số cho lao động trẻ, kể cả người từng bị thất nghiệp chung";
    expect(matcher.nameClause(clause(long))).toBeNull();
  });
});

describe("the indicators that a question asks", () => {
  it("are found by name, abbreviation and English, with a word left out", () => {
    expect(asked("BHYT")).toEqual([["health-insurance"]]);
    expect(asked("dân số tham gia bảo hiểm y tế")).toEqual([["health-insurance"]]);
    expect(asked("what is the health insurance target")).toEqual([["health-insurance"]]);
  });

  it("are one group where they share the words", () => {
    expect(asked("nước sạch")).toEqual([["clean-water-rural", "clean-water-urban"]]);
  });

  it("are groups of their own where each has words of its own", () => {
    expect(asked("bhyt và giường bệnh trên 10.000 dân")).toHaveLength(2);
  });

  it("are none where nothing fits", () => {
    expect(asked("xin chào")).toEqual([]);
    expect(asked("")).toEqual([]);
    expect(asked("bảo hiểm xe máy")).toEqual([]);
  });

  it("the more exact one comes before its kin", () => {
    expect(asked("thất nghiệp thành thị")[0]).toContain("urban-unemployment");
  });
});

it("kin are those of one general wording", () => {
  expect(matcher.kinOf("clean-water-urban")).toEqual(["clean-water-rural"]);
  expect(matcher.kinOf("beds")).toEqual([]);
  expect(matcher.kinOf("no-such")).toEqual([]);
  expect(matcher.byId("no-such")).toBeUndefined();
});

it.each([
  ["%", "%/năm", true],
  ["%", "giường", false],
  ["m2 sàn/người", "m² sàn/người", true],
  ["", "%", true],
  ["%", null, true],
  ["căn hộ", "căn", true],
] as const)("units «%s» and «%s» agree: %s", (known, read, agree) => {
  expect(unitsAgree(known, read)).toBe(agree);
});

describe("a clause that holds an indicator's words and is about something else", () => {
  const named = createIndicatorMatcher([
    indicator("pension", "Tỷ lệ người được hưởng lương hưu", {
      synonyms: { vi: ["trợ cấp hưu trí xã hội"], en: [] },
    }),
    indicator("poverty", "Tỷ lệ hộ nghèo", { synonyms: { vi: ["hộ nghèo"], en: [] } }),
    indicator("insurance", "Tỷ lệ dân số tham gia bảo hiểm y tế", {
      synonyms: { vi: ["tham gia bảo hiểm y tế"], en: [] },
    }),
    indicator("certified", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", {
      synonyms: { vi: ["lao động qua đào tạo"], en: [] },
    }),
  ]);
  it.each([
    ["its verb is another", "người hưởng trợ cấp hưu trí xã hội được tuyên truyền", null],
    ["the group is narrower", "học sinh, sinh viên tham gia bảo hiểm y tế", null],
    ["the near-poor are not the poor", "Tỷ lệ hộ cận nghèo", null],
    ["a reduction is no level", "mức giảm tỷ lệ hộ nghèo", null],
    ["what qualifies the name is missing", "tỷ lệ lao động qua đào tạo", null],
    ["nothing of it", "Tỷ lệ hộ nghèo", "poverty"],
    ["nothing of it either", "tỷ lệ lao động qua đào tạo có chứng chỉ", "certified"],
  ])("%s: «%s» is %s", (_, name, id) => {
    expect(named.nameClause(clause(name))).toBe(id);
  });
});
