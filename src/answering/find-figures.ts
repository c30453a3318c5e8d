import type { IndicatorGroup } from "../facts/match-indicator.ts";
import type { Target } from "../facts/target.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { Query } from "../understanding/query.ts";
import { isScattered } from "./find-sentences.ts";
import type { Library } from "./library.ts";
import { headingsOf } from "./read-headings.ts";
import { contentShares, holdsAll, scoreContent } from "./score-content.ts";

interface ScoredTarget {
  readonly target: Target;
  /** Share of the question's content that its clause, headings and indicator hold. */
  readonly score: number;
  /** The same for what this message asks itself, without what it carries over from the one before. */
  readonly ownScore: number;
  /** Nothing of what this message asks is wholly absent from it. */
  readonly holdsAll: boolean;
}

/** What a document says of the figures that a question asks for. */
export interface FigureEvidence {
  readonly document: CorpusDocument;
  /** Rows that answer, best first. */
  readonly rows: readonly ScoredTarget[];
  /** Indicators asked that the document sets nothing for. */
  readonly missing: readonly IndicatorGroup[];
  /** Rows of indicators near the one asked, for comparisons and near misses. */
  readonly kin: readonly ScoredTarget[];
  /** Rows of the right indicator for other years than the one asked. */
  readonly otherYears: readonly ScoredTarget[];
}

/** A figure without a named indicator has to hold nearly all that is asked. */
const UNNAMED_SCORE = 0.62;
/** Rows of one indicator within this of the best are meant together («nước sạch»: thành thị và nông thôn). */
const TOGETHER = 0.12;
/** Indicators whose words weigh less than this share of the best one's are by the way. */
const BY_THE_WAY = 0.45;

/** A row that holds less than this of what is asked met an indicator's words by chance («công ty đưa người đi»). */
const BY_CHANCE = 0.15;

/** Looks up a document's figures for a question. */
export function findFigures(query: Query, document: CorpusDocument, library: Library): FigureEvidence {
  const text = library.corpus.text(document.key);
  const scored = scoreTargets(query, document, library);
  const groups = meantGroups(query.indicators);
  const rows = new Set<ScoredTarget>();
  const missing: IndicatorGroup[] = [];
  const otherYears: ScoredTarget[] = [];

  for (const group of groups) {
    const ofIndicator = scored.filter(
      ({ target }) => target.indicator !== null && group.ids.includes(target.indicator),
    );
    if (
      ofIndicator.length > 0 &&
      group.coverage < 1 &&
      ofIndicator.every(({ ownScore }) => ownScore < BY_CHANCE)
    )
      continue;
    if (ofIndicator.length === 0) {
      missing.push(group);
      continue;
    }
    const inYear = ofIndicator.filter(({ target }) => fitsYears(target, query));
    if (inYear.length === 0) {
      otherYears.push(...ofIndicator);
      continue;
    }
    for (const id of group.ids) {
      const ofId = inYear.filter(({ target }) => target.indicator === id);
      const best = Math.max(...(hasBothNatures(ofId) ? ofId : inYear).map(({ score }) => score));
      for (const row of ofId) if (row.score >= best - TOGETHER) rows.add(row);
    }
  }
  if (groups.length === 0) {
    const best = scored[0]?.score ?? 0;
    for (const row of scored) {
      const isClose = row.score >= UNNAMED_SCORE && row.score >= best - TOGETHER;
      if (!isClose || !row.holdsAll || row.ownScore < UNNAMED_SCORE || !fitsYears(row.target, query))
        continue;
      const clause = { text: text.slice(row.target.span.start, row.target.span.end) };
      if (!isScattered(query, query.concepts, [clause], library)) rows.add(row);
    }
  }
  const kinIds = new Set(missing.flatMap(({ ids }) => ids).flatMap((id) => library.indicators.kinOf(id)));
  const kin = scored.filter(({ target }) => target.indicator !== null && kinIds.has(target.indicator));
  return { document, rows: [...rows].sort((a, b) => b.score - a.score), missing, kin, otherYears };
}

/** A value reached and the target for it: both are wanted. */
function hasBothNatures(rows: readonly ScoredTarget[]): boolean {
  return new Set(rows.map(({ target }) => target.nature)).size > 1;
}

/** Every figure and objective of a document with its score, best first. */
function scoreTargets(query: Query, document: CorpusDocument, library: Library): ScoredTarget[] {
  const text = library.corpus.text(document.key);
  const own = query.concepts.filter(({ weight }) => weight === 1);
  return library.facts
    .targets({ documents: [document.key] })
    .map((target) => {
      const clause = library.prepare(
        `${text.slice(target.span.start, target.span.end)} ${target.name} ${target.scope ?? ""}`,
      );
      const indicator = target.indicator === null ? undefined : library.indicators.byId(target.indicator);
      const wordings =
        indicator === undefined
          ? ""
          : [indicator.name.vi, indicator.name.en, ...indicator.synonyms.vi, ...indicator.synonyms.en].join(
              " ",
            );
      const context = library.prepare(
        `${headingsOf(document.key, target.eId, library.corpus).join(" ")} ${wordings}`,
      );
      const score = scoreContent(query.concepts, clause, context, library.vocabulary);
      return {
        target,
        score,
        ownScore: own.length === 0 ? score : scoreContent(own, clause, context, library.vocabulary),
        holdsAll: holdsAll(contentShares(own, clause, context, library.vocabulary)),
      };
    })
    .sort((a, b) => b.score - a.score);
}

/** The indicators that a question is about: the surest, and others that stand on their own words. */
function meantGroups(groups: readonly IndicatorGroup[]): IndicatorGroup[] {
  const best = Math.max(0, ...groups.map((group) => group.weight));
  return groups.filter((group) => group.weight >= BY_THE_WAY * best);
}

/** A figure without a year fits none that is asked, but is not another year's either: it is shown with a remark. */
function fitsYears(target: Target, query: Query): boolean {
  return query.years.length === 0 || target.deadline === null || query.years.includes(target.deadline);
}
