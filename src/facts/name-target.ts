import { squeezeTrim } from "../shared/squeeze-spaces.ts";
import type { Quantity } from "./quantity.ts";
import { isShare } from "./unit.ts";
import type { FigureClause } from "./split-clauses.ts";

const LEAD =
  /^(?:(?:và|đồng thời|trong đó|phấn đấu|bảo đảm|đảm bảo|tiếp tục|duy trì|hoàn thành|nâng|giảm|tăng|đưa|có|cơ bản|đến|tới|vào|trước|hết|cuối|trong|giai đoạn|sau|năm|các|là|như|\d{4}|[-–,:+]+)[\s,:]+|\d{4}[,:]?\s*[-–]?\s*|[-–,:+]+\s*)+/iu;
const TAIL =
  /(?:[\s,:–-]+|^)(?:(?:phải|cần|đạt|đạt được|là|ở mức|(?<!nhà\s)ở|mức|còn|chiếm|tăng|giảm|xuống|lên|thêm|có|được|từ|khoảng|trung bình|mỗi năm|hằng năm|hàng năm|vào năm|đến năm|năm|\d{4}|tối thiểu|ít nhất|duy trì|ổn định|kiểm soát|nâng|bình quân|gấp|[:,–-])(?!\p{L})\s*)+$/iu;
/** What tells places, levels and groups of one indicator apart. */
const SCOPES: readonly RegExp[] = [
  /(?:ở|tại|khu vực|vùng)\s+(?:khu vực\s+|vùng\s+)?(?:thành thị|nông thôn|đô thị|miền núi|đồng bào dân tộc thiểu số|nội thành|ngoại thành|biên giới|hải đảo)/iu,
  /(?<!trợ\s)(?:cấp|bậc)\s+(?:tiểu học|trung học cơ sở|trung học phổ thông(?: và tương đương)?|mầm non|mẫu giáo|đại học|xã(?!\s+hội)|huyện|tỉnh)/iu,
  /(?:trẻ em|trẻ|người)\s+(?:từ\s+(?:đủ\s+)?\d+\s*(?:đến|-|–)\s*\d+|dưới|trên|từ)\s*\d*\s*(?:tháng\s+)?tuổi/iu,
  /(?:toàn|trên địa bàn)\s+(?:toàn\s+)?(?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|quốc)/iu,
  /(?:lực lượng lao động trong độ tuổi lao động|dân số|hộ nghèo|hộ cận nghèo|hộ gia đình)/iu,
];
const ELLIPTIC = /^(cấp|bậc|khu vực|vùng|ở|tại|nữ|nam|người|trẻ)\s/iu;
const LONGEST_NAME = 220;

/** «nhóm 50 nước dẫn đầu»: what is ranked stands after it. */
const RANKS = /(?:dẫn|đứng|hàng) đầu/u;

/** «Theo đó, …», «Về y tế, …», «đề ra các chỉ tiêu: …»: what only leads to a name. */
const LEADS_TO =
  /^(?:[^:]{0,160}(?:chỉ tiêu|mục tiêu)[^:]{0,60}:\s*|(?:Theo đó|Cụ thể|Về\s\p{Ll}[^,:]{1,40}|Trong năm|Đến nay)\s*[,:]\s*)+/u;

/** «Đảng ủy xã phấn đấu giảm 12% số vụ cháy rừng»: who strives is not what is measured. */
const WHO_STRIVES = /^[^,;:]{0,60}(?<!\p{L})phấn đấu$/iu;
/** Units that measure and count no thing by name. */
const MEASURED =
  /^(?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s)*(?:m2|m²|m3|m³|km2|km|ha|kg|tấn|tạ|lít|đồng|USD|MW|kWh|‰)(?![\p{L}\d])/u;

const stripEnds = (text: string): string => squeezeTrim(text).replace(/^[\s,;:."“”()-]+|[\s,;:.“"(]+$/gu, "");

function cutLong(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const comma = name.lastIndexOf(",", LONGEST_NAME);
  return name.slice(0, comma > 40 ? comma : name.lastIndexOf(" ", LONGEST_NAME));
}

/** «cấp trung học cơ sở» after «tỷ lệ đi học đúng độ tuổi cấp tiểu học»: the head words come from before. */
function completed(name: string, previous: string | null): string {
  const word = ELLIPTIC.exec(name)?.[1];
  if (word === undefined || previous === null) return name;
  const at = previous.toLowerCase().lastIndexOf(` ${word.toLowerCase()} `);
  return at > 0 ? `${previous.slice(0, at)} ${name}` : name;
}

const ONLY_VERBS =
  /^(?:(?:phấn đấu|tiếp tục|duy trì|và|bảo đảm|đảm bảo|cắt giảm|cắt|giảm|tăng|nâng|đạt|chỉ tiêu|mục tiêu|đề ra|mỗi năm|hằng năm|hàng năm|bình quân|thực hiện|cơ bản|trong đó)[\s,]*)*$/iu;
const CHANGE = /(?:cắt giảm|giảm|tăng)(?!\p{L})/iu;
/** What is no part of the thing counted: «lao động trở lên», «giường/vạn dân». */
const AFTER_COUNTED = /\s*(?:trở lên|trở xuống|\/\s*\p{L}+)$/u;
/** Words after a figure that name nothing measured. */
const NO_SUBJECT = /^(?:$|(?:so với|mỗi|hằng|hàng|trở|theo|vào|đến|trong|trên|tại|\/|năm)(?!\p{L}))/iu;
const NAMES_SUBJECT = /^(?:tỷ lệ|tỉ lệ|số|mức|tổng|diện tích|tuổi|thu nhập|giá trị)/iu;
/** «28 hộ nghèo chiếm tỷ lệ 0,62%» says the share of poor households. */
const SHARE = /^\d[\d.,]*\s+(.+?)\s*,?\s*(?:chiếm|đạt)(?:\s+tỷ lệ|\s+tỉ lệ)?$/iu;

/**
 * What a figure measures, in the document's words; `previous` is the name of the figure before it. A clause without a
 * subject of its own («mỗi năm giảm 0,1%», «(chỉ tiêu đề ra là dưới 0,65%)») goes on about that one.
 */
export function nameOf(
  text: string,
  clause: FigureClause,
  previous: string | null,
  isParenthesis: boolean,
): string {
  const { quantity, start, end } = clause;
  const before = text.slice(start, quantity.start);
  const percent = isShare(quantity.unit);
  const after = stripEnds(
    text
      .slice(percent ? quantity.end : quantity.figureStart, end)
      .replace(/^[\d.,\s–/-]+(?:(?:đến|tới)\s+[\d.,\s]+)?/u, "")
      .replace(/^\s*trở (?:lên|xuống)\s+/u, ""),
  );
  const rest = percent ? after : afterUnit(text, clause);
  const counted = after.replace(AFTER_COUNTED, "");
  const inBrackets = quantity.unit === null ? "" : ` (${quantity.unit})`;
  const own = stripEnds(
    before
      .replace(LEADS_TO, "")
      .replace(TAIL, "")
      .replace(LEAD, "")
      .replace(inBrackets, "")
      .replace(WHO_STRIVES, ""),
  );
  // «Giải quyết việc làm cho 48.000 lao động trở lên»: a unit alone names nothing.
  const isBare = !percent && counted.toLowerCase() === quantity.unit?.split("/")[0]?.toLowerCase();
  if (clause.subject === "after" && own !== "" && rest === "" && MEASURED.test(quantity.unit ?? ""))
    return cutLong(own);
  if (clause.subject === "after" && isBare && own !== "") return cutLong(`${own} ${counted}`);
  if (RANKS.test(quantity.unit ?? ""))
    return cutLong(squeezeTrim(`${own} ${quantity.unit ?? ""} ${afterUnit(text, clause)}`));
  // «Giảm 25 hộ nghèo» says by how much, not how many are left.
  if (clause.subject === "after" && !percent && after !== "" && FALLS.test(before))
    return cutLong(`mức giảm số ${after}`);
  if (clause.subject === "after" && after !== "") return cutLong(withSharedPredicate(after));
  const share = SHARE.exec(stripEnds(before))?.[1];
  if (share !== undefined) return `tỷ lệ ${share}`;
  if (ONLY_VERBS.test(own) || (isParenthesis && previous !== null && !NAMES_SUBJECT.test(own))) {
    const change = CHANGE.exec(before)?.[0].toLowerCase();
    const subject = NO_SUBJECT.test(after) || isBare ? (previous ?? stripEnds(before)) : after;
    return cutLong(change === undefined ? subject : `mức ${change} ${subject}`);
  }
  // «trong đó Hà Nội có tối thiểu 200 công trình»: the place is no name of what is counted.
  if (ONLY_PLACE.test(own) && !percent && previous !== null && counted !== "") {
    const isSame = previous.toLowerCase().startsWith(counted.toLowerCase());
    return cutLong(`${isSame ? previous.replace(IN_PLACE, "") : counted} tại ${own}`);
  }
  // «nước sạch … cho 100% người dân»: whom it reaches is part of what is measured.
  if (/\scho$/iu.test(own) && after !== "") return cutLong(`${own} ${counted}`);
  // «nồng độ bụi giảm trung bình 5 μg/m3»: by how much, where a bound («giảm dưới 2%») would be the level.
  const isChange = !["<", "<="].includes(quantity.comparator) && FALLS_BY.test(before);
  const name = completed(own, previous);
  return cutLong(isChange && name !== "" ? `mức giảm ${name}` : name) || cutLong(after);
}

const ONLY_PLACE =
  /^(?:[Tt]hành phố|[Tt]ỉnh|TP\.?)?\s*(?:\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,3}|TP\.?\s?HCM)$/u;
const IN_PLACE = / tại (?:[Tt]hành phố |[Tt]ỉnh )?\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)*$/u;
const FALLS_BY = /(?<!mức\s)giảm(?:\s+(?:trung bình|bình quân|thêm))*\s*$/iu;
const FALLS = /(?:^|[\s,])giảm(?:\s+(?:được|thêm|khoảng))?\s*$/iu;

const afterUnit = (text: string, { quantity, end }: FigureClause): string =>
  stripEnds(text.slice(quantity.end, end));

/** A heading that only tells where or for whom: «Ở khu vực nông thôn», «Cấp tiểu học». */
const ONLY_SCOPE = /^(?:Ở|Tại|Khu vực|Vùng|Cấp|Bậc|Đối với|Nam|Nữ)(?!\p{L})/iu;

/**
 * «a) Ở khu vực nông thôn: đạt ít nhất 36 triệu đồng» under «Thu nhập bình quân của hộ nghèo:»: where the clause says
 * a unit alone, the headings name what is measured. Any other name comes back as it is.
 */
export function nameInPlace(
  name: string,
  quantity: Pick<Quantity, "unit">,
  headings: readonly string[],
): string {
  const { unit } = quantity;
  const plain = (words: string): string => words.replace(/[\s/]+/gu, "").toLowerCase();
  const heading = headings.at(-1);
  if (heading === undefined || (name !== "" && (unit === null || plain(name) !== plain(unit)))) return name;
  const above = ONLY_SCOPE.test(heading) ? headings.at(-2) : undefined;
  return cutLong(above === undefined ? heading : `${above}: ${heading}`);
}

const NEXT_FIGURE = /(?:,|\svà)\s+(?:trên\s+|dưới\s+|khoảng\s+)?\d[\d.,]*\s*%?\s*/u;
const PREDICATE =
  /(?:^|\s)(?:được|có|tham gia|đạt|sử dụng|hưởng|thực hiện|hoàn thành|trên \d[\d.]* dân)(?=\s|$)/iu;

/** «hộ ở thành thị và 80% hộ ở nông thôn được sử dụng nước sạch» without the figure that only shares the predicate. */
function withSharedPredicate(after: string): string {
  const next = NEXT_FIGURE.exec(after);
  if (!next || PREDICATE.test(after.slice(0, next.index))) return after;
  const rest = after.slice(next.index + next[0].length);
  const predicate = PREDICATE.exec(rest);
  return predicate ? `${after.slice(0, next.index)} ${rest.slice(predicate.index).trim()}` : after;
}

/** The place, level or group that the figure is for, in the clause's words; null where it says none. */
export function scopeOf(clause: string): string | null {
  for (const pattern of SCOPES) {
    const match = pattern.exec(clause);
    if (match) return squeezeTrim(match[0]);
  }
  return null;
}
