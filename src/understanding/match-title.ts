import { foldText, syllablesOf } from "../shared/vietnamese-text.ts";
import type { NameableDocument } from "./nameable-document.ts";

/** A title in a question; offsets of the question's text. */
export interface TitleMatch {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Words that announce a title, with the kinds of document that bear it; any kind where there are none. Folded. */
const OPENINGS: readonly (readonly [string, readonly string[]])[] = [
  ["luat", ["law"]],
  ["nghi dinh", ["decree"]],
  ["thong tu", ["circular"]],
  ["nghi quyet", ["resolution"]],
  ["quyet dinh", ["decision"]],
  ["ke hoach", ["plan", "decision"]],
  ["chi thi", ["directive"]],
  ["chuong trinh", []],
  ["de an", []],
  ["phong trao", []],
];

/** Least words of a title that name it, and of a law's the least share. */
const LEAST_WORDS = 4;
const LEAST_OF_LAW = 0.6;
/** Words of a title that may be left out between two that are said. */
const LEFT_OUT = 12;
const LEFT_OUT_OF_LAW = 2;

/** Short forms of the words that titles of laws are made of; folded. */
const SHORT: Readonly<Record<string, string>> = {
  bhxh: "bao hiem xa hoi",
  bhyt: "bao hiem y te",
  kcb: "kham benh chua benh",
  pccc: "phong chay chua chay",
};

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The one document held whose title a question says, in its order, from where it opens: «Luật Bảo hiểm xã hội», «kế
 * hoạch khắc phục ô nhiễm không khí». A place's document is meant only in a question about that place, or about none.
 */
export function matchTitle(
  text: string,
  held: readonly NameableDocument[],
  places: readonly string[],
): TitleMatch | null {
  const words = wordsOf(text);
  const near = held.filter(
    ({ locality }) => locality === null || places.length === 0 || places.includes(locality),
  );
  let best: (TitleMatch & { count: number; isUnique: boolean }) | null = null;
  words.forEach((_, at) => {
    for (const [opening, kinds] of OPENINGS) {
      const length = opening.split(" ").length;
      if (joined(words.slice(at, at + length)) !== opening) continue;
      const rest = words.slice(at + length);
      const from = rest[0]?.folded === "ve" || rest[0]?.folded === "quoc" ? 1 : 0;
      for (const document of near) {
        if (document.title === null || (kinds.length > 0 && !kinds.includes(document.kind))) continue;
        const count = saidOf(rest.slice(from), document.title, document.kind === "law");
        if (count === 0 || (best !== null && best.count > count)) continue;
        const last = rest[from + count - 1];
        if (last === undefined) continue;
        const isUnique = best?.count !== count;
        const end = document.kind === "law" ? endOfYear(text, last.end) : last.end;
        best = { key: document.key, start: words[at]?.start ?? 0, end, count, isUnique };
      }
    }
  });
  const found = best as (TitleMatch & { isUnique: boolean }) | null;
  return found?.isUnique === true ? { key: found.key, start: found.start, end: found.end } : null;
}

/** «Luật Khám bệnh, chữa bệnh năm 2023»: the year is part of the name. */
const endOfYear = (text: string, end: number): number =>
  end + (/^\s+(?:năm |nam )?(?:19|20)\d\d(?!\d)/u.exec(text.slice(end))?.[0].length ?? 0);

const joined = (words: readonly Word[]): string => words.map(({ folded }) => folded).join(" ");

function wordsOf(text: string): Word[] {
  return syllablesOf(text).flatMap(({ folded, start, end }) =>
    (SHORT[folded] ?? folded).split(" ").map((word) => ({ folded: word, start, end })),
  );
}

/** How many of the words, from the first on, a title holds in their order; 0 where they are too few to name it. */
function saidOf(words: readonly Word[], title: string, isLaw: boolean): number {
  const own = syllablesOf(foldText(title)).map(({ folded }) => folded);
  const from = isLaw && own[0] === "luat" ? 1 : 0;
  const gap = isLaw ? LEFT_OUT_OF_LAW : LEFT_OUT;
  const [first] = words;
  if (first === undefined) return 0;
  const starts = isLaw ? [from] : own.flatMap((word, at) => (word === first.folded ? [at] : []));
  let best = 0;
  for (const start of starts) {
    if (own[start] !== first.folded) continue;
    let at = start;
    let count = 1;
    while (count < words.length) {
      const next = own.indexOf(words[count]?.folded ?? "", at + 1);
      if (next < 0 || next - at - 1 > gap) break;
      at = next;
      count++;
    }
    best = Math.max(best, count);
  }
  const least = isLaw ? Math.max(2, LEAST_OF_LAW * (own.length - from)) : LEAST_WORDS;
  return best >= least ? best : 0;
}
