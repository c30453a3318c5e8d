import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readThroughDoor } from "../../scripts/ingest/reading-door.ts";
import { renderReport } from "../../scripts/ingest/render-report.ts";
import { renderTable } from "../../scripts/io/render-table.ts";
import { planIngest } from "../../src/operations/ingest-document.ts";
import { loadIngestSetting } from "../../src/operations/ingest-request.ts";
import { smallCorpus } from "../doubles/small-corpus.ts";

const FILE = "tests/fixtures/ingest/quyet-dinh.md";

describe("the reading door", () => {
  test("gives front matter, outline, targets, assignments and messages as plain values", async () => {
    const read = (await readThroughDoor(FILE, smallCorpus())) as Record<string, unknown>;
    expect(Object.keys(read)).toEqual(["metadata", "outline", "targets", "assignments", "messages"]);
    expect(JSON.parse(JSON.stringify(read))).toEqual(read);
    expect(read).toMatchObject({
      metadata: {
        kind: "decision",
        number: "7/QĐ-UBND",
        place: "An Phú",
        signatory: "Trần Văn Bình",
        status: "issued",
      },
    });
    expect(read["outline"]).toContainEqual({ path: "Điều 1", heading: "Mục tiêu", depth: 1 });
    expect(read["targets"]).toContainEqual({
      indicator: null,
      name: "Tỷ lệ hộ nghèo",
      comparator: "<",
      value: 1,
      value2: null,
      unit: "%",
      scope: expect.toSatisfy((scope: unknown) => scope === null || typeof scope === "string") as unknown,
      deadline: expect.toSatisfy((year: unknown) => year === null || year === 2030) as unknown,
      section: "Điều 1.2",
      quote: "Tỷ lệ hộ nghèo dưới 1%",
    });
  });

  test("names the indicators that the corpus knows", async () => {
    const corpus = smallCorpus({
      "x.txt": "I. MỤC TIÊU\n\n- Tỷ lệ dân số tham gia bảo hiểm y tế đạt trên 91%.\n",
    });
    const read = (await readThroughDoor(`${corpus}/x.txt`, corpus)) as {
      targets: { indicator: string | null }[];
    };
    expect(read.targets.map(({ indicator }) => indicator)).toEqual(["health-insurance-coverage"]);
  });
});

test("the report shows what was read and what becomes of it, within the width", async () => {
  const plan = await planIngest(
    { bytes: readFileSync(FILE), fileName: "quyet-dinh.md" },
    loadIngestSetting(smallCorpus()),
  );
  const report = renderReport(plan, "quyet-dinh.md", 90, true);
  for (const words of [
    "Sẽ thêm vào kho với khoá «qd-7-ubnd-an-phu-2024»",
    "7/QĐ-UBND",
    "Mục tiêu",
    "dưới 1%",
    "Phòng Kinh tế",
    "dòng 27",
  ]) {
    expect(report).toContain(words);
  }
  expect(Math.max(...report.split("\n").map((line) => line.length))).toBeLessThanOrEqual(90);
});

describe("a table for a terminal", () => {
  const columns = [
    { heading: "Tên", width: 6, share: 1 },
    { heading: "Số", width: 4, align: "right" as const },
  ];

  test("wraps its cells at words and cuts nothing", () => {
    const table = renderTable(columns, [["tỷ lệ hộ nghèo đa chiều", "12"]], 20);
    expect(table).toBe(
      "  Tên             Số\n  ────────────  ──\n  tỷ lệ hộ      12\n  nghèo đa\n  chiều".replace(
        "Tên             Số",
        "Tên           Số",
      ),
    );
  });

  test("without rows says so", () => {
    expect(renderTable(columns, [], 40)).toBe("  (không có)");
  });
});
