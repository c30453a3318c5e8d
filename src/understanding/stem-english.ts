/** Endings of English words, longest first, and what the stem has to keep in letters. */
const ENDINGS: readonly (readonly [ending: string, put: string, least: number])[] = [
  ["ies", "y", 2],
  ["ied", "y", 2],
  ["sses", "ss", 2],
  ["xes", "x", 2],
  ["ches", "ch", 2],
  ["shes", "sh", 2],
  ["ing", "", 3],
  ["ed", "", 3],
  ["s", "", 3],
];

/**
 * The stem that the forms of an English word share («study», «studies», «studying»; «plan», «planned»): plurals and
 * verb endings off, a doubled last consonant and a silent e too. Light stemming after Porter's first step.
 */
export function stemEnglish(word: string): string {
  for (const [ending, put, least] of ENDINGS) {
    const kept = word.length - ending.length;
    if (!word.endsWith(ending) || kept < least || /(?:ss|us|is)$/u.test(word)) continue;
    return trimEnd(word.slice(0, kept) + put);
  }
  return trimEnd(word);
}

function trimEnd(stem: string): string {
  const single = /([bdgmnprt])\1$/u.test(stem) ? stem.slice(0, -1) : stem;
  return single.length > 3 && single.endsWith("e") ? single.slice(0, -1) : single;
}
