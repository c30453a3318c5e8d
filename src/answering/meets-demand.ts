import { foldText } from "../shared/vietnamese-text.ts";
import type { Concept, Demand, Query } from "../understanding/query.ts";
import type { ScoredSentence } from "./find-sentences.ts";

/** What the words of a sentence must show before it can meet a demand that programmes seldom do. */
const SHOWN: Readonly<Record<Demand, RegExp>> = {
  // An allowance may also be set as a share or a multiple of something.
  money:
    /\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|VNĐ|VND)|(?:bằng|hỗ trợ)[^.;]{0,60}\d\s*%[^.;]{0,40}(?:mức|lương|tiền|chi phí|giá)|\d\s*lần\s+(?:mức|lương|tiền)/iu,
  price: /\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|VNĐ|VND)/u,
  budget: /\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)\s*(?:đồng)?|kinh phí.{0,60}\d/u,
  procedure:
    /(?:hồ sơ|giấy tờ|thủ tục|đơn đề nghị|văn bản đề nghị|tờ khai).{0,120}(?:gồm|bao gồm|nộp|gửi|theo mẫu|Mẫu số|tại)/iu,
  contact: /(?:điện thoại|đường dây nóng|email|thư điện tử|địa chỉ).{0,40}[\d@]/u,
  person: /(?:đồng chí|ông|bà)\s+\p{Lu}/u,
  meaning: /(?:được hiểu|có nghĩa) là|là (?:việc|một|những|các|quá trình|tình trạng|loại hình|hình thức)\s/u,
  // What only says «trên địa bàn» says no more than the question.
  whereabouts:
    /(?:tại|ở|thuộc|nằm trên|đặt tại) (?:địa bàn )?(?:các )?(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đường|phố|thôn|ấp|khu phố|tổ dân phố|khu đô thị|khu công nghiệp|số) (?:\d|\p{Lu})|(?:địa chỉ|trụ sở|địa điểm)[^.;]{0,30}(?:tại|ở|là|:)/u,
  name: /["“«*]\p{L}|\p{Ll} \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u,
  actual: /hiện (?:có|nay|đạt)|(?:năm|đến) 20\d\d.{0,40}(?:có|đạt|là)/u,
};

/** Whether words show a figure, a form or a name of the kind that is demanded, of whatever it may be. */
export const showsDemanded = (demand: Demand, words: string): boolean => SHOWN[demand].test(words);

/** Demands that are met only right behind the thing that they ask of. */
const OF_A_THING: ReadonlySet<Demand> = new Set<Demand>(["whereabouts", "name"]);

/** What of the thing a sentence has to hold, each piece by itself: another plant's place is no answer. */
const OF_IT = 0.5;
/** How far behind the thing its place or name stands at most (UTF-16 units). */
const BEHIND: Readonly<Partial<Record<Demand, number>>> = { whereabouts: 90, name: 40 };
/** How far before it a name in quotation marks may begin (UTF-16 units). */
const QUOTED = 30;
/** Words of asking for a place or a name; folded. */
const ASKING = new Set(
  "ten goi vi tri dia diem dia chi cho noi khuc phuong xa huyen duong thon name called located where".split(
    " ",
  ),
);

/** Whether a sentence gives what a question demands of what it asks about. */
export function meetsDemand(
  { demand, concepts }: Pick<Query, "demand" | "concepts">,
  { text, shares }: Pick<ScoredSentence, "text" | "shares">,
): boolean {
  if (demand === null) return true;
  if (!SHOWN[demand].test(text)) return false;
  const reach = BEHIND[demand];
  if (reach === undefined || !OF_A_THING.has(demand)) return true;
  const things = concepts.filter(
    ({ weight, tokens }) => weight === 1 && !tokens.every((token) => ASKING.has(token)),
  );
  const isOfIt = things.every((concept) => (shares[concepts.indexOf(concept)] ?? 0) >= OF_IT);
  return (
    isOfIt && things.some((thing) => behind(thing, text, reach).some((words) => SHOWN[demand].test(words)))
  );
}

/** What follows the thing in a sentence, up to the end of its clause. */
function behind({ alternatives }: Concept, text: string, reach: number): string[] {
  const folded = foldText(text);
  return alternatives.flatMap((wording) => {
    const at = folded.indexOf(wording.join(" "));
    if (at < 0) return [];
    // The last letter of the thing itself shows that what follows is no beginning of a sentence.
    const end = at + wording.join(" ").length;
    const clause = text.slice(end - 1, end + reach).split(/[.;]/u)[0] ?? "";
    // «phong trào “Vì người nghèo”»: the name itself was used to ask.
    const isQuoted =
      /["“«*]\s?$/u.test(text.slice(0, at)) || /["“«]\p{L}[^"”»]*$/u.test(text.slice(0, at).slice(-QUOTED));
    return isQuoted ? [clause, "“x"] : [clause];
  });
}
