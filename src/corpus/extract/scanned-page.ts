import type { PageContent, Rule } from "./pdf-page.ts";
import { findDrawnRules } from "./find-drawn-rules.ts";
import type { RecognisedPage, RecognisedWord } from "./recogniser.ts";

/** Specks that recognition takes for signs: nothing but marks, and not believed. */
const SPECK = /^[^\p{L}\p{N}]+$/u;

/** A recognised page as the content of a page, in points of `scale` pixels, so that it is read like a printed one. */
export function toPageContent(page: RecognisedPage, number: number, scale: number): PageContent {
  const words = page.words.filter((word) => !isSpeck(word));
  return {
    number,
    width: page.image.width / scale,
    height: page.image.height / scale,
    pieces: words.flatMap((word) => {
      const x = (word.left + page.tilt * word.baseline) / scale;
      const width = (word.right - word.left) / scale;
      const common = {
        y: word.baseline / scale,
        size: Math.min(40, Math.max(6, (0.75 * word.height) / scale)),
        confidence: word.confidence,
      };
      return [
        { text: tidy(word), x, width, ...common },
        { text: " ", x: x + width, width: 0, ...common },
      ];
    }),
    asideText: [],
    rules: findDrawnRules(page.image).map((rule) => straighten(rule, page.tilt, scale)),
    pictureShare: 1,
    shapes: 0,
  };
}

/** A drawn line as if the page lay straight, in points. */
function straighten({ level, at, from, to }: Rule, tilt: number, scale: number): Rule {
  const [lift, shift] = level
    ? [(tilt * (from + to)) / 2, -(tilt * at)]
    : [-(tilt * (from + to)) / 2, tilt * at];
  return { level, at: (at - lift) / scale, from: (from - shift) / scale, to: (to - shift) / scale };
}

/** Dirt before a line's first word, and the space that is lost after its number. */
function tidy(word: RecognisedWord): string {
  const text = word.text.replace(/^[|[\]]+(?=[\p{L}\d])|(?<=[\p{L}\d])\|+$/gu, "");
  if (!word.opensLine) return text;
  return text
    .replace(/^[_.,:;'|~^„]+(?=[\p{L}\d])/u, "")
    .replace(/^([a-zđ]\)|\d{1,2}\.)(?=\p{Lu}\p{Ll})/u, "$1 ");
}

function isSpeck(word: RecognisedWord): boolean {
  if (/^[|¦]+$/.test(word.text)) return true;
  if (word.confidence < 0.2 || (word.opensLine && /^[:;.,'"|_~`°^„]+$/.test(word.text))) return true;
  return SPECK.test(word.text) && word.confidence < 0.6 && !/^[-–+;:.,()"“”%/]+$/u.test(word.text);
}
