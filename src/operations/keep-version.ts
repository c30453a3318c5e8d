import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../corpus/read-manifest.ts";
import { editManifest } from "../corpus/write-manifest.ts";
import { correctAssignments, correctTargets } from "../facts/apply-corrections.ts";
import { compareTargets } from "../facts/compare-targets.ts";
import type { TargetDifference } from "../facts/compare-targets.ts";
import type { Target } from "../facts/target.ts";
import type { KnownFolder } from "./corpus-folders.ts";
import type { IngestSetting } from "./ingest-request.ts";
import type { ReadFacts } from "./read-facts.ts";
import { readFolder } from "./read-folder.ts";
import type { ReadDocument } from "./read-folder.ts";

/** The version that was there before: it stays in the corpus, marked as replaced, so that it can still be cited. */
export interface PreviousVersion {
  /** The key that the older version is kept under. */
  readonly keptAs: string;
  readonly manifest: string;
  /** Null where the older version could not be read. */
  readonly difference: TargetDifference | null;
  /** Corrections of the older version whose words the new text does not hold: they stay with the old one. */
  readonly correctionsLeft: number;
}

/** The corrections of the version before whose words the new text holds too, at a fact. */
export function correctionsThatHold(
  text: string,
  { targets, assignments }: ReadFacts,
  corrections: Manifest["corrections"],
): Manifest["corrections"] {
  return {
    targets: corrections.targets.filter((one) => correctTargets(text, targets, [one]).messages.length === 0),
    assignments: corrections.assignments.filter(
      (one) => correctAssignments(text, assignments, [one]).messages.length === 0,
    ),
  };
}

/** How the document under a key is kept when a newer version takes its place. */
export async function keepPrevious(
  previous: KnownFolder,
  read: ReadDocument,
  corrections: Manifest["corrections"],
  setting: IngestSetting,
): Promise<PreviousVersion> {
  const { key, manifestFile } = previous;
  const keptAs = uniqueVersion(key, setting.corpusDirectory);
  const { localities, nameIndicator, readings } = setting;
  const older = await readFolder(previous, localities, nameIndicator, readings).catch(() => null);
  const note = [
    `Bản này đã được thay bằng bản mới hơn («${key}»)${wasText(older)}.`,
    previous.manifest?.note ?? null,
  ];
  const old = previous.manifest?.corrections ?? { targets: [], assignments: [] };
  const count = ({ targets, assignments }: Manifest["corrections"]): number =>
    targets.length + assignments.length;
  return {
    keptAs,
    manifest: editManifest(
      existsSync(manifestFile) ? readFileSync(manifestFile, "utf8") : "locality: null\n",
      {
        status: "replaced",
        note: note.filter((sentence) => sentence !== null).join(" "),
      },
    ),
    difference: older === null ? null : compareTargets(figures(older), figures(read)),
    correctionsLeft: count(old) - count(corrections),
  };
}

/** What the status said before it became «replaced». */
function wasText(older: ReadDocument | null): string {
  if (older?.document.status === "draft") return "; trước đó là dự thảo";
  return older?.document.isSummary === true ? "; đây là bản tóm lược, không phải nguyên văn" : "";
}

function figures({ targets }: ReadDocument): Target[] {
  return targets.filter(({ nature }) => nature !== "objective");
}

function uniqueVersion(key: string, corpusDirectory: string): string {
  for (let n = 1; ; n++) {
    const kept = `${key}-v${n}`;
    if (!existsSync(join(corpusDirectory, kept))) return kept;
  }
}
