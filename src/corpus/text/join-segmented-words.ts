const JOINED = /(?<=\p{L})_(?=\p{L})/gu;

/** Whether a text is the output of a word segmenter: many underscores between letters. */
export function looksSegmented(text: string): boolean {
  const sample = text.slice(0, 20_000);
  if (!sample.includes("_")) return false;
  const joined = sample.match(JOINED)?.length ?? 0;
  return joined >= 20 && joined * 40 > sample.length / 2;
}

/** Undoes a word segmenter: «bảo_hiểm y_tế , giáo_dục .» becomes «bảo hiểm y tế, giáo dục.»; line ends stay. */
export function joinSegmentedWords(text: string): string {
  return text
    .replace(JOINED, " ")
    .replace(/[ \t]+([,.;:!?%)\]”»])/g, "$1")
    .replace(/([([“«])[ \t]+/g, "$1");
}
