import { foldText } from "../shared/vietnamese-text.ts";

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

/** Whether a sentence states any number that does more than name something. */
export const statesNumber = (sentence: string): boolean => /\d/u.test(sentence.replace(NAMING, " "));

/** Whether a sentence states a number of the kind that a question asks for; any number, where it names no unit. */
export function answersNumber(question: string, sentence: string): boolean {
  const counted = COUNT.exec(` ${foldText(question)} `)?.[1] ?? null;
  if (counted !== null) return new RegExp(`\\d (?:\\S+ )?${counted}(?!\\p{L})`, "u").test(foldText(sentence));
  if (POPULATION.test(` ${foldText(question)} `)) return /\d[\d.]* (?:người|nhân khẩu)/u.test(sentence);
  const unit = UNITS.find(([asked]) => asked.test(question));
  return unit === undefined ? statesNumber(sentence) : unit[1].test(sentence);
}

/** Measures that only a figure in the same measure answers; folded. */
const MEASURE =
  / (?:bao nhieu|may|nhieu|bn) (tan|km|kilomet|ha|hecta|m2|met vuong|met|lit|mw|gio|phut|ngay|thang|tuoi|tien|dong|trieu|nghin|ty) /;
const WRITTEN: Readonly<Record<string, RegExp>> = {
  kilomet: /km/u,
  hecta: /ha/u,
  "met vuong": /m2|m²/u,
  met: /m2|m²|mét|\bm\b/u,
  m2: /m2|m²/u,
  tien: /đồng/u,
  dong: /đồng/u,
  trieu: /đồng/u,
  nghin: /đồng/u,
  ty: /đồng/u,
  tan: /tấn/u,
  lit: /lít/u,
  gio: /giờ/u,
  phut: /phút/u,
  ngay: /ngày/u,
  thang: /tháng/u,
  tuoi: /tuổi|năm/u,
};
/** How many there are of something, which no share of it tells. */
const COUNT =
  /(?: (?:bao nhieu|co may) | so )(truong|tram|ho|xa|phuong|lop|can bo|dang vien|giao vien|khu|cum|benh vien|cho|duong|nguoi co cong|dan)(?= )/;
const POPULATION =
  / (?:dan so|so dan)(?: \S+){0,4} (?:bao nhieu|may|la) |^ (?:dan so|so dan)(?: \S+){0,4} $| population of | how many (?:people|residents|inhabitants) (?:live|are there|does) /;
/** «Diện tích thị xã»: of the place itself. */
const AREA = /^(?!.* (?:nha o|nha|binh quan|dau nguoi|san|can ho|cay xanh) ).* dien tich /;

/** Whether a question (folded, blanks at both ends) asks how many there are of something, which «100%» does not tell. */
export const asksCount = (question: string): boolean => COUNT.test(question) || POPULATION.test(question);

/** «Bao nhiêu giường một phòng?»: things that a number is asked for each of; folded. */
const PER_THING = / (?:moi|mot|1|tung) (phong|lop|can|truong|tram|khoa|toa|tang|khu|xe)(?= )/;

/** Whether a number is asked for each of something that a clause does not speak of. */
export function isPerOther(question: string, clause: string): boolean {
  const thing = PER_THING.exec(question)?.[1];
  if (AREA.test(question) && /bình quân|\/người/u.test(clause)) return true;
  return thing !== undefined && !` ${foldText(clause)} `.includes(` ${thing} `);
}

/** Whether a figure's unit cannot be what a question (folded, blanks at both ends) asks: tonnes are no share, a count is none. */
export function contradictsUnit(question: string, unit: string | null, isNamed: boolean): boolean {
  const measure = MEASURE.exec(question)?.[1];
  if (measure !== undefined)
    return unit === null || !(WRITTEN[measure] ?? new RegExp(measure, "u")).test(unit.toLowerCase());
  const counted = COUNT.exec(question)?.[1];
  if (counted !== undefined && !isNamed && unit !== null && !unit.startsWith("%"))
    return !foldText(unit).startsWith(counted) && !counted.startsWith(foldText(unit));
  return unit?.startsWith("%") === true && !isNamed && (counted !== undefined || POPULATION.test(question));
}
