/** Legacy Vietnamese encodings that are told and converted. */
export type LegacyEncoding = "tcvn3" | "vni" | "vps" | "windows-1258";

const TONES = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"] as const;

function tabulate(rows: readonly string[], upper: boolean): Map<string, string> {
  const table = new Map<string, string>();
  for (const row of rows) {
    const [letter = "", ...codes] = row.split(" ");
    codes.forEach((code, tone) => {
      if (code === "--") return;
      const composed = `${letter}${TONES[tone] ?? ""}`.normalize("NFC");
      table.set(String.fromCharCode(Number.parseInt(code, 16)), upper ? composed.toUpperCase() : composed);
    });
  }
  return table;
}

/**
 * TCVN 5712:1993 (ABC): a letter, then the codes of it bare and with sắc, huyền, hỏi, ngã, nặng. The capitals
 * with tones are those of VN1; VN3, that of the .VnTime fonts, has none and writes the small letter.
 */
export const TCVN3: ReadonlyMap<string, string> = new Map([
  ...tabulate(
    [
      "a -- B8 B5 B6 B7 B9",
      "ă A8 BE BB BC BD C6",
      "â A9 CA C7 C8 C9 CB",
      "đ AE",
      "e -- D0 CC CE CF D1",
      "ê AA D5 D2 D3 D4 D6",
      "i -- DD D7 D8 DC DE",
      "o -- E3 DF E1 E2 E4",
      "ô AB E8 E5 E6 E7 E9",
      "ơ AC ED EA EB EC EE",
      "u -- F3 EF F1 F2 F4",
      "ư AD F8 F5 F6 F7 F9",
      "y -- FD FA FB FC FE",
    ],
    false,
  ),
  ...tabulate(
    [
      "a -- 83 80 81 82 84",
      "ă A1 C0 AF BA BF 85",
      "â A2 C4 C1 C2 C3 86",
      "đ A7",
      "e -- 8A 87 88 89 8B",
      "ê A3 DA C5 CD D9 8C",
      "i -- 90 8D 8E 8F 91",
      "o -- 95 92 93 94 96",
      "ô A4 FF DB E0 F0 97",
      "ơ A5 9B 98 99 9A 9C",
      "u -- 01 9D 9E 9F 02",
      "ư A6 11 04 05 06 12",
      "y -- 16 13 14 15 17",
    ],
    true,
  ),
]);

/** VPS (Vietnamese Professionals Society, 1993); its rarer capitals stand among the control characters. */
export const VPS: ReadonlyMap<string, string> = new Map([
  ...tabulate(
    [
      "a -- E1 E0 E4 E3 E5",
      "ă E6 A1 A2 A3 A4 A5",
      "â E2 C3 C0 C4 C5 C6",
      "đ C7",
      "e -- E9 E8 C8 EB CB",
      "ê EA 89 8A 8B CD 8C",
      "i -- ED EC CC EF CE",
      "o -- F3 F2 D5 F5 86",
      "ô F4 D3 D2 B0 87 B6",
      "ơ D6 A7 A9 AA AB AE",
      "u -- FA F9 FB DB F8",
      "ư DC D9 D8 BA BB BF",
      "y -- 9A FF 9B CF 9C",
    ],
    false,
  ),
  ...tabulate(
    [
      "a -- C1 80 81 82 02",
      "ă 88 8D 8E 8F F0 04",
      "â C2 83 84 85 1C 03",
      "đ F1",
      "e -- C9 D7 DE FE 05",
      "ê CA 90 93 94 95 06",
      "i -- B4 B5 B7 B8 10",
      "o -- B9 BC BD BE 11",
      "ô D4 96 97 98 99 12",
      "ơ F7 9D 9E 9F A6 13",
      "u -- DA A8 D1 AC 14",
      "ư D0 AD AF B1 1D 15",
      "y -- DD B2 FD B3 19",
    ],
    true,
  ),
]);

/**
 * VNI for Windows: most letters are a base and a mark («aø» à, «aá» ấ); some stand alone («ñ» đ, «í» í).
 * Written as the Windows-1252 characters that the codes are.
 */
export const VNI: ReadonlyMap<string, string> = vniTable();

function vniTable(): Map<string, string> {
  const marks: readonly (readonly [string, string])[] = [
    ["", "ùøûõï"],
    ["\u0302", "âáàåãä"],
    ["\u0306", "êéèúüë"],
  ];
  const alone = "ñđííììæỉóĩòịôơöưîỵ";
  const table = new Map<string, string>();
  const add = (code: string, letter: string): void => {
    table.set(code, letter.normalize("NFC"));
    table.set(code.toUpperCase(), letter.normalize("NFC").toUpperCase());
  };
  for (let i = 0; i < alone.length; i += 2) add(alone.charAt(i), alone.charAt(i + 1));
  for (const base of "aeouy") {
    for (const [hat, codes] of marks) {
      if ((hat === "\u0302" && !"aeo".includes(base)) || (hat === "\u0306" && base !== "a")) continue;
      const tones = hat === "" ? TONES.slice(1) : TONES;
      tones.forEach((tone, index) => {
        if (base !== "y" || tone !== "\u0323") add(base + codes.charAt(index), base + hat + tone);
      });
    }
  }
  for (const [horned, letter] of [
    ["ô", "ơ"],
    ["ö", "ư"],
  ] as const) {
    TONES.slice(1).forEach((tone, index) => {
      add(horned + "ùøûõï".charAt(index), letter + tone);
    });
  }
  return table;
}
