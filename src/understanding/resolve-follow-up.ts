import { foldedLine } from "./folded-line.ts";
import type { IndicatorGroup } from "../facts/match-indicator.ts";
import { SOCIAL_INTENTS, type Concept, type Intent, type Query } from "./query.ts";
import { isWeak } from "./question-words.ts";

/** What the last question was about, for the next to lean on. Plain JSON. */
export interface Topic {
  readonly language: Query["language"];
  readonly places: Pick<
    Query["places"],
    "known" | "everywhere" | "nation" | "namesakes" | "documents" | "superior"
  >;
  /** Corpus localities of the turns so far, the latest last: «so sánh hai nơi». */
  readonly visited: readonly string[];
  readonly intent: Intent;
  readonly indicators: readonly IndicatorGroup[];
  readonly concepts: readonly Concept[];
  readonly topics: readonly string[];
  readonly facets: Query["facets"];
  readonly listOf: Query["listOf"];
  readonly roles: Query["roles"];
  /** Paths of the provisions that the last answer rested on, by document. */
  readonly evidence: readonly { readonly document: string; readonly path: string; readonly eId: string }[];
}

/** A query with what it takes over from the turn before. */
export interface ResolvedQuery extends Query {
  /** The provisions of the last answer, where this question goes on about them. */
  readonly goesOnAbout: Topic["evidence"];
  /** The provisions of the last answer, whatever this question is about: «khoản 1» is counted from them. */
  readonly lastEvidence?: Topic["evidence"];
  /** What the last question was about, where this one points back to it («ở đó», «nó»): an answer has to be about it. */
  readonly about?: readonly Concept[];
}

export interface FollowUpContext {
  /** Corpus localities by level, to settle «thế phường kia?». */
  localityOfLevel(levels: Query["places"]["levels"], except: readonly string[]): string | null;
  /** The indicator nearest to the last ones that these words could narrow down to: «cấp 2», «thành thị». */
  nearestIndicator(words: readonly Concept[], previous: readonly IndicatorGroup[]): NearIndicator | null;
}

export interface NearIndicator {
  readonly id: string;
  /** How much of its name it shares with the nearest of the last ones, 0–1. */
  readonly likeness: number;
}

/** Fills a question's open slots from the turn before. A question that stands alone is left as it is. */
export function resolveFollowUp(
  asked: Query,
  previous: Topic | null,
  context: FollowUpContext,
): ResolvedQuery {
  if (previous === null || SOCIAL_INTENTS.has(asked.intent)) return { ...asked, goesOnAbout: [] };
  const query = withoutLead(asked);
  const own = contentOf(query);
  const language = inheritLanguage(query, previous);
  const places = inheritPlaces(query, own.length === 0, previous, context);
  const narrowed = narrowedIndicator(query, own, previous, context);

  const isSameFigure = query.intent === "figure" && narrowed === only(previous.indicators);
  const asksTheSame = own.length === 0 || query.intent === "detail" || saysAgain(query) || isSameFigure;
  if (asksTheSame) {
    const intent = query.intent === "passage" ? previous.intent : query.intent;
    return {
      ...query,
      language,
      places,
      intent,
      concepts: previous.concepts,
      indicators: previous.indicators,
      topics: previous.topics,
      listOf: query.listOf ?? previous.listOf,
      roles: query.roles.length > 0 ? query.roles : previous.roles,
      facets: query.facets.length > 0 ? query.facets : intent === "document" ? previous.facets : [],
      goesOnAbout: PROVISION.test(query.text) ? [] : previous.evidence,
    };
  }
  const pointsBack = POINTING.test(foldedLine(query.tokens)) && query.indicators.length === 0;
  const leaning = query.leaning || narrowed !== null || pointsBack;
  // A question of its own is no longer about the document named before, but for one about its provisions.
  if (!leaning && !PROVISION.test(query.text))
    return { ...query, language, places: { ...places, documents: query.places.documents }, goesOnAbout: [] };
  if (!leaning) return { ...query, language, places, goesOnAbout: [] };

  const intent = inheritsIntent(query) ? previous.intent : query.intent;
  const indicators =
    narrowed === null
      ? query.indicators
      : [{ ids: [narrowed], start: 0, end: query.tokens.length, weight: 10, coverage: 1 }];
  const background = previous.concepts.map((concept) => ({ ...concept, weight: concept.weight * 0.35 }));
  const keepsSubject = indicators.length === 0 || intent === "entitlement";
  return {
    ...query,
    language,
    places,
    intent: intent === "document" && query.facets.length === 0 ? "passage" : intent,
    indicators,
    listOf: query.listOf ?? (intent === "list" ? previous.listOf : null),
    concepts: keepsSubject ? [...query.concepts, ...background] : query.concepts,
    goesOnAbout: [],
    ...(pointsBack ? { about: previous.concepts } : {}),
  };
}

/** «Ở đó có cho thuê không?», «does it…?»: what is asked is asked of the last subject; folded. */
const POINTING =
  / (o do|no|cai (do|nay|ay)|viec (do|nay|ay)|chuyen (do|nay|ay)|cho do|khoan do|may cai do|it|they|them|there) /;

/** «Điều 5», «khoản 2», «phụ lục I». */
const PROVISION = /(?:điều|khoản|điểm|mục|phụ lục|dieu|khoan|diem|muc|phu luc|article|section)\s+[\dIVX]/iu;

/** Names that share this much are of one family: «nước sạch nông thôn», «nước sạch thành thị». */
const FAMILY = 0.4;
/** More words than these are a question of their own. */
const FRAGMENT_WORDS = 4;

/**
 * The indicator of the last ones' family that a question's own words single out. A question that does not say that
 * it goes on is taken so only where it is a fragment: a bare «thành thị», or «bao nhiêu căn».
 */
function narrowedIndicator(
  query: Query,
  own: readonly Concept[],
  previous: Topic,
  context: FollowUpContext,
): string | null {
  const [group] = query.indicators;
  const isOpen = group === undefined || group.ids.length > 1;
  if (!isOpen || own.length === 0 || previous.indicators.length === 0) return null;
  const near = context.nearestIndicator(own, previous.indicators);
  if (near === null || (group !== undefined && !group.ids.includes(near.id))) return null;
  if (query.leaning) return group === undefined || near.likeness >= FAMILY ? near.id : null;
  const isSame = only(previous.indicators) === near.id;
  const isFragment =
    query.intent === "figure" ||
    (query.intent === "passage" && query.tokens.length <= FRAGMENT_WORDS && !isSame);
  return group === undefined && isFragment && near.likeness >= FAMILY ? near.id : null;
}

/** The one indicator that is meant; undefined where there are several or none. */
function only(groups: readonly IndicatorGroup[]): string | undefined {
  return groups.length === 1 && groups[0]?.ids.length === 1 ? groups[0].ids[0] : undefined;
}

/** «Ý là bao nhiêu % người già», «I mean the share»: the same question once more. */
const saysAgain = ({ tokens, indicators }: Query): boolean =>
  indicators.length === 0 &&
  /^ (a |u |khong |no )?(y (la|toi|em|minh|tui)|tuc la|nghia la|i mean|that is) /.test(foldedLine(tokens));

/** «Hà Tĩnh?» after an English question goes on in English. */
function inheritLanguage({ language, text }: Query, previous: Topic): Query["language"] {
  return language === "vi" &&
    previous.language === "en" &&
    !/[^\p{ASCII}]/u.test(text) &&
    !VIETNAMESE.test(text)
    ? "en"
    : language;
}

/** Words that only a Vietnamese message holds, without their marks. */
const VIETNAMESE =
  /\b(?:con|thi|sao|o|bao|nhieu|la|gi|cua|co|khong|ko|nao|va|hay|voi|ai|khi|nam|so sanh|thay|nghi quyet)\b/iu;

/** «Con ha tinh», «the tu son»: without its marks the word that goes on is no child and no world. */
function withoutLead(query: Query): Query {
  const [first] = query.tokens;
  if (!query.leaning || first === undefined || !LEADS.has(first.folded)) return query;
  const [lead, ...others] = query.concepts;
  return lead?.tokens.length === 1 && lead.tokens[0] === first.folded
    ? { ...query, concepts: others }
    : query;
}

const LEADS = new Set(["con", "the", "vay", "roi", "va"]);

/** Concepts that say something of their own, not «chương trình», «thị xã», nor «tiền» where a sum is asked. */
function contentOf({ concepts, demand, premises }: Query): Concept[] {
  const isAside = (token: string): boolean =>
    ASIDE.has(token) ||
    YEAR.test(token) ||
    (demand !== null && DEMANDED.has(token)) ||
    (premises.length > 0 && BOUNDS.has(token));
  return concepts.filter(({ tokens }) => !isWeak(tokens) && !tokens.every(isAside));
}

const YEAR = /^20\d\d$/u;

/** «Đúng là dưới 2% hả?»; folded. */
const BOUNDS = new Set(["tren", "duoi", "hon", "khoang"]);

/** Words of asking that carry no subject in a follow-up; folded. */
const ASIDE = new Set(
  "nam co quan don vi chu tri chi dao tham muu phoi hop thoi gian thoi han khi bao gio trien khai tiet them ro nua noi dia phuong body agency time when start ben mot hai doi ca charge compare resolution deadline nguon dau lay trich source quote danh ap dung doi tuong huong giup di ra het cho ky rieng danh giong nhu higher lower bigger better rate share percentage only just chenh lech cach toan quoc ca nuoc quoc gia trung uong".split(
    " ",
  ),
);

/** Words of what people want to have: in a follow-up they ask it of the same subject; folded. */
const DEMANDED = new Set(
  "tien dong so muc gia kinh phi von ngan sach ho so thu tuc giay to dien thoai dia chi lien he money amount price budget paperwork phone address".split(
    " ",
  ),
);

function inheritsIntent(query: Query): boolean {
  return query.intent === "passage" && !query.asksHow;
}

function inheritPlaces(
  query: Query,
  asksTheSame: boolean,
  previous: Topic,
  context: FollowUpContext,
): Query["places"] {
  const { places } = query;
  const pair = comparedPair(query, asksTheSame, previous);
  if (pair !== null) return { ...places, known: pair, everywhere: false };
  const isSaid = places.unknown.length > 0 || places.everywhere || places.nation;
  if (isSaid || places.documents.length > 0) {
    return query.intent === "comparison" && places.known.length === 0
      ? { ...places, known: previous.places.known }
      : places;
  }
  if (places.known.length > 0) {
    const joins = query.intent === "comparison" && places.known.length === 1;
    return joins
      ? {
          ...places,
          known: [...new Set([...previous.places.known, ...places.known])],
          nation: previous.places.nation,
        }
      : places;
  }
  if (places.here) return places;
  const other = / (kia|nay thi sao|con lai|thi sao) /.test(foldedLine(query.tokens))
    ? context.localityOfLevel(places.levels, previous.places.known)
    : null;
  if (other !== null)
    return { ...places, known: query.intent === "comparison" ? [...previous.places.known, other] : [other] };
  const { known } = previous.places;
  // «So sánh hai nơi»: the places of the turns so far.
  const both =
    query.intent === "comparison" && asksTheSame && known.length < 2 ? previous.visited.slice(-2) : [];
  return { ...places, ...previous.places, ...(both.length > 1 ? { known: both } : {}) };
}

/** «Chỗ nào cao hơn?» of two: the places spoken of last, not all that there are. */
function comparedPair(query: Query, asksTheSame: boolean, { visited }: Topic): string[] | null {
  const isOfTwo =
    / (noi|cho|ben|dia phuong|place|one) (nao )?(is )?(\S+ )?(cao|thap|nhieu|it|lon|nho|tot) hon |which (one |place )?is (higher|lower|bigger|better) /.test(
      foldedLine(query.tokens),
    );
  const asksPlaces = query.intent === "comparison" && query.places.known.length === 0;
  return isOfTwo && asksPlaces && asksTheSame && visited.length > 1 ? visited.slice(-2) : null;
}
