import path from "node:path";
import { AppError } from "../shared/app-error.ts";
import { readArrays, writeArrays, type TypedArray } from "./array-file.ts";
import { flagNumbers, type Segment } from "./segment.ts";

const ARRAYS = "arrays.bin";

function joined(strings: Iterable<string>): Uint8Array {
  return new TextEncoder().encode([...strings].join("\n"));
}

/** Writes a segment's arrays into its folder; returns their checksum. */
export async function writeSegment(directory: string, segment: Segment): Promise<string> {
  return writeArrays(path.join(directory, ARRAYS), {
    counts: Uint32Array.of(segment.passageCount, segment.dimensions, segment.bigrams.size),
    documents: joined(segment.documents),
    passageDocument: segment.passageDocument,
    passageProvision: segment.passageProvision,
    accented: joined(segment.accentedIds.keys()),
    folded: joined(segment.foldedIds.keys()),
    foldedOf: segment.foldedOf,
    bigramFirst: segment.bigrams.first,
    bigramSecond: segment.bigrams.second,
    bigramValue: segment.bigrams.value,
    postingStart: segment.postingStart,
    postingPassage: segment.postingPassage,
    postingCount: segment.postingCount,
    lengths: segment.lengths,
    tokens: segment.tokens,
    tokenStart: segment.tokenStart,
    headingTokens: segment.headingTokens,
    innerHeadingTokens: segment.innerHeadingTokens,
    chunkStart: segment.chunkStart,
    chunkScale: segment.chunkScale,
    vectors: segment.vectors,
    lineStart: segment.lineStart,
  });
}

/** Reads a segment; throws STORE_UNREADABLE where it is missing or damaged. */
export async function readSegment(directory: string, checksum: string): Promise<Segment> {
  const file = path.join(directory, ARRAYS);
  const arrays = await readArrays(file, checksum);
  const take = <T extends TypedArray>(name: string, kind: new (length: number) => T): T => {
    const array = arrays.get(name);
    if (array instanceof kind) return array;
    throw new AppError("STORE_UNREADABLE", `The search index has no ${name}.`, { where: file });
  };
  const strings = (name: string): string[] => {
    const bytes = take(name, Uint8Array);
    return bytes.length === 0 ? [] : new TextDecoder().decode(bytes).split("\n");
  };
  const numbered = (name: string): Map<string, number> => new Map(strings(name).map((text, i) => [text, i]));
  const accentedIds = numbered("accented");
  const [passageCount = 0, dimensions = 0, bigramCount = 0] = take("counts", Uint32Array);
  return {
    passageCount,
    dimensions,
    documents: strings("documents"),
    passageDocument: take("passageDocument", Uint32Array),
    passageProvision: take("passageProvision", Uint32Array),
    accentedIds,
    isNumber: flagNumbers(accentedIds),
    foldedIds: numbered("folded"),
    foldedWords: strings("folded"),
    foldedOf: take("foldedOf", Uint32Array),
    bigrams: {
      size: bigramCount,
      first: take("bigramFirst", Uint32Array),
      second: take("bigramSecond", Uint32Array),
      value: take("bigramValue", Uint32Array),
    },
    postingStart: take("postingStart", Uint32Array),
    postingPassage: take("postingPassage", Uint32Array),
    postingCount: take("postingCount", Uint8Array),
    lengths: take("lengths", Uint32Array),
    tokens: take("tokens", Uint32Array),
    tokenStart: take("tokenStart", Uint32Array),
    headingTokens: take("headingTokens", Uint32Array),
    innerHeadingTokens: take("innerHeadingTokens", Uint32Array),
    chunkStart: take("chunkStart", Uint32Array),
    chunkScale: take("chunkScale", Float32Array),
    vectors: take("vectors", Int8Array),
    lineStart: take("lineStart", Float64Array),
  };
}
