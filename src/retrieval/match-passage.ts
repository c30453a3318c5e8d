import type { Span } from "../shared/span.ts";
import { matchProvision, termsOf, type ProvisionTerm } from "./match-provision.ts";
import type { Question } from "./read-question.ts";
import type { Segment } from "./segment.ts";

/** Syllables that an answer's sentence with its neighbours takes; the best stretch of a passage is sought at this size. */
const WINDOW = 60;
/** How far after what was asked its figure may stand, in syllables: «tỷ lệ … trên địa bàn đạt trên 95%». */
const FIGURE_REACH = 15;

/** What a passage holds of a question. Shares are weighted by the terms' rarity, 0–1, over the question's distinct terms. */
export interface PassageMatch {
  /** Of syllables and bigrams, in the passage or its headings. */
  readonly coverage: number;
  readonly syllables: number;
  readonly bigrams: number;
  /** Bigrams with the marks that the person typed; as `bigrams` where none were typed. */
  readonly accentedBigrams: number;
  /** Syllables likewise. */
  readonly accentedSyllables: number;
  readonly bodySyllables: number;
  readonly bodyBigrams: number;
  /** Coverage and bigrams of the whole provision, where a long one was cut. */
  readonly provisionCoverage: number;
  readonly provisionBigrams: number;
  /** Three of the question's words in a row, weighted by their rarity. */
  readonly trigrams: number;
  /** Syllables and bigrams in the innermost heading. */
  readonly heading: number;
  /** Share of the innermost heading, weighted by rarity, that the question holds. */
  readonly headingPrecision: number;
  /** Syllables and bigrams in the best stretch of `WINDOW` syllables. */
  readonly window: number;
  /** The longest run of the question's words that stands in the passage, as a share of the question. */
  readonly run: number;
  /** 1 where a figure is asked for and one stands in the best stretch or soon after it; 0 otherwise. */
  readonly figure: number;
  /** Where a term's meaning is asked for: 1 where a sentence begins with it and «là», less where it stands elsewhere before «là»; 0 otherwise. */
  readonly definition: number;
  /** Where the innermost heading stands among the segment's tokens, end exclusive. */
  readonly headingTokens: Span;
  /** Length of the body in syllables. */
  readonly length: number;
}

/** A question against one segment's numbering: made once a request, used for every passage. */
export interface SegmentQuestion {
  readonly segment: Segment;
  readonly asksFigure: boolean;
  /** The term whose meaning is asked for, as places in `order`; and the folded id of «là», -1 where there is none. */
  readonly defined: Span | null;
  readonly is: number;
  readonly idfSum: number;
  readonly syllableIdfSum: number;
  readonly bigramIdfSum: number;
  readonly trigramIdfSum: number;
  /** Folded id → place of the syllable among the question's distinct ones, plus 1; 0: not in the question. */
  readonly mark: Uint16Array;
  /** Accented id → place of the spelling among the question's distinct ones, plus 1; null where no marks were typed. */
  readonly accentedMark: Uint16Array | null;
  readonly accentedIdfSum: number;
  /** The question's terms as the segment numbers them. */
  readonly terms: readonly ProvisionTerm[];
  /** Two places of syllables → place of the bigram. */
  readonly bigramOf: ReadonlyMap<number, number>;
  /** The accented ids that the question has for each bigram; -1 stands for any. */
  readonly accented: readonly (readonly [number, number])[];
  /** The question's words in order, as places of syllables. */
  readonly order: Uint16Array;
  /** Of the passage being matched: nothing is allocated for each of them. */
  readonly tallies: Tallies;
}

const PAIR = 65_536;

export function readAgainst(segment: Segment, question: Question): SegmentQuestion {
  const mark = new Uint16Array(segment.foldedIds.size);
  const places = new Map<string, number>();
  const order = question.words.map((word) => {
    const place = places.get(word.folded) ?? places.size;
    places.set(word.folded, place);
    const id = segment.foldedIds.get(word.folded);
    if (id !== undefined) mark[id] = place + 1;
    return place;
  });
  const syllableIdf = new Float32Array(places.size);
  const bigramOf = new Map<number, number>();
  const accented: (readonly [number, number])[] = [];
  const bigramIdf: number[] = [];
  const accentedId = (place: number): number => {
    const word = question.words[place];
    if (word === undefined || !question.hasDiacritics) return -1;
    return segment.accentedIds.get(word.accented) ?? -2;
  };
  for (const { first, second, idf } of question.terms) {
    if (second === null) syllableIdf[places.get(first) ?? 0] = idf;
  }
  const idfOf = new Map(question.terms.map((term) => [`${term.first} ${term.second ?? ""}`, term.idf]));
  for (let i = 0; i + 1 < order.length; i++) {
    const key = (order[i] ?? 0) * PAIR + (order[i + 1] ?? 0);
    if (bigramOf.has(key)) continue;
    bigramOf.set(key, bigramIdf.length);
    bigramIdf.push(
      idfOf.get(`${question.words[i]?.folded ?? ""} ${question.words[i + 1]?.folded ?? ""}`) ?? 0,
    );
    accented.push([accentedId(i), accentedId(i + 1)]);
  }
  const spellings = new Map<string, number>();
  const accentedIdf: number[] = [];
  const accentedMark = question.hasDiacritics ? new Uint16Array(segment.accentedIds.size) : null;
  for (const { accented: spelling, folded } of question.words) {
    if (spellings.has(spelling)) continue;
    const id = segment.accentedIds.get(spelling);
    if (id !== undefined && accentedMark !== null) accentedMark[id] = spellings.size + 1;
    spellings.set(spelling, spellings.size);
    accentedIdf.push(syllableIdf[places.get(folded) ?? 0] ?? 0);
  }
  const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
  const trigramIdf = Float32Array.from(order, (_, i) =>
    i < 2 ? 0 : sum([i - 2, i - 1, i].map((j) => syllableIdf[order[j] ?? 0] ?? 0)),
  );
  const syllableIdfSum = sum(syllableIdf);
  const bigramIdfSum = sum(bigramIdf);
  return {
    segment,
    asksFigure: question.asksFigure,
    defined: question.defined,
    is: segment.foldedIds.get("la") ?? -1,
    idfSum: syllableIdfSum + bigramIdfSum,
    syllableIdfSum,
    bigramIdfSum,
    trigramIdfSum: sum(trigramIdf),
    mark,
    accentedMark,
    accentedIdfSum: sum(accentedIdf),
    terms: termsOf(segment, question.terms),
    bigramOf,
    accented,
    order: Uint16Array.from(order),
    tallies: new Tallies(
      syllableIdf,
      Float32Array.from(bigramIdf),
      Float32Array.from(accentedIdf),
      trigramIdf,
    ),
  };
}

/** Adds up the rarity of what is seen for the first time, and of what stands in a moving window. */
class Tally {
  readonly seen: Uint8Array;
  private readonly counts: Uint16Array;
  private readonly idf: Float32Array;
  total = 0;
  inWindow = 0;

  reset(): void {
    this.seen.fill(0);
    this.counts.fill(0);
    this.total = 0;
    this.inWindow = 0;
  }

  constructor(idf: Float32Array) {
    this.idf = idf;
    this.seen = new Uint8Array(idf.length);
    this.counts = new Uint16Array(idf.length);
  }

  see(place: number): void {
    if (this.seen[place] === 1) return;
    this.seen[place] = 1;
    this.total += this.idf[place] ?? 0;
  }

  enter(place: number): void {
    const count = this.counts[place] ?? 0;
    if (count === 0) this.inWindow += this.idf[place] ?? 0;
    this.counts[place] = count + 1;
  }

  leave(place: number): void {
    const count = (this.counts[place] ?? 1) - 1;
    if (count === 0) this.inWindow -= this.idf[place] ?? 0;
    this.counts[place] = count;
  }
}

class Tallies {
  readonly syllables: Tally;
  readonly bigrams: Tally;
  readonly bodySyllables: Tally;
  readonly bodyBigrams: Tally;
  readonly headingSyllables: Tally;
  readonly headingBigrams: Tally;
  readonly accentedBigrams: Tally;
  readonly accentedSyllables: Tally;
  readonly trigrams: Tally;
  /** By the question's word: how many of its words before it, and itself, end where the passage is being read. */
  readonly runs: Uint16Array;

  constructor(
    syllableIdf: Float32Array,
    bigramIdf: Float32Array,
    accentedIdf: Float32Array,
    trigramIdf: Float32Array,
  ) {
    this.syllables = new Tally(syllableIdf);
    this.bigrams = new Tally(bigramIdf);
    this.bodySyllables = new Tally(syllableIdf);
    this.bodyBigrams = new Tally(bigramIdf);
    this.headingSyllables = new Tally(syllableIdf);
    this.headingBigrams = new Tally(bigramIdf);
    this.accentedBigrams = new Tally(bigramIdf);
    this.accentedSyllables = new Tally(accentedIdf);
    this.trigrams = new Tally(trigramIdf);
    this.runs = new Uint16Array(trigramIdf.length);
  }

  reset(): this {
    this.syllables.reset();
    this.bigrams.reset();
    this.bodySyllables.reset();
    this.bodyBigrams.reset();
    this.headingSyllables.reset();
    this.headingBigrams.reset();
    this.accentedBigrams.reset();
    this.accentedSyllables.reset();
    this.trigrams.reset();
    this.runs.fill(0);
    return this;
  }
}

/** Rarity of a folded syllable in its segment. */
function segmentIdf(segment: Segment, folded: number): number {
  const df = (segment.postingStart[folded + 1] ?? 0) - (segment.postingStart[folded] ?? 0);
  return Math.log(1 + (segment.passageCount - df + 0.5) / (df + 0.5));
}

function share(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, part / whole);
}

/** A number among the tokens from `from` to a little after `to`; the first of the body is its own numbering. */
function hasNumber(segment: Segment, from: number, to: number, end: number): boolean {
  const last = Math.min(end - 1, to + FIGURE_REACH);
  for (let i = from; i <= last; i++) if (segment.isNumber[segment.tokens[i] ?? 0] === 1) return true;
  return false;
}

/** How much a defined term that stands within a sentence, not at its beginning, counts. */
const WITHIN = 0.5;

/** Does the «là» at `at` follow the term whose meaning is asked for? */
function definesAt(question: SegmentQuestion, at: number, bodyStart: number): number {
  const { segment, defined, tallies } = question;
  if (defined === null) return 0;
  const length = defined.end - defined.start;
  if ((tallies.runs[defined.end - 1] ?? 0) < length) return 0;
  const first = at - length;
  const begins = first <= bodyStart || segment.isNumber[segment.tokens[first - 1] ?? 0] === 1;
  return begins ? 1 : WITHIN;
}

export function matchPassage(question: SegmentQuestion, passage: number): PassageMatch {
  const { segment, mark, accentedMark, bigramOf, order, idfSum } = question;
  const { tokens, foldedOf } = segment;
  const start = segment.tokenStart[passage] ?? 0;
  const end = segment.tokenStart[passage + 1] ?? 0;
  const bodyStart = start + (segment.headingTokens[passage] ?? 0);
  const innerStart = bodyStart - (segment.innerHeadingTokens[passage] ?? 0);
  const tallies = question.tallies.reset();
  const { syllables, bigrams, accentedBigrams, accentedSyllables, trigrams, runs } = tallies;
  const { bodySyllables, bodyBigrams, headingSyllables, headingBigrams } = tallies;
  let headingIdf = 0;
  let headingHeld = 0;
  let window = 0;
  let windowFrom = 0;
  let windowTo = -1;
  let run = 0;
  let definition = 0;
  // What the window holds: token, place of its syllable, place of the bigram that it ends (-1: none).
  const held: number[] = [];
  let heldFrom = 0;
  let before = 0;
  for (let i = start; i < end; i++) {
    const token = tokens[i] ?? 0;
    const folded = foldedOf[token] ?? 0;
    const marked = mark[folded] ?? 0;
    if (question.defined !== null && folded === question.is && i > bodyStart)
      definition = Math.max(definition, definesAt(question, i, bodyStart));
    const isInner = i >= innerStart && i < bodyStart;
    if (isInner) {
      const idf = segmentIdf(segment, folded);
      headingIdf += idf;
      if (marked > 0) headingHeld += idf;
    }
    if (marked === 0) {
      if (before !== 0) runs.fill(0);
      before = 0;
      continue;
    }
    const syllable = marked - 1;
    const bigram =
      before === 0 || i === bodyStart ? -1 : (bigramOf.get((before - 1) * PAIR + syllable) ?? -1);
    before = marked;
    syllables.see(syllable);
    if (accentedMark !== null) {
      const spelling = accentedMark[token] ?? 0;
      if (spelling > 0) accentedSyllables.see(spelling - 1);
    }
    if (isInner) headingSyllables.see(syllable);
    if (bigram >= 0) {
      bigrams.see(bigram);
      if (isInner) headingBigrams.see(bigram);
      const [first, second] = question.accented[bigram] ?? [-1, -1];
      if ((first === -1 || first === tokens[i - 1]) && (second === -1 || second === token))
        accentedBigrams.see(bigram);
    }
    // From the last word on: each looks at what the one before it was.
    for (let place = order.length - 1; place >= 0; place--) {
      const length = order[place] === syllable ? (runs[place - 1] ?? 0) + 1 : 0;
      runs[place] = length;
      if (length >= 3) trigrams.see(place);
      if (length > run) run = length;
    }
    if (i < bodyStart) continue;
    if (bigram >= 0) bodyBigrams.see(bigram);
    held.push(i, syllable, bigram);
    bodySyllables.see(syllable);
    bodySyllables.enter(syllable);
    if (bigram >= 0) bodyBigrams.enter(bigram);
    while ((held[heldFrom] ?? i) <= i - WINDOW) {
      bodySyllables.leave(held[heldFrom + 1] ?? 0);
      const left = held[heldFrom + 2] ?? -1;
      if (left >= 0) bodyBigrams.leave(left);
      heldFrom += 3;
    }
    const inWindow = bodySyllables.inWindow + bodyBigrams.inWindow;
    if (inWindow > window) {
      window = inWindow;
      windowFrom = held[heldFrom] ?? i;
      windowTo = i;
    }
  }
  const provision = matchProvision(segment, question.terms, passage);
  return {
    coverage: share(syllables.total + bigrams.total, idfSum),
    syllables: share(syllables.total, question.syllableIdfSum),
    bigrams: share(bigrams.total, question.bigramIdfSum),
    accentedBigrams: share(accentedBigrams.total, question.bigramIdfSum),
    accentedSyllables:
      accentedMark === null
        ? share(syllables.total, question.syllableIdfSum)
        : share(accentedSyllables.total, question.accentedIdfSum),
    provisionCoverage: share(provision.syllables + provision.bigrams, idfSum),
    provisionBigrams: share(provision.bigrams, question.bigramIdfSum),
    bodySyllables: share(bodySyllables.total, question.syllableIdfSum),
    bodyBigrams: share(bodyBigrams.total, question.bigramIdfSum),
    trigrams: share(trigrams.total, question.trigramIdfSum),
    heading: share(headingSyllables.total + headingBigrams.total, idfSum),
    headingPrecision: share(headingHeld, headingIdf),
    window: share(window, idfSum),
    run: share(run, question.order.length),
    definition,
    figure:
      question.asksFigure && hasNumber(segment, Math.max(windowFrom, bodyStart + 1), windowTo, end) ? 1 : 0,
    headingTokens: { start: innerStart, end: bodyStart },
    length: end - bodyStart,
  };
}
