import type { Vocabulary } from "./vocabulary.ts";

/** What people ask an assistant that no policy programme is about. Folded; seen between blanks. */
const OTHER_SUBJECTS =
  / (thoi tiet|gia vang|gia xang|ty gia|chung khoan|tien ao|bitcoin|xo so|bong da|world cup|tong thong|wifi|truyen cuoi|chuyen cuoi|bai hat|nau an|nguoi yeu|tu vi|weather|joke|jokes|gold price|football|lottery|president|recipe|movie|song) /;

/** Work that is not looking up: speeches, poems, translations. */
const OTHER_WORK =
  / ((viet|soan|lam) (ho|giup|gium|dum)( \S+){0,4} (bai|don|tho|van|thu|phat bieu|bao cao)|(viet|lam) (mot )?(bai (van|tho|phat bieu|luan|bao)|tho)|dich (giup |ho )?(sang|ra) tieng|translate|write (me |us )?(a |an |my |the )?(speech|essay|poem|letter|report|story)) /;

/**
 * Whether a message asks for what these documents cannot hold: work other than looking up, or a subject of another
 * world. A subject that the corpus does speak of is none.
 */
export function asksElsewhere(line: string, vocabulary: Vocabulary): boolean {
  if (OTHER_WORK.test(line)) return true;
  const words = OTHER_SUBJECTS.exec(line)?.[1]?.split(" ");
  if (words === undefined) return false;
  const [first = "", second] = words;
  return second === undefined ? !vocabulary.has(first) : vocabulary.pairCount(first, second) === 0;
}
