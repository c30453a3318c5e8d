import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { AppError } from "../shared/app-error.ts";

export type TypedArray = Uint8Array | Int8Array | Uint32Array | Float32Array | Float64Array;

const KINDS = { Uint8Array, Int8Array, Uint32Array, Float32Array, Float64Array } as const;
type Kind = keyof typeof KINDS;

interface Entry {
  readonly name: string;
  readonly kind: Kind;
  readonly offset: number;
  readonly length: number;
}

const ALIGNMENT = 8;
const HEADER_BYTES = 8;

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

function bytesOf(array: TypedArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function checksumOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** One file of named typed arrays: the header's length, a JSON header, the arrays at multiples of 8 bytes. Returns its SHA-256. */
export async function writeArrays(
  file: string,
  arrays: Readonly<Record<string, TypedArray>>,
): Promise<string> {
  const entries: Entry[] = [];
  let size = 0;
  for (const [name, array] of Object.entries(arrays)) {
    const kind = (Object.keys(KINDS) as Kind[]).find((k) => array instanceof KINDS[k]) ?? "Uint8Array";
    entries.push({ name, kind, offset: size, length: array.length });
    size = align(size + array.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify(entries));
  const start = align(HEADER_BYTES + header.length);
  const bytes = new Uint8Array(start + size);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, HEADER_BYTES);
  for (const entry of entries) {
    const array = arrays[entry.name];
    if (array !== undefined) bytes.set(bytesOf(array), start + entry.offset);
  }
  await writeFile(file, bytes);
  return checksumOf(bytes);
}

/** Reads what `writeArrays` wrote; throws STORE_UNREADABLE where the file is not as it was written. */
export async function readArrays(file: string, checksum: string): Promise<ReadonlyMap<string, TypedArray>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new AppError("STORE_UNREADABLE", "The search index cannot be read.", { where: file, cause });
  }
  if (checksumOf(bytes) !== checksum) {
    throw new AppError("STORE_UNREADABLE", "The search index is damaged: its checksum differs.", {
      where: file,
      remedy: "Delete the index folder: it is built again from the corpus.",
    });
  }
  if (bytes.byteOffset % ALIGNMENT !== 0) bytes = Buffer.from(new Uint8Array(bytes).buffer);
  const buffer = bytes.buffer as ArrayBuffer;
  const headerLength = new DataView(buffer, bytes.byteOffset).getUint32(0, true);
  const header = new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + headerLength));
  const start = bytes.byteOffset + align(HEADER_BYTES + headerLength);
  const entries = JSON.parse(header) as Entry[];
  return new Map(
    entries.map((entry) => [entry.name, new KINDS[entry.kind](buffer, start + entry.offset, entry.length)]),
  );
}
