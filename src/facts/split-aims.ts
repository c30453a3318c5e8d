import type { Span } from "../shared/span.ts";
import { maskParentheses } from "./split-segments.ts";

/** How a clause that sets an aim begins. */
export const AIM =
  /^(?:và\s+|đồng thời\s+)?(?:phấn đấu|bảo đảm|đảm bảo|hoàn thành|cơ bản|xóa|xoá|chấm dứt|loại trừ|mở rộng|xây dựng|hình thành|nâng cao|nâng|giảm|tăng|duy trì|phát triển|đưa|không (?:còn|có|để)|triển khai|trợ cấp|hỗ trợ|trở thành|thu hẹp|kiểm soát|làm tốt|thực hiện|đạt|chuyển đổi|củng cố|từng bước|có)(?!\p{L})/iu;
/** What is to be over and done with: an aim of its own also amid the words of a figure. */
export const DONE =
  /^(?:và\s+|đồng thời\s+)?(?:phấn đấu\s+|cơ bản\s+|tiếp tục\s+)*(?:hoàn thành|xóa|xoá|chấm dứt|loại trừ|thanh toán|không còn|không để|trở thành)(?!\p{L})/iu;
/** A chunk that only says more of the one before: «…, đạt 100%», «…, tối thiểu bằng mức …». */
export const SAYS_MORE =
  /^(?:và\s+)?(?:phấn đấu\s+)?(?:đạt|chiếm|với|tối thiểu|ít nhất|trong đó|ở mức|bằng|cao hơn|thấp hơn|không quá|trên|dưới|tương đương)(?!\p{L})/iu;

/** The stretches between the commas of `text` from `start` to `end`, without those in parentheses. */
export function splitAims(text: string, start: number, end: number): Span[] {
  const masked = maskParentheses(text.slice(start, end));
  const chunks: Span[] = [];
  let from = 0;
  const add = (to: number): void => {
    const lead = /^\s*/.exec(masked.slice(from, to))?.[0].length ?? 0;
    const words = masked.slice(from + lead, to).trimEnd();
    if (words !== "") chunks.push({ start: start + from + lead, end: start + from + lead + words.length });
    from = to + 1;
  };
  for (const comma of masked.matchAll(/,(?=\s)/g)) add(comma.index);
  add(masked.length);
  return chunks;
}
