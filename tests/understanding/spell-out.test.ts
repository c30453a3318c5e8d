import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Abbreviation } from "../../src/understanding/lexicon.ts";
import { createSpeller, tokensOf } from "../../src/understanding/spell-out.ts";
import { buildVocabulary } from "../../src/understanding/vocabulary.ts";

const short = (letters: string, long: readonly string[], more: Partial<Abbreviation> = {}): Abbreviation => ({
  short: letters,
  long,
  register: "office",
  caseSensitive: false,
  ...more,
});

const vocabulary = buildVocabulary([
  "chương trình hành động thực hiện nghị quyết",
  "các chỉ tiêu đến năm 2030 về bảo hiểm y tế",
  "công nhân khu công nghiệp; công nghệ thông tin; ứng dụng công nghệ",
  "trẻ em dưới tuổi; hộ nghèo; giường bệnh; người dân",
]);
const speller = createSpeller(
  [
    short("BHYT", ["bảo hiểm y tế"]),
    short("CT", ["chỉ tiêu", "chương trình"]),
    short("cn", ["công nhân", "công nghiệp", "công nghệ"]),
    short("bn", ["bao nhiêu"], { register: "chat" }),
    short("TE", ["trẻ em"], { caseSensitive: true }),
    short("KH", ["kế hoạch"]),
    short("kh", ["không"], { register: "chat", caseSensitive: true }),
    short("LĐ-TB&XH", ["Lao động - Thương binh và Xã hội"]),
  ],
  vocabulary,
);
const spell = (text: string): string =>
  speller
    .spellOut(text)
    .map(({ folded }) => folded)
    .join(" ");

describe("spelling a message out", () => {
  it("writes abbreviations out, in capitals or not", () => {
    expect(spell("BHYT bn?")).toBe("bao hiem y te bao nhieu");
    expect(spell("bhyt BN")).toBe("bao hiem y te bao nhieu");
  });

  it("takes the reading of an ambiguous one whose words stand beside its neighbours'", () => {
    expect(spell("CT hành động")).toBe("chuong trinh hanh dong");
    expect(spell("các CT đến 2030")).toBe("cac chi tieu den 2030");
    expect(spell("cn thông tin")).toBe("cong nghe thong tin");
  });

  it("takes the first reading where neither neighbour decides", () => {
    expect(spell("CT")).toBe("chi tieu");
    expect(spell("zz cn zz")).toBe("zz cong nhan zz");
  });

  it("keeps apart what capitals keep apart", () => {
    expect(spell("TE nghèo")).toBe("tre em ngheo");
    expect(spell("te nghèo")).toBe("te ngheo");
    expect(spell("KH")).toBe("ke hoach");
    expect(spell("kh")).toBe("khong");
  });

  it("finds short forms of more than one word", () => {
    expect(spell("phòng LĐ-TB&XH")).toBe("phong lao dong thuong binh va xa hoi");
  });

  it("leaves the letters of a document's number alone", () => {
    expect(spell("19-KH/TW")).toBe("19 kh tw");
    expect(spell("số 43-CT/TU")).toBe("so 43 ct tu");
  });

  it("reads Telex and VNI keys, but not in place of a known word", () => {
    expect(spell("bao hieemr y tees")).toBe("bao hiem y te");
    expect(spell("ba3o hie63m")).toBe("bao hiem");
    expect(buildVocabulary(["as"]).has("as")).toBe(true);
    expect(createSpeller([], buildVocabulary(["as a"])).spellOut("as")[0]?.folded).toBe("as");
  });

  it.each([
    ["<6 tuổi", "duoi 6 tuoi"],
    [">95%", "tren 95"],
    ["trẻ <1t", "tre duoi 1 tuoi"],
    ["10k dân", "10.000 dan"],
    ["1 vạn dân", "10.000 dan"],
    ["trường c2", "truong cap 2"],
  ])("writes «%s» out", (text, spelt) => {
    expect(spell(text)).toBe(spelt);
  });

  it("keeps the words as typed beside the folded ones", () => {
    expect(tokensOf("Hoà Bình")).toEqual([
      { folded: "hoa", typed: "hòa", capital: true },
      { folded: "binh", typed: "bình", capital: true },
    ]);
  });

  it("never throws, and its tokens are folded words without blanks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        for (const { folded } of speller.spellOut(text.normalize("NFC"))) expect(folded).toMatch(/^\S+$/u);
      }),
      { numRuns: 300 },
    );
  });
});
