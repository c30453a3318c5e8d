import CFB from "cfb";

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A zip package of the given entries, as an office file is one. */
export function makePackage(entries: Readonly<Record<string, string>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(entries)) {
    CFB.utils.cfb_add(container, `/${name}`, Buffer.from(content, "utf8"));
  }
  return new Uint8Array(
    CFB.write(container, { fileType: "zip", type: "buffer", compression: true }) as Buffer,
  );
}

/** A compound file (OLE) with the given streams, as old office files are. */
export function makeCompound(streams: Readonly<Record<string, string>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    CFB.utils.cfb_add(container, `/${name}`, Buffer.from(content));
  return new Uint8Array(CFB.write(container, { fileType: "cfb", type: "buffer" }) as Buffer);
}

/** A Word file with the given body and, where wanted, other parts. */
export function makeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return makePackage({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<?xml version="1.0"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, xml.replace("NS", WORD)])),
  });
}

/** A paragraph of one run. */
export function paragraph(text: string, properties = "", run = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
