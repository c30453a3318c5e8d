import { foldedLine } from "../understanding/folded-line.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import { foldText } from "../shared/vietnamese-text.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { writeDocument } from "./answer-document.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { currentDocuments, placeOf, type Library } from "./library.ts";
import { startDraft } from "./plan-draft.ts";
import { splitSentences } from "./split-sentences.ts";

const ASKS_WHO =
  / (la ai|ai vay|giu chuc( vu)?( gi)?|chuc (vu )?(gi|nao)|lam chuc gi|who is|position|office) /;
const SHOWN = 2;

/** «Nguyễn Duy Đức là ai?»: a name needs no place where a document has it: as signatory, or in a sentence of its own. */
export function answerPerson(query: ResolvedQuery, library: Library): UnverifiedAnswer | null {
  const line = foldedLine(query.tokens);
  if (!ASKS_WHO.test(line)) return null;
  const documents = currentDocuments(library);
  const signed = documents.filter(
    ({ signatory }) => signatory !== null && line.includes(` ${foldText(signatory)} `),
  );
  const draft = startDraft(query, library);
  if (signed.length > 0) {
    for (const document of signed)
      writeDocument(draft, { ...query, facets: ["signatory"] }, document, library);
    return draft.finish("document", 0.95);
  }
  const name = nameIn(query);
  if (name === null) return null;
  const said = documents.flatMap((document) => sentencesWith(name, document, library));
  for (const { document, start, end, locator } of said.slice(0, SHOWN)) {
    draft.add("passage-lead", { place: placeOf(document, library) });
    draft.quote(document, { start, end }, locator);
  }
  return said.length === 0 ? null : draft.finish("passage", 0.9);
}

/** Three words or more in a row with a capital each, as they are typed: «Trần Hồng Hà». */
const nameIn = ({ text }: ResolvedQuery): string | null =>
  /(?<!\p{L})\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){2,4}(?!\p{L})/u.exec(text)?.[0] ?? null;

function sentencesWith(
  name: string,
  document: CorpusDocument,
  library: Library,
): { document: CorpusDocument; start: number; end: number; locator: string }[] {
  const text = library.corpus.text(document.key);
  const at = text.indexOf(name);
  const row = library.corpus
    .provisions(document.key)
    .filter(({ span }) => span.start <= at && at < span.end)
    .at(-1);
  const sentence = row === undefined ? undefined : splitSentences(text, row.span).find(({ end }) => at < end);
  return row === undefined || sentence === undefined ? [] : [{ document, ...sentence, locator: row.locator }];
}
