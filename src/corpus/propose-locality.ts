import type { FrontMatter } from "./document.ts";
import type { Locality, LocalityIndex, LocalityLevel } from "./locality.ts";
import { foldName } from "./locality.ts";

/** What a document's issuer says about the place that it governs. */
export type LocalityProposal =
  /** The issuer names one place, or is a body of the whole country: `locality` is null then. */
  | { readonly isKnown: true; readonly locality: Locality | null }
  /** It names none, or several places bear the name. */
  | { readonly isKnown: false; readonly candidates: readonly Locality[] };

const NATIONAL =
  /^(?:quoc hoi|uy ban thuong vu quoc hoi|chinh phu|thu tuong|chu tich nuoc|bo (?!chi huy)|bo chinh tri|ban bi thu|ban chap hanh trung uong|hoi nghi lan thu|trung uong|van phong chinh phu|van phong quoc hoi|toa an nhan dan toi cao|vien kiem sat nhan dan toi cao|bao hiem xa hoi viet nam|ngan hang nha nuoc)/u;

/** «Chính phủ», «Quốc hội», «Bộ Y tế», «Tổng Liên đoàn Lao động Việt Nam»: its documents are the whole country's. */
export const isNationalBody = (issuer: string): boolean =>
  NATIONAL.test(foldName(issuer)) || /^tong |viet nam$/u.test(foldName(issuer));

/** The word before a place's name, in the names of the Party's and the State's bodies, and the levels that it says. */
const LEVEL_WORDS: readonly (readonly [string, readonly LocalityLevel[]])[] = [
  ["thanh pho", ["city", "province"]],
  ["thanh uy", ["city", "province"]],
  ["tp", ["city", "province"]],
  ["tinh uy", ["province"]],
  ["tinh", ["province"]],
  ["thi uy", ["town"]],
  ["thi xa", ["town"]],
  ["huyen uy", ["district"]],
  ["huyen", ["district"]],
  ["quan uy", ["district"]],
  ["quan", ["district"]],
  ["phuong", ["ward"]],
  ["xa", ["commune"]],
  ["thi tran", ["township"]],
  ["dac khu", ["special-zone"]],
];

/** The day on which provinces and communes were merged and districts ended. */
const MERGED = 202507;

/**
 * The locality whose body issued the document, told by the issuer's name and, where several places bear it, by the
 * era of the date and the province named in `head` (the words of the document's head).
 */
export function proposeLocality(
  read: Pick<FrontMatter, "issuer" | "date">,
  head: string,
  localities: LocalityIndex,
): LocalityProposal {
  if (read.issuer === null) return { isKnown: false, candidates: [] };
  const issuer = foldName(read.issuer);
  if (NATIONAL.test(issuer)) return { isKnown: true, locality: null };
  const named = findNamed(issuer, localities).filter((one) => isOfEra(one, read.date));
  const [only] = named;
  if (only !== undefined && named.length === 1) return { isKnown: true, locality: only };
  const words = ` ${foldName(head)} `;
  const near = named.filter((one) => {
    const province = localities.byKey(one.province);
    return (
      province !== undefined && province.key !== one.key && words.includes(` ${foldName(province.bareName)} `)
    );
  });
  const [nearest] = near;
  if (nearest !== undefined && near.length === 1) return { isKnown: true, locality: nearest };
  return { isKnown: false, candidates: named };
}

function findNamed(issuer: string, localities: LocalityIndex): Locality[] {
  const tokens = issuer.split(" ");
  for (let at = 0; at < tokens.length; at++) {
    const rest = tokens.slice(at).join(" ");
    for (const [word, levels] of LEVEL_WORDS) {
      if (!rest.startsWith(`${word} `)) continue;
      const found = longestName(rest.slice(word.length + 1).split(" "), levels, localities);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function longestName(
  tokens: readonly string[],
  levels: readonly LocalityLevel[],
  localities: LocalityIndex,
): Locality[] {
  for (let length = Math.min(tokens.length, localities.maxSyllables); length > 0; length--) {
    const name = tokens.slice(0, length).join(" ");
    const found = localities.byName(name).filter(({ level }) => levels.includes(level));
    if (found.length > 0) return found;
  }
  return [];
}

function isOfEra({ era }: Locality, date: string | null): boolean {
  const [, month, year] =
    /(?:tháng\s+|\/|^)(\d{1,2})\s*(?:năm\s+|\/)((?:19|20)\d{2})/iu.exec(date ?? "") ?? [];
  if (era === "both" || month === undefined || year === undefined) return true;
  const isAfter = Number(year) * 100 + Number(month) >= MERGED;
  return era === (isAfter ? "after" : "before");
}

/** The localities whose names are most like the words given, best first: for «did you mean». */
export function nearestLocalities(wanted: string, localities: LocalityIndex, count: number): Locality[] {
  const grams = gramsOf(foldName(wanted));
  const isAscii = /^[a-z0-9/-]+$/u.test(wanted);
  return localities.all
    .map((locality) => {
      const names = [locality.name, locality.bareName, ...(isAscii ? [locality.key] : [])].map(foldName);
      // Of two equally like, the greater one: a province before its communes.
      const depth = locality.key.split("/").length * 0.001;
      return { locality, likeness: Math.max(...names.map((name) => likeness(grams, gramsOf(name)))) - depth };
    })
    .filter((one) => one.likeness > 0.35)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ locality }) => locality);
}

function gramsOf(name: string): Set<string> {
  const padded = ` ${name} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
}

/** Dice's coefficient. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return (2 * shared) / (a.size + b.size);
}
