import type { DocumentKind } from "../corpus/document.ts";
import { foldText } from "../shared/vietnamese-text.ts";
import { matchTitle } from "./match-title.ts";
import type { NameableDocument } from "./nameable-document.ts";
import { isMarked } from "./question-words.ts";

/** The documents that a question names, and the question without their names. */
export interface DocumentMatch {
  /** Keys, in the order of the question; several for one number where several places use it. */
  readonly documents: readonly string[];
  /** The question with each name as «văn bản này»: what it asks of the document. */
  readonly text: string;
  /** Numbers of documents held that are spoken of, as typed: no others have to be looked for. */
  readonly heldNumbers: readonly string[];
}

/** A number as people write it: figure, year, letters; «42», «176/2025», «12-NQ/TU». */
interface WrittenNumber {
  readonly figure: string;
  readonly year: string | null;
  /** Folded letters between the strokes: «nq», «tu». */
  readonly letters: readonly string[];
}

const KINDS: readonly (readonly [string, DocumentKind | null, string])[] = [
  ["nghi quyet|nq|resolution", "resolution", "nq"],
  ["ke hoach|kh|plan", "plan", "kh"],
  ["quyet dinh|qd|decision", "decision", "qd"],
  ["nghi dinh|nd|decree", "decree", "nd"],
  ["chi thi|directive", "directive", "ct"],
  ["thong tu|circular", "circular", "tt"],
  ["luat|law", "law", "qh"],
  ["chuong trinh hanh dong|chuong trinh|cthd|ctr|programme|program", null, ""],
  ["cong van|van ban|vb|document", null, ""],
];
const KIND = KINDS.map(([names]) => names).join("|");
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${KIND})[\\s-]*(?:(?:so|no|number)(?![a-z])[.:]?\\s*)?)?` +
    `(?<![\\d/.,])(\\d{1,5})(?:\\s?/\\s?((?:19|20)\\d\\d))?((?:\\s?[-/]\\s?[a-z][a-z\\d]*)(?:[-/.][a-z][a-z\\d]*)*)?` +
    `(?![\\p{L}\\d%])(?![.,/]\\d)(?!\\s*(?:(?:nam|thang|ngay)(?! (?:nao|may|ban|ky|ra))|%|phan tram|years?|months?|muc tieu|chi tieu|nhiem vu)(?![a-z]))`,
  "gu",
);

/** What carries a document out, teaches it or watches over it: the local programme's own matter. Folded. */
const CARRIES_OUT =
  /((?<![a-z])(?:chay|th)|thuc hien|trien khai|thi hanh|hoc tap|quan triet|tuyen truyen|pho bien|theo doi|don doc|danh gia|bao cao|ke hoach|viec|vu|cu the hoa|can cu|dua tren|based on|implement\w*|carry\w*|report\w*|study\w*|monitor\w*|on how)( \S+){0,3}\s*$/;

/**
 * Finds the documents held that a question names by number or by title. A document that the place asked carries out
 * is not named where the question is about that work («theo dõi thực hiện Nghị quyết 42»).
 */
export function matchDocuments(
  text: string,
  held: readonly NameableDocument[],
  places: readonly string[],
): DocumentMatch {
  const folded = foldText(text);
  const documents: string[] = [];
  const heldNumbers: string[] = [];
  const names: { start: number; end: number; keeps: string }[] = [];
  const isHere = ({ locality }: NameableDocument): boolean => locality !== null && places.includes(locality);
  const local = held.filter(({ locality }) => locality !== null);
  const around = places.length > 0 ? held.filter(isHere) : local;

  for (const match of folded.matchAll(NUMBER)) {
    const { 0: whole, 1: kind, 2: figure = "", 3: year, 4: suffix, index } = match;
    if (kind === undefined && suffix === undefined) continue;
    if (kind !== undefined && suffix === undefined && year === undefined && /^(?:19|20)\d\d$/u.test(figure))
      continue;
    const wanted: WrittenNumber = { figure, year: year ?? null, letters: lettersOf(suffix ?? "") };
    const bearing = held.filter((document) => bears(document, wanted, kind));
    if (bearing.length === 0) continue;
    heldNumbers.push(text.slice(index, index + whole.length));
    const here = bearing.filter(isHere);
    const before = folded.slice(Math.max(0, index - 44), index);
    const isCarriedOut = around.some((document) =>
      document.implements.some((number) => bearing.some((other) => isSame(number, other.number))),
    );
    if (isCarriedOut && CARRIES_OUT.test(before)) continue;
    for (const { key } of here.length > 0 ? here : bearing) if (!documents.includes(key)) documents.push(key);
    const keeps = /^(?:nghi quyet|nq|resolution)/u.test(kind ?? "") ? "nghị quyết" : "văn bản này";
    names.push({ start: index, end: index + whole.length, keeps });
  }
  const titled = documents.length > 0 ? null : matchTitle(text, held, places);
  if (titled !== null) {
    documents.push(titled.key);
    names.push({ start: titled.start, end: titled.end, keeps: "văn bản này" });
  }
  return { documents, text: replaceNames(text, names), heldNumbers };
}

function replaceNames(
  text: string,
  names: readonly { readonly start: number; readonly end: number; readonly keeps: string }[],
): string {
  const marked = isMarked(text);
  let replaced = "";
  let at = 0;
  for (const { start, end, keeps } of names) {
    replaced += `${text.slice(at, start)} ${marked ? keeps : foldText(keeps)} `;
    at = end;
  }
  return names.length === 0 ? text : replaced + text.slice(at);
}

const lettersOf = (suffix: string): string[] =>
  foldText(suffix)
    .split(/[\s\-/.]+/u)
    .filter((part) => part !== "");

function numberOf(printed: string): WrittenNumber | null {
  const found = /^\D{0,4}(\d{1,5})(?:\/((?:19|20)\d\d))?(.*)$/u.exec(foldText(printed).trim());
  return found === null
    ? null
    : { figure: found[1] ?? "", year: found[2] ?? null, letters: lettersOf(found[3] ?? "") };
}

function isSame(number: string, other: string | null): boolean {
  const [a, b] = [numberOf(number), other === null ? null : numberOf(other)];
  return (
    a !== null && b !== null && Number(a.figure) === Number(b.figure) && a.letters.join() === b.letters.join()
  );
}

/** Whether a document bears a number as it was written: what is left out of it may be anything. */
function bears(document: NameableDocument, wanted: WrittenNumber, kind: string | undefined): boolean {
  const own = document.number === null ? null : numberOf(document.number);
  if (own === null || Number(own.figure) !== Number(wanted.figure)) return false;
  if (wanted.year !== null && own.year !== null && wanted.year !== own.year) return false;
  if (!wanted.letters.every((part, at) => own.letters[at]?.startsWith(part) === true)) return false;
  const asked = KINDS.find(([names]) => kind !== undefined && names.split("|").includes(kind));
  if (asked === undefined || asked[1] === null) return true;
  return document.kind === asked[1] || own.letters[0] === asked[2];
}
