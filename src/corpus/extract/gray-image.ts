/** A picture of a page in shades of grey: one byte a pixel, rows from the top, 0 black. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** From red, green, blue and alpha bytes; what is transparent is white paper. */
export function toGray(rgba: Uint8ClampedArray, width: number, height: number): GrayImage {
  const pixels = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < pixels.length; pixel++, at += 4) {
    const alpha = rgba[at + 3] ?? 255;
    // Weights of ITU-R BT.601, in 256ths.
    const luma = (77 * (rgba[at] ?? 0) + 150 * (rgba[at + 1] ?? 0) + 29 * (rgba[at + 2] ?? 0)) >> 8;
    pixels[pixel] = alpha === 255 ? luma : 255 - ((255 - luma) * alpha) / 255;
  }
  return { width, height, pixels };
}

/** The picture turned clockwise by quarter turns. */
export function turnGray(image: GrayImage, quarters: 1 | 2 | 3): GrayImage {
  const { width, height, pixels } = image;
  const turned = new Uint8Array(pixels.length);
  const [newWidth, newHeight] = quarters === 2 ? [width, height] : [height, width];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [toX, toY] =
        quarters === 1
          ? [height - 1 - y, x]
          : quarters === 2
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      turned[toY * newWidth + toX] = pixels[y * width + x] ?? 255;
    }
  }
  return { width: newWidth, height: newHeight, pixels: turned };
}

/** As a binary PGM file, which the recognition reads without decoding. */
export function toPgm({ width, height, pixels }: GrayImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), pixels]);
}
