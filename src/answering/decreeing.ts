import type { CorpusDocument, DocumentKind } from "../corpus/document.ts";

/** Kinds of document whose rules hold everywhere, whoever asks. */
const DECREEING: ReadonlySet<DocumentKind> = new Set<DocumentKind>(["law", "decree", "circular"]);

export const isDecreeing = ({ kind }: CorpusDocument): boolean => DECREEING.has(kind);
