import type { TargetDraft } from "./target-draft.ts";
import type { FactPlace } from "./fact-place.ts";
import { deadlineOfHeadings, findDeadlines } from "./read-deadline.ts";
import type { Segment } from "./split-segments.ts";
import { splitSegments } from "./split-segments.ts";

const SPECIFIC = /cụ thể|chỉ tiêu/iu;
const AIM =
  /^(?:và\s+|đồng thời\s+)?(?:phấn đấu|bảo đảm|đảm bảo|hoàn thành|cơ bản|xóa|xoá|chấm dứt|loại trừ|mở rộng|xây dựng|hình thành|nâng cao|nâng|giảm|tăng|duy trì|phát triển|đưa|không (?:còn|có|để)|triển khai|trợ cấp|hỗ trợ|trở thành|thu hẹp|kiểm soát|làm tốt|thực hiện|đạt|chuyển đổi|củng cố|từng bước|có)(?!\p{L})/iu;
const AIM_WITHIN = /(?:phấn đấu|trở thành|hoàn thành|xóa bỏ|xoá bỏ|chấm dứt)/iu;
const OPENING_YEAR = /^(?:Đến|Vào|Trước|Trong|Hết|Năm)[^,]{0,40}?\d{4}\s*,?\s*/u;
const LONGEST = 420;
const SHORTEST = 15;

/** Where the words before the segment's first figure end; the whole segment where it holds none. */
function endOfAim(segment: Segment, figures: readonly TargetDraft[], at: number): number {
  const first = figures.find(({ span }) => span.start >= at + segment.start && span.start < at + segment.end);
  return first ? Math.max(segment.start, first.span.start - at - 2) : segment.end;
}

/**
 * Aims without a figure: each clause of a section of specific goals, and elsewhere what is to be reached by a
 * year. Their deadline is the clause's own, or the nearest heading's. `figures`: the targets of the same paragraph,
 * whose words are left out.
 */
export function readObjectives(place: FactPlace, figures: readonly TargetDraft[]): TargetDraft[] {
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
  const from = place.headingSpan
    ? place.headingSpan.end - at
    : (/^(?:[-–+•*]|\(?\p{L}{1,3}\)|\d+[.)])\s+/u.exec(text)?.[0].length ?? 0);
  for (const segment of splitSegments(text)) {
    const start = Math.max(segment.start, from);
    if (segment.isParenthesis || segment.end - start > LONGEST) continue;
    const end = endOfAim(segment, figures, at);
    if (end - start < SHORTEST) continue;
    const words = text.slice(start, end).replace(/^[\s:,;]+/u, "");
    const own = findDeadlines(words).at(-1)?.year ?? null;
    const aim = words.replace(OPENING_YEAR, "");
    if (specific ? !AIM.test(aim) : own === null || !AIM_WITHIN.test(words)) continue;
    const offset = end - words.length;
    drafts.push({
      nature: "objective",
      name: words,
      comparator: null,
      value: null,
      value2: null,
      unit: null,
      scope: null,
      deadline: own ?? fromHeadings,
      span: { start: at + offset, end: at + end },
      valueSpan: null,
    });
  }
  return drafts;
}
