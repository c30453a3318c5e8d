const UNEVEN = /[^\S ]| {2}/;
const SPACES = /\s+/g;

/** Each stretch of white space as one space. Most texts hold single spaces alone: one look tells, and they stay. */
export const squeezeSpaces = (text: string): string => (UNEVEN.test(text) ? text.replace(SPACES, " ") : text);

/** The same, without white space at either end. */
export const squeezeTrim = (text: string): string => squeezeSpaces(text).trim();
