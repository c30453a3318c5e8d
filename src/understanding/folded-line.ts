import type { Token } from "./query.ts";

/** A message's words without marks, in one line with a blank at either end, so that patterns see whole words. */
export const foldedLine = (tokens: readonly Token[]): string =>
  ` ${tokens.map(({ folded }) => folded).join(" ")} `;
