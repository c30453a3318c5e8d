import type { FrontMatter, ParsedDocument } from "../corpus/document.ts";
import type { Locality, LocalityIndex } from "../corpus/locality.ts";
import { foldName } from "../corpus/locality.ts";
import type { LocalitySource, WordsAround } from "../corpus/propose-locality.ts";
import { nearestLocalities } from "../corpus/nearest-localities.ts";
import { proposeLocality } from "../corpus/propose-locality.ts";
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
  const named = byKey === undefined ? findWritten(wanted, localities) : [byKey];
  const [only] = named;
  if (only !== undefined && named.length === 1) return { key: only.key, isKnown: true, remark: null };
  const near = named.length > 0 ? newestFirst(named) : nearestLocalities(wanted, localities, 5);
  const rest = near.length - MOST_LISTED;
  const listed = [
    ...near.slice(0, MOST_LISTED).map((one) => nameWithKey(one, localities)),
    ...(rest > 0 ? [`và ${rest} địa bàn nữa: hãy viết kèm tỉnh, như «Xã …, Tỉnh …»`] : []),
  ].join("\n  ");
  throw new AppError(
    "LOCALITY_UNKNOWN",
    named.length > 0 ? `Có ${named.length} địa bàn tên «${wanted}».` : `Không có địa bàn «${wanted}».`,
    {
      where: "--locality",
      remedy:
        near.length === 0
          ? "Hãy dùng khoá trong localities.yaml, hoặc «national» cho văn bản của cả nước."
          : `${named.length > 0 ? "Hãy chọn một khoá" : "Gần nhất"}:\n  ${listed}`,
    },
  );
}

const MOST_LISTED = 8;

/** Those of the name as it is spelt, «Xã Tân Thành, Tỉnh Đồng Tháp» only that province's. */
function findWritten(wanted: string, localities: LocalityIndex): readonly Locality[] {
  const comma = wanted.lastIndexOf(",");
  const named = localities.byName(foldName(comma < 0 ? wanted : wanted.slice(0, comma)));
  const provinces =
    comma < 0 ? null : localities.byName(foldName(wanted.slice(comma + 1))).map(({ key }) => key);
  const within = provinces === null ? named : named.filter(({ province }) => provinces.includes(province));
  const spelt = within.filter((one) => wanted.toLowerCase().includes(one.bareName.toLowerCase()));
  return spelt.length > 0 ? spelt : within;
}

/** Places that stand today before those that have ended. */
function newestFirst(named: readonly Locality[]): readonly Locality[] {
  return [...named].sort((a, b) => Number(a.era === "before") - Number(b.era === "before"));
}

const SOURCES: Readonly<Record<LocalitySource, string>> = {
  issuer: "cơ quan ban hành",
  letterhead: "dòng trên cơ quan ban hành",
  place: "nơi ghi trước ngày tháng",
  title: "tên văn bản",
};

/** Head and surroundings of a text, in which its place is looked for. */
export function wordsAround(
  text: string,
  { header, recipients }: Pick<FrontMatter["spans"], "header" | "recipients">,
): WordsAround {
  const start = header?.end ?? 0;
  return {
    head: header === undefined ? text.slice(0, LONGEST_HEAD) : sliceSpan(text, header),
    context: `${text.slice(start, start + LONGEST_CONTEXT)}\n${recipients === undefined ? "" : sliceSpan(text, recipients)}`,
  };
}

const LONGEST_HEAD = 500;
const LONGEST_CONTEXT = 2500;

/** What the text itself says: its issuer, or else its head and title. */
export function readLocality(parsed: ParsedDocument, localities: LocalityIndex): ChosenLocality {
  const { frontMatter } = parsed;
  const proposal = proposeLocality(frontMatter, wordsAround(parsed.text, frontMatter.spans), localities);
  const issuer = frontMatter.issuer ?? "";
  if (proposal.isKnown) {
    const { locality, source } = proposal;
    const by = source === "issuer" ? `${SOURCES.issuer} «${issuer}»` : SOURCES[source];
    const remark =
      locality === null
        ? `cả nước: cơ quan ban hành là «${issuer === "" ? (frontMatter.number ?? "") : issuer}»`
        : `${locality.name}, theo ${by}; sửa nếu không phải`;
    return { key: locality?.key ?? null, isKnown: true, remark };
  }
  const options = proposal.candidates.slice(0, 4).map(({ key }) => key);
  return {
    key: null,
    isKnown: false,
    remark: `CHƯA RÕ địa bàn, hãy điền${options.length > 0 ? `; có thể là ${options.join(", ")}` : ""}; còn null thì văn bản chỉ được tra khi câu hỏi nêu tên nó`,
  };
}

function nameWithKey(locality: Locality, localities: LocalityIndex): string {
  const province = localities.byKey(locality.province);
  const within = province === undefined || province.key === locality.key ? "" : `, ${province.name}`;
  return `${locality.key} (${locality.name}${within})`;
}
