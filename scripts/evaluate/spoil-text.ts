/** A small seeded generator (mulberry32): numbers in [0, 1), the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const KEYBOARD = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Slips a share of the letters: dropped, doubled, swapped with the next, or a neighbour on the keyboard. */
export function slipLetters(text: string, share: number, random: () => number): string {
  const letters = Array.from(text);
  let slipped = "";
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? "";
    if (!/\p{L}/u.test(letter) || random() >= share) {
      slipped += letter;
      continue;
    }
    const way = Math.floor(random() * 4);
    const next = letters[at + 1] ?? "";
    if (way === 0) continue;
    if (way === 1) slipped += letter + letter;
    else if (way === 2 && /\p{L}/u.test(next)) {
      slipped += next + letter;
      at++;
    } else slipped += neighbourOf(letter, random);
  }
  return slipped;
}

function neighbourOf(letter: string, random: () => number): string {
  const row = KEYBOARD.find((keys) => keys.includes(letter.toLowerCase()));
  if (row === undefined) return letter;
  const at = row.indexOf(letter.toLowerCase());
  return row[random() < 0.5 ? Math.max(0, at - 1) : Math.min(row.length - 1, at + 1)] ?? letter;
}

const TONE_KEYS: Readonly<Record<string, string>> = {
  "\u0300": "f",
  "\u0301": "s",
  "\u0303": "x",
  "\u0309": "r",
  "\u0323": "j",
};
const SHAPE_KEYS: Readonly<Record<string, string>> = { "\u0302": "double", "\u0306": "w", "\u031b": "w" };

/** The keys that Telex takes for a text, left raw: the tone's key at the end of the syllable. */
export function typeTelex(text: string): string {
  return text.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => {
    let tone = "";
    let keys = "";
    for (const unit of word.normalize("NFD")) {
      const shape = SHAPE_KEYS[unit];
      if (unit in TONE_KEYS) tone = TONE_KEYS[unit] ?? "";
      else if (shape === "double") keys += keys.at(-1) ?? "";
      else if (shape !== undefined) keys += shape;
      else keys += unit === "đ" ? "dd" : unit === "Đ" ? "DD" : unit;
    }
    return keys + tone;
  });
}
