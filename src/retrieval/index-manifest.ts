import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { AppError } from "../shared/app-error.ts";

/** Raised when the files' layout or the way of counting changes: an older index is built anew. */
export const INDEX_VERSION = 2;

const manifestSchema = z.object({
  version: z.literal(INDEX_VERSION),
  embedderId: z.string(),
  segments: z.array(
    z.object({
      name: z.string().regex(/^segment-\d+$/),
      passages: z.number().int(),
      /** SHA-256 of its arrays, and of its graph where it has one. */
      arrays: z.string(),
      graph: z.string().nullable(),
      /** Documents that a later segment holds in a newer form. */
      replaced: z.array(z.string()),
    }),
  ),
});

/** What an index directory holds; written last, so that an interrupted build leaves what was finished. */
export type IndexManifest = z.infer<typeof manifestSchema>;

function manifestFile(directory: string): string {
  return path.join(directory, "index.json");
}

/** The directory's manifest; null where there is none; STORE_UNREADABLE where it is broken or of another version. */
export async function readIndexManifest(directory: string): Promise<IndexManifest | null> {
  const file = manifestFile(directory);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return null;
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError("STORE_UNREADABLE", "The search index is of another version or damaged.", {
      where: file,
      remedy: "Delete the index folder: it is built again from the corpus.",
      cause,
    });
  }
}

export async function writeIndexManifest(directory: string, manifest: IndexManifest): Promise<void> {
  const file = manifestFile(directory);
  await writeFile(`${file}.new`, JSON.stringify(manifest));
  await rename(`${file}.new`, file);
}
