import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../shared/app-error.ts";

/** A document of the corpus on disk: a folder with document.yaml and source.*. */
export interface DocumentFolder {
  /** The folder's name. */
  readonly key: string;
  readonly manifestFile: string;
  /** «corpus/duc-pho/source.txt»; null where there is none. */
  readonly sourceFile: string | null;
}

/**
 * The documents' folders under the corpus directory, by key.
 * @throws AppError CORPUS_MISSING where there is no such directory.
 */
export function listFolders(corpusDirectory: string): DocumentFolder[] {
  return listDirectory(corpusDirectory)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name: key }) => {
      const folder = join(corpusDirectory, key);
      const source = readdirSync(folder)
        .sort()
        .find((file) => file.startsWith("source.") && !file.endsWith("~"));
      return {
        key,
        manifestFile: join(folder, "document.yaml"),
        sourceFile: source === undefined ? null : join(folder, source),
      };
    })
    .filter(({ manifestFile, sourceFile }) => sourceFile !== null || existsSync(manifestFile))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function listDirectory(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (cause) {
    throw new AppError("CORPUS_MISSING", "The corpus directory is missing or cannot be read.", {
      where: directory,
      remedy: "Start from the project's folder, or name the directory in the configuration.",
      cause,
    });
  }
}
