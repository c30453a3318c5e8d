import { isVietnameseSyllable } from "../is-vietnamese-syllable.ts";
import type { PageContent } from "./pdf-page.ts";

/** What a page's own text is worth. `blank`: nothing on it. */
export type TextLayer = "good" | "scan" | "blank";

/** Pictures that cover more of the page than this are the page itself. */
const FULL_PICTURE = 0.55;
/** And more than this is more than a coat of arms or a stamp. */
const PART_PICTURE = 0.12;
/** Fewer letters than this beside a full-page picture are a running head or a signature. */
const FEW_LETTERS = 300;
/** Vietnamese prose has three quarters good syllables at least (names and abbreviations apart), half of them marked. */
const GOOD_SYLLABLES = 0.72;
const GOOD_MARKS = 0.3;

/**
 * Decides whether a page's text layer can be believed, or the page must be recognised from its picture: a layer
 * that holds only the running head, or what another language's recognition made of it, is not the text.
 */
export function judgeTextLayer(page: PageContent, text: string): TextLayer {
  const letters = text.replace(/[^\p{L}]/gu, "").length;
  if (letters < FEW_LETTERS && page.pictureShare > PART_PICTURE) return "scan";
  if (page.pictureShare < FULL_PICTURE) {
    if (letters > 0) return letters > 200 && isGibberish(text) ? "scan" : "good";
    return page.pictureShare > 0.05 || page.shapes > 300 ? "scan" : "blank";
  }
  const { syllables, marked } = shares(text);
  return letters >= FEW_LETTERS && syllables >= GOOD_SYLLABLES && marked >= GOOD_MARKS ? "good" : "scan";
}

/** Text whose characters are not those printed: private codes, replacement signs, hardly a syllable. */
function isGibberish(text: string): boolean {
  const odd = text.match(/[\ue000-\uf8ff\ufffd]/gu)?.length ?? 0;
  return odd * 10 > text.length || shares(text).syllables < 0.3;
}

function shares(text: string): { syllables: number; marked: number } {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (words.length === 0) return { syllables: 0, marked: 0 };
  const marked = words.filter((word) => /[\u0080-\uffff]/.test(word)).length;
  return {
    syllables: words.filter(isVietnameseSyllable).length / words.length,
    marked: marked / words.length,
  };
}
