import { describe, expect, it } from "vitest";
import { draftAnswer } from "../../src/answering/draft-answer.ts";
import type { Library } from "../../src/answering/library.ts";
import type { CorpusDocument } from "../../src/corpus/document.ts";
import { createLocalityIndex } from "../../src/corpus/locality.ts";
import { makeTarget } from "../doubles/make-target.ts";

const TEXT = "Trên 95% dân số có nước sạch. Hộ nghèo dưới 3%.";

/** What a draft takes of a library: the stored text, pages, and the names of places. */
function libraryOf(page: number | null = null): Library {
  const parts: Pick<Library, "localities"> & { corpus: Pick<Library["corpus"], "text" | "place"> } = {
    localities: createLocalityIndex([]),
    corpus: { text: () => TEXT, place: () => ({ line: 1, page }) },
  };
  return parts as Library;
}

const document = (changes: Partial<CorpusDocument> = {}): CorpusDocument => ({
  key: "a",
  title: "Kế hoạch A",
  kind: "plan",
  number: "12/KH-UBND",
  numberAsPrinted: "12/KH-UBND",
  date: "ngày 1 tháng 2 năm 2024",
  dateIsComplete: true,
  issuer: "UBND xã A",
  place: null,
  signatory: null,
  signatoryTitle: null,
  signedFor: null,
  status: "issued",
  implements: [],
  alsoCites: [],
  recipients: [],
  spans: {},
  locality: null,
  isSummary: false,
  note: null,
  format: "text",
  ...changes,
});
const start = (page: number | null = null) => draftAnswer(libraryOf(page), { language: "vi" });
const SPAN = { start: 0, end: 28 };

describe("a draft of an answer", () => {
  it("quotes the stored text at the span, with the document's own data", () => {
    const draft = start(3);
    draft.cite(document(), SPAN, "Mục I");
    expect(draft.finish("passage", 0.5).citations).toEqual([
      {
        document: "a",
        title: "Kế hoạch A",
        issuer: "UBND xã A",
        number: "12/KH-UBND",
        date: "ngày 1 tháng 2 năm 2024",
        status: "issued",
        locator: "Mục I",
        quote: TEXT.slice(0, 28),
        start: 0,
        end: 28,
        page: 3,
      },
    ]);
  });

  it("has no page where the file has none", () => {
    const draft = start();
    expect(draft.cite(document(), SPAN, "Mục I")).not.toHaveProperty("page");
  });

  it("cites the same stretch, or a part of it, once; another document's of its own", () => {
    const draft = start();
    const first = draft.cite(document(), SPAN, "Mục I");
    expect(draft.cite(document(), { start: 5, end: 8 }, "Mục I")).toBe(first);
    draft.cite(document({ key: "b" }), SPAN, "Mục I");
    draft.cite(document(), { start: 30, end: 40 }, "Mục II");
    expect(draft.finish("passage", 1).citations.map((one) => [one.document, one.start])).toEqual([
      ["a", 0],
      ["b", 0],
      ["a", 30],
    ]);
  });

  it("states a row's figure, and nothing of an aim without one", () => {
    const draft = start();
    draft.fact(makeTarget({ comparator: "range", value: 1, value2: 2, unit: null }));
    draft.fact(makeTarget({ nature: "objective", comparator: null, value: null }));
    expect(draft.finish("target", 1).facts).toEqual([
      { indicator: null, comparator: "range", value: 1, value2: 2, unit: "", deadline: 2030, document: "a" },
    ]);
  });

  it("writes its lines in order, and asks or warns of one thing once", () => {
    const draft = start();
    draft.line("Một");
    draft.add("document-number", { number: "12" });
    draft.suggest("Hỏi gì?");
    draft.suggest("Hỏi gì?");
    draft.warn("x", "Nhớ.");
    draft.warn("x", "Nhớ.");
    expect(draft.finish("document", 1)).toMatchObject({
      text: "Một\nSố: 12.",
      suggestions: ["Hỏi gì?"],
      warnings: [{ code: "x", text: "Nhớ." }],
    });
  });
});

describe("what a reader has to know of a document", () => {
  const warningsOf = (changes: Partial<CorpusDocument>): string[] => {
    const draft = start();
    draft.cite(document(changes), SPAN, "Mục I");
    return draft.finish("passage", 1).warnings.map(({ code, text }) => `${code}: ${text}`);
  };

  it("is nothing where it is issued and whole", () => {
    expect(warningsOf({})).toEqual([]);
  });

  it("is that it is a draft, and that its number and date are blank", () => {
    expect(warningsOf({ status: "draft" })).toEqual(["draft: Văn bản của Kế hoạch 12/KH-UBND là dự thảo."]);
    expect(warningsOf({ status: "draft", number: null, dateIsComplete: false })[0]).toContain("để trống");
  });

  it("is that it is a summary", () => {
    expect(warningsOf({ isSummary: true })[0]).toMatch(/^summary: .*12\/KH-UBND.*tóm tắt/u);
  });

  it("is said once, however often it is cited, and not of documents that are not cited", () => {
    const draft = start();
    draft.cite(document({ status: "draft" }), { start: 0, end: 5 }, "Mục I");
    draft.cite(document({ status: "draft" }), { start: 30, end: 40 }, "Mục II");
    expect(draft.finish("passage", 1).warnings).toHaveLength(1);
    expect(start().finish("abstain", 1).warnings).toEqual([]);
  });
});
