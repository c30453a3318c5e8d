import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrontMatter, ParsedDocument } from "../corpus/document.ts";
import type { SourceFormat } from "../corpus/extracted.ts";
import { extractFile } from "../corpus/extract-file.ts";
import { isValidKey, makeKey, uniqueKey } from "../corpus/make-key.ts";
import { parseDocument } from "../corpus/parse-document.ts";
import { applyManifest, readManifest } from "../corpus/read-manifest.ts";
import type { Manifest } from "../corpus/read-manifest.ts";
import { editManifest, writeManifest } from "../corpus/write-manifest.ts";
import { AppError } from "../shared/app-error.ts";
import type { ChosenLocality } from "./choose-locality.ts";
import { readLocality, saidLocality } from "./choose-locality.ts";
import { findSameDocument, holdsBytes, listKnownFolders } from "./corpus-folders.ts";
import type { KnownFolder } from "./corpus-folders.ts";
import type { FrontMatterSaid, IngestRequest, IngestSetting } from "./ingest-request.ts";
import { correctionsThatHold, keepPrevious } from "./keep-version.ts";
import type { PreviousVersion } from "./keep-version.ts";
import { readFacts } from "./read-facts.ts";
import { readFolder } from "./read-folder.ts";
import type { ReadDocument } from "./read-folder.ts";
import { writeFolder, writeManifestFile } from "./write-folder.ts";

/** What ingesting a file would do to the corpus. Nothing is written before `commitIngest`. */
export interface IngestPlan {
  readonly key: string;
  readonly effect:
    /** The corpus holds these bytes already, and nothing new was said about them. */
    | { readonly kind: "unchanged" }
    /** The corpus holds these bytes; what was said goes into the manifest. */
    | { readonly kind: "corrected"; readonly manifest: string }
    | { readonly kind: "added"; readonly manifest: string }
    | { readonly kind: "replaced"; readonly manifest: string; readonly previous: PreviousVersion };
  /** The document as the corpus would hold it. */
  readonly read: ReadDocument;
  /** Null of a document that the corpus holds already: its manifest says it. */
  readonly locality: ChosenLocality | null;
  readonly source: { readonly bytes: Uint8Array; readonly extension: string };
}

/**
 * Reads a file and works out what it is to the corpus: a new document, a newer version of one, or one that is there.
 * @throws AppError the file's own (DOCUMENT_…); LOCALITY_UNKNOWN; USAGE for an unusable key, and where the corpus
 * holds what looks like another version of the text under a key that was not named.
 */
export async function planIngest(request: IngestRequest, setting: IngestSetting): Promise<IngestPlan> {
  const { bytes, fileName, key: wantedKey, said = {} } = request;
  const { corpusDirectory, localities } = setting;
  if (wantedKey !== undefined && !isValidKey(wantedKey)) throw unusableKey(wantedKey);
  const saidPlace = request.locality === undefined ? null : saidLocality(request.locality, localities);
  const folders = listKnownFolders(corpusDirectory);
  const holding = folders.filter((folder) => holdsBytes(folder, bytes));
  const held = wantedKey === undefined ? holding[0] : holding.find(({ key }) => key === wantedKey);
  if (held !== undefined && existsSync(held.manifestFile))
    return await planKnown(held, request, saidPlace, setting);

  const { onProgress } = request;
  const parsed = parseDocument(
    await extractFile(bytes, fileName, {
      readings: setting.readings,
      ...(onProgress === undefined ? {} : { onProgress }),
    }),
  );
  const withSaid = { ...parsed.frontMatter, ...said };
  const readPlace = saidPlace ?? readLocality({ ...parsed, frontMatter: withSaid }, localities);
  const key = held?.key ?? wantedKey ?? newKey(withSaid, readPlace, fileName, folders, setting);
  const previous = folders.find((folder) => folder.key === key) ?? null;
  const locality = saidPlace ?? keptLocality(previous, readPlace);
  const manifest = manifestFor(parsed, key, said, locality, previous?.manifest ?? null, setting);
  const text = writeManifest(parsed.frontMatter, manifest, {
    fileName,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    locality: locality.remark,
  });
  const read: ReadDocument = {
    document: applyManifest(key, parsed, manifest),
    parsed,
    ...readFacts(parsed, key, manifest.corrections, setting.nameIndicator),
  };
  const source = { bytes, extension: extensionOf(fileName, parsed) };
  const plan = { key, read, locality, source };
  if (previous === null) return { ...plan, effect: { kind: "added", manifest: text } };
  if (held !== undefined) return { ...plan, effect: { kind: "corrected", manifest: text } };
  const kept = await keepPrevious(previous, read, manifest.corrections, setting);
  return { ...plan, effect: { kind: "replaced", manifest: text, previous: kept } };
}

/**
 * Writes what was planned, as a whole or not at all. The store is not built here: see `openStore`.
 * @throws AppError CORPUS_NOT_WRITABLE; USAGE where the corpus has changed since the plan was made.
 */
export function commitIngest(
  plan: IngestPlan,
  { corpusDirectory }: Pick<IngestSetting, "corpusDirectory">,
): void {
  const { key, effect, source } = plan;
  const stands = existsSync(join(corpusDirectory, key));
  if (stands !== (effect.kind !== "added")) {
    throw new AppError("USAGE", "Kho văn bản đã thay đổi từ lúc đọc tệp.", {
      where: key,
      remedy: "Hãy làm lại.",
    });
  }
  switch (effect.kind) {
    case "unchanged":
      return;
    case "corrected":
      writeManifestFile(corpusDirectory, key, effect.manifest);
      return;
    case "added":
      writeFolder(corpusDirectory, key, { ...source, manifest: effect.manifest }, null);
      return;
    case "replaced": {
      const { keptAs, manifest } = effect.previous;
      writeFolder(corpusDirectory, key, { ...source, manifest: effect.manifest }, { key: keptAs, manifest });
    }
  }
}

async function planKnown(
  folder: KnownFolder,
  { bytes, said = {} }: IngestRequest,
  place: ChosenLocality | null,
  setting: IngestSetting,
): Promise<IngestPlan> {
  const { key, manifestFile } = folder;
  const manifest = readManifest(manifestFile).value;
  const changes = Object.fromEntries(
    Object.entries({ ...said, ...(place === null ? {} : { locality: place.key }) }).filter(
      ([field, value]) => manifest[field as keyof Manifest] !== value,
    ),
  );
  const read = await readFolder(folder, setting.localities, setting.nameIndicator, setting.readings);
  const source = { bytes, extension: "" };
  if (Object.keys(changes).length === 0) {
    return { key, effect: { kind: "unchanged" }, read, locality: null, source };
  }
  const text = editManifest(readFileSync(manifestFile, "utf8"), changes);
  const document = { ...read.document, ...changes };
  return {
    key,
    effect: { kind: "corrected", manifest: text },
    read: { ...read, document },
    locality: place,
    source,
  };
}

function newKey(
  read: FrontMatter,
  place: ChosenLocality,
  fileName: string,
  folders: readonly KnownFolder[],
  { corpusDirectory, localities }: IngestSetting,
): string {
  const bareName = place.key === null ? null : (localities.byKey(place.key)?.bareName ?? null);
  const made = makeKey(read, bareName, fileName);
  const unique = uniqueKey(made, (key) => existsSync(join(corpusDirectory, key)));
  const same = findSameDocument(folders, read);
  if (same === null) return unique;
  if (same.key === made) return made;
  throw new AppError("USAGE", `Kho đã có văn bản «${same.key}», có vẻ là một bản khác của tệp này.`, {
    where: fileName,
    remedy: `Thêm «--key ${same.key}» nếu tệp này thay bản đó, hoặc «--key ${unique}» nếu là văn bản khác.`,
  });
}

/** A newer version governs what the older one did, unless its own issuer says otherwise. */
function keptLocality(previous: KnownFolder | null, read: ChosenLocality): ChosenLocality {
  if (previous?.manifest == null) return read;
  return { key: previous.manifest.locality, isKnown: true, remark: "như bản trước" };
}

function manifestFor(
  parsed: ParsedDocument,
  key: string,
  said: FrontMatterSaid,
  locality: ChosenLocality,
  previous: Manifest | null,
  { nameIndicator }: IngestSetting,
): Manifest {
  const none: Manifest["corrections"] = { targets: [], assignments: [] };
  const corrections =
    previous === null
      ? none
      : correctionsThatHold(parsed.text, readFacts(parsed, key, none, nameIndicator), previous.corrections);
  return { ...said, locality: locality.key, isSummary: false, note: null, corrections };
}

const EXTENSIONS: Readonly<Record<SourceFormat, readonly string[]>> = {
  text: [".txt"],
  markdown: [".md", ".markdown"],
  html: [".html", ".htm", ".xhtml"],
  docx: [".docx", ".docm"],
  doc: [".doc"],
  pdf: [".pdf"],
  scan: [".pdf", ".png", ".jpg", ".jpeg"],
  xlsx: [".xlsx"],
};

/** The file's own extension where it fits its format, else the format's usual one: Markdown is told by it. */
function extensionOf(fileName: string, { format }: ParsedDocument): string {
  const own = /\.[a-z]{1,8}$/u.exec(fileName.toLowerCase())?.[0] ?? "";
  const fitting = EXTENSIONS[format];
  return fitting.includes(own) ? own : (fitting[0] ?? ".bin");
}

function unusableKey(key: string): AppError {
  return new AppError("USAGE", `Khoá «${key}» không dùng được.`, {
    where: "--key",
    remedy:
      "Khoá gồm chữ thường không dấu, chữ số và dấu nối, nhiều nhất 64 ký tự; ví dụ: kh-157-ubnd-can-tho.",
  });
}
