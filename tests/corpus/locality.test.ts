import { describe, expect, test } from "vitest";
import { createLocalityIndex, foldName } from "../../src/corpus/locality.ts";
import { readLocalities } from "../../src/corpus/read-localities.ts";

const localities = readLocalities("corpus/localities.yaml");
const index = createLocalityIndex(localities);
const names = (folded: string) => index.byName(folded).map(({ key }) => key);
const at = (key: string) => {
  const locality = index.byKey(key);
  if (locality === undefined) throw new Error(`no ${key}`);
  return locality;
};
const successorsOf = (key: string) => at(key).successors.map((successor) => at(successor).name);

describe("the list of localities", () => {
  test("holds every unit of both eras", () => {
    const count = (level: string, era: string) =>
      localities.filter((one) => one.level === level && one.era === era).length;
    expect(localities.filter(({ level, era }) => level === "province" && era !== "after")).toHaveLength(63);
    expect(localities.filter(({ level, era }) => level === "province" && era !== "before")).toHaveLength(34);
    const communes = ["ward", "commune", "special-zone"];
    expect(localities.filter(({ level, era }) => communes.includes(level) && era !== "before")).toHaveLength(
      3321,
    );
    expect(count("district", "before") + count("town", "before") + count("city", "before")).toBe(696);
  });

  test("has no key twice, and every parent, province and successor in it", () => {
    expect(new Set(localities.map(({ key }) => key)).size).toBe(localities.length);
    const loose = localities.filter(({ parent, province, successors }) =>
      [province, ...successors, ...(parent === null ? [] : [parent])].some(
        (key) => index.byKey(key) === undefined,
      ),
    );
    expect(loose).toEqual([]);
  });

  test("says what became of the three localities of the corpus", () => {
    expect(successorsOf("duc-pho").sort()).toEqual(
      ["Phường Sa Huỳnh", "Phường Trà Câu", "Phường Đức Phổ", "Xã Khánh Cường", "Xã Nguyễn Nghiêm"].sort(),
    );
    expect(successorsOf("tu-son").sort()).toEqual(
      ["Phường Phù Khê", "Phường Tam Sơn", "Phường Từ Sơn", "Phường Đồng Nguyên"].sort(),
    );
    expect(successorsOf("ha-tinh")).toContain("Phường Thành Sen");
    expect(at("phuong-tu-son")).toMatchObject({ level: "ward", parent: "tu-son", province: "tinh-bac-ninh" });
  });

  test.each([
    ["phuong-tran-phu", ["Phường Thành Sen"], false],
    ["phuong-ha-huy-tap", ["Phường Thành Sen"], false],
    ["phuong-nguyen-du", ["Phường Thành Sen"], false],
    ["phuong-thach-linh", ["Phường Thành Sen"], false],
    ["phuong-dai-nai", ["Phường Thành Sen", "Phường Hà Huy Tập"], true],
    ["phuong-thach-trung", ["Phường Trần Phú"], false],
    ["xa-thach-binh", ["Xã Cẩm Bình"], false],
  ])("knows where the old %s of Hà Tĩnh is now", (unit, successors, divided) => {
    const key = `tinh-ha-tinh/thanh-pho-ha-tinh/${unit}`;
    expect(successorsOf(key)).toEqual(successors);
    expect(at(key)).toMatchObject({ era: "before", divided, parent: "ha-tinh" });
  });

  test("keeps an old unit apart from the new one of its name", () => {
    const found = names("phuong tran phu").filter((key) => key.startsWith("tinh-ha-tinh/"));
    expect(found.map((key) => at(key).era).sort()).toEqual(["after", "before"]);
    expect(
      names("nguyen nghiem")
        .filter((key) => key.startsWith("tinh-quang-ngai/"))
        .sort(),
    ).toEqual([
      "tinh-quang-ngai/thanh-pho-quang-ngai/phuong-nguyen-nghiem",
      "tinh-quang-ngai/thi-xa-duc-pho/phuong-nguyen-nghiem",
      "tinh-quang-ngai/xa-nguyen-nghiem",
    ]);
  });

  test("knows which units a new one was formed of", () => {
    const old = index.predecessors("tinh-quang-ngai/phuong-sa-huynh").map(({ name }) => name);
    expect(old).toEqual(expect.arrayContaining(["Phường Phổ Thạnh", "Xã Phổ Châu"]));
    expect(index.predecessors("tinh-ha-tinh/phuong-tran-phu").map(({ name }) => name)).toContain("Xã Hộ Độ");
  });
});

describe("finding a locality by name", () => {
  test.each([
    ["thị xã Đức Phổ", "duc-pho"],
    ["TX Đức Phổ", "duc-pho"],
    ["đức phổ", "duc-pho"],
    ["tp hà tĩnh", "ha-tinh"],
    ["htinh", "ha-tinh"],
    ["Ha Tinh city", "ha-tinh"],
    ["TP. Từ Sơn", "tu-son"],
    ["phường ở Từ Sơn", "phuong-tu-son"],
    ["Sài Gòn", "thanh-pho-ho-chi-minh"],
    ["Đà Nẵng", "thanh-pho-da-nang"],
    ["cả nước", "viet-nam"],
    ["Khánh Hoà", "tinh-khanh-hoa"],
    ["Khánh Hòa", "tinh-khanh-hoa"],
  ])("%s", (typed, key) => {
    expect(names(foldName(typed))).toContain(key);
  });

  test("the city and the province of one name are both found by it, and told apart by their level", () => {
    expect(names("ha tinh")).toEqual(expect.arrayContaining(["ha-tinh", "tinh-ha-tinh"]));
    expect(names("tinh ha tinh")).toEqual(["tinh-ha-tinh"]);
    expect(names("thanh pho ha tinh")).toEqual(["ha-tinh"]);
  });

  test("a bare number is no name, but it is one with its level word", () => {
    expect(names("1")).toEqual([]);
    expect(names("phuong 1").length).toBeGreaterThan(5);
  });

  test("an unknown name is nowhere", () => {
    expect(names("xu so than tien")).toEqual([]);
  });
});
