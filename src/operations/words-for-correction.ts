import type { Target } from "../facts/target.ts";
import { sliceSpan, spanContains } from "../shared/span.ts";
import type { Span } from "../shared/span.ts";
import { squeezeTrim } from "../shared/squeeze-spaces.ts";

/** Most words taken from either side of a figure. */
const REACH = 14;

/**
 * The shortest words of the text that hold this figure, hold no other, and stand nowhere else: what a correction's
 * `at` has to be to mean this target alone. Where there are none, the whole clause.
 */
export function wordsForCorrection(text: string, target: Target, targets: readonly Target[]): string {
  const { span, valueSpan } = target;
  if (valueSpan === null) return squeezeTrim(sliceSpan(text, span));
  const others = targets.flatMap((other) =>
    other === target || other.valueSpan === null ? [] : [other.valueSpan],
  );
  const lefts = wordStarts(text.slice(span.start, valueSpan.start))
    .map((at) => span.start + at)
    .reverse()
    .slice(0, REACH);
  const rights = wordEnds(text.slice(valueSpan.end, span.end))
    .map((at) => valueSpan.end + at)
    .slice(0, REACH);
  const starts = [valueSpan.start, ...lefts];
  const ends = [valueSpan.end, ...rights];
  for (let reach = 0; reach < starts.length + ends.length; reach++) {
    for (let left = Math.min(reach, starts.length - 1); left >= 0; left--) {
      const [start, end] = [starts[left], ends[reach - left]];
      if (start === undefined || end === undefined) continue;
      const tried: Span = { start, end };
      if (others.some((other) => spanContains(tried, other))) continue;
      const words = sliceSpan(text, tried);
      if (text.indexOf(words) === text.lastIndexOf(words)) return squeezeTrim(words);
    }
  }
  return squeezeTrim(sliceSpan(text, span));
}

function wordStarts(text: string): number[] {
  return [...text.matchAll(/\S+/gu)].map(({ index }) => index);
}

function wordEnds(text: string): number[] {
  return [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => index + word.length);
}
