import { existsSync, readFileSync } from "node:fs";
import { listFolders } from "../corpus/list-folders.ts";
import type { DocumentFolder } from "../corpus/list-folders.ts";
import { sameNumber } from "../corpus/read-manifest.ts";
import type { Manifest } from "../corpus/read-manifest.ts";
import { readManifest } from "../corpus/read-manifest.ts";
import { yearOf } from "../corpus/make-key.ts";
import type { FrontMatter } from "../corpus/document.ts";
import { foldName } from "../corpus/locality.ts";

/** A folder of the corpus with what its manifest says; null where the manifest is missing or not valid. */
export interface KnownFolder extends DocumentFolder {
  readonly manifest: Manifest | null;
}

/** @throws AppError CORPUS_MISSING */
export function listKnownFolders(corpusDirectory: string): KnownFolder[] {
  return listFolders(corpusDirectory).map((folder) => ({ ...folder, manifest: manifestOf(folder) }));
}

function manifestOf({ manifestFile }: DocumentFolder): Manifest | null {
  try {
    return existsSync(manifestFile) ? readManifest(manifestFile).value : null;
  } catch {
    // The build tells what is wrong with it; here it only cannot be compared with.
    return null;
  }
}

/** Whether the folder's source is these very bytes. */
export function holdsBytes({ sourceFile }: DocumentFolder, bytes: Uint8Array): boolean {
  if (sourceFile === null) return false;
  try {
    return readFileSync(sourceFile).equals(bytes);
  } catch {
    return false;
  }
}

/**
 * The current document of the corpus that a text appears to be another version of: of the same kind, number and year,
 * or, where one of the two has no number, of the same issuer and title. Null where there is none.
 */
export function findSameDocument(folders: readonly KnownFolder[], read: FrontMatter): KnownFolder | null {
  return (
    folders.find(({ manifest }) => {
      if (manifest === null || manifest.status === "replaced" || manifest.kind !== read.kind) return false;
      const [number, other] = [read.number, manifest.number ?? null];
      const years = [yearOf(read.date), yearOf(manifest.date ?? null)];
      const sameYear = years.includes(null) || years[0] === years[1];
      if (number !== null && other !== null)
        return sameYear && sameNumber(number, other) && sameIssuer(read, manifest);
      return (
        sameYear && sameIssuer(read, manifest) && sameWords(bareTitle(read.title), bareTitle(manifest.title))
      );
    }) ?? null
  );
}

function sameIssuer(read: FrontMatter, manifest: Manifest): boolean {
  return manifest.issuer == null || read.issuer === null || sameWords(read.issuer, manifest.issuer);
}

function sameWords(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && foldName(a) === foldName(b);
}

/** A title without the words for the kind of text, which are printed on a line of their own. */
function bareTitle(title: string | null | undefined): string | null {
  if (title == null) return null;
  const bare = title.replace(
    /^(?:CHƯƠNG TRÌNH HÀNH ĐỘNG|KẾ HOẠCH|NGHỊ QUYẾT|QUYẾT ĐỊNH|CHƯƠNG TRÌNH)\s+/iu,
    "",
  );
  return bare.trim() === "" ? null : bare;
}
