import { createCanvas } from "@napi-rs/canvas";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { toGray } from "./gray-image.ts";
import type { PagePicture } from "./recognise-pages.ts";

/** Tesseract reads letters best at about 300 dots an inch. */
const DOTS_PER_INCH = 300;
/** Bounds the memory of a page, whatever paper size it claims. */
const MAX_PIXELS = 12_000_000;

/** Draws pages as pictures, one at a time. */
export async function* rasterisePdf(
  pdf: PDFDocumentProxy,
  numbers: readonly number[],
): AsyncGenerator<PagePicture> {
  const { AnnotationMode } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // Stamps of digital signatures lie over the page and are no part of its text.
  const annotationMode = AnnotationMode.DISABLE;
  for (const number of numbers) {
    const page = await pdf.getPage(number);
    const size = page.getViewport({ scale: 1 });
    const scale = Math.min(DOTS_PER_INCH / 72, Math.sqrt(MAX_PIXELS / (size.width * size.height)));
    const viewport = page.getViewport({ scale });
    const width = Math.max(1, Math.floor(viewport.width));
    const height = Math.max(1, Math.floor(viewport.height));
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = "white";
    context.fillRect(0, 0, width, height);
    // pdf.js is typed for the browser's canvas; the package's offers the same calls.
    await page.render({ canvas: null, canvasContext: context as never, viewport, annotationMode }).promise;
    const image = toGray(context.getImageData(0, 0, width, height).data, width, height);
    page.cleanup();
    yield { number, scale, image };
  }
}
