import { normaliseVector, type Embedder } from "./embedder.ts";
import { wordsOf } from "./terms.ts";

const DIMENSIONS = 256;
const PLACES = 4;

function hash(text: string, seed: number): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}

function embed(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  let before = "";
  for (const { folded } of wordsOf(text)) {
    for (const term of before === "" ? [folded] : [folded, `${before} ${folded}`]) {
      for (let place = 0; place < PLACES; place++) {
        const h = hash(term, place);
        vector[h % DIMENSIONS] = (vector[h % DIMENSIONS] ?? 0) + (h & 0x10000 ? 1 : -1);
      }
    }
    before = folded;
  }
  return normaliseVector(vector);
}

/** Feature hashing of folded syllables and bigrams (Weinberger et al., 2009): no model, no meaning, always the same. */
export const hashingEmbedder: Embedder = {
  id: "hashing-1",
  dimensions: DIMENSIONS,
  embedPassages: (texts) => Promise.resolve(texts.map(embed)),
  embedQuestion: (text) => Promise.resolve(embed(text)),
};
