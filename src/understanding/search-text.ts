import type { Lexicons } from "./lexicon.ts";
import type { Query } from "./query.ts";

/** How many other wordings of a term are looked up beside the one that was used. */
const ALTERNATIVES = 2;

/**
 * What retrieval is asked for a question: its content in order, each term also in the documents' words, and the
 * names of the indicators that it means, so that English and everyday wordings find the official one. Places are
 * left out: they choose the documents. The question itself where nothing of it is content.
 */
export function searchText(
  query: Pick<Query, "text" | "concepts" | "indicators">,
  lexicons: Pick<Lexicons, "indicators">,
): string {
  const pieces = query.concepts.flatMap((concept) =>
    [concept.tokens, ...concept.alternatives.slice(0, ALTERNATIVES)].map((tokens) => tokens.join(" ")),
  );
  const names = query.indicators.flatMap(({ ids }) => {
    const indicator = lexicons.indicators.find((one) => one.id === ids[0]);
    return indicator === undefined ? [] : [indicator.name.vi];
  });
  const text = [...new Set([...pieces, ...names])].join(" ");
  return text === "" ? query.text : text;
}
