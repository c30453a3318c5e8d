import { describe, expect, test } from "vitest";
import type { Locality } from "../../src/corpus/locality.ts";
import { createLocalityIndex } from "../../src/corpus/locality.ts";
import { nearestLocalities, proposeLocality } from "../../src/corpus/propose-locality.ts";

function locality(
  key: string,
  name: string,
  level: Locality["level"],
  province: string,
  era: Locality["era"],
): Locality {
  const bareName = name.replace(/^(?:Tỉnh|Thành phố|Thị xã|Phường|Xã|Huyện) /u, "");
  return {
    key,
    name,
    bareName,
    level,
    province,
    parent: null,
    era,
    successors: [],
    divided: false,
    aliases: [],
    became: null,
  };
}

const localities = createLocalityIndex([
  locality("tinh-nam-son", "Tỉnh Nam Sơn", "province", "tinh-nam-son", "both"),
  locality("tinh-bac-ha", "Tỉnh Bắc Hà", "province", "tinh-bac-ha", "both"),
  locality("an-phu", "Thị xã An Phú", "town", "tinh-nam-son", "before"),
  locality("nam-son/phuong-an-phu", "Phường An Phú", "ward", "tinh-nam-son", "after"),
  locality("bac-ha/phuong-an-phu", "Phường An Phú", "ward", "tinh-bac-ha", "after"),
  locality("bac-ha/phuong-cu", "Phường Cũ", "ward", "tinh-bac-ha", "before"),
]);
const propose = (issuer: string | null, date: string | null = null, head = "") =>
  proposeLocality({ issuer, date }, head, localities);

describe("the locality of a document", () => {
  test.each([
    ["Thị ủy An Phú", "an-phu"],
    ["Ủy ban nhân dân thị xã An Phú", "an-phu"],
    ["UBND tỉnh Nam Sơn", "tinh-nam-son"],
    ["BAN THƯỜNG VỤ TỈNH UỶ BẮC HÀ", "tinh-bac-ha"],
  ])("of «%s» is %s", (issuer, key) => {
    expect(propose(issuer)).toMatchObject({ isKnown: true, locality: { key } });
  });

  test.each([
    "Chính phủ",
    "Thủ tướng Chính phủ",
    "Quốc hội",
    "Bộ Y tế",
    "Ban Chấp hành Trung ương Đảng khóa XIII",
  ])("of «%s» is the whole country", (issuer) => {
    expect(propose(issuer)).toEqual({ isKnown: true, locality: null });
  });

  test("is told by the province in the head where several places bear the name", () => {
    const issuer = "Ủy ban nhân dân phường An Phú";
    expect(propose(issuer)).toMatchObject({ isKnown: false, candidates: [{}, {}] });
    expect(propose(issuer, null, "TỈNH BẮC HÀ")).toMatchObject({ locality: { key: "bac-ha/phuong-an-phu" } });
  });

  test("is none that had ended by the document's date, or had not begun", () => {
    expect(propose("Đảng ủy phường Cũ", "ngày 1 tháng 6 năm 2025")).toMatchObject({ isKnown: true });
    expect(propose("Đảng ủy phường Cũ", "ngày 1 tháng 7 năm 2025")).toEqual({
      isKnown: false,
      candidates: [],
    });
    expect(propose("UBND phường An Phú", "02/3/2024")).toMatchObject({ isKnown: false });
  });

  test.each([null, "Đảng ủy phường", "Sở Y tế"])("is not guessed from «%s»", (issuer) => {
    expect(propose(issuer)).toEqual({ isKnown: false, candidates: [] });
  });
});

test("a name that is not known brings those most like it", () => {
  expect(nearestLocalities("thi xa An Phu", localities, 1).map(({ key }) => key)).toEqual(["an-phu"]);
  expect(nearestLocalities("Băc Ha", localities, 1).map(({ key }) => key)).toEqual(["tinh-bac-ha"]);
  expect(nearestLocalities("zzz", localities, 3)).toEqual([]);
});
