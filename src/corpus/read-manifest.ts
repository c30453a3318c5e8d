import { z } from "zod";
import type { CorpusDocument, DocumentReference, FrontMatter } from "./document.ts";
import type { SourceFormat } from "./extracted.ts";
import { readYaml } from "./read-yaml.ts";
import type { YamlFile } from "./read-yaml.ts";

const words = z.string().trim().min(1);
/** Absent: as extracted; null: the original leaves it blank. */
const printed = words.nullable().optional();
const year = z.int().min(1900).max(2200);

const kind = z.enum([
  "resolution",
  "action-programme",
  "plan",
  "decision",
  "directive",
  "law",
  "decree",
  "circular",
  "official-letter",
  "report",
  "other",
]);

const referenceSchema = z.strictObject({
  kind,
  title: words.nullable().default(null),
  number: words.nullable().default(null),
  date: words.nullable().default(null),
  issuer: words.nullable().default(null),
});

const targetCorrectionSchema = z.strictObject({
  /** Words of the source, verbatim but for white space, that hold the figure or stand in its clause. */
  at: words,
  nature: z.enum(["target", "baseline", "objective"]).optional(),
  indicator: words.nullable().optional(),
  name: words.optional(),
  comparator: z.enum(["=", ">", ">=", "<", "<=", "~", "range"]).nullable().optional(),
  value: z.number().nullable().optional(),
  value2: z.number().nullable().optional(),
  unit: words.nullable().optional(),
  scope: words.nullable().optional(),
  deadline: year.nullable().optional(),
  /** What was read there is no target at all. */
  drop: z.literal(true).optional(),
});

const assignmentCorrectionSchema = z.strictObject({
  at: words,
  task: words.optional(),
  role: z
    .enum(["direct", "lead", "advise-execute", "coordinate", "standing", "supervise", "report", "implement"])
    .optional(),
  body: words.optional(),
  timeline: words.nullable().optional(),
  drop: z.literal(true).optional(),
});

const manifestSchema = z.strictObject({
  title: printed,
  kind: kind.optional(),
  issuer: printed,
  number: printed,
  numberAsPrinted: printed,
  date: printed,
  dateIsComplete: z.boolean().optional(),
  place: printed,
  signatory: printed,
  signatoryTitle: printed,
  signedFor: printed,
  status: z.enum(["draft", "issued", "replaced", "unknown"]).optional(),
  /** Key of a locality; null for the whole country. Never guessed: it has to be said. */
  locality: words.nullable(),
  isSummary: z.boolean().default(false),
  note: words.nullable().default(null),
  implements: z.array(referenceSchema).optional(),
  corrections: z
    .strictObject({
      targets: z.array(targetCorrectionSchema).default([]),
      assignments: z.array(assignmentCorrectionSchema).default([]),
    })
    .default({ targets: [], assignments: [] }),
});

/** What a person has written down about a document: document.yaml. It wins over what was extracted. */
export type Manifest = z.infer<typeof manifestSchema>;
export type TargetCorrection = z.infer<typeof targetCorrectionSchema>;
export type AssignmentCorrection = z.infer<typeof assignmentCorrectionSchema>;

/** What a manifest may say in the place of the front matter, in the order of the file. */
export const FRONT_MATTER_FIELDS = [
  "title",
  "kind",
  "issuer",
  "number",
  "numberAsPrinted",
  "date",
  "dateIsComplete",
  "place",
  "signatory",
  "signatoryTitle",
  "signedFor",
  "status",
] as const satisfies readonly (keyof Manifest & keyof FrontMatter)[];

/** @throws AppError MANIFEST_INVALID with file and line. */
export function readManifest(file: string): YamlFile<Manifest> {
  return readYaml(file, manifestSchema, "MANIFEST_INVALID");
}

/** The document as the corpus knows it: the manifest's word over the reader's. */
export function applyManifest(
  key: string,
  read: { readonly frontMatter: FrontMatter; readonly format: SourceFormat },
  manifest: Manifest,
): CorpusDocument {
  const { implements: superiors, locality, isSummary, note } = manifest;
  const said = Object.fromEntries(
    FRONT_MATTER_FIELDS.flatMap((field) => (manifest[field] === undefined ? [] : [[field, manifest[field]]])),
  );
  return {
    ...read.frontMatter,
    ...said,
    ...(superiors === undefined
      ? {}
      : { implements: superiors.map((one) => withSpan(one, read.frontMatter)) }),
    key,
    locality,
    isSummary,
    note,
    format: read.format,
  };
}

/** Gives a superior document of the manifest the place where the text names it, if the reader found that. */
function withSpan(reference: Omit<DocumentReference, "span">, read: FrontMatter): DocumentReference {
  const found = [...read.implements, ...read.alsoCites].find(
    ({ number }) => number !== null && reference.number !== null && sameNumber(number, reference.number),
  );
  return { ...reference, span: found?.span ?? null };
}

/** «42/NQ/TW» and «42-NQ/TW» are one number; so are «43-Ctr/TU» and «43-CTr/TU». */
export function sameNumber(a: string, b: string): boolean {
  return bareNumber(a) === bareNumber(b);
}

function bareNumber(number: string): string {
  return number.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
}
