/** Units of measure, money and time, as written right after a figure. */
const MEASURE =
  /^\s*((?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s+){0,2}(?:m2|m²|m3|m³|km2|km²|km|ha|hecta|kg|tấn|tạ|yến|lít|MW|GW|kWh|MWh|kV|MVA|cm|mm|GB|TB|Gb\/s|Gbps|Mb\/s|Mbps|Tbps|‰|[μµ]g\/m3|[μµ]g\/m³|mg\/m3|USD|đồng|VNĐ|đô la Mỹ)(?:\s+sàn)?(?:\s?\/\s?(?:người dân|\p{L}+)(?:(?:\s|\s?\/\s?)(?:năm|tháng|ngày|người|hộ))?)?)(?![\p{L}\d])/u;
/** Things counted whose name has more than one syllable. */
const COMPOUND =
  /^\s*((?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s+){0,2}(?:căn hộ|giường bệnh viện|giường bệnh|bác sĩ|bác sỹ|dược sĩ|dược sỹ|điều dưỡng|doanh nghiệp|hợp tác xã|lao động|công trình|sản phẩm|dự án|đề án|mô hình|học sinh|sinh viên|giáo viên|hộ gia đình|lượt khách|lượt người|nhóm nghiên cứu|khu công nghiệp|cụm công nghiệp|(?:nước|quốc gia|địa phương|tỉnh|tỉnh, thành phố)\s+(?:dẫn đầu|đứng đầu|hàng đầu)|trường học|phòng học|trạm y tế|nhà máy|đơn vị|cơ sở|tổ chức|thủ tục|dịch vụ|cán bộ|công chức|chuyên gia|nhà văn hóa|nền tảng|hệ thống|tiêu chuẩn|ngày làm việc|ngày công|khách du lịch|điểm du lịch|bằng sáng chế|tài khoản|máy tính|đồng chí|đảng viên|chi bộ|trường hợp|giai đoạn|nội dung|nhiệm vụ|hình thức|thành viên|nhiệm kỳ|đối tượng|phương án|ý kiến|trụ cột|vấn đề|yếu tố|nguyên tắc|tiêu chí|nhóm nhiệm vụ|chỉ tiêu|mục tiêu|nhóm giải pháp|giải pháp))(?!\p{L})/u;
/** A change between two shares: «giảm 0,3 điểm phần trăm/năm», «tăng 10 điểm %». */
const POINTS = /^\s*(điểm\s+(?:phần trăm|%))(\s*\/\s*năm)?/u;
const PERCENT = /^\s*(?:%|phần trăm)(\s*\/\s*năm)?(\s+(?:GDP|GRDP))?/u;
const SINGLE = /^\s+((?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s+){0,2}\p{Ll}[\p{L}\d]*)/u;
const SCALE_ONLY = /^\s*((?:nghìn\s+)?(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ))(?!\p{L})/u;
/** «trên 10.000 dân», «/vạn dân», «/1.000 trẻ đẻ sống» */
const PER =
  /^\s*(?:\/|trên|trên mỗi|cho mỗi)\s*((?:[\d.]+|một|mỗi)?\s*(?:vạn|nghìn|triệu)?\s*(?:dân|người dân|người|trẻ đẻ sống|trẻ|hộ|lao động))(?!\p{L})/u;
/** Words that begin no unit. */
const NO_UNIT =
  /^(?:và|hoặc|của|theo|so|trong|vào|đến|tới|từ|tại|ở|trở|là|được|có|với|cho|để|trên|dưới|thì|như|nêu|này|đó|khi|sau|trước|bằng|thuộc|các|những|số|hàng|hằng|mỗi|nên|vì|mà|về)(?!\p{L})/u;

/** A share of a whole: «%», «%/năm», «‰». */
export const isShare = (unit: string | null): boolean => unit !== null && /^[%‰]/u.test(unit);

export interface ReadUnit {
  readonly unit: string | null;
  /** Where the unit's words end; `from` itself where there is none. */
  readonly end: number;
}

/** The unit that follows a figure ending at `from`, with its denominator. */
export function readUnit(text: string, from: number): ReadUnit {
  const after = text.slice(from, from + 80);
  const percent = PERCENT.exec(after);
  if (percent) {
    const unit = `%${percent[1] === undefined ? "" : "/năm"}${percent[2] === undefined ? "" : ` ${percent[2].trim()}`}`;
    return { unit, end: from + percent[0].length };
  }
  const points = POINTS.exec(after);
  if (points) {
    const unit = `${(points[1] ?? "").replace(/\s+/g, " ")}${points[2] === undefined ? "" : "/năm"}`;
    return { unit, end: from + points[0].length };
  }
  const match = MEASURE.exec(after) ?? COMPOUND.exec(after) ?? SINGLE.exec(after) ?? SCALE_ONLY.exec(after);
  const unit = match?.[1];
  if (!match || unit === undefined || NO_UNIT.test(unit)) return { unit: null, end: from };
  const end = from + match[0].length;
  const per = PER.exec(text.slice(end, end + 40));
  if (!per) return { unit, end };
  return { unit: `${unit}/${(per[1] ?? "").replace(/\s+/g, " ").trim()}`, end: end + per[0].length };
}
