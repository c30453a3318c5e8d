import type { Concept, Token } from "./query.ts";
import { isMarked, isStopWord, isWeak } from "./question-words.ts";
import type { TermMatch } from "./match-terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

const WEAK_WEIGHT = 0.2;
/** Two words that stand together this often in the corpus are one piece of content («cộng đồng»). */
const COMPOUND_COUNT = 2;

/** «Cao hơn», «thấp hơn» ask for a comparison. */
const DEGREES = new Set(["cao", "thap", "nhieu", "it", "lon", "nho"]);

/** The words that a question is about: its terms whole, compounds of the corpus together, without the words of asking. */
export function readContent(
  tokens: readonly Token[],
  terms: readonly TermMatch[],
  skip: ReadonlySet<number>,
  vocabulary: Vocabulary,
): Concept[] {
  const concepts: Concept[] = [];
  const marked = isMarked(tokens);
  const isContent = (at: number): boolean => {
    const token = tokens[at];
    if (DEGREES.has(token?.folded ?? "") && tokens[at + 1]?.folded === "hon") return false;
    return (
      token !== undefined &&
      !skip.has(at) &&
      !/^(?!20\d\d$)\d/u.test(token.folded) &&
      !isStopWord(token, marked)
    );
  };
  const add = (words: readonly string[], alternatives: readonly (readonly string[])[]): void => {
    concepts.push({
      tokens: words,
      alternatives: [words, ...alternatives],
      weight: isWeak(words) ? WEAK_WEIGHT : 1,
    });
  };

  for (let at = 0; at < tokens.length; at++) {
    const term = terms.find(({ start, end }) => start === at && !everyIn(start, end, skip));
    if (term !== undefined) {
      add(foldedOf(tokens.slice(term.start, term.end)), term.alternatives);
      at = term.end - 1;
    } else if (isContent(at)) {
      const [first = "", second = ""] = foldedOf(tokens.slice(at, at + 2));
      const joins = isContent(at + 1) && !terms.some(({ start }) => start === at + 1);
      if (joins && vocabulary.pairCount(first, second) >= COMPOUND_COUNT) {
        add([first, second], []);
        at++;
      } else add([first], []);
    }
  }
  return concepts;
}

const foldedOf = (tokens: readonly Token[]): string[] => tokens.map((token) => token.folded);

function everyIn(start: number, end: number, set: ReadonlySet<number>): boolean {
  for (let at = start; at < end; at++) if (!set.has(at)) return false;
  return true;
}
