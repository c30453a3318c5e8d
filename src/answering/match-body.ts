import type { CorpusDocument } from "../corpus/document.ts";
import type { Span } from "../shared/span.ts";
import { foldText, normaliseTonePlacement } from "../shared/vietnamese-text.ts";
import type { NamedBody, Query } from "../understanding/query.ts";
import type { Library } from "./library.ts";
import { splitBodies } from "./split-bodies.ts";
import { splitSentences } from "./split-sentences.ts";

/** Levels of the state and the party that a body's name holds. */
type Level = "province" | "city" | "town" | "district" | "ward" | "commune";

/** A body as a document prints it, made comparable. */
interface PrintedBody {
  readonly words: readonly string[];
  readonly levels: ReadonlySet<Level>;
  /** Its families in the lexicon: «people-committee» for «UBND các xã, phường». */
  readonly families: readonly string[];
}

/** Share of a body's words that has to be in the question's, and the other way round. */
const SAME_BODY = 0.7;
/** Words that tell bodies apart but little, and the words of levels; folded. */
const BINDING = new Set("cac va cua viet nam de nghi thi xa thanh pho phuong tinh huyen quan cap".split(" "));
/** «Các cơ quan, đơn vị»: names of everybody and nobody. */
const GENERAL =
  /^(?:các|những|toàn|mỗi|từng|cơ quan|đơn vị|cấp [uủ][ỷy]|chính quyền|địa phương|tổ chức|đề nghị)(?!\p{L})/iu;

/**
 * The bodies that a question names: those of the lexicon, and those that the documents print themselves («Bưu điện
 * thành phố», «Ngân hàng Nhà nước chi nhánh khu vực 14»), the longer name where both fit.
 */
export function bodiesAsked(
  query: Query,
  documents: readonly CorpusDocument[],
  library: Library,
): NamedBody[] {
  const tokens = query.tokens.map(({ folded }) => folded);
  let found: NamedBody[] = [...query.bodies];
  for (const name of new Set(documents.flatMap((document) => printedNames(document, library)))) {
    const words = library.fold(name);
    const at = longestRun(words, tokens);
    if (at === null) continue;
    const rivals = found.filter(({ start, end }) => start < at.end && at.start < end);
    if (rivals.some(({ start, end }) => end - start >= at.end - at.start)) continue;
    found = [...found.filter((body) => !rivals.includes(body)), { id: "", name, ...at }];
  }
  const named = found.sort((a, b) => a.start - b.start);
  // «UBND giao gì cho Thành ủy?» asks what the second is given.
  const given = named.filter(({ start }) => tokens[start - 1] === "cho");
  return tokens.includes("giao") && given.length > 0 ? given : named;
}

/** Names of bodies in a document's assignments, as printed. */
function printedNames(document: CorpusDocument, library: Library): string[] {
  const printed = library.facts.assignments({ documents: [document.key] }).map(({ body }) => body);
  return [...new Set(printed.flatMap(splitBodies))].filter((name) => !GENERAL.test(name));
}

/** Where the question holds a name, or enough of its beginning: two words, and more than half of it. */
function longestRun(
  words: readonly string[],
  tokens: readonly string[],
): { start: number; end: number } | null {
  if (words.length < 2) return null;
  for (let start = 0; start < tokens.length - 1; start++) {
    let length = 0;
    while (length < words.length && tokens[start + length] === words[length]) length++;
    if (length >= 2 && length > words.length / 2 && !BINDING.has(words[length - 1] ?? ""))
      return { start, end: start + length };
    if (length === words.length) return { start, end: start + length };
  }
  return null;
}

/**
 * Whether a printed list of bodies holds the body that is asked for. A level that the question names has to be the
 * printed one's; where the text names none, it is that of the document's own locality.
 */
export function namesBody(
  asked: NamedBody,
  query: Query,
  printed: string,
  document: CorpusDocument,
  library: Library,
): boolean {
  const own = query.tokens.slice(asked.start, asked.end).map(({ folded }) => folded);
  const wanted = levelsIn(own);
  const families = familiesOf(asked.id, library);
  const askedWords = new Set([...own, ...library.fold(asked.name)]);
  const names = splitBodies(printed);
  return names.some((name, at) => {
    const { words, levels, families: held } = comparable(name, library);
    const isSame = held.some((family) => families.includes(family)) || areAlike(words, own, askedWords);
    if (!isSame) return false;
    if (wanted.size === 0) return true;
    // «Mặt trận Tổ quốc và các tổ chức chính trị - xã hội phường»: the level stands at the end for all.
    const last = comparable(names.at(-1) ?? "", library).levels;
    const stated = levels.size > 0 || at === names.length - 1 ? levels : last;
    if (stated.size === 0) return wanted.has(levelOf(document, library) ?? [...wanted][0] ?? "ward");
    return [...wanted].some((level) => stated.has(level));
  });
}

function areAlike(words: readonly string[], own: readonly string[], asked: ReadonlySet<string>): boolean {
  const core = words.filter((word) => !BINDING.has(word));
  if (core.length < 2) return false;
  const covers = core.filter((word) => asked.has(word)).length / core.length;
  const ownCore = own.filter((word) => !BINDING.has(word));
  const covered = ownCore.filter((word) => words.includes(word)).length / Math.max(1, ownCore.length);
  return covers >= SAME_BODY && covered >= SAME_BODY;
}

const comparables = new WeakMap<Library, Map<string, PrintedBody>>();

function comparable(name: string, library: Library): PrintedBody {
  const cache = comparables.get(library) ?? new Map<string, PrintedBody>();
  comparables.set(library, cache);
  const known = cache.get(name);
  if (known !== undefined) return known;
  const words = library.fold(name);
  const families = library.bodiesIn(name).flatMap(({ id }) => familiesOf(id, library));
  const made = { words, levels: levelsIn(words), families };
  cache.set(name, made);
  return made;
}

/** The family of a body of one level: «people-committee-ward» is a «people-committee». */
function familiesOf(id: string, { lexicons }: Library): string[] {
  if (id === "") return [];
  const parent = lexicons.bodies.find((body) => id.startsWith(`${body.id}-`) && body.id !== id);
  return [parent?.id ?? id];
}

/** The levels that folded words name; «xã hội», «địa phương» name none. */
function levelsIn(words: readonly string[]): Set<Level> {
  const levels: Level[] = [];
  words.forEach((word, at) => {
    const before = words[at - 1];
    const after = words[at + 1];
    const isParty = after === "uy";
    if (word === "thi" && (after === "xa" || isParty)) levels.push("town");
    if (word === "thanh" && (after === "pho" || isParty)) levels.push("city");
    if (word === "tinh" && after !== "hinh") levels.push("province");
    if (word === "huyen" || (word === "quan" && isParty)) levels.push("district");
    if (word === "phuong" && !["dia", "doi"].includes(before ?? "")) levels.push("ward");
    if (word === "xa" && before !== "thi" && after !== "hoi") levels.push("commune");
    if (word === "cap" && after === "xa") levels.push("ward");
  });
  return new Set(levels);
}

function levelOf({ locality }: CorpusDocument, { localities }: Library): Level | null {
  const place = localities.byKey(locality ?? "");
  if (place === undefined) return null;
  const [level] = levelsIn(foldText(place.name).split(/\s+/u));
  return level ?? null;
}

/** How people begin to name a body that no lexicon knows; folded. */
const UNKNOWN =
  /^(?:(?:the|con|vay|va|thi|theo ke hoach) )?((?:so|bo|phong|ban|cuc|chi cuc|tong cuc|hoi|doan|lien doan|vien|trung tam|van phong|bi thu|chu tich|pho chu tich|buu dien|ngan hang|cong an|kho bac|dai|thanh tra|toa an|truong phong)( \S+){1,8}?) (?:co|phai|duoc|chiu|lam|lo|chu tri|phoi hop|giao|thi) /u;

/** A body that the question names and that neither the lexicon nor the documents know; null where it names none. */
export function unknownBody(query: Query): NamedBody | null {
  const line = `${query.tokens.map(({ folded }) => folded).join(" ")} `;
  const match = UNKNOWN.exec(line);
  const words = match?.[1]?.split(" ") ?? [];
  if (match === null || words.length === 0) return null;
  const start = line.slice(0, match[0].indexOf(match[1] ?? "")).split(" ").length - 1;
  const named = query.tokens.slice(start, start + words.length).map(({ typed }) => typed);
  const name = named.join(" ");
  return { id: "", name: name.charAt(0).toUpperCase() + name.slice(1), start, end: start + words.length };
}

/** A sentence of a document that names a body. */
interface Mention {
  readonly document: CorpusDocument;
  readonly span: Span;
  readonly locator: string;
  /** The body acts in it: it stands first. */
  readonly isSubject: boolean;
}

/** The sentences of a document's running text that name a body; its recipients and signatures do not count. */
export function mentionsOf(body: NamedBody, document: CorpusDocument, library: Library): Mention[] {
  const text = library.corpus.text(document.key);
  const pattern = new RegExp(
    // «cơ sở y tế» is no «Sở Y tế».
    `(?<![\\p{L}\\p{N}]|c[ơo] )(?:${namesOf(body, library).map(escape).join("|")})(?![\\p{L}\\p{N}])`,
    "u",
  );
  return library.corpus
    .provisions(document.key)
    .filter(({ path }) => !OUTSIDE.has(path))
    .flatMap(({ ownSpan, locator }) => {
      if (!pattern.test(plain(text.slice(ownSpan.start, ownSpan.end)))) return [];
      return splitSentences(text, ownSpan).flatMap((span) => {
        const words = plain(text.slice(span.start, span.end));
        const at = pattern.exec(words)?.index;
        if (at === undefined) return [];
        const isSubject = BEFORE_SUBJECT.test(words.slice(0, at));
        return [{ document, span, locator, isSubject }];
      });
    });
}

/** All that a body is called: in the lexicon, or as the question or a document has it. */
function namesOf({ id, name }: NamedBody, { lexicons }: Library): string[] {
  const entry = lexicons.bodies.find((body) => body.id === id);
  const names = entry === undefined ? [name] : [entry.name, ...entry.aliases, ...entry.abbreviations];
  return names.map(plain);
}

const plain = (text: string): string => normaliseTonePlacement(text).toLowerCase();
const escape = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
const OUTSIDE = new Set(["recipients", "signature", "header", "preamble"]);
const BEFORE_SUBJECT =
  /^[\s\d.)–+•-]*(?:[a-zđ]\)\s*)?(?:đề nghị|giao|phân công|yêu cầu|trách nhiệm của)?\s*$/u;
