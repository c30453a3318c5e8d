import type { CorpusStore, ProvisionRow } from "../corpus/corpus-store.ts";

/** A provision and those above it, innermost first. */
export function lineageOf(document: string, eId: string, corpus: CorpusStore): ProvisionRow[] {
  const lineage: ProvisionRow[] = [];
  let at = corpus.provision(document, eId);
  while (at !== null) {
    lineage.push(at);
    at = at.parentEId === null ? null : corpus.provision(document, at.parentEId);
  }
  return lineage;
}

/** The headings over a provision, outermost first. */
export function headingsOf(document: string, eId: string, corpus: CorpusStore): string[] {
  return lineageOf(document, eId, corpus)
    .reverse()
    .flatMap(({ heading }) => (heading === null ? [] : [heading]));
}
