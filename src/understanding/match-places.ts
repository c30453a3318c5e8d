import { foldName, type Locality, type LocalityIndex } from "../corpus/locality.ts";
import { findPlaceNames, LEVEL_WORDS, TOWNS } from "./find-place-names.ts";
import type { PlaceContext, PlaceName } from "./find-place-names.ts";
import { isCountry, NATIONAL, nationTokens, PARTY, SUPERIOR } from "./nation-words.ts";
import { levelsMentioned, onlyOfLevel } from "./place-levels.ts";
import type { PlaceReading, Token } from "./query.ts";

/** Places read, and the tokens that they took. */
export interface PlaceMatch {
  readonly places: PlaceReading;
  readonly taken: ReadonlySet<number>;
}

const BODY_BEFORE =
  /(tinh uy|thanh uy|thi uy|huyen uy|dang uy|ubnd tinh|uy ban nhan dan tinh|hdnd tinh|hoi dong nhan dan tinh|bhxh|cong an tinh|phong trao)$/;

/** Finds the places of a question: those with documents, those without, and the words that mean a place without naming it. */
export function matchPlaces(tokens: readonly Token[], context: PlaceContext): PlaceMatch {
  const folded = tokens.map((token) => token.folded);
  const found = findPlaceNames(tokens, context);
  const known: string[] = [];
  const namesakes: string[] = [];
  const unknown: Locality[] = [];
  const taken = new Set<number>();
  const take = ({ start, end }: PlaceName): void => {
    for (let at = start; at < end; at++) taken.add(at);
  };

  for (const name of found) {
    const key = governedKey(name, folded, context);
    if (key === null) continue;
    if (!known.includes(key)) known.push(key);
    if (!name.explicit)
      namesakes.push(
        ...name.candidates.flatMap((other) => (context.governed.has(other.key) ? [other.key] : [])),
      );
    take(name);
  }
  const scope = known.length > 0 ? known : context.home === null ? [] : [context.home];
  for (const name of found) {
    if (governedKey(name, folded, context) !== null) continue;
    if (isBackground(name, folded, scope, known.length > 0, context)) continue;
    const place = mostLikely(name.candidates, scope, context.index);
    if (place === undefined || place.level === "country") continue;
    unknown.push(place);
    take(name);
  }
  const country = found.find((name) => isCountry(name, folded));
  if (country !== undefined) take(country);
  const line = ` ${folded.filter((_, at) => !taken.has(at)).join(" ")} `;
  const typed = ` ${tokens.map((token) => token.typed).join(" ")} `;
  const isNational = country !== undefined || NATIONAL.test(line) || PARTY.test(typed) || SUPERIOR.test(line);
  if (isNational) for (const at of nationTokens(folded)) taken.add(at);
  const levelMeant =
    known.length + unknown.length === 0 && context.home === null ? onlyOfLevel(line, context) : null;
  const lying = new Set(unknown.flatMap(({ key }) => ancestorsOf(key, context.index)));
  return {
    taken,
    places: {
      // «Phường Phổ Văn, thị xã Đức Phổ»: the ward is asked, the town says where it lies.
      known:
        levelMeant === null
          ? known.filter((key) => !(lying.has(key) && follows(key, unknown, found, folded, context)))
          : [levelMeant],
      unknown,
      here: / (o day|tai day|ben minh|cho minh|o minh|que minh|(tinh|thi xa|thanh pho|phuong|(?<! buc )xa|huyen|dia phuong|tx|tp) (cua )?(minh|toi(?! (thieu|da|pham|nay))|tui|ta|em|nha|chung ta|chung toi|chung minh)|here|our (town|ward|city)|my (town|ward|city)) /.test(
        line,
      ),
      everywhere:
        (context.home === null && WHERE.test(line)) ||
        / (o dau|nhung noi nao|dia phuong nao|noi nao) (co|thi co|noi|neu|de cap|nhac|lam|quy dinh)| (?<!(nguon|lay|trich|nop|lam|xin|hoi|mua|nhan|den|vao|dat|xay|xay dung|nam|mo|toa lac|bo tri) )(o dau|noi nao) (co|thi co) ?$| (noi|dia phuong|cho) khac (?!(toi|den|chuyen|ve|vao) )| (ba|3|ca ba|ca 3|cac|nhung|may|tat ca( cac)?|moi) (dia phuong|noi(?! (gi|ve|sao|the|den|ro))|van ban|tai lieu|chuong trinh(?! (muc tieu|mtqg|quoc gia))|(?<!cac |nhung |moi )don vi|dia ban) | (noi|dia phuong|cho|ben|van ban|chuong trinh|tai lieu) nao (co|dat|ghi|neu|khong|cao|thap|quy dinh|giao|de ra|noi|de cap|nhac|cung) | giua cac (dia phuong|noi|van ban) |which (place|locality|document|programme|town|one)|which (one )?of (the |these |those )?(three |3 |local )*(programmes?|programs?|documents?|places|localities|towns|texts|areas)|(any|each|every one) of the (three |local )*(programmes|programs|documents|places|localities)|all three|(three|all) (documents|programmes|localities|places)/.test(
          line,
        ),
      nation: isNational,
      levels: levelsMentioned(line),
      namesakes: namesakes.filter((key) => !known.includes(key)),
      documents: [],
      superior: SUPERIOR.test(line),
    },
  };
}

/** «Giáo dục hòa nhập ở đâu?», in a chat that is set to no place: everywhere. But «nộp ở đâu», «đặt ở đâu». */
const WHERE =
  / (?<!(nguon|lay|trich|nop|lam|xin|hoi|mua|nhan|den|vao|dat|xay|xay dung|nam|mo|toa lac|bo tri) )(o dau|noi nao) ?$/;

/**
 * The governed locality that a name stands for. A ward whose programme does not say its own name goes by its city's:
 * «phường ở Từ Sơn», «Từ Sơn»; but «thành phố Từ Sơn» alone is the city, which has no programme here.
 */
function governedKey(name: PlaceName, folded: readonly string[], context: PlaceContext): string | null {
  const governed = name.candidates.filter((candidate) => context.governed.has(candidate.key));
  const direct = governed.find(({ key }) => key === context.home) ?? governed[0];
  if (direct !== undefined) return direct.key;
  const bareNames = new Set(name.candidates.map((candidate) => foldName(candidate.bareName)));
  for (const key of context.governed) {
    const city = context.index.byKey(context.index.byKey(key)?.parent ?? "");
    if (city === undefined || !TOWNS.has(city.level) || !bareNames.has(foldName(city.bareName))) continue;
    const saysCity = ["tp", "thanh", "tx", "thi"].includes(folded[name.start] ?? "");
    if (!saysCity || folded.includes("phuong") || folded.includes("ward")) return key;
  }
  return null;
}

function levelPrefix(name: string): string {
  const [first = "", second = ""] = name.split(" ");
  return LEVEL_WORDS.has(`${first} ${second}`) ? `${first} ${second}` : first;
}

/** A name that is part of a body, of what the documents themselves talk about, or of where a known place lies. */
function isBackground(
  name: PlaceName,
  folded: readonly string[],
  scope: readonly string[],
  placeIsNamed: boolean,
  context: PlaceContext,
): boolean {
  const words = folded.slice(name.start, name.end).join(" ");
  const before = folded.slice(Math.max(0, name.start - 5), name.start).join(" ");
  if (BODY_BEFORE.test(before) || BODY_BEFORE.test(`${before} ${levelPrefix(folded[name.start] ?? "")}`))
    return true;
  // Without a place of its own, a question about a small place that one document talks about is about that document.
  if (scope.length === 0) {
    const isSmall = name.candidates.every(({ level }) => level !== "province" && level !== "country");
    const holders = new Set([...context.governed].map((key) => context.index.byKey(key)?.parent));
    const holdsKnown = name.candidates.some(({ key }) => holders.has(key));
    return isSmall && !holdsKnown && context.isNamedIn(words, [...context.governed]);
  }
  const ancestors = new Set(scope.flatMap((key) => ancestorsOf(key, context.index)));
  const isAncestor = name.candidates.some((candidate) => ancestors.has(candidate.key));
  if (standsInText(name, folded, scope, context)) return true;
  if (isAncestor) return placeIsNamed && ![folded[name.start - 1], folded[name.end]].some(isJoining);
  // «Vinh» is no word of the texts because they speak of «tôn vinh».
  if (name.end - name.start === 1) return false;
  return context.isNamedIn(folded.slice(name.start, name.end).join(" "), scope);
}

/** «Chương trình phát triển nhà ở tỉnh Bắc Ninh»: the name with its neighbours is a phrase of the documents' own. */
function standsInText(
  { start, end }: PlaceName,
  folded: readonly string[],
  scope: readonly string[],
  context: PlaceContext,
): boolean {
  const stretches = [
    ...(start >= NEIGHBOURS ? [folded.slice(start - NEIGHBOURS, end)] : []),
    ...(end + NEIGHBOURS <= folded.length ? [folded.slice(start, end + NEIGHBOURS)] : []),
  ];
  return stretches.some((words) => context.isNamedIn(words.join(" "), scope));
}

const NEIGHBOURS = 2;

/** Whether a known place stands right behind the name of one that lies in it. */
function follows(
  key: string,
  unknown: readonly Locality[],
  found: readonly PlaceName[],
  folded: readonly string[],
  context: PlaceContext,
): boolean {
  return found.some((name, at) => {
    const before = found[at - 1];
    return (
      governedKey(name, folded, context) === key &&
      before !== undefined &&
      name.start - before.end <= 1 &&
      before.candidates.some((candidate) => unknown.includes(candidate))
    );
  });
}

/** «Tỉnh Quảng Ngãi với Đức Phổ» sets the two beside each other; «Đức Phổ, tỉnh Quảng Ngãi» says where one lies. */
const isJoining = (folded: string | undefined): boolean => ["voi", "va", "vs"].includes(folded ?? "");

function ancestorsOf(key: string, index: LocalityIndex): string[] {
  const keys: string[] = [];
  let at = index.byKey(key);
  while (at !== undefined && at.parent !== null && !keys.includes(at.parent)) {
    keys.push(at.parent);
    keys.push(...(index.byKey(at.parent)?.successors ?? []));
    at = index.byKey(at.parent);
  }
  return keys;
}

/** Of several places of one name, the one nearest to the places in question. */
function mostLikely(
  candidates: readonly Locality[],
  scope: readonly string[],
  index: LocalityIndex,
): Locality | undefined {
  const provinces = new Set(scope.map((key) => index.byKey(key)?.province));
  return (
    candidates.find((candidate) => scope.some((key) => ancestorsOf(candidate.key, index).includes(key))) ??
    candidates.find((candidate) => provinces.has(candidate.province)) ??
    candidates.find((candidate) => candidate.level === "province") ??
    candidates[0]
  );
}
