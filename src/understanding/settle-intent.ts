import type { IndicatorGroup } from "../facts/match-indicator.ts";
import type { Concept, DocumentFacet, Intent, Query } from "./query.ts";
import type { IntentReading } from "./read-intent.ts";

/** What else the question holds may say more of its intent than its words of asking. */
export function settleIntent(
  { intent, facets }: IntentReading,
  held: Pick<Query, "places" | "premises" | "documentNumbers"> & {
    readonly found: readonly IndicatorGroup[];
    readonly hasHome: boolean;
    readonly asksDue: boolean;
    /** How something is done, and no number. */
    readonly asksHow: boolean;
    /** Pieces of content that are no words about documents. */
    readonly subjects: number;
  },
): Intent {
  const { known, nation } = held.places;
  const asks = held.found.length > 0;
  const local = known.length + (known.length === 0 && held.hasHome && held.places.levels.length > 0 ? 1 : 0);
  if (asks && local + (nation ? 1 : 0) >= 2 && intent !== "list" && intent !== "cross-check")
    return "comparison";
  if (asks && held.premises.length > 0 && (intent === "entitlement" || intent === "passage")) return "figure";
  // «Mấy công ty … lừa đảo thì tính sao?»
  if (intent === "figure" && held.asksHow && held.premises.length === 0) return "passage";
  // «Báo cáo trước ngày nào?» asks when something is due, not when the text was signed.
  if (intent === "document" && held.asksDue) return "time";
  if (held.documentNumbers.length > 0 && facets.length > 0) return "document";
  // «Nhà ở làm theo chương trình nào của tỉnh?» asks about housing, not about the text's own basis.
  if (intent === "document" && facets.every((facet) => SOFT_FACETS.has(facet)) && held.subjects > 0)
    return "passage";
  return intent;
}

/** What texts speak of beside themselves: other programmes, other conferences. */
const SOFT_FACETS: ReadonlySet<DocumentFacet> = new Set<DocumentFacet>([
  "basis",
  "title",
  "follows",
  "conference",
]);

/** Words that questions about a document's basis are made of; folded. */
const BASIS_WORDS = new Set(
  "city party committee standing politburo government directive decision rest build can cu dua tren cap tinh uy thanh uy thi uy trung uong dang bo chinh tri ban hanh ngay ra giai doan lam trien khai based provincial document plan resolution programme program implement carry out follow succeed title name full official ten day du van ban tai lieu chuong trinh noi tiep hoi nghi dai hoi khoa truoc".split(
    " ",
  ),
);

/** Pieces of content that are no words about documents. */
export function countSubjects(concepts: readonly Concept[]): number {
  return concepts.filter(
    ({ tokens, weight }) => weight === 1 && !tokens.every((token) => BASIS_WORDS.has(token)),
  ).length;
}
