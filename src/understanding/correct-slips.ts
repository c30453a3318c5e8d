import type { CommonWords } from "./common-words.ts";
import { isVietnameseSyllable } from "./decode-keystrokes.ts";
import type { Token } from "./query.ts";
import { isFunctionWord } from "./question-words.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface SlipCorrector {
  /** The words with typing slips within a syllable set right where their neighbours say what was meant. */
  correct(tokens: readonly Token[], isFixed: (at: number) => boolean): Token[];
}

/** Costs in nats, chosen so that one neighbour alone never changes a real word into another, and an unknown word changes only with a neighbour's support. */
const EDIT_COST = 4.5;
const MARKED_EDIT_COST = 7;
const LIKELY_EDIT_COST = 5.5;
const UNKNOWN_COST = 3;
const NONSENSE_COST = 4;
/** A letter left out is the likelier slip. */
const OMISSION = 1.5;
const PAIR_GAIN = 1.2;
const MOST_PAIR_GAIN = 4;
const CANDIDATES = 14;

const NO_WORDS: CommonWords = { hasTyped: () => false, hasPair: () => false };
const VOWELLESS = /^[^aeiouy]{2,3}$/u;
const MARKED = /[^\p{ASCII}]/u;
/** Share of marked words from which on a message's bare words («cao», «tham gia») are meant to be bare. */
const WRITTEN_WITH_MARKS = 0.4;

/**
 * A noisy-channel corrector: candidates one edit away (a letter missing, added, changed or two swapped), chosen by
 * how often they stand beside their neighbours in the corpus and the lexicons, by Viterbi. What is ordinary Vietnamese
 * beyond these («trộm cắp», «con gái») is no slip.
 */
export function createSlipCorrector(language: Vocabulary, common: CommonWords = NO_WORDS): SlipCorrector {
  const byDeletion = new Map<string, string[]>();
  for (const word of language.syllables()) {
    if (!/^[a-z]{2,14}$/u.test(word)) continue;
    for (const key of [word, ...deletionsOf(word)]) {
      const words = byDeletion.get(key);
      if (words === undefined) byDeletion.set(key, [word]);
      else words.push(word);
    }
  }

  const candidatesOf = (folded: string): string[] => {
    const found = new Set<string>();
    for (const key of [folded, ...deletionsOf(folded)]) {
      for (const word of byDeletion.get(key) ?? [])
        if (word !== folded && isOneEdit(word, folded)) found.add(word);
    }
    return [...found].sort((a, b) => language.count(b) - language.count(a)).slice(0, CANDIDATES);
  };

  const costOf = (folded: string): number =>
    language.has(folded) ? 0 : isVietnameseSyllable(folded) ? UNKNOWN_COST : NONSENSE_COST;
  /** A word beside whose neighbour it is one of ordinary speech. */
  const isCommonAt = (tokens: readonly Token[], at: number): boolean => {
    const [before, own, after] = [tokens[at - 1], tokens[at], tokens[at + 1]].map(
      (token) => token?.folded ?? "",
    );
    return common.hasPair(before ?? "", own ?? "") || common.hasPair(own ?? "", after ?? "");
  };

  return {
    correct(tokens, isFixed) {
      const marked = tokens.filter(({ typed }) => MARKED.test(typed)).length;
      const withMarks = marked >= tokens.length * WRITTEN_WITH_MARKS;
      const choices = tokens.map(({ folded }, at) => {
        const typed = tokens[at]?.typed ?? "";
        const isTyped = language.hasTyped(typed) || (MARKED.test(typed) && common.hasTyped(typed));
        const isCommon = isCommonAt(tokens, at);
        const own = { word: folded, cost: isCommon || isTyped ? 0 : costOf(folded) };
        // Capital consonants alone are an abbreviation that no lexicon knows.
        if (isFixed(at) || !/^[a-z]{2,14}$/u.test(folded) || isInitials(tokens[at])) return [own];
        // A word typed with the marks of a Vietnamese one was hardly mistyped: it takes both neighbours to change it.
        const isMarked = isCommon || MARKED.test(typed) || (withMarks && language.hasTyped(typed));
        const cost = !isMarked
          ? EDIT_COST
          : isTyped || isCommon
            ? MARKED_EDIT_COST
            : isVietnameseSyllable(folded)
              ? LIKELY_EDIT_COST
              : EDIT_COST;
        const options = candidatesOf(folded).map((word) => {
          // «Nợ công» must not become «có công»: a word with its marks was not meant for one that only binds.
          const least = isMarked && isFunctionWord(word) ? Math.max(cost, MARKED_EDIT_COST) : cost;
          return { word, cost: least - (word.length > folded.length ? OMISSION : 0) };
        });
        return [own, ...options];
      });
      return bestPath(choices, language).map((word, at) => {
        const token = tokens[at] as Token;
        return word === token.folded ? token : { folded: word, typed: word, capital: token.capital };
      });
    },
  };
}

const isInitials = (token: Token | undefined): boolean =>
  token?.capital === true && VOWELLESS.test(token.folded);

interface Choice {
  readonly word: string;
  readonly cost: number;
}

function bestPath(choices: readonly (readonly Choice[])[], language: Vocabulary): string[] {
  let paths: { words: string[]; cost: number }[] = [{ words: [], cost: 0 }];
  for (const options of choices) {
    paths = options.map(({ word, cost }) => {
      let best = { words: [word], cost: Infinity };
      for (const path of paths) {
        const previous = path.words.at(-1);
        const gain =
          previous === undefined
            ? 0
            : Math.min(MOST_PAIR_GAIN, PAIR_GAIN * Math.log1p(language.pairCount(previous, word)));
        const total = path.cost + cost - gain;
        if (total < best.cost) best = { words: [...path.words, word], cost: total };
      }
      return best;
    });
  }
  return paths.reduce((a, b) => (b.cost < a.cost ? b : a)).words;
}

function deletionsOf(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** One letter missing, added or changed, or two neighbours swapped. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
