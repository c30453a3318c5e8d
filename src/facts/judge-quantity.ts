import type { Quantity } from "./quantity.ts";
import { isShare } from "./unit.ts";
import type { SectionKind } from "./target-context.ts";

/** What a figure is judged by. All texts are as printed. */
export interface QuantityContext {
  /** The clause that holds it. */
  readonly clause: string;
  /** The words of the segment before the figure's comparator. */
  readonly before: string;
  readonly after: string;
  readonly sentence: string;
  readonly section: SectionKind;
  readonly isLaw: boolean;
  /** Year of the text itself, where it is known: what lies before it is done. */
  readonly documentYear: number | null;
}

export type Nature = "target" | "baseline" | "none";

const GOAL_WORDS =
  /phấn đấu|bảo đảm|đảm bảo|hoàn thành|nâng|đạt|duy trì|chỉ tiêu|mục tiêu|tối thiểu|ít nhất|cắt giảm|giảm|tăng|tỷ lệ|tỉ lệ|mức độ hài lòng|bình quân/iu;
/** Verbs whose object is counted: «xây dựng được 300 căn hộ», «cải tạo 05 hồ». */
export const ACTION_BEFORE =
  /(?:xây dựng|xây mới|xây|đầu tư|cải tạo|chỉnh trang|nâng cấp|sửa chữa|hỗ trợ|giải quyết(?: việc làm)?(?: cho)?|tạo việc làm(?: mới)?(?: cho)?|đào tạo|bồi dưỡng|thành lập|trồng|phát triển|thu hút|hình thành|đưa|triển khai|đưa vào (?:sử dụng|hoạt động|vận hành|khai thác)|lắp đặt|cấp|xóa|xoá|mở mới|mở|công nhận|khởi công|chuyển đổi|(?:bê tông|nhựa|cứng|kiên cố) (?:hóa|hoá)|đào tạo nghề|tư vấn|phát hành|huy động|ổn định|hoàn thành|phấn đấu|đạt|có|còn|vượt|tăng|giảm|duy trì|bảo đảm|đảm bảo|thu gom|tổ chức|sản xuất|trang bị|kết nạp)(?:\s+(?:được|thêm|mới|có|đạt|từ|khoảng|cho|thêm được|xong|lên))*\s*$|(?:hỗ trợ|cấp|giao|xây dựng|đào tạo|dạy|tổ chức|trao|khám|tặng|bố trí)\s[^,;.]{1,40}\scho\s*$/iu;
const MINOR_UNIT =
  /^(?:ngày|giờ|phút|tháng|tuần|quý|năm|lần|đợt|kỳ|buổi|tuổi|điểm|bước|giai đoạn|nhóm|nội dung|nhiệm vụ|trường hợp|bộ|bản|vòng|phần|hình thức|khoản|cấp|mục|nhiệm kỳ|khóa|khoá|phiếu|thành viên|chương|điều|dòng|trang|loại|ý kiến|đối tượng|phương án|ngày làm việc|lộ|cuộc|kênh|thứ|chiều|mặt|trụ cột|vấn đề|yếu tố|nguyên tắc|lượt|sao|tiêu chí|chỉ tiêu|mục tiêu|giải pháp|nhóm giải pháp)(?:\/|$)/iu;
/** «tăng gấp 1,5 lần», «giảm 3 lần»: how many times as much, not how often. */
const MULTIPLIES =
  /(?:gấp|tăng|giảm|cao|lớn|nhiều|bằng)(?:\s+(?:gấp|lên|xuống|còn|hơn|thêm|khoảng|từ|đôi))*\s*$/iu;
const MEASURED_IN_POINTS = /chỉ số|PCI|PAPI|PAR|SIPAS|DTI|điểm (?:số|trung bình|bình quân)/u;
/** What is measured without a unit: «Chỉ số phát triển con người (HDI) duy trì trên 0,7». */
const INDEX =
  /(?:chỉ số|hệ số|HDI|mật độ|tỷ số|tỉ số|tổng tỷ suất|mức sinh)(?!\p{L})[^;.]{0,80}(?:đạt|duy trì|là|còn|ở mức|bằng|:|\))\s*(?:ở mức\s*)?$/iu;
/** «thuộc top 10»: a place, without a word for what is counted. */
const AMONG_FIRST = /(?:^|[\s(])(?:top|tốp|xếp hạng|xếp thứ)\s*$/iu;
/** Words before a figure that only bind it to what is said: «với 12 loại vắc xin», «trong 5 năm». */
const RELATES =
  /(?:^|\s)(?:với|gồm|bao gồm|trong|thuộc|của|tại|theo|ở|từng|mỗi|so|thứ|giữa|các|những|quá|sau|khi|do|số)\s*$/iu;
const SUBJECT_OF_TIME = /tuổi thọ|số năm|độ tuổi|thời gian|thời hạn/iu;
const SCORING =
  /(?:cộng|trừ|chấm|tính|được|đạt)\s+(?:trực tiếp\s+)?\d+(?:[.,]\d+)?\s*điểm|thang điểm|điểm chuẩn|không cộng điểm/iu;
const CONDITION =
  /^(?:nếu|trường hợp|khi|đối với (?:trường hợp|người)|đơn vị (?:nào|đạt|có)|căn cứ)(?!\p{L})/iu;
const RATE =
  /mức (?:đóng|hưởng|hỗ trợ|phạt|giảm trừ|chi trả|lương|thu(?! nhập)|trích)|lãi suất|được hỗ trợ(?:\s+\p{L}+){0,3}\s*$|ngân sách[^.;]*(?:hỗ trợ|đối ứng)|vốn đối ứng|chi phí khám/iu;
/** «hỗ trợ 100% học phí»: a part of what is paid. */
const PAYS =
  /^\s*(?:kinh phí|chi phí|học phí|lệ phí|mức (?:đóng|hưởng|lương|hỗ trợ|chi)|giá trị (?:hợp đồng|tài sản)|tiền )/iu;
/** «với 429 đại biểu tán thành, đạt hơn 91%»: how a vote went. */
const VOTED = /(?:tán thành|biểu quyết|phiếu bầu|số phiếu)(?!\p{L})[^.;]{0,60}$/iu;
const REWARD = /tỷ lệ không quá|khen thưởng|bằng khen|giấy khen|tặng/iu;
const PAST =
  /(?:^|[\s(])(?:đã (?:đạt|có|hoàn thành|giảm|tăng|được)|tính đến|đến nay|hiện nay|hiện có|hiện đạt|ước đạt|ước thực hiện|năm qua|so với cùng kỳ)(?!\p{L})/iu;
const YEAR_FIRST = /^(?:\p{L}+\s){0,2}?(?:năm|cuối năm)\s+((?:19|20)\d{2})(?!\s*[-–]\s*\d)/iu;
const AIMS = /phấn đấu|chỉ tiêu|mục tiêu|tiếp tục|sẽ|cần|phải/iu;

/** «đạt 115 triệu đồng, tăng 48,6 triệu đồng so với năm 2020»: what has come of it, and by how much. */
const GREW = /^[^;.,]{0,24},\s*(?:tăng|giảm|vượt)\s[^;.]{1,40}\sso với\s/iu;
const GREW_BY = /(?:đạt|còn|là)\s[^;.]{1,60},\s*(?:tăng|giảm|vượt)\s*$/iu;
const THAN = /^[^;.,]{0,16}\sso với\s/iu;
const BY_A_YEAR = /(?:đến|vào|hết|cuối|trước)\s(?:hết |cuối )?năm\s\d{4}/iu;

function hasGrown({ before, after, section }: QuantityContext): boolean {
  if (section !== "other" || BY_A_YEAR.test(before)) return false;
  return GREW.test(after) || (GREW_BY.test(before) && THAN.test(after));
}

/** «Năm 2024 trên địa bàn phường có 28 hộ nghèo»: a year that lies behind, and nothing that aims. */
function isReached(context: QuantityContext): boolean {
  if (AIMS.test(context.clause)) return false;
  if (context.section === "status" || PAST.test(context.before) || hasGrown(context)) return true;
  const sentence = context.sentence.trim();
  if (/^Trong năm,/u.test(sentence)) return true;
  const year = YEAR_FIRST.exec(sentence)?.[1];
  if (year === undefined) return false;
  return (
    context.documentYear !== null &&
    Number(year) <= context.documentYear &&
    /(?:có|chiếm|đạt|là|còn)/iu.test(context.before)
  );
}

/** An age, a duration, a step: counts nothing that a text aims at, but where time itself is the subject. */
export function isMinor(quantity: Quantity, before: string): boolean {
  if (quantity.unit === null) return !INDEX.test(before) && !AMONG_FIRST.test(before);
  if (!MINOR_UNIT.test(quantity.unit) || compares(quantity, before)) return false;
  return !SUBJECT_OF_TIME.test(before) || /(?:trẻ em|trẻ|người|từ đủ)\s*$/iu.test(before);
}

/** A multiple of what was, or a score of an index: units that count nothing elsewhere. */
function compares({ unit }: Quantity, before: string): boolean {
  return (unit === "lần" && MULTIPLIES.test(before)) || (unit === "điểm" && MEASURED_IN_POINTS.test(before));
}

function isNoTarget(quantity: Quantity, context: QuantityContext): boolean {
  const { before, clause, sentence } = context;
  const isScored = SCORING.test(sentence) && !MEASURED_IN_POINTS.test(sentence);
  if (isScored || CONDITION.test(clause) || CONDITION.test(sentence.trim())) return true;
  if (context.section !== "goals" && VOTED.test(before)) return true;
  if (isShare(quantity.unit) && PAYS.test(context.after)) return true;
  if (RATE.test(before) || (context.section === "no-targets" && !/phấn đấu|chỉ tiêu|mục tiêu/iu.test(clause)))
    return true;
  if (REWARD.test(sentence) && quantity.comparator === "<=") return true;
  return /[=×*]\s*$/.test(before) || /^\s*[-–=×*]\s*(?:b\/a|a\/b|\d)/.test(context.after);
}

function judgePercent(quantity: Quantity, context: QuantityContext): Nature {
  if (context.isLaw && (context.section !== "goals" || !GOAL_WORDS.test(context.clause))) return "none";
  if (isReached(context)) return "baseline";
  if (context.section === "goals" || quantity.value === 100) return "target";
  return GOAL_WORDS.test(context.clause) || quantity.comparator !== "=" ? "target" : "none";
}

const MONEY = /đồng|USD|VNĐ|đô la/iu;
const FUNDING =
  /kinh phí|nguồn lực|nguồn vốn|dự toán|tổng mức đầu tư|hỗ trợ|mức(?:\s+(?:chi|đóng|hưởng|thu|phí|tối đa|tối thiểu|trợ|lương)(?!\p{L})|\s*$)|(?:chi|học|viện|lệ) phí|phạt|thưởng|vay/iu;
const EARNING = /thu nhập|thu ngân sách|tổng thu|GRDP|GDP|giá trị|kim ngạch|doanh thu|huy động|thu hút/iu;

function judgeCount(quantity: Quantity, context: QuantityContext): Nature {
  if (context.isLaw) return "none";
  const { before, section } = context;
  if (quantity.unit === null || MINOR_UNIT.test(quantity.unit)) {
    if (isReached(context)) return "baseline";
    const aims = quantity.unit === "lần" && section !== "status" && GOAL_WORDS.test(before);
    return section === "goals" || aims ? "target" : "none";
  }
  if (MONEY.test(quantity.unit) && FUNDING.test(before) && !EARNING.test(before)) return "none";
  if (isReached(context)) return "baseline";
  if (ACTION_BEFORE.test(before.slice(-60))) return section === "status" ? "none" : "target";
  if (section !== "goals") return "none";
  return quantity.comparator !== "=" || !RELATES.test(before) ? "target" : "none";
}

/** Whether a figure is a target, a value already reached, or neither (an age, a rate, a score, a reward). */
export function judgeQuantity(quantity: Quantity, context: QuantityContext): Nature {
  if (isNoTarget(quantity, context)) return "none";
  return isShare(quantity.unit) ? judgePercent(quantity, context) : judgeCount(quantity, context);
}
