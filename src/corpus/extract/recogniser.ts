import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { GrayImage } from "./gray-image.ts";
import { toPgm, turnGray } from "./gray-image.ts";

/** A word as recognised: its box in pixels, its confidence from 0 to 1. */
export interface RecognisedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Baseline of its line at the word's left end, as if the page lay straight. */
  readonly baseline: number;
  /** Height of the line's letters. */
  readonly height: number;
  readonly confidence: number;
  readonly opensLine: boolean;
}

export interface RecognisedPage {
  readonly words: readonly RecognisedWord[];
  /** Mean of the words' confidence, 0–1; 0 without words. */
  readonly confidence: number;
  /** Slope at which the page lies: y grows by so much with x. Baselines are given without it. */
  readonly tilt: number;
  /** The picture as it was read: turned upright. */
  readonly image: GrayImage;
}

/** Recognises Vietnamese text, offline, one picture after another; must be closed. */
export interface Recogniser {
  recognise(image: GrayImage): Promise<RecognisedPage>;
  close(): Promise<void>;
}

/** A picture on its side reads with less confidence than this, and is tried in the other directions. */
const UPRIGHT_CONFIDENCE = 0.55;

/** Starts tesseract (LSTM, wasm) in a thread of its own, with the Vietnamese data of its npm package. */
export async function startRecogniser(): Promise<Recogniser> {
  const { createWorker, OEM } = (await import("tesseract.js")).default;
  const data = dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/vie/package.json"));
  const worker = await createWorker("vie", OEM.LSTM_ONLY, {
    langPath: join(data, "4.0.0_best_int"),
    cacheMethod: "none",
    gzip: true,
    errorHandler: () => undefined,
  });

  async function read(image: GrayImage): Promise<RecognisedPage> {
    const result = await worker.recognize(toPgm(image), {}, { text: false, blocks: true });
    const words: RecognisedWord[] = [];
    const lines = (result.data.blocks ?? []).flatMap((block) =>
      block.paragraphs.flatMap((paragraph) => paragraph.lines),
    );
    const tilt = tiltOf(lines.map((line) => line.baseline));
    for (const { baseline, rowAttributes, words: inLine } of lines) {
      const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
      inLine.forEach(({ text, bbox, confidence }, index) => {
        words.push({
          text: text.normalize("NFC"),
          left: bbox.x0,
          top: bbox.y0,
          right: bbox.x1,
          bottom: bbox.y1,
          baseline: baseline.y0 + slope * (bbox.x0 - baseline.x0) - tilt * bbox.x0,
          height: rowAttributes.rowHeight,
          confidence: confidence / 100,
          opensLine: index === 0,
        });
      });
    }
    const letters = words.filter((word) => /[\p{L}\p{N}]/u.test(word.text));
    const sum = letters.reduce((total, word) => total + word.confidence, 0);
    return { words, confidence: letters.length === 0 ? 0 : sum / letters.length, tilt, image };
  }

  return {
    async recognise(image) {
      const upright = await read(image);
      if (upright.confidence >= UPRIGHT_CONFIDENCE || upright.words.length < 5) return upright;
      let best = upright;
      for (const quarters of [1, 3, 2] as const) {
        const turned = await read(turnGray(image, quarters));
        if (turned.confidence > best.confidence) best = turned;
        if (best.confidence >= 0.75) break;
      }
      return best;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** The slope at which a page lies on the scanner: the median of its long lines. */
function tiltOf(baselines: readonly { x0: number; y0: number; x1: number; y1: number }[]): number {
  const slopes = baselines
    .filter(({ x0, x1 }) => x1 - x0 > 600)
    .map(({ x0, y0, x1, y1 }) => (y1 - y0) / (x1 - x0))
    .sort((a, b) => a - b);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}
