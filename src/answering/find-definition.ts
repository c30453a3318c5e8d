import type { ProvisionRow } from "../corpus/corpus-store.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import { foldedTokens } from "../facts/match-indicator.ts";
import { definedTerm } from "../retrieval/defined-term.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import type { Library } from "./library.ts";

/** How a definition goes on after its term; folded. */
const DEFINES = /^(?:la|duoc hieu la|bao gom|gom|la tu|duoc goi la)(?: |$)/;
/** Words that a definition may put before its term. */
const BEFORE = /^(?:viec |hanh vi )?/;
/** Syllables of a provision that may hold the term it defines. */
const FIRST_SYLLABLES = 24;

/** A provision that says what a term means. */
interface Definition {
  readonly document: CorpusDocument;
  readonly row: ProvisionRow;
}

/**
 * The provisions of laws that begin with the term whose meaning is asked for and say what it is («5. Đội dân phòng là tổ
 * chức…»), in the order of the documents. None where no meaning is asked.
 */
export function findDefinitions(
  { tokens }: ResolvedQuery,
  documents: readonly CorpusDocument[],
  library: Library,
): Definition[] {
  const words = withoutDocument(tokens.map(({ folded }) => folded));
  const span = definedTerm(
    words,
    words.map(() => 1),
  );
  if (span === null) return [];
  const term = words.slice(span.start, span.end).join(" ");
  return documents.flatMap((document) => {
    const text = library.corpus.text(document.key);
    const row = library.corpus
      .provisions(document.key)
      .find(
        ({ type, ownSpan }) =>
          (type === "paragraph" || type === "point" || type === "article") &&
          defines(text.slice(ownSpan.start, ownSpan.start + FIRST_SYLLABLES * 8), term),
      );
    return row === undefined ? [] : [{ document, row }];
  });
}

/** «Theo văn bản này»: what stands for a document's name is no part of the term. */
const withoutDocument = (words: readonly string[]): string[] =>
  words
    .join(" ")
    .replace(/(?:^| )(?:theo |trong |cua )?van ban nay(?= |$)/gu, " ")
    .trim()
    .split(/\s+/u);

function defines(words: string, term: string): boolean {
  const line = foldedTokens(words.replace(/^\s*(?:\d+\s?\.|[a-zđ]\)|Điều \d+\.)[\d\s]*/u, ""))
    .join(" ")
    .replace(BEFORE, "");
  return line.startsWith(`${term} `) && DEFINES.test(line.slice(term.length + 1));
}
