import { foldName, type Locality, type LocalityIndex, type LocalityLevel } from "../corpus/locality.ts";
import { normaliseTonePlacement } from "../shared/vietnamese-text.ts";
import type { PlaceReading, Token } from "./query.ts";
import { isAllStopWords, isDocumentWord } from "./question-words.ts";

export interface PlaceContext {
  readonly index: LocalityIndex;
  /** Localities that the corpus holds a document of. */
  readonly governed: ReadonlySet<string>;
  /** The chat's own locality. */
  readonly home: string | null;
  /** The message is typed with marks. */
  readonly marked: boolean;
  /** Whether the documents of a locality name a place in their text: then it is content of theirs, not another place. */
  isNamedIn(foldedName: string, localityKeys: readonly string[]): boolean;
}

/** Places read, and the tokens that they took. */
export interface PlaceMatch {
  readonly places: PlaceReading;
  readonly taken: ReadonlySet<number>;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly Locality[];
  /** Named with its level word, or by an alias of a governed locality. */
  readonly explicit: boolean;
}

const LEVEL_WORDS = new Set([
  "tinh",
  "tp",
  "thanh pho",
  "tx",
  "thi xa",
  "huyen",
  "quan",
  "phuong",
  "xa",
  "thi tran",
  "dac khu",
]);
const LEVEL_STARTS = new Set([...LEVEL_WORDS].map((word) => word.split(" ")[0] ?? word));
const PREPOSITIONS = new Set([
  "o",
  "tai",
  "cua",
  "ben",
  "voi",
  "so",
  "va",
  "tinh",
  "tp",
  "pho",
  "que",
  "con",
  "the",
  "in",
  "for",
  "of",
  "vs",
]);
const BODY_BEFORE =
  /(tinh uy|thanh uy|thi uy|huyen uy|dang uy|ubnd tinh|uy ban nhan dan tinh|hdnd tinh|hoi dong nhan dan tinh|bhxh|cong an tinh|phong trao)$/;

/** Finds the places of a question: those with documents, those without, and the words that mean a place without naming it. */
export function matchPlaces(tokens: readonly Token[], context: PlaceContext): PlaceMatch {
  const folded = tokens.map((token) => token.folded);
  const found = findNames(tokens, context, context.marked);
  const known: string[] = [];
  const namesakes: string[] = [];
  const unknown: Locality[] = [];
  const taken = new Set<number>();
  const take = ({ start, end }: Found): void => {
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

/** «Toàn quốc», «cả nước»: where, not what. */
const nationTokens = (folded: readonly string[]): number[] =>
  folded.flatMap((word, at) => {
    const pair = `${word} ${folded[at + 1] ?? ""}`;
    return pair === "toan quoc" || pair === "ca nuoc" ? [at, at + 1] : [];
  });

const OF_A_LEVEL =
  / (o|tai|cua) (phuong|thi xa|thanh pho|huyen|tinh) (?!(xa|nao|minh|gi|kia|khac|ta|toi|tui|em|e|nha|cua|chung|chau|nay|nao|do) )| (in|of|for) the (ward|town|city|district|province) | (phuong|thi xa|thanh pho) (xay|dat|phan dau|de ra|ban hanh|se|giao|quy dinh|ho tro|cam ket) /;

/** «BHYT ở phường?» in a chat without a place of its own: the one ward that there is a document of. */
function onlyOfLevel(line: string, { governed, index }: PlaceContext): string | null {
  const words = OF_A_LEVEL.exec(line)?.[0];
  const levels = words === undefined ? [] : levelsMentioned(words);
  const fitting = [...governed].filter((key) => levels.some((level) => level === index.byKey(key)?.level));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** The tokens that stand in any place's name of two syllables or more. */
export function namedTokens(tokens: readonly Token[], index: LocalityIndex): ReadonlySet<number> {
  const named = new Set<number>();
  tokens.forEach((_, start) => {
    for (let length = 2; length <= Math.min(4, tokens.length - start); length++) {
      const name = tokens.slice(start, start + length).map((token) => token.folded);
      if (index.byName(name.join(" ")).length === 0 || isAllStopWords(name)) continue;
      for (let at = start; at < start + length; at++) named.add(at);
    }
  });
  return named;
}

/** The tokens of names that stand with their level word, as it is written out: «xã Hồng Thái», «phường Đa Mai». */
export function fullyNamedTokens(tokens: readonly Token[], index: LocalityIndex): ReadonlySet<number> {
  const named = new Set<number>();
  tokens.forEach((token, start) => {
    if (!LEVEL_STARTS.has(token.folded)) return;
    for (let length = Math.min(6, tokens.length - start); length > 2; length--) {
      const name = tokens
        .slice(start, start + length)
        .map(({ folded }) => folded)
        .join(" ");
      if (!index.byName(name).some((candidate) => foldName(candidate.name) === name)) continue;
      for (let at = start + 1; at < start + length; at++) named.add(at);
      return;
    }
  });
  return named;
}

function findNames(tokens: readonly Token[], context: PlaceContext, marked: boolean): Found[] {
  const found: Found[] = [];
  const longest = context.index.maxSyllables + 2;
  const held = new Set([...context.governed, ...townsOver(context)]);
  for (let start = 0; start < tokens.length; start++) {
    for (let length = Math.min(longest, tokens.length - start); length > 0; length--) {
      const stretch = tokens.slice(start, start + length);
      const name = stretch.map((token) => token.folded).join(" ");
      // «Xã hội an toàn» is no commune of Hội An.
      if (name.startsWith("xa hoi ") || (name.startsWith("hoi ") && tokens[start - 1]?.folded === "xa"))
        continue;
      const candidates = context.index
        .byName(name)
        .filter(
          (candidate) => context.governed.has(candidate.key) || isWrittenAs(candidate, stretch, marked),
        );
      if (candidates.length === 0) continue;
      // «Ở Vinh bao nhiêu» is not Vĩnh Bảo.
      if (stretch.at(-1)?.folded === "bao" && tokens[start + length]?.folded === "nhieu") continue;
      const full = candidates.filter(
        (candidate) => foldName(candidate.name) === name || isShortTitle(name, candidate),
      );
      const governed = candidates.some((candidate) => held.has(candidate.key));
      if (full.length > 0) {
        found.push({ start, end: start + length, candidates: full, explicit: true });
      } else if (governed) {
        found.push({ start, end: start + length, candidates, explicit: false });
      } else {
        const plausible = candidates.filter((candidate) =>
          isPlausibleBare(candidate, stretch, tokens[start - 1]),
        );
        if (plausible.length === 0) continue;
        found.push({ start, end: start + length, candidates: plausible, explicit: false });
      }
      start += length - 1;
      break;
    }
  }
  return found;
}

/** «Cả nước xây bao nhiêu…», «trung ương đặt…»; the nation's average and its standards are another matter. */
const NATIONAL =
  /^ (con |the con |the |vay con )?(trung uong|quoc gia) |(?<!trung binh|chung|binh quan|chung cua|binh quan cua|trung binh cua) (ca nuoc|toan quoc) | (chi tieu|cua|muc|so voi|hon|voi|bang|kem) (trung uong|quoc gia) | (toan|tam) quoc gia $| trung uong (dat|de ra|giao|quy dinh|yeu cau|phan dau) |(?<!chuan|tieu chi|muc tieu|luoi|lieu|pho thong|phong) quoc gia (dat|de ra|giao|quy dinh|yeu cau|phan dau) | (nationwide|nationally|(the )?national (one|ones|target|targets|goal|level|figure|figures|aim|average)|(whole|entire) country|country as a whole|across vietnam) /;

/** «Cao hơn nghị quyết», «còn nghị quyết thì sao?»: the resolution that the local programme carries out. */
const SUPERIOR =
  / (so voi|hon|kem|bang) (cac )?nghi quyet | (so sanh|doi chieu) .{0,60}voi nghi quyet |^ (con |the |vay |the con )*(cua )?nghi quyet (dat |la |quy dinh |de ra )?(bao nhieu|may|sao|ra sao) | nghi quyet (thi sao|thi the nao|the nao|thi bao nhieu|thi) | (compared?|comparison|higher|lower|than|versus|vs|about|and|to|with) (it |this |that )?(with |to |than )?the (national )?resolution |^( \S+){0,3} (does|did|is) the resolution | the resolution (says?|sets?|asks?|wants?) /;

/** «Việt Nam thuộc nhóm…», «ở Việt Nam»; but «Bảo hiểm xã hội Việt Nam» is a body. */
function isCountry(name: Found, folded: readonly string[]): boolean {
  const before = folded[name.start - 1];
  return (
    name.candidates.some(({ level }) => level === "country") &&
    name.end - name.start > 1 &&
    (before === undefined || /^(?:o|tai|cua|nuoc|toan|ma|thi|muc|20\d\d|in|of|for)$/u.test(before))
  );
}

/** «Đảng đặt mục tiêu…», with its marks: «đang đặt» is another word. */
const PARTY = / đảng (đặt|đề ra|giao|quy định|yêu cầu|phấn đấu) /u;

/** «TP Vinh», «TX Ba Đồn». */
const isShortTitle = (name: string, { bareName }: Locality): boolean =>
  /^(tp|tx) /.test(name) && name.slice(3) === foldName(bareName);

function levelPrefix(name: string): string {
  const [first = "", second = ""] = name.split(" ");
  return LEVEL_WORDS.has(`${first} ${second}`) ? `${first} ${second}` : first;
}

/** «Thị xã là gì» names no town of La Gi. */
const isAsking = (folded: readonly string[]): boolean =>
  folded.every((word) => ["la", "gi", "nao", "bao", "nhieu", "ai", "may", "sao", "dau"].includes(word));

/** In a message with marks a name has its own marks; in one without, it is more than words of asking («thị xã là gì»). */
function isWrittenAs(
  { name, bareName, aliases, level }: Locality,
  stretch: readonly Token[],
  marked: boolean,
): boolean {
  if (!marked) {
    const bare = foldName(bareName).split(" ");
    const hasLevel = stretch.length > bare.length && bare.length > 1 && !isAsking(bare);
    return hasLevel || !isAllStopWords(bare) || level === "province";
  }
  const typed = stretch.map((token) => token.typed).join(" ");
  if (!/[^\p{ASCII}]/u.test(typed)) return true;
  return [name, bareName, ...aliases].some((form) =>
    typed.endsWith(normaliseTonePlacement(form).toLowerCase()),
  );
}

/** Without its level word, a name is a place where it is written or introduced as one; a commune's never is. */
function isPlausibleBare(candidate: Locality, stretch: readonly Token[], before: Token | undefined): boolean {
  const capitals = stretch.every((token) => token.capital);
  // «So van ban» without marks asks for the number of the text, not for Văn Bàn.
  if (!capitals && stretch.every(({ typed }) => isDocumentWord(typed))) return false;
  const introduced = before === undefined || PREPOSITIONS.has(before.folded);
  if (candidate.level === "province" && (stretch.length > 1 || foldName(candidate.bareName).includes(" "))) {
    return capitals || introduced || !isAllStopWords(stretch.map((token) => token.folded));
  }
  if (stretch.length < 2) {
    const at = stretch[0]?.capital === true ? ["o", "tai", "cua", "ben", "in", "for", "of"] : ["o", "tai"];
    const isLarge = candidate.level === "city" || candidate.level === "province";
    return isLarge && before !== undefined && at.includes(before.folded);
  }
  if (candidate.level === "city" || candidate.level === "town" || candidate.level === "district")
    return capitals || introduced;
  return capitals && before !== undefined && ["o", "tai", "phuong", "xa", "in"].includes(before.folded);
}

/** The towns and cities that localities with documents lie in: people call a ward by its town's name. */
const townsOver = ({ governed, index }: PlaceContext): string[] =>
  [...governed].flatMap((key) => {
    const town = index.byKey(index.byKey(key)?.parent ?? "");
    return town !== undefined && TOWNS.has(town.level) ? [town.key] : [];
  });

const TOWNS: ReadonlySet<LocalityLevel> = new Set(["city", "town", "district"]);

/**
 * The governed locality that a name stands for. A ward whose programme does not say its own name goes by its city's:
 * «phường ở Từ Sơn», «Từ Sơn»; but «thành phố Từ Sơn» alone is the city, which has no programme here.
 */
function governedKey(name: Found, folded: readonly string[], context: PlaceContext): string | null {
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

/** A name that is part of a body, of what the documents themselves talk about, or of where a known place lies. */
function isBackground(
  name: Found,
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
  { start, end }: Found,
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
  found: readonly Found[],
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

const LEVELS: readonly (readonly [RegExp, readonly LocalityLevel[]])[] = [
  [/ (phuong|ward) /, ["ward"]],
  [/ (thi xa|tx|town) /, ["town"]],
  [/ (thanh pho|tp|city) /, ["city"]],
  [/ (huyen|district) /, ["district"]],
  [/ (tinh|province) /, ["province"]],
];

function levelsMentioned(line: string): LocalityLevel[] {
  return LEVELS.filter(([pattern]) => pattern.test(line)).flatMap(([, levels]) => levels);
}
