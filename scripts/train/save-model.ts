import { mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { writeArrays } from "../../src/retrieval/array-file.ts";
import type { PairTable } from "../../src/retrieval/pair-table.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The table's pairs in the order of their numbers, two places each. */
function listPairs(table: PairTable): Uint32Array {
  const list = new Uint32Array(table.size * 2);
  table.first.forEach((first, slot) => {
    const number = table.value[slot] ?? 0;
    if (first > 0) list.set([first - 1, table.second[slot] ?? 0], number * 2);
  });
  return list;
}

/** Writes the model as bytes with one scale a row, and model.json with its id and checksum. */
export async function saveModel(
  directory: string,
  vocabulary: Vocabulary,
  vectors: Float32Array,
  dimensions: number,
): Promise<{ id: string; bytes: number }> {
  const rows = vectors.length / dimensions;
  const scales = new Float32Array(rows);
  const quantised = new Int8Array(vectors.length);
  for (let row = 0; row < rows; row++) {
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
    scales[row] = scale;
    vector.forEach((value, i) => {
      quantised[row * dimensions + i] = scale === 0 ? 0 : Math.round(value / scale);
    });
  }
  await mkdir(directory, { recursive: true });
  const file = path.join(directory, "vectors.bin");
  const checksum = await writeArrays(file, {
    syllables: new TextEncoder().encode([...vocabulary.syllables.keys()].join("\n")),
    bigrams: listPairs(vocabulary.bigrams),
    vectors: quantised,
    scales,
  });
  const id = `static-vi-${dimensions}-${checksum.slice(0, 12)}`;
  await writeFile(
    path.join(directory, "model.json"),
    `${JSON.stringify({ id, dimensions, checksum }, null, 2)}\n`,
  );
  return { id, bytes: (await stat(file)).size };
}
