import type { ProvisionRow } from "../corpus/corpus-store.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import { foldedTokens } from "../facts/match-indicator.ts";
import { isDocumentWord, isStopFolded } from "../understanding/question-words.ts";
import type { Query } from "../understanding/query.ts";
import type { Library } from "./library.ts";

/** Share of a question that a heading has to hold, and of the heading that the question has to name. */
const QUESTION_HELD = 0.99;
const HEADING_NAMED = 0.5;
const BINDING = new Set(["den", "va", "ve", "cua", "mot", "so", "nam", "chu", "yeu", "trong", "theo"]);

/** The provision that a question names by its heading («tầm nhìn 2045», «mục tiêu tổng quát»); the nearest heading wins. */
export function findByHeading(query: Query, document: CorpusDocument, library: Library): ProvisionRow | null {
  const asked = [
    ...new Set(
      query.concepts.flatMap(({ tokens }) =>
        tokens.every(isDocumentWord) || (tokens.length === 1 && isStopFolded(tokens[0] ?? "")) ? [] : tokens,
      ),
    ),
  ];
  if (asked.length < 2) return null;
  let best: { row: ProvisionRow; named: number } | null = null;
  for (const row of library.corpus.provisions(document.key)) {
    if (row.heading === null || row.type === "indent" || row.span.end === row.ownSpan.start) continue;
    const heading = foldedTokens(row.heading).filter((token) => !BINDING.has(token));
    const held = asked.filter((token) => heading.includes(token)).length / asked.length;
    const named = heading.filter((token) => asked.includes(token)).length / Math.max(1, heading.length);
    if (held >= QUESTION_HELD && named >= HEADING_NAMED && (best === null || named > best.named))
      best = { row, named };
  }
  return best?.row ?? null;
}

/** The provision of a number («mục III.6»), where the document has it. */
export function findByNumber(
  number: string,
  document: CorpusDocument,
  library: Library,
): ProvisionRow | null {
  const wanted = number.toLowerCase();
  const rows = library.corpus
    .provisions(document.key)
    .filter((row) => row.type !== "indent" && row.number !== null);
  return rows.find(({ path }) => path.toLowerCase() === wanted) ?? null;
}
