import type { DocumentKind } from "../corpus/document.ts";
import { memoise } from "../shared/memoise.ts";

/** What the headings above a figure say of it. */
export type SectionKind = "goals" | "status" | "no-targets" | "other";

const GOALS = /mục tiêu|chỉ tiêu|tầm nhìn|phấn đấu|chỉ số/iu;
const STATUS =
  /thực trạng|hiện trạng|tình hình|^kết quả|kết quả (?:đạt được|thực hiện|đã)|tồn tại|hạn chế|bối cảnh|đánh giá|nguyên nhân/iu;
const NO_TARGETS =
  /khen thưởng|tiêu chí|thang điểm|chấm điểm|xếp loại|xếp hạng|kinh phí|nguồn vốn|định mức|mức (?:hỗ trợ|đóng|hưởng|chi)|đối tượng và thời gian|^(?:đối tượng|phạm vi)|giải thích từ ngữ|^hiệu lực|hiệu lực thi hành|mức vốn|dự toán|xử lý vi phạm|xử phạt|quan điểm|căn cứ|chế độ báo cáo/iu;

/** A heading that lists many matters says nothing of each. */
const LONGEST_TELLING = 60;

/** The same heading stands above many provisions. */
const HEADINGS_REMEMBERED = 256;

const kindOfHeading = memoise((heading: string): SectionKind => {
  if (GOALS.test(heading)) return "goals";
  if (NO_TARGETS.test(heading)) return "no-targets";
  return STATUS.test(heading) ? "status" : "other";
}, HEADINGS_REMEMBERED);

/** The innermost heading that says anything decides. */
export function sectionKind(headings: readonly string[]): SectionKind {
  for (const [distance, heading] of headings.toReversed().entries()) {
    const kind = kindOfHeading(heading);
    if (kind === "goals") return kind;
    if (kind !== "other" && (distance === 0 || heading.length <= LONGEST_TELLING)) return kind;
  }
  return "other";
}

const AIMS = /^(?:[\p{L}\d]+[\s,]+){0,4}?(?:phấn đấu|mục tiêu|chỉ tiêu)(?!\p{L})/iu;
const BY_YEAR = /^Đến (?:hết |cuối )?năm ((?:19|20)\d{2})/u;

/** A sentence outside the sections of goals that sets one: «Phấn đấu …», «Đến năm 2030, …» of a year yet to come. */
export function opensWithAim(sentence: string, documentYear: number | null): boolean {
  const words = sentence.trimStart();
  const year = BY_YEAR.exec(words)?.[1];
  return AIMS.test(words) || (year !== undefined && documentYear !== null && Number(year) > documentYear);
}

/** «phấn đấu …», «đề ra 18 chỉ tiêu: …»: what follows in the sentence is aimed at. */
const STRIVES = /(?<!\p{L})(?:phấn đấu|sẽ\s(?:\p{L}+\s){0,2}?(?:duy trì|đạt|nâng|giảm|tăng))(?!\p{L})/iu;
const LISTS_AIMS =
  /(?:đề ra|đặt ra|thông qua|thống nhất|xác định|được giao)\s[^.;]{0,80}?(?:chỉ tiêu|mục tiêu)|(?:một số|các)\s(?:chỉ tiêu|mục tiêu)[^.;:]{0,40}:/iu;
const FULFILS = /(?:đạt|vượt|hoàn thành)\s[^.;]{0,40}?(?:chỉ tiêu|mục tiêu)/iu;
const AT_LEAST_FIRST = /^\s*(?:Có\s)?(?:[Tt]ối thiểu|[Íí]t nhất)(?!\p{L})/u;

/** Whether the words of a sentence before a figure make it one that is aimed at. */
export function aimsAtFigure(sentence: string, figureStart: number): boolean {
  const words = sentence.slice(0, figureStart);
  if (AT_LEAST_FIRST.test(sentence) || STRIVES.test(words)) return true;
  return LISTS_AIMS.test(words) && !FULFILS.test(words);
}

const REPORTS =
  /đạt (?:được )?(?:nhiều |một số |những )?(?:kết quả|thành tựu|thành quả)|có (?:nhiều |những )?(?:chuyển biến|tiến bộ|bước phát triển|đổi thay)|^(?:Trong )?(?:\d+ )?(?:[Nn]hiệm kỳ|[Nn]ăm|[Tt]háng|[Tt]hời gian)\s(?:vừa\s)?qua|(?:^|[.;]\s+)(?:Đến nay|Hiện nay|Tính đến (?:nay|hết|cuối|tháng|ngày|thời điểm)|Theo (?:số liệu|thống kê))(?!\p{L})/u;

/** A paragraph that tells what has come about: its figures are reached, where none of its sentences aims at them. */
export function reportsResults(paragraph: string): boolean {
  return REPORTS.test(paragraph);
}

/** Texts that lay down rules: their figures are rates, amounts and conditions, not targets. */
export function isLaw(kind: DocumentKind): boolean {
  return kind === "law" || kind === "decree" || kind === "circular";
}
