import type { FrontMatter } from "./document.ts";
import type { Locality, LocalityIndex, LocalityLevel } from "./locality.ts";
import { foldName } from "./locality.ts";

/** What a document says about the place that it governs. */
export type LocalityProposal =
  /** It names one place, or its issuer is a body of the whole country: `locality` is null then. */
  | {
      readonly isKnown: true;
      readonly locality: Locality | null;
      readonly source: LocalitySource;
    }
  /** It names none, or several places bear the name. */
  | { readonly isKnown: false; readonly candidates: readonly Locality[] };

/** Where the place was read: issuer or number, the letterhead's other lines, the line of the date, the title. */
export type LocalitySource = "issuer" | "letterhead" | "place" | "title";

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

/** The level of bodies whose names do not say it. */
const LEVEL_OF_BODY: readonly (readonly [RegExp, readonly LocalityLevel[]])[] = [
  [/^so /u, ["province"]],
  [/^phong (?!van hoa xa hoi|kinh te)/u, ["district", "town", "city"]],
];

/** Signs of numbers that only the Party's and the State's central bodies give. */
const CENTRAL_NUMBER = /(?:TW|CP|TTg|QH\d*|UBTVQH\d*|VPQH|TT-B\p{L}+)$/u;
export const isCentralNumber = (number: string): boolean => CENTRAL_NUMBER.test(number);

/** The day on which provinces and communes were merged and districts ended. */
const MERGED = 202507;

/** Words of a document beside its front matter. */
export interface WordsAround {
  /** Its head, line by line, with the title. */
  readonly head: string;
  /** Preamble and recipients: they name the province of a commune. */
  readonly context: string;
}

/**
 * The locality that a document governs: that of its issuer; failing that, the one named above the issuer, before the
 * date, or in the title («trên địa bàn …»), of the level that the issuer's name tells. Several places of one name are
 * told apart by the era of the date and by the province that the head or else the context names.
 */
export function proposeLocality(
  read: Pick<FrontMatter, "issuer" | "date"> & Partial<Pick<FrontMatter, "place" | "title" | "number">>,
  { head, context }: WordsAround,
  localities: LocalityIndex,
): LocalityProposal {
  const { place = null, title = null, number = null } = read;
  const issuer = foldName(read.issuer ?? "");
  if (NATIONAL.test(issuer) || (issuer === "" && number !== null && isCentralNumber(number)))
    return { isKnown: true, locality: null, source: "issuer" };
  const levels = levelsTold(issuer);
  const isFit = (one: Locality): boolean =>
    isOfEra(one, read.date) && (levels === null || levels.includes(one.level));
  const tries: readonly (readonly [LocalitySource, readonly Locality[]])[] = [
    ["issuer", findNamed(issuer, localities)],
    ["letterhead", findNamed(foldName(letterheadOf(head)), localities)],
    ["title", findNamed(foldName(governedIn(title ?? "")), localities)],
    ["place", issuer === "" ? [] : findPlace(place, levels, localities)],
  ];
  for (const [source, found] of tries) {
    const named = source === "letterhead" ? found.filter((one) => isOfEra(one, read.date)) : found.filter(isFit);
    if (named.length === 0) continue;
    const spelt = asSpelt(named, `${read.issuer ?? ""}\n${place ?? ""}\n${title ?? ""}\n${head}`);
    const near = inProvinceNamed(spelt, head, localities) ?? inProvinceNamed(spelt, context, localities) ?? spelt;
    const [only] = near;
    return only !== undefined && near.length === 1
      ? { isKnown: true, locality: only, source }
      : { isKnown: false, candidates: near };
  }
  return { isKnown: false, candidates: mostNamed(`${head} ${context}`, localities).filter(isFit) };
}

/** The level in «UBND phường», «Sở Y tế», also where no name follows; null where the issuer tells none. */
function levelsTold(issuer: string): readonly LocalityLevel[] | null {
  const words = ` ${issuer} `;
  const told = LEVEL_WORDS.filter(([word]) => words.includes(` ${word} `))
    .map(([word, levels]) => ({ end: words.lastIndexOf(` ${word} `) + word.length, word, levels }))
    // «thị xã» and its «xã» end at one place: the longer word is meant.
    .sort((a, b) => b.end - a.end || b.word.length - a.word.length)[0];
  return told?.levels ?? LEVEL_OF_BODY.find(([body]) => body.test(issuer))?.[1] ?? null;
}

/** The lines above number, motto and date: the bodies over the issuer. */
function letterheadOf(head: string): string {
  const lines = head.split("\n");
  const end = lines.findIndex((line) => /^(?:Số|CỘNG H|ĐẢNG CỘNG SẢN|Độc lập)|ngày\s/u.test(line));
  return lines.slice(0, Math.max(0, end)).join(" ");
}

/** What follows «trên địa bàn», to the end of the clause. */
function governedIn(title: string): string {
  return /(?:trên |tại )?địa bàn\s+([^;:.]*)/iu.exec(title)?.[1] ?? "";
}

/** Of a place before the date: of the issuer's level; without one, only where a single unit bears the name. */
function findPlace(
  place: string | null,
  levels: readonly LocalityLevel[] | null,
  localities: LocalityIndex,
): readonly Locality[] {
  if (place === null) return [];
  const named = localities.byName(foldName(place));
  // Bodies of every level sit in the capital.
  return levels === null && named.some(({ key }) => key === "thanh-pho-ha-noi") ? [] : named;
}

/** Names are compared without their marks: «Tân Thành» is not «Tân Thạnh» where the text has one of them. */
function asSpelt(named: readonly Locality[], text: string): readonly Locality[] {
  const lower = text.toLowerCase();
  const spelt = named.filter(({ bareName }) => lower.includes(bareName.toLowerCase()));
  return spelt.length > 0 ? spelt : named;
}

/** Those in a province that the words name; null where that leaves none. */
function inProvinceNamed(
  named: readonly Locality[],
  text: string,
  localities: LocalityIndex,
): readonly Locality[] | null {
  const words = ` ${foldName(text)} `;
  const near = named.filter((one) => {
    const province = localities.byKey(one.province);
    return (
      province !== undefined && province.key !== one.key && words.includes(` ${foldName(province.bareName)} `)
    );
  });
  return near.length > 0 ? near : null;
}

/** The province that a text without any head names most: to be offered, not taken. */
function mostNamed(text: string, localities: LocalityIndex): readonly Locality[] {
  const words = ` ${foldName(text)} `;
  const counted = localities.all
    .filter(({ level }) => level === "province")
    .map((locality) => ({ locality, times: words.split(` ${foldName(locality.bareName)} `).length - 1 }))
    .filter(({ times }) => times > 0);
  const most = Math.max(...counted.map(({ times }) => times));
  return counted.filter(({ times }) => times === most).map(({ locality }) => locality);
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
