import { isVietnameseSyllable } from "./decode-keystrokes.ts";
import type { Concept, Token } from "./query.ts";
import { isFunctionWord, isStopWord, isWeak, stopPhraseLength } from "./question-words.ts";
import type { TermMatch } from "./match-terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

const WEAK_WEIGHT = 0.2;
/** More foreign words than these are something pasted, not what is asked about. */
const FOREIGN_WORDS = 3;
/** A word that is no Vietnamese one, and that no lexicon knows, can hardly stand in the texts: it says little. */
const UNREAD_WEIGHT = 0.15;
/** Two words that stand together this often in the corpus are one piece of content («cộng đồng»). */
const COMPOUND_COUNT = 2;
const FIXED_COMPOUND_COUNT = 8;
/** «Cao hơn», «thấp hơn» ask for a comparison. */
const DEGREES = new Set(["cao", "thap", "nhieu", "it", "lon", "nho"]);

export interface ContentContext {
  readonly language: "vi" | "en";
  readonly marked: boolean;
  /** English names of indicators in the question, with the documents' wordings: each is one piece of content. */
  readonly phrases?: readonly TermMatch[];
}

type Wordings = Pick<TermMatch, "alternatives" | "typedAlternatives">;
const NO_OTHERS: Wordings = { alternatives: [], typedAlternatives: [] };

/** The words that a question is about: its terms whole, compounds of the corpus together, without the words of asking. */
export function readContent(
  tokens: readonly Token[],
  terms: readonly TermMatch[],
  skip: ReadonlySet<number>,
  vocabulary: Vocabulary,
  { language, marked, phrases = [] }: ContentContext,
): Concept[] {
  const concepts: Concept[] = [];
  const isNoise = tokens.filter((token) => isForeign(token, vocabulary)).length > FOREIGN_WORDS;
  const folded = tokens.map((token) => token.folded);
  const isContent = (at: number): boolean => {
    const token = tokens[at];
    // An English «to» or «have» is no «to» or «ha ve» without marks.
    if (token === undefined || skip.has(at) || isStopWord(token, marked || language === "en")) return false;
    if (DEGREES.has(token.folded) && folded[at + 1] === "hon") return false;
    return !/^(?!20\d\d$)\d[\d.,]*$|^[ivx]{2,}$/u.test(token.folded);
  };
  const add = (
    start: number,
    length: number,
    { alternatives, typedAlternatives }: Wordings,
    weight: number,
    alone = false,
  ): void => {
    const words = folded.slice(start, start + length);
    const typed = marked ? tokens.slice(start, start + length).map((token) => token.typed) : null;
    concepts.push({
      tokens: words,
      typed,
      alternatives: [words, ...alternatives],
      ...(alternatives.length > 0 ? { typedAlternatives: [typed ?? words, ...typedAlternatives] } : {}),
      weight: isWeak(words) ? WEAK_WEIGHT : weight,
      ...(alone ? { alone } : {}),
    });
  };

  /** Two single words in a row may be a compound that the corpus does not know («ly hôn»). */
  const isSingle = (at: number): boolean =>
    isContent(at) && !terms.some(({ start, end }) => start <= at && at < end);
  /** A name or an abbreviation is a subject of its own. */
  const isSubject = (token: Token | undefined): boolean =>
    token?.capital === true || /\d/u.test(token?.folded ?? "");

  for (let at = leadLength(tokens, terms, marked); at < tokens.length; at++) {
    const startsHere = ({ start, end }: TermMatch): boolean => start === at && !someIn(start, end, skip);
    const own = terms.find(startsHere);
    const phrase = phrases.find(startsHere);
    const term = longer(own, phrase);
    const asking = stopPhraseLength(folded, at);
    if (term !== undefined && term.end - term.start >= asking) {
      add(at, term.end - term.start, term, 1);
      at = term.end - 1;
    } else if (asking > 0) {
      at += asking - 1;
    } else if (isFixedCompound(folded, at, vocabulary) && !skip.has(at) && language === "vi") {
      add(at, 2, NO_OTHERS, 1);
      at++;
    } else if (isContent(at)) {
      const [first = "", second = ""] = folded.slice(at, at + 2);
      const joins = isContent(at + 1) && !terms.some(({ start }) => start === at + 1);
      if (language === "en") {
        const isTelling = tokens[at]?.capital === true || /^20\d\d$/u.test(first);
        add(at, 1, NO_OTHERS, isTelling ? 1 : UNREAD_WEIGHT);
      } else if (joins && vocabulary.pairCount(first, second) >= COMPOUND_COUNT) {
        add(at, 2, NO_OTHERS, 1);
        at++;
      } else {
        const weight = isRead(tokens[at], vocabulary, isNoise) ? 1 : UNREAD_WEIGHT;
        add(
          at,
          1,
          NO_OTHERS,
          weight,
          !isSubject(tokens[at]) && (!marked || (!isSingle(at - 1) && !isSingle(at + 1))),
        );
      }
    }
  }
  return concepts;
}

/** «Còn người già?»: the word that goes on is no part of «con người», though without its marks it may be one. */
function leadLength(tokens: readonly Token[], terms: readonly TermMatch[], marked: boolean): number {
  const [first] = tokens;
  if (first === undefined) return 0;
  const isLead = marked
    ? LEADS.has(first.typed)
    : first.folded === "con" && terms.some(({ start }) => start === 1);
  return isLead ? 1 : 0;
}

const LEADS = new Set(["còn", "thế", "vậy", "rồi"]);

/** Of a term and an indicator's name that begin alike the one that says more; of the same words, what both are called. */
function longer(term: TermMatch | undefined, phrase: TermMatch | undefined): TermMatch | undefined {
  if (term === undefined || phrase === undefined) return term ?? phrase;
  if (term.end !== phrase.end) return term.end > phrase.end ? term : phrase;
  return {
    ...term,
    alternatives: [...term.alternatives, ...phrase.alternatives],
    typedAlternatives: [...term.typedAlternatives, ...phrase.typedAlternatives],
  };
}

/** Neither a Vietnamese word nor one of the corpus. */
function isForeign({ folded }: Token, vocabulary: Vocabulary): boolean {
  return !/^\d/u.test(folded) && !isVietnameseSyllable(folded) && !vocabulary.has(folded);
}

/** A Vietnamese word, one of the corpus, or a name («GRDP», «5G», «Messi») that is not part of a foreign text. */
function isRead(token: Token | undefined, vocabulary: Vocabulary, isNoise: boolean): boolean {
  if (token === undefined) return false;
  return !isForeign(token, vocabulary) || LOANWORDS.has(token.folded) || (token.capital && !isNoise);
}

/** Foreign words that everybody uses: what a message with one of them is about. */
const LOANWORDS = new Set(
  "karaoke camera wifi game tivi taxi grab gym spa massage bitcoin netflix visa casino bar pub homestay resort metro bus robot drone vape marathon concert festival pickleball tennis golf yoga showroom sauna club shipper".split(
    " ",
  ),
);

/** «Đổi mới», «bảo đảm»: a pair so common that its words belong together, though one of them alone may be a word of asking. */
function isFixedCompound(folded: readonly string[], at: number, vocabulary: Vocabulary): boolean {
  const [first = "", second = ""] = folded.slice(at, at + 2);
  if (isFunctionWord(first) || isFunctionWord(second)) return false;
  return vocabulary.pairCount(first, second) >= FIXED_COMPOUND_COUNT;
}

function someIn(start: number, end: number, set: ReadonlySet<number>): boolean {
  for (let at = start; at < end; at++) if (set.has(at)) return true;
  return false;
}
