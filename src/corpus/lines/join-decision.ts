import { isInCapitals, startsWithCapital, startsWithSmallLetter } from "../../shared/letter-case.ts";
import type { ExtractedLine } from "../extracted.ts";
import type { Layout } from "./measure-layout.ts";
import { readMarker } from "./read-marker.ts";

/** What lies between two lines: nothing, a blank line or page break, or something that always parts them. */
export type Gap = "none" | "blank" | "hard";

/** The paragraph so far, as the decision needs it. */
export interface Before {
  readonly text: string;
  /** The last words of `text`: enough to see how it ends. */
  readonly tail: string;
  readonly lastLine: string;
  readonly line: ExtractedLine;
}

const KIND_LINE =
  /^(?:NGHỊ QUYẾT|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|LUẬT|BỘ LUẬT|NGHỊ ĐỊNH|THÔNG TƯ|BÁO CÁO|HƯỚNG DẪN|THÔNG BÁO|KẾT LUẬN|QUY ĐỊNH|ĐỀ ÁN|PHÁP LỆNH|TỜ TRÌNH|QUYẾT NGHỊ:?|QUYẾT ĐỊNH:|DỰ THẢO|PHỤ LỤC)$/;
const LABEL =
  /^(?:Cơ quan|Đơn vị|Thời gian|Thời hạn|Tiến độ|Nơi nhận|Sản phẩm|Kinh phí|Lộ trình|Hoàn thành)(?=[\s:])[^:.;]{0,60}:/;
const SIGNED_FOR = /^(?:T\/?M|KT|TL|TUQ|Q)\.?\s+\p{Lu}{2}/u;
const OFFICE =
  /^(?:PHÓ |BÍ THƯ|CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|TRƯỞNG (?:BAN|PHÒNG|CÔNG AN)|CHỦ NHIỆM|CHÁNH |VỤ TRƯỞNG|CỤC TRƯỞNG|TỔNG )/;
/** «(Đã ký)» stands in the place of the signature, between an office and a name. */
const SIGNED = /^\(?\s*(?:[Đđ]ã ký|ĐÃ KÝ)\s*\)?\.?$/u;
const LETTERHEAD = /^(?:CỘNG H[ÒO]\p{L}* XÃ HỘI CHỦ|ĐẢNG CỘNG SẢN VIỆT NAM)/u;
const STATE_MOTTO = /^Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc$/u;
/** Names of two words that a line end may part, where the second would look like a new sentence. */
const PARTED_NAME = /(?:Việt\nNam|Hồ\nChí|Chí\nMinh|Hà\nNội|Nhân\nDân)(?!\p{L})/u;
const TERMINAL = /[.;:!?…](?:["”»)\]]|\s*\/\.)*$|\/\.$/;
/** Words that end no paragraph: what they govern is yet to come. Not «đạt được», «trực thuộc», «tồn tại», «công bằng». */
const UNFINISHED =
  /(?:,|\(|[“«]|(?:^|\s)(?:của|và|các|những|(?<!(?:tồn|hiện)\s)tại|theo|với|cho|từ|đến|về|trong|trên|là|do|bởi|hoặc|(?<!(?:đạt|làm)\s)được|(?<!(?:công|cân)\s)bằng|để|mỗi|một|không|(?<!(?:trực|phụ)\s)thuộc|vào|giữa|như|gồm|cùng|khi|nếu|thì|mà|(?<!(?:các|hai|cùng|trung|cao|sơ|nâng|khẩn|phân|cung)\s)cấp|có|đã|sẽ|khóa|khoá|thứ))$/iu;
/** «tại khoản», «Quyết định số»: the number of what is named is yet to come. Not «quan điểm», «chuyển đổi số». */
const UNNUMBERED =
  /(?:^|[\s,])(?:tại|theo|thuộc|của|ở|và|nghị quyết|quyết định|kế hoạch|luật|nghị định|thông tư|chỉ thị|công văn|tờ trình|văn bản|kết luận|hướng dẫn|ngày)\s+(?:số|khoản|điểm|điều|mục|ngày|tháng|năm|\d{1,2} tháng)$/iu;
const REFERS = /(?:^|\s)(?:[Kk]hoản|[Đđ]iểm|[Đđ]iều|[Mm]ục|số|[Cc]hương|[Pp]hần|[Pp]hụ lục)$/u;
/** «Đại hội khóa ⏎ XXI.», «lần thứ ⏎ VIII.» */
const COUNTED_IN_ROMAN = /(?:^|\s)(?:khóa|khoá|thứ|quý|thế kỷ)$/iu;
const CONTINUES_LOWER = /^[\p{Ll}\d%),.;:“"(…]/u;

const isUnfinished = (text: string): boolean => UNFINISHED.test(text) || UNNUMBERED.test(text);
/** Who decides, in capitals under the title: «ỦY BAN NHÂN DÂN TỈNH …», «BỘ TRƯỞNG …». */
const AUTHORITY = /^(?:(?:CHỦ TỊCH\s+)?(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BAN CHẤP HÀNH|CHÍNH PHỦ$|QUỐC HỘI$)/u;
const LEAST_TITLE = 40;
const CAPITALISED = /^\p{Lu}\p{Ll}/u;

const SMALL_AFTER_HYPHEN = /^[-–]\s*\p{Ll}/u;
const ENDS_IN_HYPHEN = /(?:^|[\s\p{L}\d])[-–]$/u;

/** «quốc phòng ⏎ - an ninh», «giai đoạn 2026 ⏎ - 2030»: a hyphen at a line's start that is no bullet. */
function isFalseBullet(before: Before, next: string): boolean {
  if (/\d{4}$/.test(before.tail) && /^[-–]\s*(?:19|20)\d{2}(?!\d)/.test(next)) return true;
  return SMALL_AFTER_HYPHEN.test(next) && !TERMINAL.test(before.tail) && before.text.length > 30;
}

function startsBlock(before: Before, next: string): boolean {
  if (LABEL.test(next) || SIGNED_FOR.test(next) || KIND_LINE.test(next)) return true;
  if (SIGNED.test(next) || SIGNED.test(before.lastLine)) return true;
  if (/^Nơi nhận/u.test(next) || LETTERHEAD.test(next) || STATE_MOTTO.test(before.lastLine)) return true;
  const marker = readMarker(next);
  if (marker === null) return false;
  if (marker.number !== null && REFERS.test(before.tail)) return false;
  return !(marker.style === "roman" && COUNTED_IN_ROMAN.test(before.tail));
}

/** Lines in capitals stand apart from the rest, and titles, offices and letterheads from each other. */
function changesCase(before: Before, next: string): boolean {
  if (KIND_LINE.test(before.text)) return true;
  const [a, b] = [isInCapitals(before.lastLine), isInCapitals(next)];
  if (a && b)
    return (
      OFFICE.test(before.lastLine) ||
      OFFICE.test(next) ||
      (AUTHORITY.test(next) && before.text.length >= LEAST_TITLE && !isUnfinished(before.tail)) || LETTERHEAD.test(next) || isBareHeading(before.text)
    );
  if (a) return before.lastLine.length > 3 && CAPITALISED.test(next);
  return b && next.length > 5 && /\s/.test(next) && !isUnfinished(before.tail);
}

/**
 * How full the last line is with the next line's first word, 1 being the full width: a line that had plenty of
 * room left was ended on purpose. Letters differ in breadth, so nothing near 1 says anything.
 */
function fullness(before: Before, next: string, width: number): number {
  const word = next.split(" ", 1)[0] ?? "";
  return (before.lastLine.length + 1 + word.length) / width;
}

/** A numbered line that ends early is a heading; «a) Về …» nearly always is one. */
function firstLineLimit(text: string): number {
  const marker = readMarker(text);
  if (marker?.number == null) return 0.8;
  return /^(?:Về|Trách nhiệm|Mục tiêu|Nhiệm vụ|Giải pháp|Phạm vi|Đối tượng|Yêu cầu|Quan điểm)\s/u.test(
    text.slice(marker.length),
  )
    ? 0.97
    : 0.9;
}

function joinsInWrapped(before: Before, next: string, layout: Layout): boolean {
  if (startsWithSmallLetter(next)) return true;
  const full = fullness(before, next, layout.width);
  if (!TERMINAL.test(before.tail))
    return full > (before.text === before.lastLine ? firstLineLimit(before.text) : 0.8);
  return full > 0.92;
}

/** A body's name of which only the first word is read. */
const OPENS_BODY = /(?:^|\s)(?:Sở|Bộ|Ban|Cục|Vụ|Phòng|Hội|Đoàn|Viện|Tổng cục|Chi cục|Văn phòng|Ủy ban|Uỷ ban)$/u;

const OPENS_SENTENCE = /^[“"]?\p{Lu}/u;

/** A heading or an end that left half of the line empty before a new sentence. */
function endsEarly(before: Before, next: string, layout: Layout): boolean {
  if (!OPENS_SENTENCE.test(next) || fullness(before, next, layout.width) >= 0.6) return false;
  return TERMINAL.test(before.tail) || !(OPENS_BODY.test(before.tail) || LABEL.test(before.text));
}

/** «PHẦN THỨ MƯỜI:», «PHỤ LỤC SỐ XVIII:»: no mark is longer. */
const LONGEST_BARE_MARK = 40;

/** A number whose words stand on the next line: «1.», «A.», «II.». */
function isBareMark(text: string): boolean {
  if (text.length > LONGEST_BARE_MARK) return false;
  const marker = readMarker(text);
  return marker !== null && marker.length >= text.length && !isBareHeading(text);
}

/** «Chương I», «PHỤ LỤC II»: a line of its own, its heading on the next. */
function isBareHeading(text: string): boolean {
  if (text.length > LONGEST_BARE_MARK) return false;
  const marker = readMarker(text);
  if (marker === null || marker.length < text.length) return false;
  return ["appendix", "part", "chapter", "division"].includes(marker.style);
}

/** Whether a line goes on with the paragraph before it, or begins one of its own. */
export function joinsParagraph(
  before: Before,
  nextLine: ExtractedLine,
  next: string,
  gap: Gap,
  layout: Layout,
): boolean {
  if (gap === "hard" || before.line.paragraph === true || nextLine.paragraph === true) return false;
  const level = before.line.headingLevel;
  if (level !== nextLine.headingLevel) return false;
  if (level !== undefined && gap !== "none") return false;
  if (isBareMark(before.text)) return !startsBlock(before, next);
  if (isFalseBullet(before, next)) return true;
  if (startsBlock(before, next) || changesCase(before, next)) return false;
  if (before.line.continues === true && gap === "none") return true;
  if (ENDS_IN_HYPHEN.test(before.tail)) return true;
  if (isUnfinished(before.tail)) return true;
  if (gap !== "none" && (before.line.bold === true) !== (nextLine.bold === true) && startsWithCapital(next)) return false;
  if (PARTED_NAME.test(`${before.tail.slice(-12)}\n${next.slice(0, 12)}`)) return true;
  if (gap === "none" && isInCapitals(before.lastLine) && isInCapitals(next)) return true;
  if (!TERMINAL.test(before.tail) && CONTINUES_LOWER.test(next)) return true;
  switch (layout.breaks) {
    case "paragraphs":
      return false;
    case "blank-lines":
      return gap === "none" && !endsEarly(before, next, layout);
    case "wrapped":
      return joinsInWrapped(before, next, layout);
  }
}
