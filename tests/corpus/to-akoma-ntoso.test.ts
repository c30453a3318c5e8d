import { readFileSync } from "node:fs";
import { parseDocument as parseXml } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { element, writeXml } from "../../src/corpus/akoma/xml.ts";
import { frbrDate } from "../../src/corpus/akoma/metadata.ts";
import { toAkomaNtoso } from "../../src/corpus/akoma/to-akoma-ntoso.ts";
import type { CorpusDocument } from "../../src/corpus/document.ts";
import { extractText } from "../../src/corpus/extract-text.ts";
import { parseDocument } from "../../src/corpus/parse-document.ts";

const SOURCE = readFileSync("tests/fixtures/ingest/quyet-dinh.md");
const parsed = parseDocument(extractText(SOURCE, "quyet-dinh.md"));
const document: CorpusDocument = {
  ...parsed.frontMatter,
  key: "qd-7",
  locality: null,
  isSummary: false,
  note: "Số & ngày <như in>",
  format: "markdown",
};
const xml = toAkomaNtoso({ document, text: parsed.text, provisions: parsed.provisions }, "2024-05-06");

/** Names of the elements under the first of that name. */
function childrenOf(name: string): string[] {
  const find = (nodes: ReturnType<typeof parseXml>["children"]): string[] | null => {
    for (const node of nodes) {
      if (!("children" in node)) continue;
      if ("name" in node && node.name === name) {
        return node.children.flatMap((child) => ("name" in child ? [child.name] : []));
      }
      const found = find(node.children);
      if (found !== null) return found;
    }
    return null;
  };
  return find(parseXml(xml, { xmlMode: true }).children) ?? [];
}

describe("a document as Akoma Ntoso", () => {
  test("has the parts in the order of the schema", () => {
    expect(childrenOf("act")).toEqual(["meta", "preface", "preamble", "body", "conclusions", "attachments"]);
    expect(childrenOf("meta")).toEqual(["identification", "references", "notes"]);
  });

  test("has every word of the text once, in reading order", () => {
    const words = xml
      .slice(xml.indexOf("</meta>"))
      .replaceAll(/<meta>[\s\S]*?<\/meta>/gu, "")
      .replaceAll(/<[^>]*>/gu, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    const bare = (text: string): string => text.replaceAll(/[\s:.]+/gu, "");
    expect(bare(words)).toBe(bare(parsed.text));
  });

  test("keeps the eIds of the tree, each once", () => {
    const eIds = [...xml.matchAll(/ eId="([^"]+)"/gu)].map((match) => match[1]);
    expect(new Set(eIds).size).toBe(eIds.length);
    expect(xml).toContain('<article eId="art_1">');
    expect(xml).toMatch(/<num>Điều 1\.<\/num>\s*<heading>Mục tiêu<\/heading>/u);
  });

  test("marks number and title, and tables as tables", () => {
    expect(xml).toContain("<docNumber>7/QĐ-UBND</docNumber>");
    expect(xml).toMatch(/<th>\s*<p>Chỉ tiêu<\/p>/u);
    expect(xml).toMatch(/<td>\s*<p>95%<\/p>/u);
  });

  test("says in its metadata what the document is worth", () => {
    expect(xml).toContain('<FRBRnumber value="7/QĐ-UBND"/>');
    expect(xml).toContain('<FRBRdate date="2024-03-02" name="issued"/>');
    expect(xml).toContain("<p>Số &amp; ngày &lt;như in&gt;</p>");
  });
});

test("a date that is blank is not made up", () => {
  expect(frbrDate("ngày 2 tháng 3 năm 2024", true)).toEqual({ date: "2024-03-02", name: "issued" });
  expect(frbrDate("24/11/2023", true)).toEqual({ date: "2023-11-24", name: "issued" });
  expect(frbrDate("tháng 3 năm 2024", false)).toEqual({ date: "2024-03-01", name: "incomplete" });
  expect(frbrDate("ngày 31 tháng 2 năm 2024", true)).toEqual({ date: "0001-01-01", name: "unknown" });
  expect(frbrDate(null, false)).toEqual({ date: "0001-01-01", name: "unknown" });
});

test("XML is escaped, and what XML cannot hold is dropped", () => {
  expect(writeXml(element("a", { b: 'x"<&\u{0}', c: null }, ["1 < 2 & \u{1}\u{d800}3"]))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="x&quot;&lt;&amp;">1 &lt; 2 &amp; 3</a>\n',
  );
});
