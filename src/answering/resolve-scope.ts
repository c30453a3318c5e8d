import type { CorpusDocument } from "../corpus/document.ts";
import type { Locality } from "../corpus/locality.ts";
import { isCentralNumber, isNationalBody } from "../corpus/propose-locality.ts";
import type { Query } from "../understanding/query.ts";
import { currentDocuments, type Library } from "./library.ts";

/** The documents that a question is about. */
export interface Scope {
  readonly documents: readonly CorpusDocument[];
  /** Places that the question names and that no document governs. */
  readonly unknown: readonly Locality[];
  /** The question names its place, or the chat is set to one. */
  readonly placed: boolean;
  /** The question names the documents themselves, or the whole country's: no others are asked. */
  readonly settled: boolean;
}

/** Whether a document is the whole country's. One without a locality whose issuer says nothing is nobody's: it answers only when named. */
export function isNational({ locality, issuer, number }: CorpusDocument): boolean {
  if (locality !== null) return false;
  return (issuer !== null && isNationalBody(issuer)) || (number !== null && isCentralNumber(number));
}

export function nationalDocuments(library: Library): CorpusDocument[] {
  return currentDocuments(library).filter(isNational);
}

/** The documents of the whole country that local ones say they carry out. */
export function superiorsOf(local: readonly CorpusDocument[], library: Library): CorpusDocument[] {
  const numbers = new Set(
    local.flatMap((document) =>
      document.implements.flatMap(({ number }) => (number === null ? [] : [spelt(number)])),
    ),
  );
  return nationalDocuments(library).filter(({ number }) => number !== null && numbers.has(spelt(number)));
}

const spelt = (number: string): string => number.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Settles which documents are asked: those named; failing that the place's, named or the chat's own; failing that every
 * place's. A place without documents never turns into another one.
 */
export function resolveScope(query: Query, home: string | null, library: Library): Scope {
  const local = currentDocuments(library).filter((document) => document.locality !== null);
  const { known, namesakes, unknown, everywhere, nation } = query.places;
  const of = (keys: readonly string[]): CorpusDocument[] =>
    keys.flatMap((key) => local.filter((document) => document.locality === key));
  const chosen = query.places.documents.flatMap((key) => library.corpus.get(key) ?? []);
  const named = of([...known, ...namesakes]);
  const seat = seatOf(query, home, library);
  const own = seat === null ? [] : of([seat]);
  const scope = (documents: readonly CorpusDocument[], { placed = true, settled = false } = {}): Scope => ({
    documents,
    unknown,
    placed,
    settled,
  });

  if (seat !== home && own.length === 0 && named.length === 0 && chosen.length === 0) {
    const place = library.localities.byKey(seat ?? "");
    return { ...scope([]), unknown: place === undefined ? unknown : [place] };
  }
  if (query.intent === "comparison" || query.intent === "cross-check") {
    const isOwn = known.length === 0 && !everywhere && own.length > 0;
    const base = named.length > 0 ? named : isOwn ? own : local;
    if (chosen.length > 1) return scope(chosen, { settled: true });
    const joinsHome = query.places.here || (known.length === 1 && !nation && unknown.length === 0);
    const withHome = joinsHome ? [...own, ...base] : base;
    const isEnough = new Set(withHome).size > 1 || chosen.length > 0 || nation || unknown.length > 0;
    const national = nation && !chosen.some(isNational) ? ofTheNation(query, base, library) : [];
    const documents = [...new Set([...(isEnough ? withHome : local), ...chosen, ...national])];
    const isNowhere = named.length === 0 && unknown.length > 0;
    return scope(isNowhere ? [] : documents, { settled: true });
  }
  // «Đức Phổ quy định sơ kết Nghị quyết 42 ra sao?»: the place is asked, what it carries out only says of what.
  const above = superiorsOf(named, library);
  const isOfThePlace = named.length > 0 && chosen.every((document) => above.includes(document));
  if (chosen.length > 0 && !isOfThePlace) return scope(chosen, { settled: true });
  if (named.length > 0) return scope(named);
  if (unknown.length > 0) return scope([]);
  if (everywhere) return scope(local);
  if (nation) return scope(ofTheNation(query, own.length > 0 ? own : local, library), { settled: true });
  if (own.length > 0) return scope(own);
  return scope(local, { placed: false });
}

/** The place that a chat's own questions are about: «tỉnh mình», asked from a ward, is the province around it. */
function seatOf({ places }: Query, home: string | null, library: Library): string | null {
  const own = library.localities.byKey(home ?? "");
  if (own === undefined || !places.here || places.levels.length === 0) return home;
  if (places.levels.includes(own.level)) return home;
  const seen = new Set<string>();
  let at = own.parent === null ? undefined : library.localities.byKey(own.parent);
  while (at !== undefined && !seen.has(at.key)) {
    if (places.levels.includes(at.level)) return at.key;
    seen.add(at.key);
    at = at.parent === null ? undefined : library.localities.byKey(at.parent);
  }
  return home;
}

/** «So với nghị quyết» means what the place carries out; «cả nước» every document of the whole country, that one first. */
function ofTheNation(query: Query, local: readonly CorpusDocument[], library: Library): CorpusDocument[] {
  const superiors = superiorsOf(local, library);
  const isOne = query.places.superior || query.intent === "comparison" || query.intent === "cross-check";
  return isOne && superiors.length > 0
    ? superiors
    : [...new Set([...superiors, ...nationalDocuments(library)])];
}
