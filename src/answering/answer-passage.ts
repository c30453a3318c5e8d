import type { Query } from "../understanding/query.ts";
import type { Draft } from "./draft-answer.ts";
import type { ScoredSentence } from "./find-sentences.ts";
import { placeOf, type Library } from "./library.ts";

/** Quotes sentences, grouped by their document. */
export function writeSentences(draft: Draft, sentences: readonly ScoredSentence[], library: Library): void {
  const documents = [...new Set(sentences.map(({ document }) => document))];
  for (const document of documents) {
    draft.add("passage-lead", { place: placeOf(document, library) });
    for (const sentence of sentences) {
      if (sentence.document !== document) continue;
      draft.quote(document, sentence.span, sentence.locator);
    }
  }
}

/** What every answer about an entitlement has to add: what the text leaves to other rules, and whether an age given is in its group. */
export function writeEntitlementNotes(
  draft: Draft,
  query: Query,
  sentences: readonly ScoredSentence[],
): void {
  const age = /(?<![\d.,])(\d{1,3})\s*(tuổi|tuoi|years? old|year-old|tháng|thang|months? old)/iu.exec(
    query.text,
  );
  const limit = sentences
    .map(({ text }) => /dưới (\d+) (tháng tuổi|tháng|tuổi)/u.exec(text))
    .find((match) => match !== null);
  if (age !== null && limit != null) {
    const months = Number(age[1]) * (/^(th|m)/iu.test(age[2] ?? "") ? 1 : 12);
    const limitMonths = Number(limit[1]) * (limit[2] === "tuổi" ? 12 : 1);
    const isChild = months < 18 * 12;
    if (isChild && /^(t|y)/iu.test(age[2] ?? "") && !/^th/iu.test(age[2] ?? "")) {
      draft.add(months < limitMonths ? "age-inside" : "age-outside", { age: age[1] ?? "", limit: limit[0] });
    }
  }
  draft.add("entitlement-note");
}
