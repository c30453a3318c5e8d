import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { CorpusDocument, ParsedDocument } from "../corpus/document.ts";
import { extractFile } from "../corpus/extract-file.ts";
import type { KeptReadings } from "../corpus/keep-readings.ts";
import type { DocumentFolder } from "../corpus/list-folders.ts";
import type { LocalityIndex } from "../corpus/locality.ts";
import { parseDocument } from "../corpus/parse-document.ts";
import { applyManifest, readManifest } from "../corpus/read-manifest.ts";
import type { NameIndicator } from "../facts/extract-targets.ts";
import { AppError } from "../shared/app-error.ts";
import { readFacts } from "./read-facts.ts";
import type { ReadFacts } from "./read-facts.ts";

/** A document with everything that was read from it. */
export interface ReadDocument extends ReadFacts {
  readonly document: CorpusDocument;
  readonly parsed: ParsedDocument;
}

/**
 * Reads one folder of the corpus: its source, its facts, and what its manifest says over both.
 * @throws AppError where the source or the manifest cannot be used; the caller goes on with the next folder.
 */
export async function readFolder(
  folder: DocumentFolder,
  localities: LocalityIndex,
  nameIndicator: NameIndicator,
  readings: KeptReadings | null,
): Promise<ReadDocument> {
  const { key, manifestFile, sourceFile } = folder;
  const manifest = readManifest(manifestFile);
  const { locality, corrections } = manifest.value;
  if (locality !== null && localities.byKey(locality) === undefined) {
    throw manifest.faultAt(["locality"], `There is no locality «${locality}» in localities.yaml.`);
  }
  const parsed = parseDocument(
    await extractFile(await readSource(key, sourceFile), basename(sourceFile ?? ""), { readings }),
  );
  const document = applyManifest(key, parsed, manifest.value);
  return { document, parsed, ...readFacts(parsed, key, corrections, nameIndicator) };
}

async function readSource(key: string, file: string | null): Promise<Uint8Array> {
  if (file === null) {
    throw new AppError("DOCUMENT_UNREADABLE", "The folder has a manifest but no source.* file.", {
      where: key,
      remedy: "Put the document's file there, or remove the folder.",
    });
  }
  try {
    return await readFile(file);
  } catch (cause) {
    throw new AppError("DOCUMENT_UNREADABLE", "The document's file cannot be read.", { where: file, cause });
  }
}
