import type { ProvisionType } from "../corpus/provision.ts";

/** One step of a provision named by its number: «khoản 2», «Điều 7», «mục III.6», «gạch đầu dòng 3». */
export interface ProvisionStep {
  readonly type: ProvisionType;
  /** Lower case, as written: «2», «iii.6», «đ»; empty for «phụ lục» alone. */
  readonly number: string;
}

/** What each kind of provision is called, without its marks too; the outermost kind first. */
const KINDS: readonly (readonly [ProvisionType, string])[] = [
  ["appendix", "phụ lục|phu luc|pl|appendix|annex"],
  ["part", "phần|phan|part"],
  ["chapter", "chương|chuong|chapter"],
  ["section", "mục|muc|section"],
  ["article", "điều|dieu|article|art\\.?|[đd]\\.|[đd](?=\\d)"],
  ["paragraph", "khoản|khoan|clause|k\\.|k(?=\\d)"],
  ["point", "điểm|diem|point"],
  ["table", "bảng"],
  ["row", "dòng"],
  ["indent", "gạch đầu dòng|gach dau dong|gạch|bullet"],
  ["text", "(?<!giai |công )đoạn|(?<!giai |cong |bi thu )doan"],
];
const ORDINALS: readonly string[] = [
  "nhất|đầu tiên|nhat|dau tien",
  "hai",
  "ba",
  "tư|bốn|tu|bon",
  "năm|nam",
  "sáu|sau",
  "bảy|bay",
  "tám|tam",
  "chín|chin",
  "mười|muoi",
];
const NUMBER = "(?:[ivxlc]+|\\d{1,3})(?:\\.(?:\\d{1,3}|[ivxlc]+|[a-zđ]))*[a-zđ]?|[a-zđ](?:\\.\\d{1,2})?";
/** «Khoản 20 triệu đồng» is a sum, «điểm 9 năm 2024» a mark. */
const UNITS = "(?!\\s*(?:%|phần trăm|triệu|tỷ|tỉ|nghìn|ngàn|đồng|người|hộ|ngày|tháng))";
const STEP = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${KINDS.map(([, names]) => `(${names})`).join("|")})\\s*` +
    `(?:(?:số|so)\\s+)?(?:(?:thứ|thu)\\s+(${ORDINALS.join("|")})|(${NUMBER}))(?![\\p{L}\\p{N}]|[/-]\\p{L})${UNITS}`,
  "gu",
);
const APPENDIX_ALONE = /(?<![\p{L}\p{N}])(?:phụ lục|phu luc|appendix|annex)(?![\p{L}\p{N}])/u;

/**
 * The provision that a question names by number, outermost step first, in whatever order it is written («điểm b khoản 5
 * Điều 6», «Điều 6 khoản 5 điểm b», «k5 đ6»). Empty where it names none.
 */
export function readProvisionReference(text: string): readonly ProvisionStep[] {
  const line = text.normalize("NFC").toLowerCase();
  const steps: ProvisionStep[] = [];
  for (const match of line.matchAll(STEP)) {
    const kind = KINDS[match.slice(1, KINDS.length + 1).findIndex(Boolean)];
    const ordinal = match[KINDS.length + 1];
    const written =
      ordinal === undefined
        ? (match[KINDS.length + 2] ?? "")
        : String(ORDINALS.findIndex((names) => names.split("|").includes(ordinal)) + 1);
    if (kind === undefined) continue;
    const [type] = kind;
    const number = written.replace(/^0+(?=\d)/u, "");
    // «Điểm a» is a letter, «mục a» hardly ever; «điều kiện» and the like never come here: they have no number.
    if (/^[a-zđ]$/u.test(number) && !/^[ivxlc]$/u.test(number) && type !== "point" && type !== "section")
      continue;
    steps.push({ type: type === "article" && /^[ivxlc]+(?:\.|$)/u.test(number) ? "section" : type, number });
  }
  if (steps.length === 0 && APPENDIX_ALONE.test(line)) return [{ type: "appendix", number: "" }];
  return steps
    .filter(({ type }, at) => steps.findIndex((step) => step.type === type) === at || type === "section")
    .sort((a, b) => rankOf(a.type) - rankOf(b.type) || depthOf(b.number) - depthOf(a.number));
}

const rankOf = (type: ProvisionType): number => KINDS.findIndex(([kind]) => kind === type);

/** «Mục III» stands above «mục 6». */
const depthOf = (number: string): number => (/^[ivxlc]+$/u.test(number) ? 1 : 0);
