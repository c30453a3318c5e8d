import type { AssignmentRole } from "./assignment.ts";

/** Words before a duty's own verb that say how, not what. */
const ADVERBS =
  /^(?:(?:và|đồng thời|ngoài ra|thường xuyên|định kỳ|(?:hằng|hàng) (?:năm|quý|tháng)|\d+ tháng|quý|năm|chủ động|kịp thời|tiếp tục|tăng cường|tập trung|tích cực|nghiêm túc|khẩn trương|phải|cần|có trách nhiệm|chịu trách nhiệm|được giao nhiệm vụ|có nhiệm vụ|trực tiếp|tổ chức|đẩy mạnh|nâng cao chất lượng hoạt động|nâng cao hiệu quả(?: hoạt động)?|làm tốt công tác|thực hiện(?: tốt)? công tác|thực hiện|theo chức năng, nhiệm vụ(?: được giao)?|chịu)(?!\p{L})[\s,]*)*/iu;
const SUPERVISE = /^(?:theo dõi|đôn đốc|giám sát|kiểm tra|đánh giá|thanh tra|phản biện)(?!\p{L})/iu;
const WATCHES = /^\s*(?:\p{L}+ ){0,3}(?:theo dõi|đôn đốc|giám sát)(?!\p{L})/u;
const SUPERVISE_WITHIN =
  /(?:^|\s)và\s+(?:tham gia\s+)?giám sát (?:việc|quá trình|chặt chẽ)|công tác giám sát|hoạt động giám sát/iu;
const REPORT =
  /^(?:báo cáo|đề xuất|kiến nghị|phản ánh về|tổng hợp(?:[^,;]{0,60}?)(?:,|và)?\s*(?:định kỳ\s+)?báo cáo|tham mưu[^;]*(?:sơ kết|tổng kết)|sơ kết|tổng kết|gửi báo cáo)(?!\p{L})/iu;
const STANDING = /^(?:là|làm|giữ vai trò)\s+(?:cơ quan|đơn vị|bộ phận|tổ)?\s*thường trực/iu;
const FOCAL = /^(?:là|làm)\s+(?:cơ quan\s+|đơn vị\s+)?đầu mối/iu;
const LEAD = /^chủ trì(?!\p{L})/iu;
const DIRECT = /^(?:lãnh đạo,?\s*(?:và\s+)?)?(?:chỉ đạo|lãnh đạo)(?!\p{L})/iu;
const COORDINATE = /^phối hợp(?!\p{L})/iu;
/** «tập trung chỉ đạo, tổ chức triển khai»: a way of carrying out, not of directing another. */
const DIRECTS_ITSELF = /^(?:tập trung\s+)?chỉ đạo,\s*tổ chức (?:triển khai|thực hiện)/iu;

/** «Trong quá trình thực hiện, …», «Căn cứ …, …»: when and by what, before the duty. */
const OPENING = /^(?:Trong quá trình|Căn cứ|Trên cơ sở|Khi|Hằng năm|Hàng năm|Định kỳ)[^,;]{0,120},\s*/u;

/** What one item of a duty («đôn đốc», «tổng hợp và định kỳ báo cáo») says of its subject; «other» for plain work. */
function roleOfItem(item: string): AssignmentRole | "other" {
  const words = item.trim().replace(OPENING, "");
  if (DIRECTS_ITSELF.test(words)) return "other";
  const main = words.replace(ADVERBS, "");
  if (STANDING.test(main)) return "standing";
  if (FOCAL.test(main) || LEAD.test(main)) return "lead";
  if (SUPERVISE.test(main) || SUPERVISE_WITHIN.test(words)) return "supervise";
  if (REPORT.test(main)) return "report";
  if (DIRECT.test(main)) return "direct";
  return COORDINATE.test(main) ? "coordinate" : "other";
}

/** A duty's items begin with verbs; what follows a comma otherwise belongs to the item before. */
const ITEM_START =
  /,\s+(?=(?:thường xuyên |định kỳ |kịp thời |chủ động )?(?:chịu trách nhiệm|theo dõi|đôn đốc|giám sát|kiểm tra|đánh giá|tổng hợp|báo cáo|đề xuất|phối hợp|chủ trì|là cơ quan|là đầu mối|tham mưu|vận động|tuyên truyền)(?!\p{L}))/iu;

/**
 * The roles that the words of one clause give its subject, in order, each once. `clause` begins at the verb. A body
 * that leads («chủ trì, phối hợp với Y») does not coordinate as well: Y does.
 */
export function rolesOfDuty(clause: string): (AssignmentRole | "other")[] {
  const roles: (AssignmentRole | "other")[] = [];
  for (const [i, item] of clause.split(ITEM_START).entries()) {
    const role = roleOfItem(item);
    if (i > 0 && (role === "other" || role === "direct")) continue;
    if (role === "coordinate" && i > 0) continue;
    // «họp xét, đánh giá, đề nghị khen thưởng» is work; «theo dõi, đôn đốc, đánh giá» is supervision.
    if (
      i > 0 &&
      role === "supervise" &&
      !WATCHES.test(item) &&
      !roles.some((known) => known === "standing" || known === "supervise")
    )
      continue;
    if (!roles.includes(role)) roles.push(role);
    if (role === "other" && SUPERVISE_WITHIN.test(clause) && !roles.includes("supervise"))
      roles.push("supervise");
    if (role === "lead") break;
  }
  return roles;
}

const TIMES =
  /(?:thường xuyên(?:,\s*liên tục)?|định kỳ(?:\s+(?:hằng|hàng)\s+(?:năm|quý|tháng)|\s+\d+\s+(?:tháng|năm))?|(?:hằng|hàng)\s+(?:năm|quý|tháng)|(?:xong\s+|hoàn thành\s+)?(?:trước|trong|chậm nhất|vào|từ|đến hết|đến)\s+(?:ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}|\/\d{1,2})(?:\s+năm\s+\d{4}|\/\d{4})?|(?:tháng|quý)\s+[\dIVX]+(?:\s+năm\s+|\/)?\d{0,4}|(?:các\s+)?năm\s+\d{4}(?:\s*(?:và|[-–,])\s*\d{4})*)|(?:Quý|quý|Tháng|tháng)\s+[\dIVX]+\/\d{4}|trong quá trình (?:tổ chức\s+)?(?:triển khai\s+)?thực hiện)/iu;

/** The first time-frame in a clause, as offsets in it; null where it says none. */
export function findTimeFrame(clause: string): { start: number; end: number } | null {
  const match = TIMES.exec(clause);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}
