const SMALL = /\p{Ll}/u;
const TWO_CAPITALS = /\p{Lu}{2}/u;
const CAPITAL_FIRST = /^\p{Lu}/u;
const SMALL_FIRST = /^\p{Ll}/u;

/** Whether words are set in capitals: no small letter, and at least two capitals together. */
export const isInCapitals = (text: string): boolean => !SMALL.test(text) && TWO_CAPITALS.test(text);

export const hasSmallLetter = (text: string): boolean => SMALL.test(text);

export const startsWithCapital = (text: string): boolean => CAPITAL_FIRST.test(text);

export const startsWithSmallLetter = (text: string): boolean => SMALL_FIRST.test(text);
