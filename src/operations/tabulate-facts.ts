import type { CorpusStore } from "../corpus/corpus-store.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { AssignmentRole } from "../facts/assignment.ts";
import { describeComparator } from "../facts/describe-target.ts";
import type { FactStore } from "../facts/fact-store.ts";
import type { Indicator } from "../facts/indicator.ts";
import type { Target } from "../facts/target.ts";
import { AppError } from "../shared/app-error.ts";
import { sliceSpan } from "../shared/span.ts";
import { squeezeTrim } from "../shared/squeeze-spaces.ts";

/** A cell: words, a number, or nothing. */
export type Cell = string | number | null;

/** A table of facts, for people to work on; every row gives the source's words and their place. */
export interface FactTable {
  /** The sheet's name, at most 31 characters. */
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What tables are made from; a `Store` fits. */
export interface FactSource {
  readonly documents: CorpusStore;
  readonly facts: FactStore;
  readonly lexicons: { readonly indicators: readonly Indicator[] };
}

/** What a body does in an assignment, in a word. */
export const roleWords: Readonly<Record<AssignmentRole, string>> = {
  direct: "chỉ đạo",
  lead: "chủ trì",
  "advise-execute": "tham mưu, thực hiện",
  coordinate: "phối hợp",
  standing: "thường trực",
  supervise: "giám sát",
  report: "báo cáo",
  implement: "thực hiện",
};

const NATURES: Readonly<Record<Target["nature"], string>> = {
  target: "chỉ tiêu",
  baseline: "hiện trạng",
  objective: "mục tiêu",
};

/** What a document is worth, in a word. */
export const statusWords: Readonly<Record<CorpusDocument["status"], string>> = {
  draft: "dự thảo",
  issued: "đã ban hành",
  replaced: "đã được thay thế",
  unknown: "không rõ",
};

/** @throws AppError USAGE for a key that the corpus does not have. */
export function findDocuments(keys: readonly string[], { documents }: FactSource): CorpusDocument[] {
  return keys.map((key) => {
    const document = documents.get(key);
    if (document !== null) return document;
    throw new AppError("USAGE", `Kho không có văn bản «${key}».`, {
      remedy: `Các khoá: ${documents
        .list()
        .map((one) => one.key)
        .join(", ")}.`,
    });
  });
}

export const column = (heading: string, width: number): FactTable["columns"][number] => ({ heading, width });
const ORIGIN = [column("Trích nguyên văn", 70), column("Vị trí", 28), column("Dòng", 7), column("Trang", 7)];

/** Targets, baselines and dated objectives of the documents, in reading order. */
export function tabulateTargets(chosen: readonly CorpusDocument[], source: FactSource): FactTable {
  const targets = chosen.flatMap(({ key }) => source.facts.targets({ documents: [key] }));
  return {
    name: "Chỉ tiêu",
    columns: [
      column("Văn bản", 16),
      column("Tình trạng", 14),
      column("Loại", 12),
      column("Chỉ tiêu", 50),
      column("Mã chỉ tiêu", 26),
      column("So sánh", 10),
      column("Giá trị", 11),
      column("Đến", 9),
      column("Đơn vị", 16),
      column("Phạm vi", 24),
      column("Năm", 7),
      ...ORIGIN,
    ],
    rows: targets.map((target) => [
      target.document,
      statusText(target.document, chosen),
      NATURES[target.nature],
      target.name,
      target.indicator,
      describeComparator(target.comparator),
      target.value,
      target.value2,
      target.unit,
      target.scope,
      target.deadline,
      ...originOf(target, source),
    ]),
  };
}

export function tabulateAssignments(chosen: readonly CorpusDocument[], source: FactSource): FactTable {
  const assignments = chosen.flatMap(({ key }) => source.facts.assignments({ documents: [key] }));
  return {
    name: "Phân công",
    columns: [
      column("Văn bản", 16),
      column("Tình trạng", 14),
      column("Nhiệm vụ", 60),
      column("Vai trò", 20),
      column("Cơ quan", 50),
      column("Thời gian", 26),
      ...ORIGIN,
    ],
    rows: assignments.map((one) => [
      one.document,
      statusText(one.document, chosen),
      one.task,
      roleWords[one.role],
      one.body,
      one.timeline,
      ...originOf(one, source),
    ]),
  };
}

/** What each document is: number, date, issuer, status, and the note that a reader should know. */
export function tabulateDocuments(chosen: readonly CorpusDocument[]): FactTable {
  return {
    name: "Văn bản",
    columns: [
      column("Khoá", 18),
      column("Tên", 70),
      column("Số", 18),
      column("Ngày", 26),
      column("Cơ quan ban hành", 36),
      column("Tình trạng", 16),
      column("Địa bàn", 20),
      column("Lưu ý", 70),
    ],
    rows: chosen.map((one) => [
      one.key,
      one.title,
      one.number,
      one.date,
      one.issuer,
      statusWords[one.status],
      one.locality ?? "cả nước",
      [one.isSummary ? "Bản tóm lược, không phải nguyên văn." : "", one.note ?? ""]
        .filter((part) => part !== "")
        .join(" ") || null,
    ]),
  };
}

/** What a target and an assignment have in common. */
interface Fact {
  readonly document: string;
  readonly locator: string;
  readonly span: Target["span"];
}

function originOf(fact: Fact, source: FactSource): Cell[] {
  const place = source.documents.place(fact.document, fact.span.start);
  return [quoteOf(fact, source), fact.locator, place?.line ?? null, place?.page ?? null];
}

/** The source's own words, on one line. */
export function quoteOf({ document, span }: Fact, { documents }: FactSource): string {
  return squeezeTrim(sliceSpan(documents.text(document), span));
}

function statusText(key: string, chosen: readonly CorpusDocument[]): string {
  const document = chosen.find((one) => one.key === key);
  return document === undefined ? "" : statusWords[document.status];
}
