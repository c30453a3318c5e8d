import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExtractedBlock } from "../../src/corpus/extracted.ts";
import { extractHtml } from "../../src/corpus/extract/extract-html.ts";

const read = (html: string): readonly ExtractedBlock[] => extractHtml(Buffer.from(html), "a.html").blocks;
const lines = (html: string): string[] =>
  read(html).flatMap((block) => (block.kind === "line" ? [block.text] : []));
const prose =
  "Tỷ lệ dân số tham gia bảo hiểm y tế đạt trên 95% vào năm 2030, hộ nghèo được hỗ trợ toàn bộ mức đóng. ".repeat(
    8,
  );

describe("web pages", () => {
  it("keeps the document and drops the page around it", () => {
    const html = `<!DOCTYPE html><html><head><title>Trang</title><script>var x = "chữ";</script></head><body>
<nav><a href="/">Trang chủ</a></nav><div class="menu"><ul><li><a href="/a">Văn bản mới</a></li></ul></div>
<div id="content"><h2>I. MỤC TIÊU</h2><p>${prose}</p><p style="display:none">ẩn</p><p>Hết.</p></div>
<div class="related"><a href="/b">Nghị quyết khác có tên dài để trông giống một đoạn văn bản</a></div><footer><p>Bản quyền</p></footer></body></html>`;
    expect(lines(html)).toEqual(["I. MỤC TIÊU", prose.trim(), "Hết."]);
  });

  it("never drops an appendix that stands beside the text", () => {
    const html = `<body><div>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<p>${prose.repeat(20)}</p></div><div><p>PHỤ LỤC</p><p>Danh mục</p></div></body>`;
    expect(lines(html)).toContain("PHỤ LỤC");
  });

  it("writes out the numbers of lists", () => {
    const html = `<ol><li>Một<ol type="a"><li>Nhỏ</li><li>Nhỏ nữa</li></ol></li><li>Hai</li></ol><ol type="I" start="3"><li>Ba</li></ol><ul><li>Gạch</li></ul>`;
    expect(lines(html)).toEqual(["1. Một", "a) Nhỏ", "b) Nhỏ nữa", "2. Hai", "III. Ba", "- Gạch"]);
  });

  it("repeats merged cells, and reads a table that frames the page as its text", () => {
    const data = `<table><tr><th rowspan="2">TT</th><th colspan="2">Chỉ tiêu</th></tr><tr><td>Năm</td><td>Mức</td></tr></table>`;
    const [block] = read(`<table><tr><td><p>${prose}</p>${data}</td></tr></table>`).slice(1);
    expect(block).toEqual({
      kind: "table",
      rows: [
        ["TT", "Chỉ tiêu", "Chỉ tiêu"],
        ["TT", "Năm", "Mức"],
      ],
      line: null,
      page: null,
    });
  });

  it("sets a note's mark apart from the figure before it, but not a power", () => {
    expect(lines(`<p>Đạt 95%<sup>1</sup> trên 100 m<sup>2</sup></p>`)).toEqual(["Đạt 95%[1] trên 100 m2"]);
  });

  it("tells headings, bold lines and labels set in bold", () => {
    expect(read(`<h3>Mục</h3><p><b>Cả dòng</b></p><p><b>Chủ trì:</b> Sở Y tế</p>`)).toEqual([
      { kind: "line", text: "Mục", line: null, page: null, paragraph: true, headingLevel: 3, bold: true },
      { kind: "line", text: "Cả dòng", line: null, page: null, paragraph: true, bold: true },
      { kind: "line", text: "Chủ trì: Sở Y tế", line: null, page: null, paragraph: true, emphasised: 8 },
    ]);
  });

  it("reads what Word saved in an old font", () => {
    const html = `<p style='font-family:".VnTime"'>C&#233;ng hßa, phÊn ®Êu ®Õn n¨m 2030</p>`;
    expect(lines(html)).toEqual(["Cộng hòa, phấn đấu đến năm 2030"]);
  });

  it("takes any markup without crashing", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<table>",
      "<tr>",
      "<td rowspan=9999999>",
      "</table>",
      "<ol>",
      "<li>",
      "a",
      "&#0;",
      "<b",
      "<!--",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (parts) => {
        expect(Array.isArray(read(`chữ${parts.join("")}`))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
