import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnswerFact, Citation } from "../../src/answering/answer.ts";
import type { UnverifiedAnswer } from "../../src/answering/draft-answer.ts";
import { numbersOf, verifyAnswer, type Proofs } from "../../src/answering/verify-answer.ts";
import type { Target } from "../../src/facts/target.ts";
import { corpusAssistant, type CorpusAssistant } from "../doubles/corpus-assistant.ts";
import { makeTarget } from "../doubles/make-target.ts";

const TEXT = "1. Đến năm 2030, trên 95% dân số có nước sạch. 2. Hộ nghèo còn dưới 3%. 3. Nước sạch trên 95%.";
const QUOTE = "trên 95% dân số có nước sạch";
const AT = TEXT.indexOf(QUOTE);
const ROW = makeTarget({
  indicator: "water",
  comparator: ">",
  span: { start: AT, end: AT + QUOTE.length },
});
const FACT: AnswerFact = {
  indicator: "water",
  comparator: ">",
  value: 95,
  unit: "%",
  deadline: 2030,
  document: "a",
};

function citationOf(start: number, end: number, changes: Partial<Citation> = {}): Citation {
  return {
    document: "a",
    title: null,
    issuer: null,
    number: null,
    date: null,
    status: "issued",
    locator: "Mục I",
    quote: TEXT.slice(start, end),
    start,
    end,
    ...changes,
  };
}

function answerOf(changes: Partial<UnverifiedAnswer> = {}): UnverifiedAnswer {
  return {
    kind: "target",
    language: "vi",
    text: "Nơi A: trên 95%.",
    facts: [FACT],
    citations: [citationOf(AT, AT + QUOTE.length)],
    warnings: [],
    suggestions: [],
    confidence: 1,
    ...changes,
  };
}

const proofsOf = (targets: readonly Target[] = [ROW], references: readonly string[] = []): Proofs => ({
  text: (key) => (key === "a" ? TEXT : null),
  targets: (key) => targets.filter(({ document }) => document === key),
  references,
});
const faultsOf = (changes: Partial<UnverifiedAnswer>, given = "", proofs = proofsOf()) =>
  verifyAnswer(answerOf(changes), given, proofs);

describe("an answer that is its documents'", () => {
  it("has no fault", () => {
    expect(faultsOf({})).toEqual([]);
  });

  it("may name figures of its question, its citations' own references and the documents held", () => {
    expect(faultsOf({ text: "Không phải 99%: trên 95%." }, "đạt 99% đúng không")).toEqual([]);
    const numbered = citationOf(AT, AT + QUOTE.length, { number: "43-CTr/TU", locator: "Mục II.7" });
    expect(faultsOf({ text: "Số 43-CTr/TU (Mục II.7): trên 95%.", citations: [numbered] })).toEqual([]);
    expect(faultsOf({ text: "Nghị quyết 42-NQ/TW: trên 95%." }, "", proofsOf([ROW], ["42-NQ/TW"]))).toEqual(
      [],
    );
  });

  it("may say how far two of its shares lie apart", () => {
    const citations = [citationOf(0, TEXT.length)];
    const facts = [FACT, { ...FACT, indicator: "poverty", comparator: "<" as const, value: 3 }];
    const rows = [ROW, { ...ROW, indicator: "poverty", comparator: "<" as const, value: 3 }];
    const apart = (text: string) => faultsOf({ text, citations, facts }, "", proofsOf(rows));
    expect(apart("Chênh nhau 92 điểm phần trăm.")).toEqual([]);
    expect(apart("Chênh nhau 92%.")).toEqual(["figure-without-quotation"]);
    expect(apart("Chênh nhau 91 điểm phần trăm.")).toEqual(["figure-without-quotation"]);
  });

  it("may cite more than the clause itself", () => {
    expect(faultsOf({ citations: [citationOf(0, TEXT.length)] })).toEqual([]);
  });

  it("may rest on either of two rows that say the same", () => {
    const at = TEXT.indexOf("Nước sạch trên 95%");
    const again = { ...ROW, id: "a#1", span: { start: at, end: at + 18 } };
    const citations = [citationOf(at, at + 18)];
    expect(faultsOf({ citations }, "", proofsOf([ROW, again]))).toEqual([]);
  });

  it.each(["clarify", "help", "smalltalk", "refusal", "abstain"] as const)(
    "needs no proof where it is a %s",
    (kind) => {
      expect(faultsOf({ kind, text: "Tôi không có văn bản.", facts: [], citations: [] })).toEqual([]);
    },
  );
});

describe("an answer that is not", () => {
  it.each([
    ["a letter changed", citationOf(AT, AT + QUOTE.length, { quote: QUOTE.replace("nước", "nuớc") })],
    ["its offsets shifted", citationOf(AT, AT + QUOTE.length, { start: AT + 1, end: AT + QUOTE.length + 1 })],
    ["another document's key", citationOf(AT, AT + QUOTE.length, { document: "b" })],
    ["nothing in it", citationOf(AT, AT)],
    ["offsets beyond the text", citationOf(AT, AT + QUOTE.length, { start: 10_000, end: 10_028 })],
    ["negative offsets", citationOf(AT, AT + QUOTE.length, { start: -28, end: -1 })],
    ["another normal form", citationOf(AT, AT + QUOTE.length, { quote: QUOTE.normalize("NFD") })],
  ])("is caught by a quotation with %s", (_, citation) => {
    expect(faultsOf({ citations: [citation] })).toContain("quotation-not-in-text");
  });

  it("is caught without a quotation", () => {
    expect(faultsOf({ citations: [], facts: [], text: "Có." })).toEqual(["answer-without-proof"]);
  });

  it.each(["trên 96%", "trên 95%, đến năm 2031", "trên 9.5%", "trên 95 trong 10.000 dân"])(
    "is caught by a figure that no quotation holds: %s",
    (text) => {
      expect(faultsOf({ text })).toContain("figure-without-quotation");
    },
  );

  it.each([
    "dưới 2,1% (Mục II.2.1)",
    "trên 43%",
    "42 hộ, theo 43-CTr/TU",
    "năm 2024: trên 95%",
    "7% (Mục II.7)",
  ])("is caught by a figure that only a locator or a reference holds: %s", (text) => {
    const numbered = citationOf(AT, AT + QUOTE.length, {
      number: "43-CTr/TU",
      title: "Chương trình 42-NQ/TW năm 2024",
      locator: text.includes("II.7") ? "Mục II.7" : "Mục II.2.1",
    });
    const faults = faultsOf({ text, citations: [numbered] }, "", proofsOf([ROW], ["Nghị quyết 42-NQ/TW"]));
    expect(faults).toContain("figure-without-quotation");
  });

  it("is caught by a figure in an abstention too", () => {
    expect(
      faultsOf({ kind: "abstain", text: "Không nêu, nhưng chắc là 80%.", facts: [], citations: [] }),
    ).toEqual(["figure-without-quotation"]);
  });

  it.each([
    { indicator: "poverty" },
    { indicator: null },
    { value: 3 },
    { value2: 96 },
    { unit: "hộ" },
    { comparator: ">=" as const },
    { deadline: 2025 },
    { deadline: null },
    { document: "b" },
  ])("is caught by a fact with %j", (change) => {
    expect(faultsOf({ facts: [{ ...FACT, ...change }] })).toContain("figure-of-another");
  });

  it("is caught by a true fact that it does not quote", () => {
    expect(faultsOf({ citations: [citationOf(0, 3)], text: "Có." })).toEqual(["figure-not-cited"]);
  });
});

describe("the numbers of a text", () => {
  it.each([
    ["07 và 7", ["7", "7"]],
    ["97,5 và 97.5", ["97.5", "97.5"]],
    ["10.000 và 10,000", ["10000", "10000"]],
    ["ngày 24/11/2023", ["24", "11", "2023"]],
    ["Mục II.2.1", ["2.1"]],
    ["không có", []],
  ])("%s", (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers);
  });
});

describe("real answers with one thing changed", () => {
  let corpus: CorpusAssistant;
  let proofs: Proofs;
  let answers: { question: string; answer: UnverifiedAnswer }[];

  beforeAll(async () => {
    corpus = await corpusAssistant();
    const { documents, facts, lexicons } = corpus.store;
    proofs = {
      text: (key) => (documents.get(key) === null ? null : documents.text(key)),
      targets: (key) => facts.targets({ documents: [key] }),
      references: documents.list().flatMap(({ number, title }) => [title ?? "", number ?? ""]),
    };
    const names = documents.list().flatMap(({ key }) =>
      facts.targets({ documents: [key] }).flatMap(({ indicator }) => {
        const name = lexicons.indicators.find(({ id }) => id === indicator)?.name.vi;
        return name === undefined ? [] : [name];
      }),
    );
    const questions = [...new Set(names)].flatMap((name) => [
      `${name} của thị xã Đức Phổ?`,
      `${name} của phường ở Từ Sơn?`,
      `${name} của thành phố Hà Tĩnh?`,
      `So sánh ${name} của Đức Phổ với Nghị quyết 42`,
    ]);
    questions.push(
      "Liệt kê các chỉ tiêu của Đức Phổ",
      "Trẻ em được hỗ trợ gì ở Hà Tĩnh?",
      "Ai chủ trì giảm nghèo ở Đức Phổ?",
    );
    answers = [];
    for (const question of questions) {
      const answer = await corpus.answer(question);
      if (answer.citations.length > 0) answers.push({ question, answer });
    }
  }, 60_000);

  afterAll(() => {
    corpus.close();
  });

  it("pass as they are", () => {
    expect(answers.length).toBeGreaterThan(60);
    for (const { question, answer } of answers)
      expect(verifyAnswer(answer, question, proofs), question).toEqual([]);
  });

  it("never pass with a quotation, a figure or a fact changed: 0 of 600 mutants", () => {
    const kinds = [
      "letter",
      "shift",
      "document",
      "figure",
      "indicator",
      "value",
      "unit",
      "comparator",
      "deadline",
      "place",
    ] as const;
    const passed: unknown[] = [];
    const tried = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.constantFrom(...answersNow()),
        fc.constantFrom(...kinds),
        fc.nat(),
        fc.nat(),
        ({ question, answer }, kind, where, which) => {
          const mutant = mutateAnswer(answer, kind, where, which, question);
          fc.pre(mutant !== null);
          tried.set(kind, (tried.get(kind) ?? 0) + 1);
          if (verifyAnswer(mutant, question, proofs).length === 0)
            passed.push({ question, kind, text: mutant.text, facts: mutant.facts });
        },
      ),
      { numRuns: 600, seed: 42, maxSkipsPerRun: 100 },
    );
    for (const kind of kinds) expect(tried.get(kind) ?? 0, kind).toBeGreaterThan(10);
    expect(passed).toEqual([]);
  });

  it("never pass with a figure that only a locator or a title has: 0 of 300 mutants", () => {
    const passed: string[] = [];
    let tried = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...answersNow()),
        fc.nat(),
        fc.nat(),
        ({ question, answer }, where, which) => {
          const said = [...answer.text.matchAll(/(?<![\d.,])\d+(?:[.,]\d+)*(?=%| căn| hộ| tuổi)/gu)];
          const figure = said[where % Math.max(1, said.length)];
          const held = new Set([question, ...answer.citations.map(({ quote }) => quote)].flatMap(numbersOf));
          const others = answer.citations
            .flatMap(({ locator, title, number, date }) => [locator, title ?? "", number ?? "", date ?? ""])
            .flatMap(numbersOf)
            .filter((number) => !held.has(number));
          const other = others[which % Math.max(1, others.length)];
          fc.pre(figure !== undefined && other !== undefined);
          tried++;
          const end = figure.index + figure[0].length;
          const text = answer.text.slice(0, figure.index) + other.replace(".", ",") + answer.text.slice(end);
          if (verifyAnswer({ ...answer, text }, question, proofs).length === 0) passed.push(text);
        },
      ),
      { numRuns: 300, seed: 7, maxSkipsPerRun: 1_000 },
    );
    expect(tried).toBe(300);
    expect(passed).toEqual([]);
  });

  const answersNow = (): typeof answers => answers;

  function mutateAnswer(
    answer: UnverifiedAnswer,
    kind: string,
    where: number,
    which: number,
    question: string,
  ): UnverifiedAnswer | null {
    const at = where % answer.citations.length;
    const citation = answer.citations[at];
    if (citation === undefined) return null;
    const withCitation = (changes: Partial<Citation>): UnverifiedAnswer => ({
      ...answer,
      citations: answer.citations.with(at, { ...citation, ...changes }),
    });
    const { quote, start, end } = citation;
    switch (kind) {
      case "letter": {
        const letter = which % quote.length;
        const other = quote.charAt(letter) === "a" ? "b" : "a";
        return withCitation({ quote: quote.slice(0, letter) + other + quote.slice(letter + 1) });
      }
      case "shift": {
        const by = 1 + (which % 40);
        const text = corpus.store.documents.text(citation.document);
        return text.slice(start + by, end + by) === quote
          ? null
          : withCitation({ start: start + by, end: end + by });
      }
      case "document": {
        const others = corpus.store.documents.list().filter(({ key }) => key !== citation.document);
        const other = others[which % others.length];
        return other === undefined ? null : withCitation({ document: other.key });
      }
      case "figure": {
        const numbers = [...answer.text.matchAll(/\d+(?:[.,]\d+)*/gu)];
        const number = numbers[where % Math.max(1, numbers.length)];
        if (number === undefined) return null;
        const fresh = String(101 + (which % 1_800));
        const held = [
          question,
          ...proofs.references,
          ...answer.citations.map((one) => JSON.stringify(one)),
        ].flatMap(numbersOf);
        if (held.includes(fresh)) return null;
        const text =
          answer.text.slice(0, number.index) + fresh + answer.text.slice(number.index + number[0].length);
        return { ...answer, text };
      }
      default:
        return mutateFact(answer, kind, where, which);
    }
  }

  function mutateFact(
    answer: UnverifiedAnswer,
    kind: string,
    where: number,
    which: number,
  ): UnverifiedAnswer | null {
    const at = where % Math.max(1, answer.facts.length);
    const fact = answer.facts[at];
    if (fact === undefined) return null;
    const indicators = corpus.store.lexicons.indicators;
    const pick = <T>(values: readonly T[]): T | undefined => values[which % values.length];
    const changes: Readonly<Record<string, Partial<AnswerFact>>> = {
      indicator: { indicator: pick(indicators)?.id ?? null },
      value: { value: fact.value + 1 + (which % 9) },
      unit: { unit: pick(["hộ", "người", "%/năm", "căn"]) ?? "" },
      comparator: { comparator: pick(["=", ">", "<", ">=", "<=", "~"] as const) ?? "=" },
      deadline: { deadline: pick([2025, 2026, 2035, null]) ?? null },
      place: { document: pick(["duc-pho", "ha-tinh", "phuong-tu-son", "nq-42"]) ?? "" },
    };
    const changed = { ...fact, ...changes[kind] };
    // A change may hit upon another fact that is as true.
    const isTrue = proofs
      .targets(changed.document)
      .some(
        (row) =>
          row.indicator === changed.indicator &&
          row.value === changed.value &&
          row.comparator === changed.comparator &&
          (row.unit ?? "") === changed.unit &&
          row.deadline === changed.deadline,
      );
    return isTrue ? null : { ...answer, facts: answer.facts.with(at, changed) };
  }
});
