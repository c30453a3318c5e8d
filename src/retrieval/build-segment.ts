import { asWritten, type WriteOut } from "./abbreviations.ts";
import { normaliseVector, type Embedder } from "./embedder.ts";
import { PairNumbering } from "./pair-table.ts";
import type { Passage } from "./passage.ts";
import { flagNumbers, type Segment } from "./segment.ts";
import { wordsOf, type Word } from "./terms.ts";

/** How often a word of the innermost heading counts, and one of the headings above it. */
const INNER_HEADING_WEIGHT = 4;
const OUTER_HEADING_WEIGHT = 1;

/** Chunks for the vectors, in syllables: a long passage's vector would say a little of everything. */
const CHUNK = 180;
const STRIDE = 150;
const EMBED_BATCH = 64;

/** Numbers strings from 0 in the order of their first coming. */
class Numbering {
  readonly ids = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const number = this.ids.size;
    this.ids.set(text, number);
    return number;
  }
}

/** A typed list that grows; `values()` is its filled part. */
class GrowingList {
  private array = new Uint32Array(1 << 16);
  length = 0;

  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = new Uint32Array(this.array.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }

  values(): Uint32Array {
    return this.array.slice(0, this.length);
  }
}

/** The texts that stand for a passage in the vector index: its headings with each stretch of its words. */
function chunksOf(passage: Passage, words: readonly Word[]): string[] {
  const heading = passage.headings.join(" . ");
  if (words.length <= CHUNK) return [`${heading} . ${passage.text}`];
  const chunks: string[] = [];
  for (let start = 0; start === 0 || start + (CHUNK - STRIDE) < words.length; start += STRIDE) {
    const stretch = words.slice(start, start + CHUNK).map((word) => word.accented);
    chunks.push(`${heading} . ${stretch.join(" ")}`);
  }
  return chunks;
}

/** Gathers passages and makes a segment of them. Passages of one document must come together. */
export class SegmentBuilder {
  private readonly documents: string[] = [];
  private readonly accented = new Numbering();
  private readonly folded = new Numbering();
  private readonly pairs = new PairNumbering();
  private readonly foldedOf: number[] = [];
  private readonly passageDocument = new GrowingList();
  private readonly passageProvision = new GrowingList();
  private readonly lengths = new GrowingList();
  private readonly tokens = new GrowingList();
  private readonly tokenStart = new GrowingList();
  private readonly headingTokens = new GrowingList();
  private readonly innerHeadingTokens = new GrowingList();
  private readonly entryTerm = new GrowingList();
  private readonly entryPassage = new GrowingList();
  private readonly entryCount = new GrowingList();
  private readonly chunkStart = new GrowingList();
  private readonly scales: number[] = [];
  private readonly vectors: Int8Array[] = [];
  private waiting: string[] = [];
  private readonly embedder: Embedder;
  private readonly writeOut: WriteOut;
  private provision = { number: -1, eId: "" };
  passageCount = 0;
  chunkCount = 0;

  constructor(embedder: Embedder, writeOut: WriteOut = asWritten) {
    this.embedder = embedder;
    this.writeOut = writeOut;
  }

  async add(added: Passage): Promise<void> {
    const { writeOut } = this;
    const passage = { ...added, text: writeOut(added.text), headings: added.headings.map(writeOut) };
    const isNewDocument = this.documents.at(-1) !== passage.document;
    if (isNewDocument) this.documents.push(passage.document);
    if (isNewDocument || this.provision.eId !== passage.eId)
      this.provision = { number: this.provision.number + 1, eId: passage.eId };
    this.passageProvision.push(this.provision.number);
    const body = wordsOf(passage.text);
    const headings = passage.headings.map(wordsOf);
    const inner = headings.at(-1)?.length ?? 0;
    const outer = headings.reduce((sum, words) => sum + words.length, 0) - inner;
    this.passageDocument.push(this.documents.length - 1);
    this.tokenStart.push(this.tokens.length);
    this.headingTokens.push(inner + outer);
    this.innerHeadingTokens.push(inner);
    this.addPostings(headings, body);
    this.chunkStart.push(this.chunkCount);
    for (const chunk of chunksOf(passage, body)) {
      this.waiting.push(chunk);
      this.chunkCount += 1;
    }
    this.passageCount += 1;
    if (this.waiting.length >= EMBED_BATCH) await this.embedWaiting();
  }

  private addPostings(headings: readonly (readonly Word[])[], body: readonly Word[]): void {
    const counts = new Map<number, number>();
    let length = 0;
    const count = (words: readonly Word[], weight: number): void => {
      let before = -1;
      for (const word of words) {
        const id = this.accented.numberOf(word.accented);
        let folded = this.foldedOf[id];
        if (folded === undefined) {
          folded = this.folded.numberOf(word.folded);
          this.foldedOf[id] = folded;
        }
        this.tokens.push(id);
        // Bigrams are numbered apart until the number of syllables is known: negative keys stand for them.
        counts.set(folded, (counts.get(folded) ?? 0) + weight);
        length += weight;
        if (before >= 0) {
          const pair = -1 - this.pairs.numberOf(before, folded);
          counts.set(pair, (counts.get(pair) ?? 0) + weight);
          length += weight;
        }
        before = folded;
      }
    };
    headings.forEach((words, depth) => {
      count(words, depth === headings.length - 1 ? INNER_HEADING_WEIGHT : OUTER_HEADING_WEIGHT);
    });
    count(body, 1);
    for (const [term, weight] of counts) {
      this.entryTerm.push(term >>> 0);
      this.entryPassage.push(this.passageCount);
      this.entryCount.push(Math.min(255, weight));
    }
    this.lengths.push(length);
  }

  private async embedWaiting(): Promise<void> {
    const vectors = await this.embedder.embedPassages(this.waiting);
    this.waiting = [];
    for (const vector of vectors) {
      normaliseVector(vector);
      let largest = 0;
      for (const value of vector) largest = Math.max(largest, Math.abs(value));
      const scale = largest / 127;
      this.scales.push(scale);
      this.vectors.push(Int8Array.from(vector, (value) => (scale === 0 ? 0 : Math.round(value / scale))));
    }
  }

  /** The segment; the lines' places are the caller's, who writes them. */
  async build(lineStart: Float64Array): Promise<Segment> {
    await this.embedWaiting();
    this.tokenStart.push(this.tokens.length);
    this.chunkStart.push(this.chunkCount);
    const dimensions = this.embedder.dimensions;
    const vectors = new Int8Array(this.vectors.length * dimensions);
    this.vectors.forEach((vector, i) => {
      vectors.set(vector, i * dimensions);
    });
    return {
      passageCount: this.passageCount,
      documents: this.documents,
      passageDocument: this.passageDocument.values(),
      passageProvision: this.passageProvision.values(),
      accentedIds: this.accented.ids,
      foldedOf: Uint32Array.from(this.foldedOf),
      foldedIds: this.folded.ids,
      foldedWords: [...this.folded.ids.keys()],
      isNumber: flagNumbers(this.accented.ids),
      bigrams: this.pairs.table,
      ...this.postings(),
      lengths: this.lengths.values(),
      tokens: this.tokens.values(),
      tokenStart: this.tokenStart.values(),
      headingTokens: this.headingTokens.values(),
      innerHeadingTokens: this.innerHeadingTokens.values(),
      chunkStart: this.chunkStart.values(),
      chunkScale: Float32Array.from(this.scales),
      vectors,
      dimensions,
      lineStart,
    };
  }

  /** Counting sort of the entries by term; within a term they stay in the order of the passages. */
  private postings(): Pick<Segment, "postingStart" | "postingPassage" | "postingCount"> {
    const syllables = this.folded.ids.size;
    const terms = syllables + this.pairs.table.size;
    const entries = this.entryTerm.length;
    const entryTerm = this.entryTerm.values();
    const entryPassage = this.entryPassage.values();
    const entryCount = this.entryCount.values();
    const postingStart = new Uint32Array(terms + 1);
    for (let i = 0; i < entries; i++) {
      const key = (entryTerm[i] ?? 0) | 0;
      const term = key < 0 ? syllables - 1 - key : key;
      entryTerm[i] = term;
      postingStart[term + 1] = (postingStart[term + 1] ?? 0) + 1;
    }
    for (let t = 0; t < terms; t++) postingStart[t + 1] = (postingStart[t + 1] ?? 0) + (postingStart[t] ?? 0);
    const next = postingStart.slice();
    const postingPassage = new Uint32Array(entries);
    const postingCount = new Uint8Array(entries);
    for (let i = 0; i < entries; i++) {
      const term = entryTerm[i] ?? 0;
      const place = next[term] ?? 0;
      postingPassage[place] = entryPassage[i] ?? 0;
      postingCount[place] = entryCount[i] ?? 0;
      next[term] = place + 1;
    }
    return { postingStart, postingPassage, postingCount };
  }
}
