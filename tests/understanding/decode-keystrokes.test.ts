import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { foldText, syllablesOf } from "../../src/shared/vietnamese-text.ts";
import { decodeTelex, decodeVni, isVietnameseSyllable } from "../../src/understanding/decode-keystrokes.ts";
import { readFileSync } from "node:fs";

const TONES: Readonly<Record<string, readonly [telex: string, vni: string]>> = {
  "\u0301": ["s", "1"],
  "\u0300": ["f", "2"],
  "\u0309": ["r", "3"],
  "\u0303": ["x", "4"],
  "\u0323": ["j", "5"],
};

/** Keys for one syllable; the tone at the end of it or right after its vowel, the shape after its letter or at the end. */
function strike(syllable: string, method: 0 | 1, toneAtEnd: boolean): string {
  let keys = "";
  let tone = "";
  for (const letter of syllable.toLowerCase()) {
    const [base = "", ...marks] = letter === "đ" ? ["d", "đ"] : Array.from(letter.normalize("NFD"));
    keys += base;
    let here = "";
    for (const mark of marks) {
      if (mark === "đ") keys += method === 0 ? "d" : "9";
      else if (mark === "\u0302") keys += method === 0 ? base : "6";
      else if (mark === "\u0306") keys += method === 0 ? "w" : "8";
      else if (mark === "\u031b") keys += method === 0 ? "w" : "7";
      else here = TONES[mark]?.[method] ?? "";
    }
    if (here !== "" && toneAtEnd) tone = here;
    else keys += here;
  }
  return keys + tone;
}

let syllables: readonly string[];

beforeAll(() => {
  const text = ["duc-pho", "ha-tinh", "phuong-tu-son"]
    .map((key) => readFileSync(`corpus/${key}/source.txt`, "utf8").normalize("NFC"))
    .join("\n");
  const counts = new Map<string, number>();
  for (const { text: word } of syllablesOf(text)) {
    const lower = word.toLowerCase();
    if (/^\p{L}{2,7}$/u.test(lower) && /[^\p{ASCII}]/u.test(lower) && isVietnameseSyllable(foldText(lower)))
      counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
  syllables = [...counts].filter(([, count]) => count > 1).map(([word]) => word);
});

describe("keystrokes without an input method", () => {
  it("there are syllables to try", () => {
    expect(syllables.length).toBeGreaterThan(500);
  });

  it.each([
    ["Telex, tone at the end", 0, true],
    ["Telex, tone after its vowel", 0, false],
    ["VNI, tone at the end", 1, true],
    ["VNI, tone after its vowel", 1, false],
  ] as const)("%s: every syllable of the corpus folds back", (_, method, toneAtEnd) => {
    const decode = method === 0 ? decodeTelex : decodeVni;
    const lost = syllables.flatMap((syllable) => {
      const keys = strike(syllable, method, toneAtEnd);
      const decoded = decode(keys);
      return decoded === foldText(syllable) ? [] : [`${syllable}: ${keys} → ${String(decoded)}`];
    });
    expect(lost).toEqual([]);
  });

  it.each([
    ["hieemr", "hiem"],
    ["tees", "te"],
    ["ddoongf", "dong"],
    ["dduowcj", "duoc"],
    ["nguwowif", "nguoi"],
    ["nghieepj", "nghiep"],
    ["dodongf", null],
  ])("Telex «%s» is «%s»", (keys, folded) => {
    expect(decodeTelex(keys)).toBe(folded);
  });

  it.each([
    ["hie63m", "hiem"],
    ["te61", "te"],
    ["d9u7o7c5", "duoc"],
    ["u7o7c", "uoc"],
  ])("VNI «%s» is «%s»", (keys, folded) => {
    expect(decodeVni(keys)).toBe(folded);
  });

  it.each(["covid", "2030", "19kh", "zalo", "", "a", "m2", "insurance"])("«%s» is no Telex", (word) => {
    expect(decodeTelex(word)).toBeNull();
  });

  it.each(["2030", "42", "abc", "", "nq42tw", "bao"])("«%s» is no VNI", (word) => {
    expect(decodeVni(word)).toBeNull();
  });

  it("gives only folded syllables, or nothing, for anything at all", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{2,10}[0-9]?[a-z]?$/)), (word) => {
        for (const decoded of [decodeTelex(word), decodeVni(word)])
          expect(decoded === null || isVietnameseSyllable(decoded)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
