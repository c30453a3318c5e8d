import { createCanvas } from "@napi-rs/canvas";
import { openPdf } from "../../src/corpus/extract/open-pdf.ts";

const DOTS_PER_INCH = 200;
/** How crookedly the sheet lies, in radians, and how far a grey differs from what it should be, of 255. */
const TILT = 0.004;
const NOISE = 24;

/** Prints a PDF and scans it again: each page a tilted, noisy grey picture at 200 dpi, without any text layer. */
export async function scanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await openPdf(bytes, "in.pdf");
  const pictures: { jpeg: Buffer; width: number; height: number }[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: DOTS_PER_INCH / 72 });
    const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
    const printed = createCanvas(width, height);
    const ink = printed.getContext("2d");
    ink.fillStyle = "white";
    ink.fillRect(0, 0, width, height);
    await page.render({ canvas: null, canvasContext: ink as never, viewport }).promise;
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = "white";
    context.fillRect(0, 0, width, height);
    context.rotate(number % 2 === 0 ? TILT : -TILT);
    context.drawImage(printed, 0, 0);
    addNoise(context.getImageData(0, 0, width, height), (image) => {
      context.putImageData(image, 0, 0);
    });
    pictures.push({ jpeg: canvas.toBuffer("image/jpeg", 80), width, height });
  }
  await pdf.loadingTask.destroy();
  return picturesToPdf(pictures);
}

function addNoise<Image extends { data: Uint8ClampedArray }>(
  image: Image,
  put: (image: Image) => void,
): void {
  let state = 12345;
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    // A linear congruential generator (Numerical Recipes): the same scan every time.
    state = (state * 1664525 + 1013904223) >>> 0;
    const shift = ((state >>> 16) / 65536 - 0.5) * NOISE;
    for (let channel = 0; channel < 3; channel++)
      data[at + channel] = (data[at + channel] ?? 0) * 0.92 + 10 + shift;
  }
  put(image);
}

/** A PDF whose pages are A4 pictures. */
function picturesToPdf(pictures: readonly { jpeg: Buffer; width: number; height: number }[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  let size = parts[0]?.length ?? 0;
  const add = (...pieces: (string | Buffer)[]): void => {
    for (const piece of pieces) {
      const buffer = Buffer.from(piece);
      parts.push(buffer);
      size += buffer.length;
    }
  };
  const object = (...pieces: (string | Buffer)[]): void => {
    offsets.push(size);
    add(`${offsets.length} 0 obj\n`, ...pieces, "\nendobj\n");
  };
  const kids = pictures.map((_, index) => `${3 + 3 * index} 0 R`).join(" ");
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`);
  pictures.forEach(({ jpeg, width, height }, index) => {
    const content = "q 595 0 0 842 0 0 cm /Im0 Do Q";
    const first = 3 + 3 * index;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 1} 0 R`,
      ` /Resources << /XObject << /Im0 ${first + 2} 0 R >> >> >>`,
    );
    object(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB`,
      ` /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      "\nendstream",
    );
  });
  const start = size;
  add(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) add(`${String(offset).padStart(10, "0")} 00000 n \n`);
  add(`trailer << /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}
