import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeByFont } from "../../src/corpus/decode-by-font.ts";
import { decodeAs, decodeBytes, decodeLegacyText } from "../../src/corpus/decode-legacy.ts";
import type { LegacyEncoding } from "../../src/corpus/legacy-tables.ts";
import { TCVN3, VNI, VPS } from "../../src/corpus/legacy-tables.ts";

const programmes = ["duc-pho", "phuong-tu-son", "ha-tinh"].map((key) => ({
  key,
  text: readFileSync(`corpus/${key}/source.txt`, "utf8").normalize("NFC"),
}));
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`tests/fixtures/formats/${name}`));

const invert = (table: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...table].map(([code, letter]) => [letter, code]));
const inverted = { tcvn3: invert(TCVN3), vni: invert(VNI), vps: invert(VPS) };
const windows1252 = new Map([
  ["…", 0x85],
  ["‘", 0x91],
  ["’", 0x92],
  ["“", 0x93],
  ["”", 0x94],
  ["–", 0x96],
  ["—", 0x97],
]);

/** Bytes of a text in a legacy encoding; letters of Windows-1252 that it lacks in theirs. */
function encode(text: string, encoding: "tcvn3" | "vni" | "vps"): Uint8Array {
  const codes = Array.from(text, (letter) => inverted[encoding].get(letter) ?? letter).join("");
  return Uint8Array.from(codes, (code) => windows1252.get(code) ?? code.charCodeAt(0));
}

/** What an encoding cannot hold is not asked of it. */
const holdable = (text: string): string => text.replace(/[^\p{Script=Latin}\p{M}\x20-\x7e\n“”‘’–—…]/gu, " ");

describe("legacy encodings", () => {
  for (const encoding of ["tcvn3", "vni", "vps"] as const) {
    for (const { key, text } of programmes) {
      it(`reads ${key} in ${encoding} letter for letter, and tells the encoding by itself`, () => {
        const clean = holdable(text).replace(/[“”‘’–—…]/gu, encoding === "vps" ? " " : "$&");
        const decoded = decodeBytes(encode(clean, encoding));
        expect(decoded.encoding).toBe(encoding);
        expect(decoded.text).toBe(clean);
      });
    }
  }

  it.each([
    ["doan-tcvn3.txt", "tcvn3"],
    ["doan-1258.txt", "windows-1258"],
  ] as const)("reads %s, written by iconv, as %s", (file, encoding) => {
    const decoded = decodeBytes(fixture(file));
    expect(decoded).toEqual({
      text: readFileSync("tests/fixtures/formats/doan-unicode.txt", "utf8"),
      encoding,
      isSure: true,
    });
  });

  it("leaves Unicode as it is, also decomposed, and in UTF-16", () => {
    const text = "Phấn đấu đến năm 2030, tỷ lệ bao phủ bảo hiểm y tế trên 95%";
    expect(decodeBytes(Buffer.from(text.normalize("NFD"))).text).toBe(text);
    expect(decodeBytes(Buffer.from(`\ufeff${text}`, "utf16le"))).toEqual({
      text,
      encoding: "utf-16",
      isSure: true,
    });
    expect(decodeLegacyText("Café à la carte, naïve façade, déjà vu, señor")).toBeNull();
    expect(decodeLegacyText(text)).toBeNull();
  });

  it("restores capitals that VN3 has no codes for, from the capitals around them", () => {
    expect(decodeAs("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "tcvn3")).toBe(
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    );
    expect(decodeAs("Bé ChÝnh trÞ - Uû ban", "tcvn3")).toBe("Bộ Chính trị - Uỷ ban");
  });

  it("mends the codes of an old font that came out as Unicode", () => {
    const broken = "Céng hßa x· héi chñ nghÜa ViÖt Nam, phÊn ®Êu ®Õn n¨m 2030";
    expect(decodeLegacyText(broken)).toEqual({
      text: "Cộng hòa xã hội chủ nghĩa Việt Nam, phấn đấu đến năm 2030",
      encoding: "tcvn3",
    });
    expect(decodeByFont("phÊn ®Êu", ".VnTime")).toBe("phấn đấu");
    expect(decodeByFont("phÊn ®Êu", ".VnTimeH")).toBe("PHẤN ĐẤU");
    expect(decodeByFont("phaán ñaáu", "VNI-Times")).toBe("phấn đấu");
    expect(decodeByFont("phấn đấu", "Times New Roman")).toBe("phấn đấu");
  });

  it("takes any bytes without throwing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(typeof decodeBytes(bytes).text).toBe("string");
      }),
      { numRuns: 300 },
    );
  });

  it("decodes what it encodes, whatever the Vietnamese letters", () => {
    for (const encoding of ["tcvn3", "vni", "vps"] satisfies LegacyEncoding[]) {
      const letters = [...new Set(inverted[encoding].keys())].filter(
        (letter) => letter === letter.toLowerCase(),
      );
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...letters, " "), { maxLength: 60 }), (parts) => {
          // VNI's letters are pairs: a bare vowel before a mark's letter would be one.
          const text = parts.join(encoding === "vni" ? " " : "");
          const codes = Array.from(encode(text, encoding), (code) => String.fromCharCode(code)).join("");
          expect(decodeAs(codes, encoding)).toBe(text);
        }),
        { numRuns: 100 },
      );
    }
  });
});
