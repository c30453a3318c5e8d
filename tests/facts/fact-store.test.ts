import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { createCorpusStore } from "../../src/corpus/corpus-store.ts";
import type { CorpusDocument, ParsedDocument } from "../../src/corpus/document.ts";
import type { Provision } from "../../src/corpus/provision.ts";
import { resolveReferences, writeDocument, writeMessages } from "../../src/corpus/write-document.ts";
import { correctTargets } from "../../src/facts/apply-corrections.ts";
import type { Assignment } from "../../src/facts/assignment.ts";
import { createFactStore } from "../../src/facts/fact-store.ts";
import type { Target } from "../../src/facts/target.ts";
import { writeAssignments, writeTargets } from "../../src/facts/write-facts.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { openDatabase } from "../../src/storage/open-database.ts";

const text = "I. MỤC TIÊU\n- Bảo hiểm y tế trên 95%, bảo hiểm xã hội 20%.\n";

const indent: Provision = {
  eId: "sec_I__indent_1",
  type: "indent",
  number: null,
  path: "I",
  locator: "Mục I, gạch đầu dòng 1",
  heading: null,
  headingSpan: null,
  span: { start: 12, end: 62 },
  ownSpan: { start: 12, end: 62 },
  depth: 2,
  children: [],
};
const section: Provision = {
  ...indent,
  eId: "sec_I",
  type: "section",
  number: "I",
  locator: "Mục I",
  heading: "MỤC TIÊU",
  headingSpan: { start: 3, end: 11 },
  span: { start: 0, end: 62 },
  ownSpan: { start: 0, end: 11 },
  depth: 1,
  children: [indent],
};

function documentOf(key: string, fields: Partial<CorpusDocument> = {}): CorpusDocument {
  return {
    key,
    locality: null,
    isSummary: false,
    note: null,
    format: "text",
    title: key,
    kind: "plan",
    number: null,
    numberAsPrinted: null,
    date: null,
    dateIsComplete: false,
    issuer: null,
    place: null,
    signatory: null,
    signatoryTitle: null,
    signedFor: null,
    status: "issued",
    implements: [],
    alsoCites: [],
    recipients: [],
    spans: {},
    ...fields,
  };
}

function targetOf(
  document: string,
  indicator: string | null,
  words: string,
  fields: Partial<Target> = {},
): Target {
  const start = text.indexOf(words);
  return {
    id: `${document}#${start}`,
    document,
    nature: "target",
    indicator,
    name: words,
    comparator: ">",
    value: 95,
    value2: null,
    unit: "%",
    scope: null,
    deadline: 2030,
    path: "I",
    eId: indent.eId,
    locator: indent.locator,
    span: indent.span,
    valueSpan: { start, end: start + words.length },
    ...fields,
  };
}

const assignment: Assignment = {
  id: "b#12",
  document: "b",
  task: "MỤC TIÊU",
  role: "lead",
  body: "UBND phường",
  timeline: "Thường xuyên",
  path: "I",
  eId: indent.eId,
  locator: indent.locator,
  span: indent.span,
  timelineSpan: { start: 14, end: 20 },
};

const targets = [
  targetOf("a", "health-insurance-coverage", "95%"),
  targetOf("a", null, "20%", { nature: "baseline", value: 20.5, comparator: null }),
  targetOf("b", "health-insurance-coverage", "95%"),
];

let database: ReturnType<typeof openDatabase>;

beforeEach(() => {
  database = openDatabase(":memory:");
  migrate(database, join(import.meta.dirname, "../../src/storage/migrations"));
  const parsed: ParsedDocument = {
    format: "text",
    text,
    frontMatter: documentOf("a"),
    provisions: [section],
    messages: [],
    places: [
      { start: 0, line: 3, page: 1 },
      { start: 12, line: 5, page: 2 },
    ],
  };
  const reference = {
    kind: "plan" as const,
    title: null,
    number: "7/KH/TU",
    date: null,
    issuer: null,
    span: null,
  };
  writeDocument(database, documentOf("b", { implements: [reference] }), parsed);
  writeDocument(database, documentOf("a", { number: "7-KH/TU" }), parsed);
  resolveReferences(database);
  writeMessages(database, "c", [
    {
      rule: "document-skipped",
      reason: "r",
      severity: "warning",
      line: 4,
      page: null,
      span: { start: 1, end: 2 },
    },
  ]);
  writeTargets(database, targets);
  writeAssignments(database, [assignment]);
});

describe("the fact store", () => {
  test("gives back what was written, to the letter", () => {
    const store = createFactStore(database);
    expect(store.targets({})).toEqual(targets);
    expect(store.assignments({})).toEqual([assignment]);
  });

  test.each([
    [{ documents: ["b"] }, ["b"]],
    [{ indicators: ["health-insurance-coverage"] }, ["a", "b"]],
    [{ indicators: ["health-insurance-coverage"], documents: ["a", "x"] }, ["a"]],
    [{ nature: "baseline" as const }, ["a"]],
    [{ nature: ["target", "baseline"] as const }, ["a", "a", "b"]],
    [{ documents: [] }, []],
    [{ documents: ["a'; DROP TABLE target; --"] }, []],
  ])("filters targets by %j", (filter, documents) => {
    expect(
      createFactStore(database)
        .targets(filter)
        .map(({ document }) => document),
    ).toEqual(documents);
  });

  test("filters assignments by document, provision and path", () => {
    const store = createFactStore(database);
    expect(store.assignments({ documents: ["b"], eIds: [indent.eId], paths: ["I"] })).toHaveLength(1);
    expect(store.assignments({ paths: ["II"] })).toEqual([]);
    expect(store.assignments({ documents: ["a"] })).toEqual([]);
  });
});

describe("the corpus store", () => {
  test("lists documents by key, with text, places and messages", () => {
    const store = createCorpusStore(database);
    expect(store.list().map(({ key }) => key)).toEqual(["a", "b"]);
    expect(store.get("a")).toEqual(documentOf("a", { number: "7-KH/TU" }));
    expect(store.get("z")).toBeNull();
    expect(store.text("a")).toBe(text);
    expect(store.text("z")).toBe("");
    expect(store.place("a", 11)).toEqual({ line: 3, page: 1 });
    expect(store.place("a", 40)).toEqual({ line: 5, page: 2 });
    expect(store.place("z", 0)).toBeNull();
    expect(store.messages("c")).toMatchObject([{ rule: "document-skipped", span: { start: 1, end: 2 } }]);
  });

  test("gives provisions in reading order, each with its parent", () => {
    const store = createCorpusStore(database);
    const rows = store.provisions("a");
    expect(rows.map(({ eId, parentEId }) => [eId, parentEId])).toEqual([
      ["sec_I", null],
      ["sec_I__indent_1", "sec_I"],
    ]);
    const { children, ...own } = section;
    expect(children).toHaveLength(1);
    expect(store.provision("a", "sec_I")).toEqual({ ...own, parentEId: null });
    expect(store.provision("a", "none")).toBeNull();
  });

  test("ties a reference to the document of the corpus that has its number", () => {
    expect(createCorpusStore(database).referencedBy("a")).toEqual(["b"]);
  });
});

describe("corrections of a manifest", () => {
  test("hold for the figure in their words, and leave its neighbour alone", () => {
    const { facts, messages } = correctTargets(text, targets.slice(0, 2), [
      { at: "bảo hiểm  xã hội 20%", indicator: "social-insurance-coverage", deadline: 2025 },
    ]);
    expect(messages).toEqual([]);
    expect(facts).toEqual([
      targets[0],
      { ...targets[1], indicator: "social-insurance-coverage", deadline: 2025 },
    ]);
  });

  test("can say that what was read is no target", () => {
    expect(correctTargets(text, targets.slice(0, 2), [{ at: "trên 95%", drop: true }]).facts).toEqual([
      targets[1],
    ]);
  });

  test("that match nothing are reported, not lost", () => {
    const { facts, messages } = correctTargets(text, targets.slice(0, 1), [
      { at: "chữ không có", unit: "tỷ" },
      { at: "I. MỤC", unit: "tỷ" },
    ]);
    expect(facts).toEqual(targets.slice(0, 1));
    expect(messages.map(({ rule, span }) => [rule, span])).toEqual([
      ["correction-unmatched", null],
      ["correction-unmatched", { start: 0, end: 6 }],
    ]);
  });
});
