import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractFile } from "../../src/corpus/extract-file.ts";
import { detectFormat } from "../../src/corpus/extract/detect-format.ts";
import { AppError } from "../../src/shared/app-error.ts";
import { makeCompound, makeDocx, makePackage, paragraph } from "./make-package.ts";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`tests/fixtures/formats/${name}`));
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

async function refusalOf(bytes: Uint8Array, name: string, limits = {}): Promise<string> {
  try {
    await extractFile(bytes, name, { limits });
    return "read";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.where).toBe(name);
    expect(error.remedy).toMatch(/^Hãy|^Các/u);
    return `${error.code} ${error.message}`;
  }
}

describe("detectFormat", () => {
  it.each([
    ["a Word file named .pdf", makeDocx(paragraph("a")), "x.pdf", { format: "docx" }],
    ["a binary Word file named .docx", fixture("ke-hoach.doc"), "x.docx", { format: "doc" }],
    ["a PDF named .txt", fixture("ke-hoach.pdf"), "x.txt", { format: "pdf" }],
    [
      "a spreadsheet named .pdf",
      makePackage({ "xl/workbook.xml": "<x/>" }),
      "x.pdf",
      { refusal: "spreadsheet" },
    ],
    ["an old spreadsheet", makeCompound({ Workbook: "x" }), "x.doc", { refusal: "spreadsheet" }],
    [
      "a Word file under a password",
      makeCompound({ EncryptedPackage: "x" }),
      "x.docx",
      { refusal: "encrypted" },
    ],
    [
      "a presentation",
      makePackage({ "ppt/presentation.xml": "<x/>" }),
      "x.docx",
      { refusal: "presentation" },
    ],
    ["an archive", makePackage({ "a.txt": "x" }), "x.docx", { refusal: "archive" }],
    ["a picture", bytesOf("\x89PNG\r\n\x1a\n"), "cat.pdf", { format: "scan" }],
    ["a moving picture", bytesOf("GIF89a"), "cat.gif", { refusal: "image-kind" }],
    ["a web page without a name", bytesOf("<!DOCTYPE html><p>a"), "x", { format: "html" }],
    ["Markdown", bytesOf("# a"), "x.md", { format: "markdown" }],
    ["Markdown that begins with a table", bytesOf("<table><tr><td>a"), "x.md", { format: "markdown" }],
    ["Markdown that begins with a block", bytesOf('<div align="center">\n\n# a'), "x.md", { format: "markdown" }],
    ["a table of a web page", bytesOf("<table><tr><td>a"), "x.txt", { format: "html" }],
    ["a web page named .md", bytesOf("<!-- a --><html><body>a"), "x.md", { format: "html" }],
    ["text in an old encoding", fixture("doan-tcvn3.txt"), "x", { format: "text" }],
    ["machine code", bytesOf("\x7fELF\x02\x01\0\0\0"), "x.txt", { refusal: "unknown" }],
    ["nothing", new Uint8Array(), "x.txt", { refusal: "empty" }],
  ])("tells %s by its bytes", (_, bytes, name, expected) => {
    expect(detectFormat(bytes, name)).toEqual(expected);
  });

  it("takes any bytes and any name", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, name) => {
        expect(detectFormat(bytes, name)).toBeTypeOf("object");
      }),
    );
  });
});

describe("extractFile", () => {
  it("reads Markdown that begins with a table, and what follows it", async () => {
    const text = "<table><tr><td>Số: 5/QĐ-UBND</td></tr></table>\n\n# QUYẾT ĐỊNH\n\n- **Một** việc\n";
    const { format, blocks } = await extractFile(new TextEncoder().encode(text), "a.md");
    expect(format).toBe("markdown");
    expect(blocks).toMatchObject([
      { kind: "table", rows: [["Số: 5/QĐ-UBND"]] },
      { text: "" },
      { text: "QUYẾT ĐỊNH", headingLevel: 1 },
      { text: "" },
      { text: "- Một việc" },
      { text: "" },
    ]);
  });

  it("reads text in an old encoding and says so", async () => {
    const document = await extractFile(fixture("doan-tcvn3.txt"), "doan.txt");
    expect(document.messages.map((message) => message.rule)).toContain("legacy-encoding");
    expect(JSON.stringify(document.blocks)).toContain(
      "phấn đấu đến năm 2030, tỷ lệ người tham gia bảo hiểm y tế đạt trên 95%",
    );
  });

  it("refuses what cannot be read, each with its sentence", async () => {
    const pdf = fixture("ke-hoach.pdf");
    expect(await refusalOf(new Uint8Array(), "a.pdf")).toMatch(/^DOCUMENT_UNREADABLE Tệp rỗng/u);
    expect(await refusalOf(bytesOf("   \n"), "a.txt")).toMatch(/^DOCUMENT_UNREADABLE Không tìm thấy chữ/u);
    expect(await refusalOf(pdf, "a.pdf", { maxBytes: 1000 })).toMatch(
      /^DOCUMENT_TOO_LARGE .*\(0,1 MB, giới hạn 0,0 MB\)/u,
    );
    expect(await refusalOf(makePackage({ "xl/workbook.xml": "<x/>" }), "a.pdf")).toMatch(
      /^DOCUMENT_UNSUPPORTED .*bảng tính/u,
    );
    expect(await refusalOf(fixture("co-mat-khau.pdf"), "a.pdf")).toMatch(/^DOCUMENT_UNREADABLE .*mật khẩu/u);
    expect(await refusalOf(pdf.subarray(0, 300), "a.pdf")).toMatch(/^DOCUMENT_UNREADABLE /u);
    expect(await refusalOf(pdf, "a.pdf", { maxPages: 1 })).toMatch(
      /^DOCUMENT_TOO_LARGE .*2 trang, giới hạn 1 trang/u,
    );
  });

  it("stops unpacking a bomb at the limit", async () => {
    const bomb = makeDocx(paragraph("0".repeat(3_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(bomb, "a.docx", { maxUnpackedBytes: 1_000_000 })).toMatch(
      /^DOCUMENT_TOO_LARGE .*bung ra/u,
    );
  });

  it("stops a file that takes too long", async () => {
    expect(await refusalOf(fixture("ke-hoach.pdf"), "a.pdf", { timeoutMs: 1 })).toMatch(
      /^DOCUMENT_TOO_LARGE .*quá lâu/u,
    );
  });
});
