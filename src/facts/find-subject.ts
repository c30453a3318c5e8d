import type { BodyPhrase } from "./body-phrase.ts";
import { readBody, readNamedDuty, startsWithBody } from "./body-phrase.ts";

/** A sentence's opening before its subject: «Căn cứ chức năng, nhiệm vụ được giao, …», «Trên cơ sở …, …». */
const ADVERBIAL =
  /^(?:Căn cứ|Theo|Trên cơ sở|Trong quá trình|Để|Nhằm|Hằng năm|Hàng năm|Định kỳ|Đối với|Trước|Sau khi|Khi|Ngoài ra|Đồng thời)(?!\p{L})/u;
/** «Giao …», «Đề nghị …», «Các ông (bà): …» before the body that is to act. */
export const ENTRUSTS =
  /^(?:[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Uu]ỷ quyền|[Ủủ]y quyền)\s+(?:cho\s+)?|^(?:Các\s+)?(?:[ÔÔô]ng|[Bb]à)(?:\s*\((?:bà|ông)\)|,\s*bà)?\s*:?\s+|^Các đồng chí\s*:?\s+/u;
const FURTHEST_SUBJECT = 300;
/** A body is told by words that are far shorter. */
const LONGEST_HEAD = 60;

/** The body at `at`, also after «Giao», «Đề nghị»; offsets in `words`. */
function entrustedAt(words: string, at: number): BodyPhrase | null {
  const from = at + (ENTRUSTS.exec(words.slice(at))?.[0].length ?? 0);
  if (!startsWithBody(words.slice(from, from + LONGEST_HEAD))) return null;
  return readBody(words, from) ?? readNamedDuty(words, from);
}

/** The subject at the start of a sentence, after its opening words. */
export function subjectOf(text: string, sentence: { start: number; end: number }): BodyPhrase | null {
  const words = text.slice(sentence.start, sentence.end);
  let phrase = entrustedAt(words, 0);
  if (!phrase && ADVERBIAL.test(words)) {
    for (const comma of words.slice(0, FURTHEST_SUBJECT).matchAll(/,\s+/gu)) {
      phrase ??= entrustedAt(words, comma.index + comma[0].length);
    }
  }
  if (!phrase) return null;
  const { body, start, end, verb } = phrase;
  return { body, start: sentence.start + start, end: sentence.start + end, verb: sentence.start + verb };
}

const BODY_MAY_BEGIN = /(?:^|[,;:(]\s*|\s(?:do|giao|và|mà)\s+)(?=\p{L})/gu;

/** The body whose name ends right before `at`. */
export function bodyBefore(words: string, at: number): BodyPhrase | null {
  const from = Math.max(words.lastIndexOf(";", at), words.lastIndexOf(":", at), 0);
  let best: BodyPhrase | null = null;
  for (const match of words.slice(from, at).matchAll(BODY_MAY_BEGIN)) {
    const start = from + match.index + match[0].length;
    if (!startsWithBody(words.slice(start, start + LONGEST_HEAD))) continue;
    const phrase = readBody(words, start);
    if (phrase && phrase.verb === at) best ??= phrase;
  }
  return best;
}
