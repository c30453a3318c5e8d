import { readFileSync } from "node:fs";
import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { scanPdf } from "../../scripts/formats/scan-pdf.ts";
import { extractFile } from "../../src/corpus/extract-file.ts";
import type { ExtractProgress } from "../../src/corpus/extract/limits.ts";

const TIMEOUT_MS = 180_000;

describe("scans", () => {
  it(
    "are recognised page by page, offline, while others go on working",
    async () => {
      const scan = await scanPdf(new Uint8Array(readFileSync("tests/fixtures/formats/ke-hoach.pdf")));
      const progress: ExtractProgress[] = [];
      const delays: number[] = [];
      let last = performance.now();
      const beat = setInterval(() => {
        delays.push(performance.now() - last - 10);
        last = performance.now();
      }, 10);
      const document = await extractFile(scan, "quet.pdf", { onProgress: (step) => progress.push(step) });
      clearInterval(beat);
      const text = document.blocks
        .map((block) => (block.kind === "line" ? block.text : block.rows.flat().join("\n")))
        .join("\n");
      expect(document.format).toBe("scan");
      expect(progress).toEqual([
        { page: 1, pageCount: 2 },
        { page: 2, pageCount: 2 },
      ]);
      expect(text).toContain("bảo hiểm y tế đạt trên 95% vào năm 2026");
      expect(text).not.toContain("CÔNG BÁO XÃ");
      const lines = document.blocks.flatMap((block) =>
        block.kind === "line" && block.text !== "" ? [block] : [],
      );
      expect(lines.every((line) => line.confidence !== undefined)).toBe(true);
      expect(
        document.blocks.some(
          (block) => block.kind === "table" && block.rows.some((row) => row.includes("Trạm Y tế xã")),
        ),
      ).toBe(true);
      expect(document.messages.filter((message) => message.rule === "recognised")).toHaveLength(2);
      delays.sort((a, b) => a - b);
      expect(delays[Math.floor(delays.length * 0.95)]).toBeLessThan(50);
    },
    TIMEOUT_MS,
  );

  it(
    "of too many pages are refused before the first is recognised",
    async () => {
      const scan = await scanPdf(new Uint8Array(readFileSync("tests/fixtures/formats/ke-hoach.pdf")));
      await expect(extractFile(scan, "quet.pdf", { limits: { maxScannedPages: 1 } })).rejects.toThrow(
        "2 trang, giới hạn 1 trang",
      );
    },
    TIMEOUT_MS,
  );

  it(
    "without a text are no document: a cat",
    async () => {
      const canvas = createCanvas(640, 480);
      const paint = canvas.getContext("2d");
      paint.fillStyle = "seagreen";
      paint.fillRect(0, 0, 640, 480);
      paint.fillStyle = "orange";
      paint.ellipse(320, 300, 150, 120, 0, 0, 7);
      paint.ellipse(320, 160, 80, 70, 0, 0, 7);
      paint.fill();
      await expect(extractFile(new Uint8Array(canvas.toBuffer("image/png")), "meo.png")).rejects.toThrow(
        "không nhận ra chữ nào",
      );
    },
    TIMEOUT_MS,
  );

  it(
    "of one page may be pictures",
    async () => {
      const canvas = createCanvas(1240, 600);
      const paint = canvas.getContext("2d");
      paint.fillStyle = "white";
      paint.fillRect(0, 0, 1240, 600);
      paint.fillStyle = "black";
      paint.font = "34px serif";
      [
        "Ke hoach thuc hien nam 2026",
        "Muc tieu: ty le dan so tham gia bao hiem y te",
        "tren 95% vao nam 2030, ho ngheo giam con 1%",
      ].forEach((line, index) => {
        paint.fillText(line, 80, 120 + 60 * index);
      });
      const { blocks } = await extractFile(new Uint8Array(canvas.toBuffer("image/jpeg")), "anh.jpg");
      expect(JSON.stringify(blocks)).toContain("95%");
    },
    TIMEOUT_MS,
  );
});
