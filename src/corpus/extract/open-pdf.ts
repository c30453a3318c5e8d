import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { refuse } from "./refusals.ts";

/** Where pdf.js keeps its character maps, fonts and decoders: read from the package, never from the network. */
function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
}

/** Opens a PDF without running its scripts. Throws the refusals «encrypted», «damaged» and «empty». */
export async function openPdf(bytes: Uint8Array, name: string): Promise<PDFDocumentProxy> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = packageFolder();
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: join(folder, "cmaps/"),
      cMapPacked: true,
      standardFontDataUrl: join(folder, "standard_fonts/"),
      wasmUrl: join(folder, "wasm/"),
      isEvalSupported: false,
      enableXfa: false,
      stopAtErrors: false,
      useSystemFonts: false,
      disableFontFace: true,
      maxImageSize: 60_000_000,
      verbosity: 0,
    }).promise;
  } catch (cause) {
    const kind = cause instanceof Error ? cause.name : "";
    throw refuse(kind === "PasswordException" ? "encrypted" : "damaged", name, { cause });
  }
}
