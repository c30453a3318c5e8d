import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadLexicons } from "../../src/understanding/lexicon.ts";
import { caught } from "../doubles/catch-error.ts";
import { smallCorpus } from "../doubles/small-corpus.ts";

async function faultOf(files: Readonly<Record<string, string>>) {
  const directory = smallCorpus(files);
  const error = (await caught(() => loadLexicons(directory))) as {
    code: string;
    where: string;
    message: string;
  };
  return { code: error.code, where: error.where.replace(`${directory}/`, ""), message: error.message };
}

describe("the lexicons that ship", () => {
  const lexicons = loadLexicons("corpus");

  test("write out no office abbreviation that is a common word in small letters", () => {
    const common = ["đa", "tư", "đu", "an", "to", "ban", "da", "the"];
    const matched = lexicons.abbreviations.filter(
      ({ short, caseSensitive, register }) =>
        register === "office" && !caseSensitive && common.includes(short.toLowerCase()),
    );
    expect(matched).toEqual([]);
  });

  test("load, and are generous", () => {
    expect(lexicons.abbreviations.length).toBeGreaterThan(150);
    expect(lexicons.indicators.length).toBeGreaterThan(40);
    expect(new Set(lexicons.bodies.map(({ id }) => id)).size).toBe(lexicons.bodies.length);
  });

  test("spell an ambiguous abbreviation out in all its meanings", () => {
    const long = (short: string) => lexicons.abbreviations.find((one) => one.short === short)?.long;
    expect(long("CT")).toEqual(expect.arrayContaining(["chỉ tiêu", "chương trình"]));
    expect(long("BHYT")).toEqual(["bảo hiểm y tế"]);
    expect(long("bn")).toEqual(["bao nhiêu"]);
  });

  test("name bodies at every level, and say what became of them where a source does", () => {
    const body = (name: string) =>
      lexicons.bodies.find((one) => one.name === name || one.aliases.includes(name));
    expect(body("Ủy ban nhân dân phường")?.abbreviations).toContain("UBND phường");
    expect(body("Ban Thường vụ Thị ủy")?.became?.since).toBe("2025-07-01");
    expect(body("Ban Tuyên giáo")?.became?.text).toContain("Ban Tuyên giáo và Dân vận");
    expect(body("Phòng Lao động - Thương binh và Xã hội thị xã")?.became?.text).toContain("Văn hóa - Xã hội");
    expect(body("Sở Lao động - Thương binh và Xã hội")?.became).toBeNull();
  });
});

describe("a broken lexicon is refused with file and line", () => {
  test("where it is not YAML", async () => {
    const fault = await faultOf({ "bodies.yaml": "bodies:\n  - { id: a, name: A\n  - oops: [\n" });
    expect(fault).toMatchObject({
      code: "LEXICON_INVALID",
      where: expect.stringMatching(/^bodies\.yaml:\d/) as string,
    });
    expect(fault.message).toContain("not YAML");
  });

  test("where a field is missing or unknown: each fault with its own line", async () => {
    const fault = await faultOf({
      "abbreviations.yaml": `abbreviations:
  - { short: A, long: [b], register: office }
  - short: B
    long: []
    register: shop
  - { short: C, long: [c], register: chat, colour: red }
`,
    });
    expect(fault.where).toBe("abbreviations.yaml:4");
    expect(fault.message).toMatch(/abbreviations\.yaml:5: «abbreviations\.1\.register»/);
    expect(fault.message).toMatch(/abbreviations\.yaml:6: .*colour/);
  });

  test.each([
    ["indicators.yaml", "id"],
    ["bodies.yaml", "id"],
    ["abbreviations.yaml", "abbreviation"],
  ])("where %s has an entry twice: both lines", async (file, what) => {
    const directory = smallCorpus();
    const text = readFileSync(join(directory, file), "utf8");
    const entries = text.slice(text.indexOf("\n") + 1);
    appendFileSync(join(directory, file), entries);
    const error = await caught(() => loadLexicons(directory));
    const second = 2 + entries.trimEnd().split("\n").length;
    expect(error).toMatchObject({
      code: "LEXICON_INVALID",
      where: `${join(directory, file)}:${second}`,
      message: expect.stringMatching(
        new RegExp(`The ${what} «.*» stands twice, first on line 2\\.`),
      ) as string,
    });
  });

  test("where an indicator's topic is not in topics.yaml", async () => {
    const fault = await faultOf({ "topics.yaml": "topics:\n  - { id: water, vi: [nước sạch] }\n" });
    expect(fault).toMatchObject({ where: "indicators.yaml:7", message: "There is no topic «health»." });
  });

  test("where a key stands twice in one map", async () => {
    expect(await faultOf({ "terms.yaml": "terms: []\nterms: []\n" })).toMatchObject({
      where: "terms.yaml:2",
    });
  });

  test("where the file is missing, or no UTF-8", async () => {
    const directory = smallCorpus();
    const file = join(directory, "bodies.yaml");
    writeFileSync(file, Buffer.from([0x62, 0xff, 0xfe, 0x0a]));
    expect(await caught(() => loadLexicons(directory))).toMatchObject({
      where: file,
      message: "The file is not UTF-8 text.",
    });
    expect(await caught(() => loadLexicons(join(directory, "none")))).toMatchObject({
      code: "LEXICON_INVALID",
    });
  });

  test.each([
    ["      P. Một", 6, "is not a district"],
    ["      Thị xã An Phú\n        An Phú = P. Một", 7, "is not a unit"],
    ["      Thị xã An Phú\n        P. An Phú = Một", 7, "of which level"],
    ["      Thị xã An Phú\n        P. An Phú = P. Một = P. Hai", 7, "is not a unit"],
  ])("where a line of the list of units cannot be read: %j", async (lines, line, problem) => {
    const head = "named: []\nprovinces:\n  - name: Tỉnh Nam Sơn\n    became: Tỉnh Nam Sơn\n    units: |\n";
    const fault = await faultOf({ "localities.yaml": `${head}${lines}\n` });
    expect(fault.message).toContain(problem);
    expect(fault.where).toBe(`localities.yaml:${line}`);
  });

  test("where a named unit is not in the list", async () => {
    const fault = await faultOf({ "localities.yaml": "named:\n  - unit: Thị xã Không Có\nprovinces: []\n" });
    expect(fault).toMatchObject({
      where: "localities.yaml:2",
      message: "«Thị xã Không Có» is not in the list of units.",
    });
  });

  test("where one alias stands twice in an entry", async () => {
    const fault = await faultOf({
      "localities.yaml":
        "named:\n  - key: x\n    name: X\n    level: country\n    aliases: [cả nước, CẢ NƯỚC]\nprovinces: []\n",
    });
    expect(fault).toMatchObject({ where: "localities.yaml:5" });
  });
});
