import type { Message } from "../../shared/message.ts";
import type { ExtractedBlock, ExtractedDocument, ExtractedLine } from "../extracted.ts";
import { readNumbering } from "./docx-numbering.ts";
import { readStyles } from "./docx-styles.ts";
import { readDocxBody } from "./read-docx-body.ts";
import type { ExtractLimits } from "./limits.ts";
import { readPackage } from "./read-package.ts";
import type { XmlElement } from "./read-xml.ts";
import { childElements, readXml } from "./read-xml.ts";
import { refuse } from "./refusals.ts";

const PARTS = /^word\/(?:document\d*|styles|numbering|footnotes|endnotes|header\d*)\.xml$/;

/**
 * Reads a Word document (ECMA-376): paragraphs with the numbers that Word generates, tables with merged cells
 * repeated, footnotes at the end as «[1] …» with their mark in the text. Macros and everything else in the
 * package are never opened. Of headers only a draft mark is kept, as the first line.
 */
export async function extractDocx(
  bytes: Uint8Array,
  name: string,
  limits: ExtractLimits,
): Promise<ExtractedDocument> {
  const parts = await readPackage(bytes, name, limits.maxUnpackedBytes, (entry) => PARTS.test(entry));
  const decoder = new TextDecoder();
  const part = (path: string): XmlElement | undefined => {
    const content = parts.get(path);
    if (content === undefined) return undefined;
    try {
      return readXml(isUtf16(content) ? new TextDecoder("utf-16").decode(content) : decoder.decode(content));
    } catch (cause) {
      throw refuse("damaged", name, { cause });
    }
  };
  const documentPath = [...parts.keys()].find((path) => path.startsWith("word/document"));
  const document = documentPath === undefined ? undefined : part(documentPath);
  if (document === undefined) throw refuse("damaged", name);

  const context = {
    styles: readStyles(part("word/styles.xml")),
    numbering: readNumbering(part("word/numbering.xml")),
  };
  const messages: Message[] = [];
  const body = readDocxBody(document, { ...context, messages });
  const headers = [...parts.keys()].filter((path) => path.startsWith("word/header"));
  const draftMark = headers.flatMap((path) => draftMarksOf(part(path))).at(0);
  const blocks: ExtractedBlock[] = [
    ...(draftMark === undefined ? [] : [draftMark]),
    ...body.blocks,
    ...notesOf(part("word/footnotes.xml"), "footnote", body.footnotes),
    ...notesOf(part("word/endnotes.xml"), "endnote", body.endnotes),
  ];
  if (blocks.length === 0) throw refuse("no-text", name);
  return { format: "docx", blocks, pageCount: null, messages };

  function draftMarksOf(header: XmlElement | undefined): ExtractedLine[] {
    if (header === undefined) return [];
    return readDocxBody(header, { ...context, messages: [] }).blocks.filter(
      (block): block is ExtractedLine =>
        block.kind === "line" && /^\W*(?:bản\s+)?dự\s*thảo/iu.test(block.text),
    );
  }

  function notesOf(
    root: XmlElement | undefined,
    kind: string,
    used: ReadonlyMap<string, string>,
  ): ExtractedLine[] {
    const byId = new Map<string, XmlElement>();
    for (const container of root === undefined ? [] : childElements(root)) {
      for (const note of childElements(container, kind)) byId.set(note.attributes["id"] ?? "", note);
    }
    return [...used].flatMap(([id, mark]): ExtractedLine[] => {
      const note = byId.get(id);
      if (note === undefined) return [];
      const lines = readDocxBody(note, { ...context, messages }).blocks;
      const text = lines
        .flatMap((block) => (block.kind === "line" ? [block.text] : []))
        .join(" ")
        .trim();
      return text === ""
        ? []
        : [{ kind: "line", text: `${mark} ${text}`, line: null, page: null, paragraph: true }];
    });
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
