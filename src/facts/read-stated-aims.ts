import type { Span } from "../shared/span.ts";
import { AIM, SAYS_MORE, splitAims } from "./split-aims.ts";
import type { Segment } from "./split-segments.ts";

/** A level that is named and not counted: «từ trung bình khá trở lên», «bằng mức trung bình chung cả nước». */
const LEVEL =
  /từ\s+(?:mức\s+)?(?:trung bình|khá|tốt|giỏi|cao)(?:\s\p{L}+){0,2}\s+trở lên|(?:bằng|ngang|ngang bằng|cao hơn|thấp hơn|vượt)\s+(?:hoặc cao hơn\s+)?(?:so với\s+)?mức\s+(?:trung bình|bình quân)(?!\p{L})/iu;
/** All of them are to reach it: «duy trì đạt chuẩn … tại tất cả các phường, xã». */
const EVERYWHERE =
  /(?:đạt|hoàn thành|phổ cập|phủ kín|xóa|xoá|chấm dứt|loại trừ|không còn|không để)(?!\p{L})(?! (?:mục tiêu|kết quả|hiệu quả)).{0,120}?\s(?:tại|ở|trên|cho)\s+(?:tất cả|toàn bộ|mọi)\s/iu;
/** What a level, «all of them» and «phấn đấu» cannot do without. */
const MAY_STATE = /trở lên|trung bình|bình quân|tất cả|toàn bộ|mọi|phấn đấu/iu;
const STRIVES_WITHIN = /phấn đấu/iu;
/** «phấn đấu» as the verb of the clause, and what makes its aim one that can be reached. */
const STRIVES =
  /^(?:và\s+|đồng thời\s+)?phấn đấu\s(?!thực hiện|vươn|của|vì|đạt (?:các |được |những )?(?:mục tiêu|chỉ tiêu|kết quả))/iu;
const REACHABLE =
  /hoàn thành|trở thành|không còn|không để|xóa|xoá|chấm dứt|đạt chuẩn|đạt danh hiệu|(?:19|20)\d{2}/iu;
const BY_YEAR = /^(?:Đến|Trước|Hết|Vào)\s(?:hết\s|cuối\s|khoảng\s)?(?:năm\s)?(?:19|20)\d{2}\s*,?\s/u;
const TO_BE = /phấn đấu|trở thành|xóa bỏ|xoá bỏ|chấm dứt|không còn|hoàn thành|đạt chuẩn/iu;
const PLACE = "xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|ấp|khu phố|tổ dân phố";
const PLACES = new RegExp(`^(?:${PLACE})(?!\\p{L})`, "iu");
const PLACE_AT_END = new RegExp(`(?:^|\\s)(?:${PLACE})$`, "iu");
const REACHED = /(?:^|\s)(?:đã|được đánh giá|hiện nay|đến nay)\s/iu;
const LABEL =
  /^(?:Cơ quan|Đơn vị|Thời gian|Thời hạn|Tiến độ|Sản phẩm|Kinh phí|Kết quả|Nguồn)(?!\p{L})[^:]{0,60}:/u;

/** The chunk at which the clause around chunk `at` begins: the nearest one back that says what is to be done. */
function opening(text: string, chunks: readonly Span[], at: number): number {
  const words = (i: number): string => text.slice(chunks[i]?.start, chunks[i]?.end);
  if (AIM.test(words(at)) && !SAYS_MORE.test(words(at))) return at;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) if (AIM.test(words(i))) return i;
  return at;
}

const FEW_WORDS = /^\p{L}+(?:\s\p{L}+){0,2}$/u;

/** Whether the chunk after only lists on: «xã, phường, thị trấn vào năm 2030». */
function listsOn(words: string, next: string): boolean {
  return FEW_WORDS.test(next) || (PLACES.test(next) && PLACE_AT_END.test(words));
}

/** The last chunk of the clause: a list goes on, and so does what is said of the level that is to be reached. */
function closing(text: string, chunks: readonly Span[], at: number): number {
  const words = (i: number): string => text.slice(chunks[i]?.start, chunks[i]?.end);
  let last = at;
  while (last + 1 < chunks.length && listsOn(words(last), words(last + 1)) && !AIM.test(words(last + 1)))
    last++;
  const next = words(last + 1);
  return next !== "" && last + 1 < chunks.length && SAYS_MORE.test(next) && !AIM.test(next) ? last + 1 : last;
}

function states(words: string): boolean {
  return LEVEL.test(words) || EVERYWHERE.test(words) || (STRIVES.test(words) && REACHABLE.test(words));
}

/**
 * Aims that a sentence outside the sections of goals sets itself: a named level to be reached, a standard for all,
 * «phấn đấu …», «Đến năm 2030, hoàn thành …». Told by the class of the wording; offsets in `text`.
 */
export function readStatedAims(text: string, segment: Segment): Span[] {
  const { start, end } = segment;
  const whole = text.slice(start, end);
  if (LABEL.test(text.trimStart()) || segment.isParenthesis) return [];
  if (BY_YEAR.test(whole) && TO_BE.test(whole) && !REACHED.test(whole)) return [{ start, end }];
  // Nearly every segment says none of it: what is costly to cut is cut only where something is found.
  if (!MAY_STATE.test(whole)) return [];
  if (!LEVEL.test(whole) && !EVERYWHERE.test(whole) && !STRIVES_WITHIN.test(whole)) return [];
  const chunks = splitAims(text, start, end);
  const found: Span[] = [];
  chunks.forEach((chunk, i) => {
    const words = text.slice(chunk.start, chunk.end);
    if (!states(words) || chunk.start < (found.at(-1)?.end ?? 0)) return;
    const from = chunks[opening(text, chunks, i)] ?? chunk;
    const to = chunks[closing(text, chunks, i)] ?? chunk;
    const clause = text.slice(from.start, to.end);
    if (REACHED.test(clause) || !AIM.test(clause.replace(/^(?:chủ động|tập trung|tích cực)\s+/iu, "")))
      return;
    found.push({ start: from.start, end: Math.min(to.end, end) });
  });
  return found;
}
