/** Windows-1252 from 80 to 9F; the platform's decoder of that name leaves these codes as they are in some versions. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const codeOf = new Map(
  Array.from(HIGH, (character, index) => [character, String.fromCharCode(0x80 + index)]),
);

/** The character of a code from 00 to FF, given as the character with that number. */
export function fromWindows1252(code: string): string {
  return code >= "\u0080" && code <= "\u009f" ? HIGH.charAt(code.charCodeAt(0) - 0x80) : code;
}

/** The text with what Windows-1252 has at 80–9F as characters of those numbers; the rest stays. */
export function toCodes(text: string): string {
  return text.replace(/[\u0152-\u2122]/g, (character) => codeOf.get(character) ?? character);
}

/** Bytes of Windows-1252 as text. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, fromWindows1252);
}
