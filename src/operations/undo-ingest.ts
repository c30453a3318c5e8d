import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { IngestPlan } from "./ingest-document.ts";
import { writeManifestFile } from "./write-folder.ts";

/**
 * To be called before `commitIngest`: remembers what it will change, and returns what puts that back.
 * The returned function throws what the disk throws; then the corpus is as committed, which is whole as well.
 */
export function prepareUndo({ key, effect }: IngestPlan, corpusDirectory: string): () => void {
  const folder = join(corpusDirectory, key);
  const manifestFile = join(folder, "document.yaml");
  const manifest = existsSync(manifestFile) ? readFileSync(manifestFile, "utf8") : null;
  const putManifestBack = (): void => {
    if (manifest === null) rmSync(manifestFile, { force: true });
    else writeManifestFile(corpusDirectory, key, manifest);
  };
  // Out of the way under a name that no one reads, and only then taken apart.
  const takeOut = (): void => {
    const leaving = join(corpusDirectory, `.ingest-${process.pid}-00000000`);
    rmSync(leaving, { recursive: true, force: true });
    renameSync(folder, leaving);
    rmSync(leaving, { recursive: true, force: true });
  };
  switch (effect.kind) {
    case "unchanged":
      return () => undefined;
    case "corrected":
      return putManifestBack;
    case "added":
      return takeOut;
    case "replaced":
      return () => {
        takeOut();
        renameSync(join(corpusDirectory, effect.previous.keptAs), folder);
        putManifestBack();
      };
  }
}
