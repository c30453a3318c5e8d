import type { Quantity } from "./quantity.ts";
import { isShare } from "./unit.ts";
import { ACTION_BEFORE } from "./judge-quantity.ts";
import { maskParentheses } from "./split-segments.ts";

/** The clause of one figure: its words, and where its subject stands. Offsets as in the text that was read. */
export interface FigureClause {
  readonly quantity: Quantity;
  readonly start: number;
  readonly end: number;
  /** The subject follows the figure («95% dân số tham gia…») or precedes it («tỷ lệ … đạt 95%»). */
  readonly subject: "after" | "before";
}

/** What may stand before a figure without being its subject. */
const LEAD_IN =
  /^[\s,:()+–-]*(?:(?:và|đồng thời|trong đó|phấn đấu|bảo đảm|đảm bảo|có|đạt|được|hoàn thành|thực hiện|duy trì|tiếp tục|cơ bản|hằng năm|hàng năm|mỗi năm|đến|tới|vào|trước|hết|cuối|trong|giai đoạn|năm|quý|để|nhằm|yêu cầu|hỗ trợ|bố trí|rút ngắn|tinh giản|dứt điểm|sắp xếp|ổn định|khám|kiểm tra|số hóa|số hoá|kết nối|thu gom|xử lý|giải quyết|niêm yết|công khai|vận động|rà soát|cập nhật|bồi dưỡng|tập huấn|đào tạo|cung cấp|trang bị|tiếp nhận|xóa|xoá|với|các|tối thiểu|ít nhất|khoảng|từ|cho|là|cả|gồm|mục tiêu|[IVX]+|\d+)(?![\p{L}\d])[\s,:()+–-]*)*$/iu;
const INDICATOR_START =
  /^(?:tỷ lệ|tỉ lệ|tỷ trọng|số|tổng|mức|diện tích|tuổi thọ|cấp|bậc|thu nhập|năng suất|sản lượng|giá trị|tốc độ|kim ngạch|chỉ số|độ|quy mô|nồng độ|mật độ|công suất|khu vực|vùng|doanh thu|vốn|kinh tế|dân số|lao động|nữ|nam|trong đó|riêng|GRDP|GDP|Hà Nội|Thành phố|thành phố|tỉnh|huyện|xã|phường)(?!\p{L})/iu;
const HAS_VERB =
  /(?:^|\s)(?:được|có|tham gia|đạt|sử dụng|hưởng|thực hiện|hoàn thành|là|bị|ứng dụng|áp dụng|đáp ứng|nhận|mở|bố trí|tổ chức|kết nối|triển khai|tiếp cận|biết|đủ|bảo đảm|đảm bảo|không|xây dựng|cung cấp|xử lý|thu gom|nộp|quản lý|cập nhật|giải quyết)(?=\s|$)/iu;
const UP_OR_DOWN = /^\s+trở (?:lên|xuống)(?!\p{L})/u;
const MAX_LEAD = 160;
const WINS_OVER = /(?<=\s)(?:vận động|phấn đấu(?:\s+có)?|(?:đặt|đề)(?: ra)? mục tiêu(?:\s+(?:có|đạt))?)\s+$/u;
/** «đạt 50% vào năm 2025 và khoảng 60% vào năm 2030»: the second step of what the first is a step of. */
const NEXT_STEP =
  /^(?:\s+trở (?:lên|xuống))?\s+(?:vào|đến|tới|trước|trong|hết|cuối)\s(?:hết |cuối )?năm\s\d{4}(?:\s+và\s+|\s*[,;]\s+(?:và\s+)?)(?:(?:đạt|còn|lên|xuống|tăng lên|giảm còn|giảm xuống)\s+)*$/iu;
const BY_THEN =
  /^(?:\s+trở (?:lên|xuống))?\s+(?:vào|đến|tới|trước|trong|hết|cuối)\s(?:hết |cuối )?năm\s\d{4}/iu;
/** «Tỷ lệ đô thị hóa: 36%»: the name before a colon, where the figure ends what is said. */
const ENDS_NAME = /[\p{L})]\s*:\s*(?:(?:đạt|là|khoảng|từ)\s+)*$/u;
const SAYS_NOTHING = /^\s*(?:$|[,;.)]|(?:so với|trở lên|trở xuống|mỗi|hằng|hàng|trong đó|và)(?!\p{L}))/u;

/** The last cut (comma, «và») in masked text between two offsets whose following words satisfy `test`. */
function cutBefore(masked: string, from: number, to: number, test: (rest: string) => boolean): number | null {
  const cuts = [...masked.slice(from, to).matchAll(/,\s+|\s+(?=và\s)|:\s+/gu)].map(
    (m) => from + m.index + (m[0].trim() === "" ? 1 : m[0].length),
  );
  for (const cut of cuts.toReversed()) {
    const start = /^và\s/u.test(masked.slice(cut)) ? cut + 3 : cut;
    if (test(masked.slice(start, to))) return start;
  }
  return null;
}

function isLeadIn(words: string): boolean {
  return words.length <= MAX_LEAD && LEAD_IN.test(words);
}

const opensWithYear = (words: string): boolean => /\d{4}/.test(words) && isLeadIn(words);

/**
 * Where the clause of a figure begins: at its own subject, when one stands between the figure before and it; else
 * right before the figure and its verbs.
 */
function clauseStart(
  masked: string,
  floor: number,
  quantity: Quantity,
): { start: number; subject: "after" | "before" } {
  const before = masked.slice(floor, quantity.start);
  const atIndicator = cutBefore(masked, floor, quantity.start, (rest) =>
    INDICATOR_START.test(rest.trimStart()),
  );
  const atLead = cutBefore(masked, floor, quantity.start, isLeadIn);
  // What stands in parentheses is masked: «Thời gian sống khỏe (năm): 68».
  if (ENDS_NAME.test(before.replaceAll("\u0001", ")")) && SAYS_NOTHING.test(masked.slice(quantity.end)))
    return { start: atIndicator ?? floor, subject: "before" };
  // «chỉ đạo các trường học vận động 100% học sinh …», «tỉnh phấn đấu 100% …»: who is meant follows.
  const winsOver = isShare(quantity.unit) ? WINS_OVER.exec(before) : null;
  if (winsOver !== null) return { start: floor + winsOver.index, subject: "after" };
  if (isLeadIn(before)) return { start: floor, subject: "after" };
  if (atLead !== null && (atIndicator === null || atIndicator < atLead))
    return { start: atLead, subject: "after" };
  // «Đến năm 2025, kinh tế số đạt 20%»: the year belongs to the clause.
  if (atIndicator !== null)
    return {
      start: opensWithYear(masked.slice(floor, atIndicator)) ? floor : atIndicator,
      subject: "before",
    };
  return { start: floor, subject: "before" };
}

/** «cải tạo, chỉnh trang 05 hồ điều hòa lớn»: what is counted is the verb's object. */
function countsObject(
  masked: string,
  floor: number,
  quantity: Quantity,
  isFirst: boolean,
): { start: number; subject: "after" } | null {
  if (quantity.unit === null || quantity.unit === "lần" || isShare(quantity.unit)) return null;
  const before = masked.slice(floor, quantity.start);
  if (
    !ACTION_BEFORE.test(before.slice(-60)) ||
    cutBefore(masked, floor, quantity.start, (rest) => INDICATOR_START.test(rest)) !== null
  )
    return null;
  if (INDICATOR_START.test(before.trimStart())) return null;
  // After a figure («85% hộ đạt chuẩn, xây mới 3 nhà»), the clause begins at its own verb.
  const comma = isFirst ? -1 : masked.lastIndexOf(", ", quantity.start);
  const hasVerb = comma > floor && /^\p{Ll}+\s/u.test(masked.slice(comma + 2, quantity.start));
  return { start: hasVerb ? comma + 2 : floor, subject: "after" };
}

function nextStep(
  masked: string,
  first: Quantity | undefined,
  second: Quantity,
): { start: number; subject: "before" } | null {
  if (first === undefined || first.unit !== second.unit) return null;
  const between = masked.slice(first.end, second.start);
  if (between.length > 60 || !NEXT_STEP.test(between) || !BY_THEN.test(masked.slice(second.end))) return null;
  const cut = /(?:[,;]\s+(?:và\s+)?|\svà\s+)/u.exec(between);
  return { start: first.end + (cut === null ? 0 : cut.index + cut[0].length), subject: "before" };
}

function skipSpace(text: string, from: number): number {
  let start = from;
  while (start < text.length && /[\s,;:.]/.test(text.charAt(start))) start++;
  return start;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s,;:."”»]/.test(text.charAt(end - 1)) && !closesQuotation(text, from, end)) end--;
  return end - (/\svà$/u.test(text.slice(from, end)) ? 3 : 0);
}

/** A closing mark whose opening one stands in the clause stays. */
function closesQuotation(text: string, from: number, end: number): boolean {
  return /["”»]/.test(text.charAt(end - 1)) && /["“«]/.test(text.slice(from, end - 1));
}

/** The end of a figure's clause whose subject stands before: at the next comma or bracket. */
function tailEnd(masked: string, quantity: Quantity, limit: number): number {
  const stop = /[,;:]|\s(?:và|trong đó|đồng thời)\s/u.exec(masked.slice(quantity.end, limit));
  return stop ? quantity.end + stop.index : limit;
}

/** The end of a clause whose subject follows its figure: what is only added to it («và một số …») is left out. */
function objectEnd(masked: string, quantity: Quantity, limit: number): number {
  if (isShare(quantity.unit)) return limit;
  const stop = /\svà (?:một số|các|những)\s/u.exec(masked.slice(quantity.end, limit));
  return stop ? quantity.end + stop.index : limit;
}

/**
 * Cuts a segment into one clause a figure. Figures that share a predicate («100% hộ ở thành thị và 80% hộ ở nông
 * thôn được sử dụng nước sạch») or a denominator share its words.
 */
export function splitClauses(
  text: string,
  start: number,
  end: number,
  quantities: readonly Quantity[],
): FigureClause[] {
  const masked = text.slice(0, start) + maskParentheses(text.slice(start, end));
  let floor = start;
  const begun = quantities.map((quantity, i) => {
    const before = quantities[i - 1];
    const found =
      nextStep(masked, before, quantity) ??
      countsObject(masked, floor, quantity, i === 0) ??
      clauseStart(masked, floor, quantity);
    // Nothing parts it from the figure before: «28 hộ nghèo chiếm tỷ lệ 0,62%» is one clause.
    const joined =
      before !== undefined &&
      found.subject === "before" &&
      found.start === floor &&
      !/^\s*[,;:]/.test(masked.slice(floor));
    floor = quantity.end + (UP_OR_DOWN.exec(masked.slice(quantity.end, quantity.end + 16))?.[0].length ?? 0);
    return { quantity, ...found, joined, start: joined ? before.start : found.start };
  });
  const clauses: FigureClause[] = [];
  for (let i = begun.length - 1; i >= 0; i--) {
    const here = begun[i];
    if (!here) continue;
    const next = begun[i + 1];
    const limit = next
      ? Math.max(
          next.joined ? linkBetween(masked, here.quantity, next.quantity) : next.start,
          here.quantity.end,
        )
      : end;
    let stop =
      here.subject === "after"
        ? objectEnd(masked, here.quantity, limit)
        : tailEnd(masked, here.quantity, limit);
    const own = masked.slice(here.quantity.end, limit);
    const following = clauses[0];
    if (
      next &&
      following &&
      here.subject === "after" &&
      next.subject === "after" &&
      sharesPredicate(own, here.quantity)
    ) {
      stop = following.end;
    }
    const from = skipSpace(text, here.start);
    const { quantity, subject } = here;
    clauses.unshift({
      quantity,
      subject,
      start: Math.min(from, here.quantity.start),
      end: Math.max(trimEnd(text, from, stop), here.quantity.end),
    });
  }
  return clauses;
}

/** Where the second of two joined figures begins to be spoken of: «28 hộ nghèo | chiếm tỷ lệ 0,62%». */
function linkBetween(masked: string, first: Quantity, second: Quantity): number {
  const link = /\s(?:chiếm|đạt|tương đương|tương ứng|trong đó|bằng)\s/u.exec(
    masked.slice(first.end, second.start),
  );
  return link ? first.end + link.index : second.start;
}

function sharesPredicate(own: string, quantity: Quantity): boolean {
  const words = own.replace(/[,\s]+(?:và\s*)?$/u, "").trim();
  if (!isShare(quantity.unit)) return words === "" || words.split(" ").length <= 1;
  return words.split(" ").length <= 9 && !HAS_VERB.test(words);
}
