import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const TIMEOUT_MS = 120_000;

/** Whether LibreOffice is installed (Debian: libreoffice-writer); it only makes test files. */
export async function hasOffice(): Promise<boolean> {
  try {
    await run("soffice", ["--version"], { timeout: TIMEOUT_MS });
    return true;
  } catch {
    return false;
  }
}

/** Turns a file into another format with LibreOffice, in a profile of its own under `folder`. */
export async function convertWithOffice(
  source: string,
  to: "docx" | "pdf" | "doc",
  folder: string,
): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true });
  const isHtml = source.endsWith(".html");
  const filters = {
    docx: "docx:MS Word 2007 XML",
    doc: "doc:MS Word 97",
    pdf: "pdf:writer_pdf_Export",
  };
  await run(
    "soffice",
    [
      `-env:UserInstallation=file://${path.join(path.resolve(folder), "profile")}`,
      "--headless",
      ...(isHtml ? ["--infilter=HTML (StarWriter)"] : []),
      "--convert-to",
      filters[to],
      "--outdir",
      folder,
      source,
    ],
    { timeout: TIMEOUT_MS },
  );
  return new Uint8Array(await readFile(path.join(folder, `${path.parse(source).name}.${to}`)));
}

/** A text, one paragraph a line, as a page of HTML. */
export async function writeHtml(text: string, file: string): Promise<void> {
  const escape = (line: string): string =>
    line.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const paragraphs = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `<p style="text-align: justify; margin: 6pt 0; text-indent: 1cm">${escape(line)}</p>`);
  const html = `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Văn bản</title>
<style>@page { size: A4; margin: 2cm } p { font-family: "Liberation Serif"; font-size: 14pt }</style></head>
<body>
${paragraphs.join("\n")}
</body></html>
`;
  await writeFile(file, html);
}
