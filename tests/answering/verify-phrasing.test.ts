import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/answering/answer.ts";
import { verifyPhrasing } from "../../src/answering/verify-phrasing.ts";
import { corpusAssistant, type CorpusAssistant } from "../doubles/corpus-assistant.ts";
import { goodPhrasings, mutate, type Mutant, type MutationKind } from "../doubles/phrasings.ts";

let corpus: CorpusAssistant;
/** Answers over the real corpus, with phrasings of them that say the same. */
let answers: { question: string; answer: Answer; phrasings: readonly string[] }[];

beforeAll(async () => {
  corpus = await corpusAssistant();
  const { store } = corpus;
  const places = ["duc-pho", "ha-tinh", "phuong-tu-son", "nq-42"];
  const names = new Set(
    places.flatMap((document) =>
      store.facts.targets({ documents: [document] }).flatMap(({ indicator }) => {
        const name = store.lexicons.indicators.find(({ id }) => id === indicator)?.name.vi;
        return name === undefined ? [] : [name];
      }),
    ),
  );
  const questions = [
    ...[...names].flatMap((name) => [
      `${name} của thị xã Đức Phổ?`,
      `${name} của phường ở Từ Sơn?`,
      `So sánh ${name} của Đức Phổ với Nghị quyết 42`,
    ]),
    "Cơ quan nào kiểm tra, giám sát ở Đức Phổ?",
    "Ai chủ trì thực hiện chính sách bảo hiểm y tế ở Hà Tĩnh?",
    "Cơ quan nào chỉ đạo, tham mưu chăm sóc người có công ở Từ Sơn?",
    "Cơ quan nào thực hiện giảm nghèo ở Từ Sơn?",
    "Trẻ em được hỗ trợ gì ở Hà Tĩnh?",
    "Người cao tuổi được hưởng gì ở Đức Phổ?",
    "Nhà ở xã hội ở Từ Sơn được nói gì?",
    "What is the health insurance target of Đức Phổ?",
  ];
  answers = [];
  for (const question of questions) {
    const answer = await corpus.answer(question);
    if (!["target", "comparison", "assignment", "passage"].includes(answer.kind)) continue;
    answers.push({ question, answer, phrasings: goodPhrasings(answer, corpus) });
  }
}, 60_000);

afterAll(() => {
  corpus.close();
});

describe("a phrasing that says what the answer says", () => {
  it("passes, template by template, over the corpus's own figures", () => {
    const all = answers.flatMap(({ answer, phrasings }) =>
      phrasings.map((text) => ({ text, fault: verifyPhrasing(text, answer, corpus.names) })),
    );
    const refused = all.filter(({ fault }) => fault !== null);
    expect(all.length).toBeGreaterThan(100);
    expect(refused.length / all.length, JSON.stringify(refused.slice(0, 8), null, 1)).toBeLessThan(0.1);
  });

  it("passes, but for a few intricate ones, where it is the plain answer itself", () => {
    const refused = answers
      .filter(({ answer }) => verifyPhrasing(answer.text, answer, corpus.names) !== null)
      .map(({ answer }) => answer.text);
    expect(refused.length / answers.length, refused.join("\n\n")).toBeLessThan(0.1);
  });
});

const KINDS: readonly MutationKind[] = [
  "figure",
  "comparator",
  "year",
  "place",
  "body",
  "quotation",
  "unit",
  "negation",
  "swap",
];

describe("a phrasing that differs in a fact", () => {
  it("never passes: 0 of 500 mutants", () => {
    const passed: Mutant[] = [];
    const counts = new Map<MutationKind, number>();
    let tried = 0;
    const good = answers.flatMap(({ answer, phrasings }) =>
      phrasings
        .filter((text) => verifyPhrasing(text, answer, corpus.names) === null)
        .map((text) => ({ answer, text })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...good),
        fc.constantFrom(...KINDS),
        fc.nat(),
        fc.nat(),
        ({ answer, text }, kind, where, which) => {
          const mutant = mutate(text, answer, kind, where, which, corpus);
          fc.pre(mutant !== null);
          tried++;
          counts.set(kind, (counts.get(kind) ?? 0) + 1);
          if (verifyPhrasing(mutant.text, answer, corpus.names) === null) passed.push(mutant);
        },
      ),
      {
        numRuns: 500,
        seed: 42,
        maxSkipsPerRun: 100,
      },
    );
    expect(tried).toBeGreaterThanOrEqual(500);
    for (const kind of KINDS) expect(counts.get(kind), kind).toBeGreaterThan(2);
    expect(passed).toEqual([]);
  });
});
