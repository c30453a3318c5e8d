import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractDoc } from "../../src/corpus/extract/extract-doc.ts";
import { extractPdf } from "../../src/corpus/extract/extract-pdf.ts";
import { findDrawnRules } from "../../src/corpus/extract/find-drawn-rules.ts";
import { defaultLimits } from "../../src/corpus/extract/limits.ts";
import { findColumns } from "../../src/corpus/extract/pdf-columns.ts";
import { dropPageFurniture } from "../../src/corpus/extract/pdf-furniture.ts";
import { gatherLines } from "../../src/corpus/extract/pdf-lines.ts";
import type { Piece } from "../../src/corpus/extract/pdf-page.ts";
import { judgeTextLayer } from "../../src/corpus/extract/text-layer.ts";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`tests/fixtures/formats/${name}`));
const piece = (text: string, x: number, y: number, size = 14): Piece => ({
  text,
  x,
  y,
  width: text.length * size * 0.45,
  size,
});
const texts = (pieces: readonly Piece[]): string[] =>
  gatherLines(pieces).map((line) => line.segments.map((segment) => segment.text).join(" | "));

describe("PDF with text", () => {
  it("keeps pages and tables, and drops running heads and page numbers", async () => {
    const { blocks, pageCount } = await extractPdf(fixture("ke-hoach.pdf"), "a.pdf", defaultLimits);
    const text = blocks.map((block) => (block.kind === "line" ? block.text : "")).join("\n");
    expect(pageCount).toBe(2);
    expect(text).not.toContain("CÔNG BÁO XÃ");
    expect(text).not.toMatch(/^\d+$/mu);
    expect(text.match(/hành vi có lợi cho sức khỏe/gu)).toHaveLength(13);
    const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
    expect(tables[0]?.rows[0]?.[1]).toMatch(/^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập/u);
    expect(tables[1]).toMatchObject({
      page: 2,
      rows: [
        ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"],
        ["1", "Rà soát người chưa tham gia bảo hiểm y tế", "Trạm Y tế xã", "Quý I"],
        ["2", "Tổ chức tiêm chủng tại các thôn", "Trạm Y tế xã", "Hằng tháng"],
        ["3", "Báo cáo kết quả", "Báo cáo kết quả", "Tháng 12"],
      ],
    });
  });
});

describe("binary Word files", () => {
  it("are read with their tables, which end where the columns do", () => {
    const { blocks } = extractDoc(fixture("ke-hoach.doc"), "a.doc");
    const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.rows] : []));
    expect(tables[1]?.[2]).toEqual(["2", "Tổ chức tiêm chủng tại các thôn", "Trạm Y tế xã", "Hằng tháng"]);
    expect(tables[2]?.[0]?.[0]).toMatch(/^Nơi nhận/u);
  });
});

describe("gatherLines", () => {
  it("joins letters of several fonts to words and parts columns", () => {
    const pieces = [
      piece("nghi", 100, 50),
      piece("p", 130.2, 50),
      piece("ệ", 124.3, 50.2),
      piece("TM. UBND", 400, 50),
    ];
    expect(texts(pieces)).toEqual(["nghiệp | TM. UBND"]);
  });

  it("keeps a list's number with its words, and a note's mark apart from a figure", () => {
    expect(texts([piece("1.", 60, 50), piece("Mục tiêu", 105, 50)])).toEqual(["1. Mục tiêu"]);
    expect(texts([piece("95%", 60, 50), piece("1", 79, 45, 8), piece("dân", 90, 50)])).toEqual([
      "95%[1] dân",
    ]);
    expect(texts([piece("100 m", 60, 50), piece("2", 92, 45, 8)])).toEqual(["100 m2"]);
  });
});

describe("findColumns", () => {
  it("reads two columns one after the other, and what is centred below as text", () => {
    const lines = gatherLines([
      piece("UBND XÃ", 80, 50),
      piece("CỘNG HÒA", 330, 50),
      piece("Số: 1/KH", 80, 70),
      piece("Độc lập", 330, 70),
      piece("KẾ HOẠCH", 270, 110),
      piece("Căn cứ Luật Tổ chức chính quyền địa phương và các văn bản khác;", 80, 140),
    ]);
    expect(findColumns(lines).map((stretch) => stretch.kind)).toEqual(["columns", "lines"]);
  });
});

describe("dropPageFurniture", () => {
  it("drops what recurs at the same height, but never lines of the text", () => {
    const page = (number: number): Piece[] => [
      piece(`CÔNG BÁO/Số ${number}`, 60, 40),
      piece("Nội dung giống nhau", 60, 80 + 40 * number),
      piece(`Riêng của trang ${"abc".charAt(number)}`, 60, 300),
      piece(String(number), 290, 800),
    ];
    const left = dropPageFurniture([0, 1, 2].map((number) => gatherLines(page(number))));
    expect(left.map((lines) => lines.length)).toEqual([2, 2, 2]);
  });
});

describe("judgeTextLayer", () => {
  const page = {
    number: 1,
    width: 595,
    height: 842,
    pieces: [],
    asideText: [],
    rules: [],
    pictureShare: 1,
    shapes: 0,
  };
  const prose = "Phấn đấu đến năm 2030, tỷ lệ dân số tham gia bảo hiểm y tế đạt trên 95%. ".repeat(10);
  it("believes a layer of prose, not one of rubbish or of a running head alone", () => {
    expect(judgeTextLayer(page, prose)).toBe("good");
    expect(judgeTextLayer(page, "CÔNG BÁO/Số 244/Ngày 23-04-2026 107")).toBe("scan");
    expect(
      judgeTextLayer(
        page,
        "Thrc hin ke hoch cong tác s& ret xtr djch va giám sat phOng ch6ng djch bnh ".repeat(10),
      ),
    ).toBe("scan");
    expect(judgeTextLayer({ ...page, pictureShare: 0 }, prose)).toBe("good");
    expect(judgeTextLayer({ ...page, pictureShare: 0 }, "")).toBe("blank");
    expect(
      judgeTextLayer({ ...page, pictureShare: 0 }, "\ue001\ue002\ue003 ".repeat(100) + "a".repeat(300)),
    ).toBe("scan");
  });
});

describe("findDrawnRules", () => {
  it("finds borders in a picture and passes over letters", () => {
    const [width, height] = [300, 100];
    const pixels = new Uint8Array(width * height).fill(255);
    for (let x = 20; x < 280; x++) pixels.fill(0, 30 * width + x, 30 * width + x + 1);
    for (let y = 30; y < 90; y++) pixels[y * width + 20] = 0;
    for (let x = 100; x < 106; x++) pixels[60 * width + x] = 0;
    expect(findDrawnRules({ width, height, pixels })).toEqual([
      { level: true, at: 30, from: 20, to: 279 },
      { level: false, at: 20, from: 30, to: 89 },
    ]);
  });
});
