import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { foldName, type Locality } from "../../src/corpus/locality.ts";
import { commonWords } from "../../src/understanding/common-words.ts";
import { createSlipCorrector, type SlipCorrector } from "../../src/understanding/correct-slips.ts";
import { isVietnameseSyllable } from "../../src/understanding/decode-keystrokes.ts";
import { isMarked, isStopWord } from "../../src/understanding/question-words.ts";
import { tokensOf } from "../../src/understanding/spell-out.ts";
import { corpusReader, type CorpusReader } from "../doubles/corpus-reader.ts";

let corpus: CorpusReader;
let corrector: SlipCorrector;
let sentences: readonly string[];

beforeAll(() => {
  corpus = corpusReader();
  corrector = createSlipCorrector(corpus.known.language, commonWords());
  sentences = corpus.lines
    .flatMap((line) => line.split(/(?<=[.;:])\s+/u))
    .filter((sentence) => tokensOf(sentence).length > 2);
});

const folded = (text: string): string[] => tokensOf(text).map((token) => token.folded);
/** Words of asking are left alone, as the reader of questions leaves them. */
const corrected = (text: string): string[] => {
  const tokens = tokensOf(text);
  const isFixed = (at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && isStopWord(token, isMarked(text));
  };
  return corrector.correct(tokens, isFixed).map((token) => token.folded);
};
/** The words of a message as the reader of questions takes them. */
const read = (message: string): string[] =>
  corpus.reader.read(message, null).tokens.map((token) => token.folded);

describe("correcting slips of typing", () => {
  it("changes no sentence of the programmes, with marks or without", () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), fc.boolean(), (sentence, bare) => {
        const typed = bare ? folded(sentence).join(" ") : sentence;
        expect(corrected(typed)).toEqual(folded(typed));
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it("changes no name or wording of the lexicons", () => {
    const wordings = [
      ...corpus.lexicons.indicators.flatMap(({ name, synonyms }) => [name.vi, ...synonyms.vi]),
      ...corpus.lexicons.terms.flatMap(({ vi, also }) => [vi, ...also]),
      ...corpus.lexicons.bodies.map(({ name }) => name),
    ];
    const changed = wordings.filter((wording) => corrected(wording).join(" ") !== folded(wording).join(" "));
    expect(changed).toEqual([]);
  });

  it.each([
    ["chỉ tiu bảo hiểm y tế của Đức Phổ", "chi tieu bao hiem y te cua duc pho"],
    ["bảo hiẻm y té đức phổ", "bao hiem y te duc pho"],
    ["bao hiemm y te", "bao hiem y te"],
    ["tỷ lệ thát nghiẹp", "ty le that nghiep"],
    ["nha o xa hoii", "nha o xa hoi"],
    ["người có cong voi cach mnag", "nguoi co cong voi cach mang"],
    ["lao dong qua dao tao co banwg cap", "lao dong qua dao tao co bang cap"],
  ])("sets «%s» right", (slip, right) => {
    expect(corrected(slip).join(" ")).toBe(right);
  });

  it.each([
    "trom cap nhieu qua",
    "sinh con trai nhieu hon con gai",
    "nhà cấp bốn giá cao quá",
    "ngồi ghế cấp ba",
    "giữ kín dữ liệu của dân",
    "công ty nợ lương",
    "trẻ em bị bạo hành",
    "hàng xóm cãi nhau",
    "TP HT, TG thực hiện",
  ])("leaves what is ordinary Vietnamese as it is: «%s»", (words) => {
    expect(corrected(words)).toEqual(folded(words));
  });

  it("mends one slip in most of the sentences that people would type", () => {
    const phrases = corpus.lexicons.indicators
      .map(({ name }) => folded(name.vi))
      .filter((words) => words.length > 3);
    let mended = 0;
    let tried = 0;
    fc.assert(
      fc.property(fc.constantFrom(...phrases), fc.nat(), fc.nat(), (words, which, where) => {
        const at = which % words.length;
        const word = words[at] ?? "";
        if (word.length < 4) return;
        const cut = 1 + (where % (word.length - 1));
        const slip = word.slice(0, cut) + word.slice(cut + 1);
        if (corpus.known.language.has(slip) || isVietnameseSyllable(slip)) return;
        tried++;
        if (corrected(words.with(at, slip).join(" "))[at] === word) mended++;
      }),
      { numRuns: 600, seed: 7 },
    );
    expect(tried).toBeGreaterThan(30);
    expect(mended / tried).toBeGreaterThan(0.9);
  });

  it("leaves alone what it is told is fixed, figures, and words it cannot mend", () => {
    const tokens = tokensOf("chi tiu 2030 qqqqzz");
    expect(corrector.correct(tokens, () => true)).toEqual(tokens);
    expect(corrected("97,5 2030 qqqqzz xyzxyz")).toEqual(["97,5", "2030", "qqqqzz", "xyzxyz"]);
  });

  it("keeps the number of words for anything at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (text) => {
        const tokens = tokensOf(text.normalize("NFC"));
        expect(corrector.correct(tokens, () => false)).toHaveLength(tokens.length);
      }),
    );
  });
});

describe("the names of places in a question", () => {
  const levels = ["province", "city", "town", "district", "ward", "commune", "township"];

  it("are never changed, whatever place it is, with marks or without", () => {
    const places = corpus.lexicons.localities.all.filter(
      ({ level, bareName }) => levels.includes(level) && tokensOf(bareName).length > 1,
    );
    const changed: unknown[] = [];
    fc.assert(
      fc.property(
        fc.constantFrom<Locality>(...places),
        fc.constantFrom("chỉ tiêu bảo hiểm y tế của $ là bao nhiêu?", "ở $ ai chủ trì giảm nghèo", "còn $?"),
        fc.boolean(),
        ({ name }, template, bare) => {
          const question = template.replace("$", name);
          const typed = bare ? folded(question).join(" ") : question;
          const words = read(typed).join(" ");
          if (!` ${words} `.includes(` ${foldName(name)} `)) changed.push({ typed, words });
        },
      ),
      { numRuns: 300, seed: 11 },
    );
    expect(changed).toEqual([]);
  });
});
