import { loadImage, createCanvas } from "@napi-rs/canvas";
import type { ExtractedDocument } from "../extracted.ts";
import { toGray } from "./gray-image.ts";
import type { ExtractLimits, ExtractProgress } from "./limits.ts";
import type { PagePicture } from "./recognise-pages.ts";
import { recognisePages } from "./recognise-pages.ts";
import { readPrintedPages } from "./read-printed-pages.ts";
import { refuse } from "./refusals.ts";

const MAX_PIXELS = 12_000_000;
/** Larger pictures are refused before they are unpacked. */
const MAX_SOURCE_PIXELS = 80_000_000;
/** A page of an office's text has more words than a street sign in a photograph. */
const MIN_WORDS = 12;

/** Reads a picture (PNG, JPEG) of one page by character recognition; a picture without text is refused. */
export async function extractImage(
  bytes: Uint8Array,
  name: string,
  limits: ExtractLimits,
  onProgress?: (progress: ExtractProgress) => void,
): Promise<ExtractedDocument> {
  const size = imageSize(bytes);
  if (size === null) throw refuse("damaged", name);
  if (size.width * size.height > MAX_SOURCE_PIXELS) {
    throw refuse("too-large", name, { detail: `${size.width} × ${size.height} điểm ảnh` });
  }
  const picture = await readPicture(bytes, name);
  const pictures = (async function* () {
    yield await Promise.resolve(picture);
  })();
  const { pages, messages } = await recognisePages(pictures, 1, name, limits, onProgress);
  const words = pages
    .flatMap((page) => page.pieces)
    .filter((piece) => /\p{L}{2}/u.test(piece.text) && (piece.confidence ?? 1) > 0.6);
  if (words.length < MIN_WORDS) throw refuse("image-without-text", name);
  const { blocks } = readPrintedPages(pages);
  return { format: "scan", blocks, pageCount: 1, messages };
}

async function readPicture(bytes: Uint8Array, name: string): Promise<PagePicture> {
  try {
    const image = await loadImage(Buffer.from(bytes));
    // An A4 page is 595 points wide; a photograph is taken to show one page.
    const enlarge = Math.min(2480 / image.width, Math.sqrt(MAX_PIXELS / (image.width * image.height)), 2.5);
    const width = Math.max(1, Math.round(image.width * enlarge));
    const height = Math.max(1, Math.round(image.height * enlarge));
    const context = createCanvas(width, height).getContext("2d");
    context.fillStyle = "white";
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    const gray = toGray(context.getImageData(0, 0, width, height).data, width, height);
    return { number: 1, scale: Math.min(width, height) / 595, image: gray };
  } catch (cause) {
    throw refuse("damaged", name, { cause });
  }
}

/** Width and height as the file's head gives them, of PNG and JPEG. */
function imageSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0x89)
    return bytes.length < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
