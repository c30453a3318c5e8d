import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ExtractedBlock } from "../../src/corpus/extracted.ts";
import { extractDocx } from "../../src/corpus/extract/extract-docx.ts";
import { defaultLimits } from "../../src/corpus/extract/limits.ts";
import { makeDocx, makePackage, paragraph } from "./make-package.ts";

async function read(bytes: Uint8Array): Promise<readonly ExtractedBlock[]> {
  return (await extractDocx(bytes, "a.docx", defaultLimits)).blocks;
}
const lines = (blocks: readonly ExtractedBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === "line" ? [block.text] : []));
const listed = (text: string, numId: number, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
const level = (index: number, format: string, template: string, more = ""): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/>${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${template}"/></w:lvl>`;
const numbering = `<w:numbering NS>
<w:abstractNum w:abstractNumId="0">${level(0, "upperRoman", "%1.")}${level(1, "decimal", "%2.")}${level(2, "decimal", "%2.%3.")}${level(3, "lowerLetter", "%4)")}${level(4, "bullet", "\uf02d")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, "decimal", "Điều %1.")}${level(1, "decimal", "%1.%2", "<w:isLgl/>")}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>`;

describe("Word files", () => {
  it("writes out the numbers that Word generates", async () => {
    const body = [
      listed("Mục tiêu", 1),
      listed("Chung", 1, 1),
      listed("Cụ thể", 1, 1),
      listed("Đến 2030", 1, 2),
      listed("Y tế", 1, 3),
      listed("Trên 95%", 1, 4),
      listed("Giáo dục", 1, 3),
      listed("Nhiệm vụ", 1),
      listed("Chung", 1, 1),
      listed("Phạm vi", 2),
      listed("Hiệu lực", 2),
      listed("Từ ngày ký", 2, 1),
      listed("Tiếp", 3, 1),
      paragraph("Không đánh số", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join("");
    expect(lines(await read(makeDocx(body, { "word/numbering.xml": numbering })))).toEqual([
      "I. Mục tiêu",
      "1. Chung",
      "2. Cụ thể",
      "2.1. Đến 2030",
      "a) Y tế",
      "- Trên 95%",
      "b) Giáo dục",
      "II. Nhiệm vụ",
      "1. Chung",
      "Điều 1. Phạm vi",
      "Điều 2. Hiệu lực",
      "2.1 Từ ngày ký",
      "5. Tiếp",
      "Không đánh số",
    ]);
  });

  it("takes numbers, headings and capitals from styles", async () => {
    const styles = `<w:styles NS><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H1a"><w:name w:val="Mục"/><w:basedOn w:val="H1"/></w:style><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`;
    const body =
      paragraph("Mục lục ….. 1", '<w:pStyle w:val="TOC1"/>') +
      paragraph("Mục tiêu", '<w:pStyle w:val="H1a"/>');
    const blocks = await read(makeDocx(body, { "word/numbering.xml": numbering, "word/styles.xml": styles }));
    expect(blocks).toEqual([
      {
        kind: "line",
        text: "I. MỤC TIÊU",
        line: null,
        page: null,
        paragraph: true,
        headingLevel: 1,
        bold: true,
      },
    ]);
  });

  it("repeats merged cells in every row and column that they cover", async () => {
    const cell = (text: string, properties = ""): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell("TT")}${cell("Chỉ tiêu", '<w:gridSpan w:val="2"/>')}</w:tr>
<w:tr>${cell("1", '<w:vMerge w:val="restart"/>')}${cell("BHYT")}${cell("95%")}</w:tr><w:tr>${cell("", "<w:vMerge/>")}${cell("BHXH")}${cell("20%")}</w:tr></w:tbl>`;
    expect(await read(makeDocx(table))).toEqual([
      {
        kind: "table",
        rows: [
          ["TT", "Chỉ tiêu", "Chỉ tiêu"],
          ["1", "BHYT", "95%"],
          ["1", "BHXH", "20%"],
        ],
        line: null,
        page: null,
      },
    ]);
  });

  it("keeps footnotes with their marks, and leaves out what was deleted, hidden or is a field's code", async () => {
    const body = `<w:p><w:r><w:t>Đạt 95%</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>90%</w:delText></w:r></w:del>
<w:ins><w:r><w:t xml:space="preserve"> dân số</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`;
    const footnotes = `<w:footnotes NS><w:footnote w:id="2"><w:p><w:r><w:t>Theo Quyết định số 1.</w:t></w:r></w:p></w:footnote></w:footnotes>`;
    expect(lines(await read(makeDocx(body, { "word/footnotes.xml": footnotes })))).toEqual([
      "Đạt 95%[1] dân số",
      "[1] Theo Quyết định số 1.",
    ]);
  });

  it("reads text boxes once, draft marks of headers, and old fonts", async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const body = `<w:p><w:r><AlternateContent><Choice><w:drawing>${box("MẬT")}</w:drawing></Choice><Fallback><w:pict>${box("MẬT")}</w:pict></Fallback></AlternateContent></w:r></w:p>
${paragraph("phÊn ®Êu", "", '<w:rFonts w:ascii=".VnTime"/>')}`;
    const header = `<w:hdr NS>${paragraph("DỰ THẢO 2")}${paragraph("Trang 1")}</w:hdr>`;
    expect(lines(await read(makeDocx(body, { "word/header1.xml": header })))).toEqual([
      "DỰ THẢO 2",
      "MẬT",
      "phấn đấu",
    ]);
  });

  it("resolves no external entity, opens no climbing path, and survives absurd nesting", async () => {
    const evil = (depth: number): string =>
      `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa">]><document><body><p><r><t>Chữ &x;&a;</t></r></p>${"<sdt>".repeat(depth)}</body></document>`;
    const bytes = makePackage({
      "word/document.xml": evil(1000),
      "../../evil.txt": "x",
      "word/vbaProject.bin": "macro",
    });
    const [first] = lines(await read(bytes));
    expect(first).toMatch(/^Chữ/u);
    expect(first).not.toContain("root");
    await expect(read(makePackage({ "word/document.xml": evil(50_000) }))).rejects.toThrow("bị hỏng");
  });

  it("reads a file as an office writes it", async () => {
    const blocks = await read(new Uint8Array(readFileSync("tests/fixtures/formats/ke-hoach.docx")));
    expect(lines(blocks).at(1)).toBe("Chăm sóc sức khỏe nhân dân năm 2026");
    expect(
      blocks
        .filter((block) => block.kind === "table")
        .at(1)
        ?.rows.at(2),
    ).toEqual(["2", "Tổ chức tiêm chủng tại các thôn", "Trạm Y tế xã", "Hằng tháng"]);
  });
});
