import type { CorpusDocument } from "../corpus/document.ts";
import type { Locality } from "../corpus/locality.ts";
import type { Query } from "../understanding/query.ts";
import { currentDocuments, type Library } from "./library.ts";

/** The documents that a question is about. */
export interface Scope {
  readonly documents: readonly CorpusDocument[];
  /** Places that the question names and that no document governs. */
  readonly unknown: readonly Locality[];
  /** The question names its place, or the chat is set to one. */
  readonly placed: boolean;
}

/** Settles the place: named, the chat's own, or open. A place without documents never turns into another one. */
export function resolveScope(query: Query, home: string | null, library: Library): Scope {
  const all = currentDocuments(library);
  const local = all.filter((document) => document.locality !== null);
  const national = all.filter((document) => document.locality === null);
  const { known, unknown, everywhere, nation } = query.places;
  const named = known.flatMap((key) => local.filter((document) => document.locality === key));
  const own = home === null ? [] : local.filter((document) => document.locality === home);

  if (query.intent === "comparison") {
    const base = named.length > 0 ? named : everywhere || own.length === 0 ? local : own;
    const joinsHome = query.places.here || (named.length === 1 && !nation && unknown.length === 0);
    const withHome = joinsHome ? [...own, ...base] : base;
    const documents = [
      ...new Set([
        ...(withHome.length > 1 || nation || unknown.length > 0 ? withHome : local),
        ...(nation ? national : []),
      ]),
    ];
    return { documents: named.length === 0 && unknown.length > 0 ? [] : documents, unknown, placed: true };
  }
  if (named.length > 0) return { documents: named, unknown, placed: true };
  if (unknown.length > 0) return { documents: [], unknown, placed: true };
  if (everywhere) return { documents: local, unknown, placed: true };
  if (nation) return { documents: national, unknown, placed: true };
  if (own.length > 0) return { documents: own, unknown, placed: true };
  return { documents: local, unknown, placed: false };
}
