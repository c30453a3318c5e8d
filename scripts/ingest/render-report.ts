import {
  dateWords,
  differenceSentence,
  effectSentences,
  ingestTexts,
  messagePlaceWords,
  numberWords,
  oddFiguresOf,
  placeWords,
} from "../../src/channels/ingest-words.ts";
import type { TargetDifference } from "../../src/facts/compare-targets.ts";
import { describeFigure } from "../../src/facts/describe-target.ts";
import type { Target } from "../../src/facts/target.ts";
import type { IngestPlan } from "../../src/operations/ingest-document.ts";
import type { ReadDocument } from "../../src/operations/read-folder.ts";
import { roleWords } from "../../src/operations/tabulate-facts.ts";
import { renderTable } from "../io/render-table.ts";
import { outlineOf } from "./reading-door.ts";

const say = ingestTexts.vi;

const NATURES: Readonly<Record<Target["nature"], string>> = {
  target: "",
  baseline: "hiện trạng",
  objective: "mục tiêu",
};

/** Everything that was read from a file and what became of it, for a terminal `width` characters wide. */
export function renderReport(plan: IngestPlan, fileName: string, width: number, isDryRun: boolean): string {
  const { read } = plan;
  const odd = oddFiguresOf(read);
  const sections = [
    `═══ ${fileName}`,
    effectSentences(plan, !isDryRun, say).join("\n"),
    section("Văn bản", frontMatterTable(plan, width)),
    section("Bố cục", outlineText(read, width)),
    section(`Chỉ tiêu, hiện trạng, mục tiêu có mốc (${read.targets.length})`, targetTable(read, width)),
    section(`Phân công (${read.assignments.length})`, assignmentTable(read, width)),
    section(
      `Số liệu nên xem lại (${odd.length})`,
      renderTable(
        [
          { heading: "Chỗ", width: 12 },
          { heading: "Chỉ tiêu", width: 20, share: 1 },
          { heading: "Vì sao", width: 20, share: 1 },
        ],
        odd.map(({ target, reason }) => [placeWords(read, target.span.start, say), target.name, reason]),
        width,
      ),
    ),
    section(
      `Lời nhắc khi đọc (${read.messages.length})`,
      renderTable(
        [
          { heading: "Chỗ", width: 12 },
          { heading: "", width: 2 },
          { heading: "Nội dung", width: 30, share: 1 },
        ],
        read.messages.map((message) => [
          messagePlaceWords(read, message, say),
          message.severity === "warning" ? "!" : "",
          message.reason,
        ]),
        width,
      ),
    ),
  ];
  const counted = differenceSentence(plan, say);
  if (plan.effect.kind === "replaced" && counted !== null) {
    const { difference } = plan.effect.previous;
    sections.push(
      difference === null ? counted : section("Khác bản trước", differenceText(difference, counted, width)),
    );
  }
  return `${sections.join("\n\n")}\n`;
}

function frontMatterTable({ read, locality }: IngestPlan, width: number): string {
  const { document } = read;
  const blank = say("blank");
  const rows: [string, string][] = [
    ["Tên", document.title ?? blank],
    ["Loại", document.kind],
    ["Cơ quan", document.issuer ?? blank],
    ["Số", numberWords(read, say)],
    ["Ngày", dateWords(read, say)],
    ["Nơi", document.place ?? blank],
    [
      "Người ký",
      [document.signedFor, document.signatoryTitle, document.signatory]
        .filter((one) => one !== null)
        .join(", ") || blank,
    ],
    ["Tình trạng", say(`status-${document.status}`)],
    [
      "Địa bàn",
      `${document.locality ?? say("whole-country")}${locality?.remark == null ? "" : ` (${locality.remark})`}`,
    ],
    [
      "Thực hiện",
      document.implements.map(({ number, title }) => number ?? title ?? "?").join("; ") || "(không thấy)",
    ],
    ["Định dạng", document.format],
  ];
  return renderTable(
    [
      { heading: "", width: 10 },
      { heading: "", width: 30, share: 1 },
    ],
    rows,
    width,
  )
    .split("\n")
    .slice(2)
    .join("\n");
}

function outlineText({ parsed }: ReadDocument, width: number): string {
  const lines = outlineOf(parsed).map(({ path, heading, depth }) => {
    const line = `${"  ".repeat(depth)}${path}  ${heading.replaceAll(/\s+/gu, " ")}`;
    return line.length > width ? `${line.slice(0, width - 1)}…` : line;
  });
  return lines.length === 0 ? "  (không thấy mục nào)" : lines.join("\n");
}

function targetTable(read: ReadDocument, width: number): string {
  return renderTable(
    [
      { heading: "Mục", width: 8 },
      { heading: "Chỉ tiêu", width: 22, share: 3 },
      { heading: "Số liệu", width: 14, share: 1 },
      { heading: "Năm", width: 4 },
      { heading: "Phạm vi", width: 8, share: 1 },
      { heading: "Mã", width: 10, share: 1 },
      { heading: "Chỗ", width: 9 },
    ],
    read.targets.map((target) => [
      target.path,
      [target.name, NATURES[target.nature]].filter((part) => part !== "").join(" – "),
      target.value === null ? "" : describeFigure(target),
      target.deadline === null ? "" : String(target.deadline),
      target.scope ?? "",
      target.indicator ?? "(chưa có tên)",
      placeWords(read, target.span.start, say),
    ]),
    width,
  );
}

function assignmentTable(read: ReadDocument, width: number): string {
  return renderTable(
    [
      { heading: "Mục", width: 8 },
      { heading: "Cơ quan", width: 18, share: 2 },
      { heading: "Vai trò", width: 10 },
      { heading: "Nhiệm vụ", width: 20, share: 3 },
      { heading: "Thời gian", width: 10, share: 1 },
      { heading: "Chỗ", width: 9 },
    ],
    read.assignments.map(({ path, body, role, task, timeline, span }) => [
      path,
      body,
      roleWords[role],
      task,
      timeline ?? "",
      placeWords(read, span.start, say),
    ]),
    width,
  );
}

function differenceText(
  { added, removed, changed }: TargetDifference,
  counted: string,
  width: number,
): string {
  const text = (target: Target): string =>
    [describeFigure(target), target.deadline === null ? "" : `(${target.deadline})`]
      .filter((part) => part !== "")
      .join(" ");
  const rows = [
    ...changed.map(({ before, after }) => ["đổi", after.name, text(before), text(after)]),
    ...added.map((target) => ["thêm", target.name, "", text(target)]),
    ...removed.map((target) => ["bỏ", target.name, text(target), ""]),
  ];
  const table = renderTable(
    [
      { heading: "", width: 4 },
      { heading: "Chỉ tiêu", width: 24, share: 2 },
      { heading: "Bản trước", width: 16, share: 1 },
      { heading: "Bản mới", width: 16, share: 1 },
    ],
    rows,
    width,
  );
  return rows.length === 0 ? `  ${counted}` : `${table}\n  ${counted}`;
}

function section(title: string, body: string): string {
  return `── ${title}\n${body}`;
}
