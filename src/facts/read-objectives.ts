import type { TargetDraft } from "./target-draft.ts";
import type { FactPlace } from "./fact-place.ts";
import { findQuantities } from "./quantity.ts";
import { deadlineOfHeadings, findDeadlines } from "./read-deadline.ts";
import { splitSegments } from "./split-segments.ts";

const SPECIFIC = /cụ thể|chỉ tiêu/iu;
const AIM =
  /^(?:và\s+|đồng thời\s+)?(?:phấn đấu|bảo đảm|đảm bảo|hoàn thành|cơ bản|xóa|xoá|chấm dứt|loại trừ|mở rộng|xây dựng|hình thành|nâng cao|nâng|giảm|tăng|duy trì|phát triển|đưa|không (?:còn|có|để)|triển khai|trợ cấp|hỗ trợ|trở thành|thu hẹp|kiểm soát|làm tốt|thực hiện|đạt|chuyển đổi|củng cố|từng bước|có)(?!\p{L})/iu;
const AIM_WITHIN = /(?:phấn đấu|trở thành|hoàn thành|xóa bỏ|xoá bỏ|chấm dứt)/iu;
const OPENING_YEAR = /^(?:Đến|Vào|Trước|Trong|Hết|Năm)[^,]{0,40}?\d{4}\s*,?\s*/u;
const LONGEST = 420;

/**
 * Aims without a figure: each clause of a section of specific goals, and elsewhere what is to be reached by a
 * year. Their deadline is the clause's own, or the nearest heading's.
 */
export function readObjectives(place: FactPlace): TargetDraft[] {
  const { text, isLaw, section, start: at } = place;
  if (
    isLaw ||
    section === "no-targets" ||
    section === "status" ||
    place.headingSpan?.end === at + text.length
  )
    return [];
  const specific = section === "goals" && place.headings.some((heading) => SPECIFIC.test(heading));
  if (!specific && section !== "goals") return [];
  const fromHeadings = deadlineOfHeadings(place.headings);
  const drafts: TargetDraft[] = [];
  const quantities = findQuantities(text).filter(
    ({ unit }) => unit !== null && !/^(?:tuổi|tháng|năm|ngày)/u.test(unit),
  );
  const from = place.headingSpan
    ? place.headingSpan.end - at
    : (/^(?:[-–+•*]|\(?\p{L}{1,3}\)|\d+[.)])\s+/u.exec(text)?.[0].length ?? 0);
  for (const segment of splitSegments(text)) {
    const start = Math.max(segment.start, from);
    if (segment.isParenthesis || segment.end - start < 15 || segment.end - start > LONGEST) continue;
    if (quantities.some((quantity) => quantity.figureStart >= start && quantity.end <= segment.end)) continue;
    const words = text.slice(start, segment.end).replace(/^[\s:,;]+/u, "");
    const own = findDeadlines(words).at(-1)?.year ?? null;
    const aim = words.replace(OPENING_YEAR, "");
    if (specific ? !AIM.test(aim) : own === null || !AIM_WITHIN.test(words)) continue;
    const offset = segment.end - words.length;
    drafts.push({
      nature: "objective",
      name: words,
      comparator: null,
      value: null,
      value2: null,
      unit: null,
      scope: null,
      deadline: own ?? fromHeadings,
      span: { start: at + offset, end: at + segment.end },
      valueSpan: null,
    });
  }
  return drafts;
}
