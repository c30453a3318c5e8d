import type { ParsedDocument } from "../corpus/document.ts";
import type { Locality, LocalityIndex } from "../corpus/locality.ts";
import { foldName } from "../corpus/locality.ts";
import { nearestLocalities, proposeLocality } from "../corpus/propose-locality.ts";
import { AppError } from "../shared/app-error.ts";
import { sliceSpan } from "../shared/span.ts";

/** The locality that a document is put under, and how it is known. */
export interface ChosenLocality {
  /** Null for the whole country. */
  readonly key: string | null;
  /** False where nothing says it: a person has to. */
  readonly isKnown: boolean;
  /** A remark for the manifest and the report, in Vietnamese; null where the person said it. */
  readonly remark: string | null;
}

/** Names for «no locality: the whole country». */
const NATIONAL = new Set(["national", "ca nuoc", "toan quoc", "viet nam", "viet-nam"]);

/** @throws AppError LOCALITY_UNKNOWN with the nearest known names, also where several places bear the name. */
export function saidLocality(wanted: string, localities: LocalityIndex): ChosenLocality {
  if (NATIONAL.has(wanted) || NATIONAL.has(foldName(wanted)))
    return { key: null, isKnown: true, remark: null };
  const byKey = localities.byKey(wanted);
  const named = byKey === undefined ? localities.byName(foldName(wanted)) : [byKey];
  const [only] = named;
  if (only !== undefined && named.length === 1) return { key: only.key, isKnown: true, remark: null };
  const near = named.length > 0 ? named.slice(0, 8) : nearestLocalities(wanted, localities, 5);
  const listed = near.map((one) => nameWithKey(one, localities)).join("; ");
  throw new AppError(
    "LOCALITY_UNKNOWN",
    named.length > 0 ? `Có ${named.length} địa bàn tên «${wanted}».` : `Không có địa bàn «${wanted}».`,
    {
      where: "--locality",
      remedy:
        near.length === 0
          ? "Hãy dùng khoá trong localities.yaml, hoặc «national» cho văn bản của cả nước."
          : `${named.length > 0 ? "Hãy chọn một khoá" : "Gần nhất"}: ${listed}.`,
    },
  );
}

/** What the text itself says: its issuer. */
export function readLocality(parsed: ParsedDocument, localities: LocalityIndex): ChosenLocality {
  const { frontMatter } = parsed;
  const head =
    frontMatter.spans.header === undefined
      ? parsed.text.slice(0, 500)
      : sliceSpan(parsed.text, frontMatter.spans.header);
  const proposal = proposeLocality(frontMatter, head, localities);
  const issuer = frontMatter.issuer ?? "";
  if (proposal.isKnown) {
    const { locality } = proposal;
    const remark =
      locality === null
        ? `cả nước: cơ quan ban hành là «${issuer}»`
        : `${locality.name}, theo cơ quan ban hành «${issuer}»; sửa nếu không phải`;
    return { key: locality?.key ?? null, isKnown: true, remark };
  }
  const options = proposal.candidates.slice(0, 4).map(({ key }) => key);
  return {
    key: null,
    isKnown: false,
    remark: `CHƯA RÕ địa bàn, hãy điền${options.length > 0 ? `; có thể là ${options.join(", ")}` : ""}; để null là cả nước`,
  };
}

function nameWithKey(locality: Locality, localities: LocalityIndex): string {
  const province = localities.byKey(locality.province);
  const within = province === undefined || province.key === locality.key ? "" : `, ${province.name}`;
  return `${locality.key} (${locality.name}${within})`;
}
