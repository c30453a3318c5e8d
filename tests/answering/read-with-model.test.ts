import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAssistant } from "../../src/answering/create-assistant.ts";
import { isUnsure } from "../../src/answering/read-with-model.ts";
import { createQueryReader, type QueryReader } from "../../src/understanding/read-query.ts";
import { readerCorpus } from "../../src/understanding/reader-corpus.ts";
import type { Answer } from "../../src/answering/answer.ts";
import { chatModelDouble, type ChatModelDouble } from "../doubles/chat-model.ts";
import { corpusAssistant, type CorpusAssistant } from "../doubles/corpus-assistant.ts";

let corpus: CorpusAssistant;
let reader: QueryReader;
beforeAll(async () => {
  corpus = await corpusAssistant();
  const { lexicons, corpus: documents } = corpus.sources;
  const texts = documents.list().map(({ key, locality }) => ({ locality, text: documents.text(key) }));
  reader = createQueryReader(lexicons, readerCorpus(texts, lexicons));
}, 60_000);
afterAll(() => {
  corpus.close();
});

/** Everyday words that no lexicon holds, for what the documents call «tuổi thọ trung bình». */
const ODD = "Dân Đức Phổ rồi đây thọ cỡ mấy cái xuân xanh?";

const reading = (fields: Record<string, unknown>): string =>
  JSON.stringify({ indicators: [], localities: [], intent: null, years: [], question: "", ...fields });

async function ask(question: string, says: string): Promise<{ answer: Answer; model: ChatModelDouble }> {
  const model = chatModelDouble((request) => (request.material.includes("<indicators>") ? says : ""));
  const assistant = createAssistant({ ...corpus.sources, model: { chat: model, deadlineMs: 300 } });
  const { answer } = await assistant.ask(question, { locality: null, topic: null });
  return { answer, model };
}

const withoutTime = (answer: Answer): Answer => ({ ...answer, elapsedMs: 0 });

describe("isUnsure", () => {
  it.each([
    [ODD, true],
    ["Chỉ tiêu bảo hiểm y tế của Đức Phổ?", false],
    ["Xin chào", false],
    ["", false],
    ["Số hiệu văn bản của Hà Tĩnh?", false],
    ["Còn Hà Tĩnh thì sao?", false],
  ])("%s: %s", (question, expected) => {
    expect(isUnsure(reader.read(question, null))).toBe(expected);
  });
});

describe("a question that the lexicons do not know", () => {
  it("is read through the model's wording, and answered from the documents", async () => {
    const { answer } = await ask(
      ODD,
      reading({
        indicators: ["life-expectancy"],
        intent: "figure",
        question: "Tuổi thọ trung bình của người dân thị xã Đức Phổ là bao nhiêu?",
      }),
    );
    expect(answer.facts).toMatchObject([{ indicator: "life-expectancy", document: "duc-pho", value: 75 }]);
  });

  it("takes an indicator's id without a wording", async () => {
    const { answer } = await ask(ODD, reading({ indicators: ["life-expectancy"], intent: "figure" }));
    expect(answer.facts).toMatchObject([{ indicator: "life-expectancy", document: "duc-pho" }]);
  });

  it("takes no figure from the model", async () => {
    const { answer } = await ask(
      ODD,
      reading({ indicators: ["life-expectancy"], intent: "figure", question: "Tuổi thọ 99 tuổi ở Đức Phổ?" }),
    );
    expect(`${answer.text} ${JSON.stringify(answer.facts)}`).not.toContain("99");
  });

  it("keeps the place that the question names, whatever the model says", async () => {
    const { answer } = await ask(
      ODD,
      reading({
        indicators: ["life-expectancy"],
        localities: ["ha-tinh"],
        intent: "figure",
        question: "Tuổi thọ trung bình của thành phố Hà Tĩnh?",
      }),
    );
    expect(new Set(answer.citations.map(({ document }) => document))).toEqual(new Set(["duc-pho"]));
  });

  it.each([
    ["no JSON", "Tôi xin trả lời: 99 tuổi."],
    ["broken JSON", '{"indicators": ["life-expectancy"'],
    ["JSON of another form", "[1, 2]"],
    ["ids that do not exist", reading({ indicators: ["gold-price"], localities: ["atlantis"] })],
    ["nothing", ""],
  ])("is answered as without a model where it says %s", async (_, says) => {
    const { answer } = await ask(ODD, says);
    const plain = await corpus.answer(ODD);
    expect(withoutTime(answer)).toEqual(withoutTime(plain));
  });

  it("is answered as without a model where it fails or hangs", async () => {
    const plain = await corpus.answer(ODD);
    for (const chat of [chatModelDouble(), chatModelDouble(() => new Promise(() => undefined))]) {
      const assistant = createAssistant({ ...corpus.sources, model: { chat, deadlineMs: 50 } });
      const { answer } = await assistant.ask(ODD, { locality: null, topic: null });
      expect(withoutTime(answer)).toEqual(withoutTime(plain));
    }
  });
});

describe("a question that the lexicons know", () => {
  it("is not read by the model", async () => {
    const { model } = await ask("Chỉ tiêu bảo hiểm y tế của Đức Phổ?", reading({}));
    expect(model.requests.filter(({ material }) => material.includes("<indicators>"))).toEqual([]);
  });
});
