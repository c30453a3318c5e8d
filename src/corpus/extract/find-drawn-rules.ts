import type { GrayImage } from "./gray-image.ts";
import type { Rule } from "./pdf-page.ts";

/** Ink is darker than the paper by at least this part: hairlines come out of a scan as light grey. */
const INK = 0.8;
/** A border is at least this long: longer than any stroke of a letter. Parts of the picture's width. */
const MIN_LENGTH = 1 / 30;
/** Thicker than this, in pixels, is no border; on a sheet that lies askew it seems thicker by its slope. */
const MAX_THICKNESS = 12;
const MAX_TILT = 0.015;
/** Light specks within a border that a scan leaves, in pixels. */
const MAX_BREAK = 4;

/** The level and upright lines drawn on a picture of a page: the borders of its tables. In pixels. */
export function findDrawnRules(image: GrayImage): Rule[] {
  const minLength = Math.round(image.width * MIN_LENGTH);
  const dark = paperShade(image) * INK;
  return [...scan(image, true, minLength, dark), ...scan(image, false, minLength, dark)];
}

/** The commonest shade: that of the paper. */
function paperShade({ pixels }: GrayImage): number {
  const counts = new Uint32Array(32);
  for (let at = 0; at < pixels.length; at += 7) {
    const bucket = (pixels[at] ?? 0) >> 3;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return 8 * counts.indexOf(Math.max(...counts)) + 4;
}

function scan({ width, height, pixels }: GrayImage, level: boolean, minLength: number, dark: number): Rule[] {
  const [lines, length] = level ? [height, width] : [width, height];
  const [lineStep, step] = level ? [width, 1] : [1, width];
  const runs: Rule[] = [];
  for (let line = 0; line < lines; line++) {
    let from = -1;
    let last = -1;
    for (let at = 0, index = line * lineStep; at < length; at++, index += step) {
      if ((pixels[index] ?? 255) >= dark) continue;
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
    .filter(({ first, at, from, to }) => at - first <= MAX_THICKNESS + MAX_TILT * (to - from))
    .map(({ level, first, at, from, to }) => ({ level, at: (first + at) / 2, from, to }));
}
