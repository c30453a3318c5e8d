import { describe, expect, test } from "vitest";
import type { Locality } from "../../src/corpus/locality.ts";
import { createLocalityIndex } from "../../src/corpus/locality.ts";
import { nearestLocalities } from "../../src/corpus/nearest-localities.ts";
import { proposeLocality } from "../../src/corpus/propose-locality.ts";

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
const NOTHING = { head: "", context: "" };
const propose = (issuer: string | null, date: string | null = null, head = "") =>
  proposeLocality({ issuer, date }, { head, context: "" }, localities);

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
    expect(propose(issuer)).toMatchObject({ isKnown: true, locality: null });
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

describe("where the issuer names no place", () => {
  test("the body above it does", () => {
    const head = "UBND TỈNH NAM SƠN\nSỞ Y TẾ\nSố: 12/SYT\nV/v chi trả tại tỉnh Bắc Hà";
    expect(proposeLocality({ issuer: "Sở Y tế", date: null }, { head, context: "" }, localities)).toMatchObject(
      { locality: { key: "tinh-nam-son" }, source: "letterhead" },
    );
  });

  test("the title's «trên địa bàn» does, in the level of the issuer", () => {
    const title = "Kế hoạch giảm nghèo trên địa bàn thị xã An Phú, tỉnh Nam Sơn";
    expect(proposeLocality({ issuer: "Ủy ban nhân dân", date: null, title }, NOTHING, localities)).toMatchObject(
      { locality: { key: "an-phu" }, source: "title" },
    );
    expect(
      proposeLocality({ issuer: "Ủy ban nhân dân xã", date: null, title }, NOTHING, localities),
    ).toMatchObject({ isKnown: false });
  });

  test("the place before the date does, where the issuer tells its level", () => {
    const read = { issuer: "Sở Y tế", date: "tháng 5 năm 2023", place: "Bắc Hà" };
    expect(proposeLocality(read, NOTHING, localities)).toMatchObject({
      locality: { key: "tinh-bac-ha" },
      source: "place",
    });
  });

  test("the preamble tells the province of a name that several places bear", () => {
    const context = "Căn cứ Kế hoạch số 300/KH-UBND của Ủy ban nhân dân tỉnh Bắc Hà;";
    const read = { issuer: "Ủy ban nhân dân phường An Phú", date: null };
    expect(proposeLocality(read, { head: "", context }, localities)).toMatchObject({
      locality: { key: "bac-ha/phuong-an-phu" },
    });
  });

  test("a text without issuer is nobody's; the province that it names most is offered", () => {
    const context = "Nghị quyết của tỉnh Nam Sơn, trong đó Nam Sơn và Bắc Hà phấn đấu.";
    expect(proposeLocality({ issuer: null, date: null }, { head: "", context }, localities)).toMatchObject({
      isKnown: false,
      candidates: [{ key: "tinh-nam-son" }],
    });
  });

  test("a number of the Government's is the whole country's", () => {
    const read = { issuer: null, date: null, number: "99/NQ-CP" };
    expect(proposeLocality(read, NOTHING, localities)).toMatchObject({ isKnown: true, locality: null });
  });
});

test("a name that is not known brings those most like it", () => {
  expect(nearestLocalities("thi xa An Phu", localities, 1).map(({ key }) => key)).toEqual(["an-phu"]);
  expect(nearestLocalities("Băc Ha", localities, 1).map(({ key }) => key)).toEqual(["tinh-bac-ha"]);
  expect(nearestLocalities("zzz", localities, 3)).toEqual([]);
});
