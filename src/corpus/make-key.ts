import { foldText, toNfc } from "../shared/vietnamese-text.ts";
import type { DocumentKind, FrontMatter } from "./document.ts";

/** How offices abbreviate the kinds of text in their numbers. */
const SHORT_KINDS: Readonly<Record<DocumentKind, string>> = {
  resolution: "nq",
  "action-programme": "ctr",
  plan: "kh",
  decision: "qd",
  directive: "ct",
  law: "luat",
  decree: "nd",
  circular: "tt",
  "official-letter": "cv",
  report: "bc",
  other: "vb",
};

const LONGEST_KEY = 64;
const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
/** Folders of these names are no documents. */
const RESERVED = new Set(["versions", "node-modules"]);

/** Whether a name can be a document's folder: lower-case ASCII words and figures, joined by single hyphens. */
export function isValidKey(key: string): boolean {
  return key.length <= LONGEST_KEY && KEY.test(key) && !RESERVED.has(key);
}

/** «Kế hoạch 157» → `ke-hoach-157`; empty where nothing is left. */
export function toSlug(text: string): string {
  return foldText(toNfc(text))
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
}

/**
 * A folder's name for a document: kind, number, place and year (`kh-157-ubnd-can-tho-2025`, `nd-176-2025-cp`:
 * numbers begin anew every year); without a number, kind, issuer and year; without either, the file's name. Not yet
 * made unique.
 * @param place the bare name of the locality that it governs; null for the whole country.
 */
export function makeKey(
  read: Pick<FrontMatter, "kind" | "number" | "issuer" | "date">,
  place: string | null,
  fileName: string,
): string {
  const kind = SHORT_KINDS[read.kind];
  const year = yearOf(read.date) ?? "";
  if (read.number !== null) {
    const words = toSlug(read.number).split("-");
    const own = words.filter((word) => word !== kind);
    const isDated = words.some((word) => /^(?:19|20)\d{2}$/u.test(word));
    return cut([kind, ...own, place === null ? "" : toSlug(place), isDated ? "" : year]);
  }
  if (read.issuer !== null) return cut([kind, toSlug(read.issuer), year]);
  const stem = toSlug(fileName.replace(/\.[^.]*$/u, ""));
  return cut([stem === "" ? kind : stem]);
}

/** The year of a printed date; null where there is none. */
export function yearOf(date: string | null): string | null {
  return /(?:19|20)\d{2}/u.exec(date ?? "")?.[0] ?? null;
}

/** The key itself, or with the first free number behind it. */
export function uniqueKey(key: string, isTaken: (key: string) => boolean): string {
  if (!isTaken(key)) return key;
  for (let n = 2; ; n++) {
    const numbered = `${key}-${n}`;
    if (!isTaken(numbered)) return numbered;
  }
}

function cut(words: readonly string[]): string {
  const key = words.filter((word) => word !== "").join("-");
  const short = key.slice(0, LONGEST_KEY - 8).replace(/-+$/u, "");
  return isValidKey(short) ? short : `vb-${short}`;
}
