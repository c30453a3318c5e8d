import { isVietnameseSyllable } from "./decode-keystrokes.ts";
import type { Token } from "./query.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** English words that are no Vietnamese syllable without its marks. */
const ENGLISH = new Set(
  (
    "of what which who how many much is are was were does did will would should and share percent target targets when where why " +
    "there with under about from compare list tell who you could please for by city town ward my your programme program programmes programs document documents draft official signed " +
    "has have had been any they their get gets got before after between during every also only other each whose whom its this these those our which"
  ).split(" "),
);

/** Vietnamese words of asking without their marks: beside them English words are but loans («target BHYT la bao nhieu»). */
const VIETNAMESE_ASKING = new Set(
  "la cua bao nhieu nhiu khong ko co o gi nao sao may cho hoi dat duoc den nam con the thi voi va ai".split(
    " ",
  ),
);

/** English where its words are at least two, or all there is, and more than those that are Vietnamese. */
export function readLanguage(tokens: readonly Token[], lexicon: Vocabulary): "vi" | "en" {
  const isAsking = ({ typed }: Token): boolean => ENGLISH.has(typed);
  const isEnglish = (token: Token): boolean =>
    isAsking(token) || (lexicon.has(token.typed) && !isVietnameseSyllable(token.folded));
  const marked = tokens.filter((token) => /[^\p{ASCII}]/u.test(token.typed)).length;
  const asking = tokens.filter(isAsking).length;
  if (asking >= 2 && asking > marked) return "en";
  const english = tokens.filter(isEnglish).length;
  const vietnamese = tokens.filter(({ typed }) => VIETNAMESE_ASKING.has(typed)).length;
  if (marked === 0 && english >= 4 && english > 2 * vietnamese) return "en";
  const isMixed = marked > 0 || tokens.some(({ typed }) => VIETNAMESE_ASKING.has(typed));
  return !isMixed && (english >= 2 || (english > 0 && english === tokens.length)) ? "en" : "vi";
}
