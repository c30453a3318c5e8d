/* eslint-disable @typescript-eslint/no-non-null-assertion -- loops over typed arrays, places always in range: a check would cost a third of the training */

/** The n × n inner products of the rows of two n × d matrices, two by four at a time to stay in registers. */
export function products(a: Float64Array, b: Float64Array, n: number, d: number): Float64Array {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i += 2) {
    const a0 = i * d;
    const a1 = Math.min(i + 1, n - 1) * d;
    for (let j = 0; j < n; j += 4) {
      const b0 = j * d;
      const b1 = Math.min(j + 1, n - 1) * d;
      const b2 = Math.min(j + 2, n - 1) * d;
      const b3 = Math.min(j + 3, n - 1) * d;
      let p00 = 0,
        p01 = 0,
        p02 = 0,
        p03 = 0,
        p10 = 0,
        p11 = 0,
        p12 = 0,
        p13 = 0;
      for (let k = 0; k < d; k++) {
        const x0 = a[a0 + k]!,
          x1 = a[a1 + k]!;
        const y0 = b[b0 + k]!,
          y1 = b[b1 + k]!,
          y2 = b[b2 + k]!,
          y3 = b[b3 + k]!;
        p00 += x0 * y0;
        p01 += x0 * y1;
        p02 += x0 * y2;
        p03 += x0 * y3;
        p10 += x1 * y0;
        p11 += x1 * y1;
        p12 += x1 * y2;
        p13 += x1 * y3;
      }
      const rows =
        i + 1 < n
          ? [
              [p00, p01, p02, p03],
              [p10, p11, p12, p13],
            ]
          : [[p00, p01, p02, p03]];
      rows.forEach((row, di) => {
        row.forEach((value, dj) => {
          if (j + dj < n) result[(i + di) * n + j + dj] = value;
        });
      });
    }
  }
  return result;
}

/** Lists where a row (or, with a stride, a column) of a matrix is not zero: offsets of vectors and their factors; -1 ends the list. */
export function gather(
  matrix: Float64Array,
  start: number,
  stride: number,
  n: number,
  places: Int32Array,
  factors: Float64Array,
  d: number,
): void {
  let count = 0;
  for (let j = 0; j < n; j++) {
    const g = matrix[start + j * stride]!;
    if (g === 0) continue;
    places[count] = j * d;
    factors[count++] = g;
  }
  if (count < n) places[count] = -1;
}

/** Adds the listed vectors, each times its factor, four at a time. */
export function addWeighted(
  target: Float64Array,
  at: number,
  vectors: Float64Array,
  places: Int32Array,
  factors: Float64Array,
  d: number,
): void {
  const end = places.indexOf(-1);
  const count = end < 0 ? places.length : end;
  let j = 0;
  for (; j + 3 < count; j += 4) {
    const v0 = places[j]!,
      v1 = places[j + 1]!,
      v2 = places[j + 2]!,
      v3 = places[j + 3]!;
    const g0 = factors[j]!,
      g1 = factors[j + 1]!,
      g2 = factors[j + 2]!,
      g3 = factors[j + 3]!;
    for (let k = 0; k < d; k++) {
      target[at + k]! +=
        g0 * vectors[v0 + k]! + g1 * vectors[v1 + k]! + g2 * vectors[v2 + k]! + g3 * vectors[v3 + k]!;
    }
  }
  for (; j < count; j++) {
    const v = places[j]!;
    const g = factors[j]!;
    for (let k = 0; k < d; k++) target[at + k]! += g * vectors[v + k]!;
  }
}

/** Adds the rows of `vectors` that are listed, four at a time. */
export function addRows(
  target: Float64Array,
  at: number,
  vectors: Float32Array,
  rows: Int32Array,
  d: number,
): void {
  const count = rows.length;
  let j = 0;
  for (; j + 3 < count; j += 4) {
    const v0 = rows[j]! * d,
      v1 = rows[j + 1]! * d,
      v2 = rows[j + 2]! * d,
      v3 = rows[j + 3]! * d;
    for (let k = 0; k < d; k++)
      target[at + k]! += vectors[v0 + k]! + vectors[v1 + k]! + vectors[v2 + k]! + vectors[v3 + k]!;
  }
  for (; j < count; j++) {
    const v = rows[j]! * d;
    for (let k = 0; k < d; k++) target[at + k]! += vectors[v + k]!;
  }
}

export function spreadRows(gradient: Float32Array, rows: Int32Array, back: Float64Array, d: number): void {
  for (let j = 0; j < rows.length; j++) {
    const v = rows[j]! * d;
    for (let k = 0; k < d; k++) gradient[v + k]! += back[k]!;
  }
}
