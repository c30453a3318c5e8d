import type { GrayImage } from "./gray-image.ts";
import type { Rule } from "./pdf-page.ts";

const DARK = 140;
/** A border is at least this long: longer than any stroke of a letter. Parts of the picture's width. */
const MIN_LENGTH = 1 / 30;
/** Light specks within a border that a scan leaves, in pixels. */
const MAX_BREAK = 3;

/** The level and upright lines drawn on a picture of a page: the borders of its tables. In pixels. */
export function findDrawnRules(image: GrayImage): Rule[] {
  const minLength = Math.round(image.width * MIN_LENGTH);
  return [...scan(image, true, minLength), ...scan(image, false, minLength)];
}

function scan({ width, height, pixels }: GrayImage, level: boolean, minLength: number): Rule[] {
  const [lines, length] = level ? [height, width] : [width, height];
  const [lineStep, step] = level ? [width, 1] : [1, width];
  const runs: Rule[] = [];
  for (let line = 0; line < lines; line++) {
    let from = -1;
    let last = -1;
    for (let at = 0, index = line * lineStep; at < length; at++, index += step) {
      if ((pixels[index] ?? 255) >= DARK) continue;
      if (from >= 0 && at - last > MAX_BREAK) {
        if (last - from >= minLength) runs.push({ level, at: line, from, to: last });
        from = at;
      } else if (from < 0) from = at;
      last = at;
    }
    if (from >= 0 && last - from >= minLength) runs.push({ level, at: line, from, to: last });
  }
  return thin(runs);
}

/** Neighbouring runs are one line as thick as they are many; a thick block is a picture or a shadow. */
function thin(runs: readonly Rule[]): Rule[] {
  const strokes: { level: boolean; first: number; at: number; from: number; to: number }[] = [];
  for (const run of runs) {
    const stroke = strokes.findLast(
      (other, index) =>
        index >= strokes.length - 60 && run.at - other.at <= 3 && run.from < other.to && run.to > other.from,
    );
    if (stroke === undefined) strokes.push({ ...run, first: run.at });
    else {
      stroke.at = run.at;
      [stroke.from, stroke.to] = [Math.min(stroke.from, run.from), Math.max(stroke.to, run.to)];
    }
  }
  return strokes
    .filter((stroke) => stroke.at - stroke.first <= 12)
    .map(({ level, first, at, from, to }) => ({ level, at: (first + at) / 2, from, to }));
}
