/** What a question for a number names as its unit, and how a sentence that answers it writes that. */
const UNITS: readonly (readonly [asked: RegExp, stated: RegExp])[] = [
  [/(?:bao nhiêu|mấy|bn|nhiêu)\s*(?:phần trăm|%)|phần trăm|tỷ lệ|tỉ lệ|%|percent|share of/iu, /\d\s*(?:%|phần trăm)/u],
  [/(?:bao nhiêu|mấy|nhiêu)\s*tuổi|tuổi thọ|how old/iu, /\d\s*(?:tháng\s*)?tuổi/u],
  [/(?:bao nhiêu|mấy|nhiêu)\s*(?:ngày|hôm)|how many days/iu, /\d[^.;]{0,4}\s*ngày(?!\s*\d)/u],
  [/(?:bao nhiêu|mấy|nhiêu)\s*tháng|how many months/iu, /\d\s*tháng(?!\s*\d)/u],
  [/(?:bao nhiêu|mấy|nhiêu)\s*năm|how many years/iu, /\d\s*năm(?!\s*\d)/u],
  [/(?:bao nhiêu|mấy|nhiêu)\s*(?:m2|m²|mét vuông)/iu, /\d\s*(?:m2|m²|mét vuông)/u],
  [/(?:bao nhiêu|mấy|nhiêu)\s*(?:tiền|đồng|triệu|nghìn|tỷ)|how much money/iu, /\d\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|VNĐ|VND)/u],
]; // prettier-ignore

/** Numbers that only name something: instruments, provisions, dates, years, the label of a bullet. */
const NAMING =
  /^\s*(?:\d+(?:\.\d+)*|[a-zđ])[.)]\s|(?:số|Số|điều|Điều|khoản|Khoản|mục|Mục|Phụ lục|Mẫu số|Quý|quý|tháng|năm|giai đoạn|nhiệm kỳ)\s*\d[\d/.-]*(?:\s*[-–]\s*\d+)?(?:[-/]\p{Lu}[\p{L}\p{N}/-]*)?|\d+\/\d+(?:\/\d+)?(?:[-/]\p{Lu}[\p{L}\p{N}/-]*)?|\d+-\p{Lu}[\p{L}/-]*/gu;

/** Whether a sentence states a number of the kind that a question asks for; any number, where it names no unit. */
export function answersNumber(question: string, sentence: string): boolean {
  const unit = UNITS.find(([asked]) => asked.test(question));
  return unit === undefined ? /\d/u.test(sentence.replace(NAMING, " ")) : unit[1].test(sentence);
}
