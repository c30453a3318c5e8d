import { fromBufferPromise } from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { AppError } from "../../shared/app-error.ts";
import { refuse } from "./refusals.ts";

/** More entries than any office document has; a directory of millions is an attack. */
const MAX_ENTRIES = 20_000;

/**
 * The entries of a zip package whose name `wanted` accepts, unpacked in memory: nothing is written anywhere, so
 * a name that climbs («../../x») is only a key that nobody asks for. What is unpacked is counted as it comes
 * out, whatever the directory claims; beyond `maxUnpackedBytes` for all entries together the package is refused.
 */
export async function readPackage(
  bytes: Uint8Array,
  name: string,
  maxUnpackedBytes: number,
  wanted: (entry: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const unpacked = new Map<string, Uint8Array>();
  let left = maxUnpackedBytes;
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false });
    if (zip.entryCount > MAX_ENTRIES) throw refuse("archive-too-large", name);
    for (const entry of await listEntries(zip)) {
      const entryName = entryNameOf(entry);
      if (!wanted(entryName)) continue;
      if (entry.isEncrypted()) throw refuse("encrypted", name);
      if (entry.uncompressedSize > left) throw refuse("archive-too-large", name);
      const content = await unpack(zip, entry, left, name);
      left -= content.length;
      unpacked.set(entryName, content);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refuse("damaged", name, { cause: error });
  }
  return unpacked;
}

/** With `decodeStrings: false` names arrive as bytes and a climbing name is no error. */
function entryNameOf(entry: Entry): string {
  const raw: unknown = entry.fileName;
  const text = Buffer.isBuffer(raw) ? raw.toString("utf8") : String(raw);
  return text.replaceAll("\\", "/");
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => {
      resolve(entries);
    });
    zip.on("error", reject);
    zip.readEntry();
  });
}

async function unpack(zip: ZipFile, entry: Entry, maxBytes: number, name: string): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      stream.destroy();
      throw refuse("archive-too-large", name);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
