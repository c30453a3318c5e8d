import type { AssignmentRole } from "./assignment.ts";

/** What a label says of the words after it. */
type LabelMeaning = AssignmentRole | "timeline" | "product";

const WHO =
  "(?:Các\\s+)?(?:Cơ quan|Đơn vị|Tổ chức|Bộ phận|Cá nhân|Cấp|Người|Phòng|Ban)(?:,?\\s*(?:và\\s+)?(?:đơn vị|cơ quan|tổ chức|cá nhân|bộ phận))*";
const MEANINGS: readonly (readonly [RegExp, LabelMeaning])[] = [
  [/^(?:thời gian|thời hạn|tiến độ|lộ trình|thời điểm|hoàn thành|mốc thời gian)/iu, "timeline"],
  [/^(?:sản phẩm|kết quả|đầu ra|dự kiến sản phẩm)/iu, "product"],
  [/phối hợp|cùng thực hiện|tham gia/iu, "coordinate"],
  [/thường trực/iu, "standing"],
  [/chủ trì|chủ quản|đầu mối|trách nhiệm chính|chịu trách nhiệm|phụ trách/iu, "lead"],
  [/tham mưu/iu, "advise-execute"],
  [/chỉ đạo|lãnh đạo/iu, "direct"],
  [/giám sát|kiểm tra|theo dõi|đôn đốc/iu, "supervise"],
  [/báo cáo/iu, "report"],
  [/thực hiện|triển khai|được giao/iu, "lead"],
];
const ROLE_WORDS =
  "(?:chỉ đạo|lãnh đạo|chủ trì|chủ quản|tham mưu|thực hiện|phối hợp|thường trực|giám sát|kiểm tra|theo dõi|đôn đốc|báo cáo|đầu mối|phụ trách|chịu trách nhiệm(?: chính)?|triển khai|tổ chức|tham gia|được giao|giúp việc|và|chính|liên quan|cùng|nhiệm vụ|[,/])";
const LABEL = new RegExp(
  `(?:${WHO}\\s+${ROLE_WORDS}(?:\\s*${ROLE_WORDS})*|(?:Lãnh đạo, chỉ đạo|Chỉ đạo|Chủ trì|Phối hợp|Giám sát|Chủ trì thực hiện|Phối hợp thực hiện|Trách nhiệm(?: chính| thực hiện| chủ trì| phối hợp)?|Phân công(?: thực hiện)?)|(?:Thời gian|Thời hạn|Tiến độ|Lộ trình|Thời điểm|Mốc thời gian)(?:\\s+(?:thực hiện|hoàn thành|triển khai|tổ chức|bắt đầu|trình|ban hành|dự kiến|và|kết thúc))*|Hoàn thành|(?:Sản phẩm|Kết quả)(?:\\s+(?:đầu ra|dự kiến|thực hiện|hoàn thành|đạt được|chủ yếu))*)`,
  "iuy",
);
const BREAK = /(?:^|[;.(–]\s*|\s-\s|,\s*)(?=\p{L})/gu;

/** A label with what it says, as offsets in the text. */
export interface LabelledField {
  readonly meaning: LabelMeaning;
  /** Where the label's words begin. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

function meaningOf(label: string): LabelMeaning | null {
  return MEANINGS.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}

function labelAt(text: string, at: number): { meaning: LabelMeaning; end: number } | null {
  LABEL.lastIndex = at;
  const match = LABEL.exec(text);
  if (!match) return null;
  const end = at + match[0].length;
  const colon = /^\s*(?:(?:Chương trình|Đề án|Kế hoạch|Dự án)\s*)?(?:\([^()]{1,40}\))?\s*:\s*/u.exec(
    text.slice(end, end + 60),
  );
  const meaning = meaningOf(match[0]);
  return colon && meaning ? { meaning, end: end + colon[0].length } : null;
}

/**
 * The labelled fields of a paragraph: «Cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở B; thời gian: 2026».
 * A label opens the paragraph or follows a stop; its value runs to the next label.
 */
export function readLabels(text: string): LabelledField[] {
  if (!text.includes(":")) return [];
  const found: { meaning: LabelMeaning; start: number; valueStart: number }[] = [];
  for (const match of text.matchAll(BREAK)) {
    const start = match.index + match[0].length;
    const label = labelAt(text, start);
    if (label) found.push({ meaning: label.meaning, start, valueStart: label.end });
  }
  return found.map((field, i) => ({
    ...field,
    valueEnd: trimValue(text, field.valueStart, found[i + 1]?.start ?? text.length),
  }));
}

function trimValue(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && /[\s.;,(–/-]/.test(text.charAt(to - 1))) to--;
  if (text.charAt(to - 1) === ")" && !text.slice(start, to - 1).includes("(")) to--;
  return to;
}
