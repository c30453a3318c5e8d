import { startsWithSmallLetter } from "../shared/letter-case.ts";

/** How the names of offices, bodies and office-holders begin. */
const HEADS =
  "Ban Thường vụ|Ban Thường trực|Ban Chấp hành|Ban(?! hành| đầu)|Bộ(?! tiêu| chỉ| công cụ| máy| luật| dữ liệu| sách| đội)|Sở(?! hữu)|Phòng(?!,? chống| ngừa| bệnh| cháy)|[UỦ][ỷyỶỦ]? ?ban|Uỷ ban|Ủy ban|UBND|HĐND|UBMTTQ|MTTQ|Hội đồng|Thường trực|Mặt trận|Đảng [uủ][ỷy]|Đảng bộ|Đảng đoàn|Quân khu|Bộ đội|Nhà trường|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Thị đoàn|Xã đoàn|Thuế(?= tỉnh| thành phố| cơ sở| \\p{Lu})|Thống kê(?= tỉnh| thành phố| cơ sở)|Quỹ|Cổng [Tt]hông tin|Công chức|Liên hiệp|Câu lạc bộ|Hợp tác xã|Hạt [Kk]iểm lâm|Đồn|Đội|Đồng chí|Chi bộ|Chi đoàn|Cấp [uủ][ỷy]|Thị [uủ][ỷy]|Tỉnh [uủ][ỷy]|Thành [uủ][ỷy]|Huyện [uủ][ỷy]|Quận [uủ][ỷy]|Văn phòng|Công an|Quân sự|Đoàn(?! kết)|Hội(?! nghị| thảo| nhập| họp| đủ| chẩn| trường)|Liên đoàn|Liên minh|Công đoàn|Ngân hàng|Kho bạc|Chi cục|Chi nhánh|Cục|Tổng cục|Vụ(?! việc)|Viện(?! dẫn| trợ)|Học viện|Trường(?! hợp)|Đại học|Trung tâm|Báo(?! cáo| đảm)|Đài|Thông tấn xã|VTV|VOV|Tổ(?! chức)|Tòa án|Toà án|Thanh tra(?= \\p{Lu}| tỉnh| thành phố| huyện)|Kiểm toán(?= [Nn]hà nước)|Chính phủ|Quốc hội|Thủ tướng|Bộ trưởng|Thứ trưởng|Chủ tịch|Giám đốc|Thủ trưởng|Chánh|Trưởng|Bí thư|Người đứng đầu|Bảo hiểm xã hội|BHXH|Bưu điện|Tập đoàn|Tổng công ty|Công ty|Hiệp hội|Tổng cục|Cơ quan|Đơn vị|Lãnh đạo(?= các| cơ quan| đơn vị| UBND| Sở| Bộ)|Chính quyền|Bệnh viện|Trạm|Nhà máy|Kiểm lâm";
const PLURAL =
  "(?:[Cc]ác|[Tt]ất cả các|[Mm]ỗi|[Tt]ừng|[Mm]ột số|[Nn]hững)\\s+(?:cơ quan|[Cc]ơ quan|sở|[Ss]ở|phòng|[Pp]hòng|ban|[Bb]an|bộ|[Bb]ộ|đơn vị|địa phương|tổ chức|hiệp hội|doanh nghiệp|ngành|đoàn thể|chi bộ|đảng [uủ][ỷy]|đảng bộ|cấp|huyện|xã|phường|tỉnh|thành phố|thành viên|hội|[Hh]ội|trường(?! hợp)|ngân hàng|[Nn]gân hàng|cơ sở|viện|trung tâm|công ty|chi|[Cc]hi|đài|[Đđ]oàn|tập đoàn|chủ đầu tư|nhà trường|lực lượng|cục|vụ)";
const LOWER_HEADS =
  "[Ss]ở, (?:ban|ngành)|[Bb]ộ, (?:ban|ngành)|[Cc]ơ quan, (?:đơn vị|tổ chức)|[Đđ]ơn vị, (?:địa phương|cơ quan)|cơ quan (?:có liên quan|liên quan|chức năng|chuyên môn)|đơn vị (?:có liên quan|liên quan)|cơ quan(?= \\p{Lu})|chính quyền|cấp [uủ][ỷy]|đảng [uủ][ỷy]|đảng đoàn|ban cán sự|các bên|người đứng đầu|thủ trưởng";
const STARTS = new RegExp(
  `^(?:(?:${HEADS})(?!\\p{L})|${PLURAL}(?!\\p{L})|(?:${LOWER_HEADS})(?!\\p{L}))`,
  "u",
);

/** Verbs with which a duty begins. «tổ chức», «tham mưu» are nouns after «các», «cơ quan» and the like. */
const VERBS =
  "chủ trì|phối hợp|chịu trách nhiệm|có trách nhiệm|chịu sự|chỉ đạo|lãnh đạo|tổ chức(?!,| chính trị| xã hội| tín dụng| quốc tế| đảng| đoàn| hội| kinh tế| khoa học| phi| liên quan| có liên quan| cung cấp| cơ sở| và cá nhân| khác)|(?<!đầu tư )xây dựng|tham mưu|hướng dẫn|theo dõi|đôn đốc|kiểm tra|giám sát|thực hiện|triển khai|nghiên cứu|rà soát|bố trí|cân đối|thẩm định|tổng hợp|báo cáo|đề xuất|tăng cường|đẩy mạnh|tuyên truyền|vận động|chủ động|tiếp tục|căn cứ|bám sát|là cơ quan|là đầu mối|là đơn vị|làm đầu mối|làm cơ quan|được giao|có nhiệm vụ|định kỳ|thường xuyên|kịp thời|cung cấp|hỗ trợ|kiện toàn|nâng cao|quan tâm|ưu tiên|lắng nghe|thành lập|cụ thể hóa|cụ thể hoá|quán triệt|ban hành|phát huy|khẩn trương|nghiêm túc|tích cực|tham gia|bảo đảm|đảm bảo|huy động|lồng ghép|quyết định|xem xét|(?<!(?:[Cc]hương|[Qq]uy|[Qq]uá|[Tt]iến|[Cc]ông|[Gg]iáo|[Ll]ộ|[Hh]ành|[Ll]ịch|[Tt]ờ)\\s)trình(?! (?:độ|tự|diễn|bày))|quy định|tập trung|phổ biến|tiến hành|đánh giá|thống nhất|hoàn thiện|hoàn thành|đưa|lập|đề ra|trực tiếp|cập nhật|(?<!(?:[Cc]ông nghệ|[Hh]ệ thống|[Cc]ổng|[Tt]rang|[Tt]rung tâm)\\s)thông tin(?! điện tử)|cử|nêu cao|đề cao|tiếp nhận|giải quyết|quản lý|sử dụng|khai thác|(?<!dự án )đầu tư|rà soát|đăng ký|gửi|công bố|chuẩn bị|tùy theo|tuỳ theo|giới thiệu|đăng tải|vào cuộc|mở|ký kết|cam kết|tuân thủ|thông báo|kết nối|trao đổi|bàn giao|kiểm soát|kiến nghị|xử lý|duy trì|bổ sung|chấp hành|phân công|(?<!(?:[Nn]goại|[Cc]huyển|[Bb]àn|[Tt]iếp)\\s)giao|xác định|đề nghị|yêu cầu|phê duyệt|họp|xét|khảo sát|lựa chọn|phát hiện|vận hành|lắp đặt|(?<!giáo dục (?:và|-) )đào tạo|tập huấn|bồi dưỡng|kêu gọi|thu hút|điều tra|thống kê|lấy ý kiến|tạo điều kiện|giúp(?! việc)|phân bổ|biên soạn|tổng kết|sơ kết|công khai|ký(?= hợp đồng)|cho vay|thanh tra|tháo gỡ|đồng bộ|phát động|khuyến khích|tích hợp|điều hành|điều phối|đổi mới|thẩm tra|khắc phục|phản ánh|nghiệm thu|niêm yết|dự báo|kiểm định|góp phần|phản biện|hợp tác(?! xã)|tiếp thu|hoàn chỉnh";
const VERB = new RegExp(`(?<![\\p{L}])(?:${VERBS})(?![\\p{L}])`, "gu");
const NOUN_BEFORE =
  /(?:^|\s)(?:[Cc]ác|những|của|mọi|cơ quan|Cơ quan|đơn vị|công tác|việc|hoạt động|nhiệm vụ|bộ phận|người|các loại hình|và các|nhà|cán bộ|Ủy ban|Tổ|Ban|Đoàn|Hội đồng|phòng|chức năng|số|một|từng|năng lực|(?<!xã )hội|doanh nghiệp|cơ sở|chủ|có|trực tiếp|Cục|Vụ|Sở|Trung tâm|Viện)\s*$/u;
/** After a body's name these verbs still belong to it: «các tổ chức cung cấp dịch vụ chi trả». */
const ALWAYS_DUTY =
  /^(?:chủ trì|phối hợp|chịu trách nhiệm|có trách nhiệm|chỉ đạo|lãnh đạo|tăng cường|được giao|là |làm |tham mưu(?= (?:cho\s)?\p{Lu}))/u;
/** «các đơn vị báo cáo …»: many bodies without a name of their own, and what they do. */
const MANY_BODIES = /(?:^|\s)[Cc]ác (?:cơ quan|đơn vị|doanh nghiệp|cơ sở)\s*$/u;
const DONE_BY_MANY =
  /^(?:báo cáo|(?:xây dựng|thực hiện|triển khai|rà soát|chủ động|tập trung|nghiên cứu|căn cứ|bố trí|đề xuất|cử|lập|gửi)(?!\p{L}))/u;
/** «Giám đốc các sở, ngành: Nội vụ, Tài chính …»: a list of names after the word for all of them. */
const LISTS_NAMES = /(?:sở|bộ|ngành|ban|cơ quan|đơn vị|xã|phường|huyện)\s*$/iu;
const TRAILING =
  /[\s,;:]*(?:(?:và|cùng|cần|phải|sẽ|đã|đang|có|được|khẩn trương|chủ động|thường xuyên|tích cực|nghiêm túc|tiếp tục|đồng thời|căn cứ)\s*)*$/u;
/** «Các bộ, trong phạm vi nhiệm vụ, quyền hạn của mình, …»: not part of the name. */
const ASIDE = /,?\s+(?:trong phạm vi|theo chức năng|theo nhiệm vụ|căn cứ|trên cơ sở)(?!\p{L}).*$/su;
/** «Thủ tướng Chính phủ vừa ký Quyết định phê duyệt …», «Bộ Công an đã chỉ đạo …»: what was done, no duty. */
const NARRATED = /\s(?:(?:đã|vừa|mới)\s*$|(?:đã|vừa|mới)\s(?:\p{L}+\s)?ký\s)/u;
const LONGEST_BODY = 260;

export function startsWithBody(text: string): boolean {
  return STARTS.test(text);
}

/** Whether a stop stands in the words before a verb; a colon before a list of names is none. */
function isParted(words: string): boolean {
  const stop = /[;.:]\s/u.exec(words);
  if (stop === null) return false;
  if (!stop[0].startsWith(":") || !LISTS_NAMES.test(words.slice(0, stop.index))) return true;
  return isParted(words.slice(stop.index + 1));
}

/** Offset of the first duty verb in `text` from `from` on; null where there is none before a stop. */
function findDutyVerb(text: string, from = 0): number | null {
  VERB.lastIndex = from;
  for (let match = VERB.exec(text); match; match = VERB.exec(text)) {
    const at = match.index;
    if (at - from > LONGEST_BODY) return null;
    const before = text.slice(Math.max(0, at - 16), at);
    if (isParted(text.slice(from, at))) return null;
    if (
      NOUN_BEFORE.test(before) &&
      !(MANY_BODIES.test(before) && DONE_BY_MANY.test(text.slice(at, at + 16))) &&
      !(ALWAYS_DUTY.test(text.slice(at, at + 24)) && !/(?:cơ quan|Cơ quan|Ban|công tác|sự)\s*$/u.test(before))
    )
      continue;
    return at;
  }
  return null;
}

/** Whether words begin with the verb of a duty: «Tiếp tục rà soát …». */
export function opensWithDuty(words: string): boolean {
  const start = words.trimStart();
  VERB.lastIndex = 0;
  return VERB.exec(`${start.charAt(0).toLowerCase()}${start.slice(1, 40)}`)?.index === 0;
}

/** «Trung tâm dữ liệu quốc gia) …»: the name began before. */
function isBalanced(body: string): boolean {
  return body.split("(").length === body.split(")").length;
}

export interface BodyPhrase {
  readonly body: string;
  readonly start: number;
  readonly end: number;
  /** Where the duty begins. */
  readonly verb: number;
}

/** The body at `from`, up to its duty's verb; null where no body begins there or no duty follows. */
export function readBody(text: string, from: number): BodyPhrase | null {
  if (!STARTS.test(text.slice(from, from + 60))) return null;
  const verb = findDutyVerb(text, from + 2);
  if (verb === null) return null;
  if (NARRATED.test(text.slice(from, verb)) && !/^(?:các|những|mọi)\s/iu.test(text.slice(from, from + 8)))
    return null;
  const body = text.slice(from, verb).replace(ASIDE, "").replace(TRAILING, "");
  if (body.length < 3 || body.length > LONGEST_BODY || /[“”"«»]/.test(body) || !isBalanced(body)) return null;
  return { body, start: from, end: from + body.length, verb };
}

const COORDINATED_END =
  /\s+(?:trong|để|nhằm|về|tại|theo|khi|làm|đến|cho|trước|sau|với|từ|liên quan đến|tiến hành|cùng)(?!\p{L})|[;.:]|\s-\s(?=\p{Lu}\p{L}+ \p{Ll}+ \p{Ll})/u;
const COORDINATES =
  /(?<!\p{L})[Pp]hối hợp(?:(?:\s+|,\s*)(?:và\s+)?(?:chặt chẽ|đồng bộ|tốt|quyết liệt|thường xuyên|hiệu quả|nhịp nhàng))*(?:,\s*(?:hướng dẫn|hỗ trợ))?\s+(?:(?:với|cùng)\s+)?(?=\p{L})/gu;

/** Whom a duty is to be coordinated with: «phối hợp với các cơ quan liên quan», from `from` on. */
export function findCoordinated(text: string, from = 0): BodyPhrase | null {
  if (!text.includes("hối hợp", from)) return null;
  COORDINATES.lastIndex = from;
  for (let match = COORDINATES.exec(text); match; match = COORDINATES.exec(text)) {
    const start = match.index + match[0].length;
    if (!STARTS.test(text.slice(start, start + 60))) continue;
    const masked = maskBrackets(text.slice(start, start + LONGEST_BODY + 60));
    const verb = findDutyVerb(masked, 2);
    const stop = COORDINATED_END.exec(masked)?.index ?? masked.length;
    const end = Math.min(verb ?? masked.length, stop, LONGEST_BODY);
    const body = text
      .slice(start, start + end)
      .replace(TRAILING, "")
      .replace(/[\s,]+$/u, "");
    if (body.length >= 3) return { body, start, end: start + body.length, verb: start + end };
  }
  return null;
}

/** The same length with what stands in brackets blanked out. */
function maskBrackets(text: string): string {
  return text.replace(/\([^()]*\)/gu, (inner) => "_".repeat(inner.length));
}

/** «Cơ quan chủ trì: …» is a label, not a body. */
const ROLE_LABEL =
  /^(?:Cơ quan|Đơn vị|Tổ chức|Phòng|Ban)\s+(?:chủ|phối hợp|thực hiện|thường trực|tham mưu|chịu|đầu mối|chỉ đạo|quản lý)/u;
const COLON = /:\s+(?=\p{L})/gu;
const LONGEST_NAMED = 200;
/** «căn cứ Kế hoạch này, hằng năm xây dựng …»: what may stand between the colon and the duty's verb. */
const FURTHEST_VERB = 60;

/** «Sở Y tế: chỉ đạo …», the body before a colon and its duty after it; null where there is no such thing at `from`. */
export function readNamedDuty(text: string, from: number): BodyPhrase | null {
  const words = text.slice(from, from + LONGEST_NAMED + 20);
  if (!STARTS.test(words) || ROLE_LABEL.test(words)) return null;
  for (const colon of words.matchAll(COLON)) {
    const body = words.slice(0, colon.index).replace(TRAILING, "");
    const rest = words.slice(colon.index + colon[0].length);
    if (/[;.“”"«»]/u.test(body) || findDutyVerb(`${body} .`, 2) !== null) return null;
    if (LISTS_NAMES.test(body) && !startsWithSmallLetter(rest)) continue;
    const verb = from + colon.index + colon[0].length;
    if (startsWithBody(rest)) return readBody(text, verb);
    const duty = findDutyVerb(rest);
    if (duty === null || duty > FURTHEST_VERB) return null;
    return { body, start: from, end: from + body.length, verb };
  }
  return null;
}
