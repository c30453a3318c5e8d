import type { IndicatorGroup } from "../facts/match-indicator.ts";
import type { Concept, Intent, Query } from "./query.ts";
import { isWeak } from "./question-words.ts";

/** What the last question was about, for the next to lean on. Plain JSON. */
export interface Topic {
  readonly places: Pick<Query["places"], "known" | "everywhere" | "nation">;
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
}

export interface FollowUpContext {
  /** Corpus localities by level, to settle «thế phường kia?». */
  localityOfLevel(levels: Query["places"]["levels"], except: readonly string[]): string | null;
  /** The indicator nearest to the last ones that these words could narrow down to: «cấp 2», «thành thị». */
  nearestIndicator(words: readonly string[], previous: readonly IndicatorGroup[]): string | null;
}

/** Fills a question's open slots from the turn before. A question that stands alone is left as it is. */
export function resolveFollowUp(
  query: Query,
  previous: Topic | null,
  context: FollowUpContext,
): ResolvedQuery {
  if (previous === null || isSocial(query.intent)) return { ...query, goesOnAbout: [] };
  const places = inheritPlaces(query, previous, context);
  const own = contentOf(query);
  const leaning = query.leaning || own.length === 0;

  if (own.length === 0 || query.intent === "detail") {
    const intent = query.intent === "passage" ? previous.intent : query.intent;
    return {
      ...query,
      places,
      intent,
      concepts: previous.concepts,
      indicators: previous.indicators,
      topics: previous.topics,
      listOf: query.listOf ?? previous.listOf,
      roles: query.roles.length > 0 ? query.roles : previous.roles,
      facets: query.facets.length > 0 ? query.facets : intent === "document" ? previous.facets : [],
      goesOnAbout: previous.evidence,
    };
  }
  if (!leaning) return { ...query, places, goesOnAbout: [] };

  const intent = inheritsIntent(query) ? previous.intent : query.intent;
  const words = own.flatMap((concept) => concept.tokens);
  const isOpen = query.indicators.length === 0 || (query.indicators[0]?.ids.length ?? 0) > 1;
  const narrowed =
    isOpen && previous.indicators.length > 0 ? context.nearestIndicator(words, previous.indicators) : null;
  const fits =
    narrowed !== null &&
    (query.indicators.length === 0 || query.indicators[0]?.ids.includes(narrowed) === true);
  const indicators = fits
    ? [{ ids: [narrowed], start: 0, end: query.tokens.length, weight: 10, coverage: 1 }]
    : query.indicators;
  const background = previous.concepts.map((concept) => ({ ...concept, weight: concept.weight * 0.35 }));
  const keepsSubject = indicators.length === 0 || intent === "entitlement";
  return {
    ...query,
    places,
    intent: intent === "document" && query.facets.length === 0 ? "passage" : intent,
    indicators,
    concepts: keepsSubject ? [...query.concepts, ...background] : query.concepts,
    goesOnAbout: [],
  };
}

const isSocial = (intent: Intent): boolean =>
  ["greeting", "thanks", "abuse", "help", "sources"].includes(intent);

/** Concepts that say something of their own, not «chương trình», «thị xã». */
function contentOf(query: Query): Concept[] {
  return query.concepts.filter(
    (concept) =>
      !isWeak(concept.tokens) && !concept.tokens.every((token) => ASIDE.has(token) || YEAR.test(token)),
  );
}

const YEAR = /^20\d\d$/u;

/** Words of asking that carry no subject in a follow-up; folded. */
const ASIDE = new Set(
  "nam co quan don vi chu tri chi dao tham muu phoi hop thoi gian thoi han khi bao gio trien khai tiet them ro nua noi dia phuong body agency time when start ben mot".split(
    " ",
  ),
);

function inheritsIntent(query: Query): boolean {
  return query.intent === "passage" && !query.asksHow;
}

function inheritPlaces(query: Query, previous: Topic, context: FollowUpContext): Query["places"] {
  const { places } = query;
  if (places.unknown.length > 0 || places.everywhere || places.nation) {
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
  const other = / (kia|nay thi sao|con lai|thi sao) /.test(
    ` ${query.tokens.map((token) => token.folded).join(" ")} `,
  )
    ? context.localityOfLevel(places.levels, previous.places.known)
    : null;
  if (other !== null)
    return { ...places, known: query.intent === "comparison" ? [...previous.places.known, other] : [other] };
  return { ...places, ...previous.places };
}
