import type { ProvisionRow } from "../corpus/corpus-store.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import { foldedTokens } from "../facts/match-indicator.ts";
import type { RetrievalHit } from "../retrieval/passage.ts";
import { foldedLine } from "../understanding/folded-line.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import { searchText } from "../understanding/search-text.ts";
import { answersNumber } from "./answers-number.ts";
import type { Library } from "./library.ts";
import { showsDemanded } from "./meets-demand.ts";
import { lineageOf } from "./read-headings.ts";
import { scoreContent } from "./score-content.ts";

/** A paragraph (khoản) of a law, or an article (điều) without any, that may hold the rule asked for. */
export interface ScoredRule {
  readonly document: CorpusDocument;
  readonly article: ProvisionRow;
  /** The paragraph, or the article itself. */
  readonly row: ProvisionRow;
  /** Share of the question's content that it holds with its headings: 0–1. */
  readonly content: number;
  /** All that its article lists is asked for: every right, every ban. */
  readonly asksWhole: boolean;
  readonly score: number;
}

const PASSAGES = 20;
const ARTICLES_READ = 3;

/** What a question asks for, and how articles that answer it are headed; folded, blanks at both ends. */
interface Asking {
  readonly asked: RegExp;
  readonly heading: RegExp;
  /** All that the article lists is asked for. */
  readonly whole?: true;
}

const ASKINGS: readonly Asking[] = [
  { asked: / (cam|nghiem cam|khong duoc lam) /, heading: / nghiem cam /, whole: true },
  { asked: / quyen (gi|nao|loi)| (co|nhung|cac) quyen /, heading: /^ quyen /, whole: true },
  { asked: / nghia vu /, heading: / nghia vu /, whole: true },
  { asked: / trach nhiem (gi|nao|cua)| phai lam gi /, heading: / (trach nhiem|nhiem vu) / },
  { asked: / thu hoi /, heading: / thu hoi /, whole: true },
  { asked: / (bao nhieu|may) (nam|thang|tuoi) thi | (bao lau|khi nao|the nao|luc nao) (thi )?(duoc|dc|moi duoc) | dieu kien | ai (thi )?duoc | doi tuong nao | nhung ai /, heading: / (dieu kien|doi tuong) / },
  { asked: / (nghi|huong) .*(may|bao nhieu) (ngay|thang)| thoi gian (nghi|huong)| nghi (\S+ ){0,4}(may|bao nhieu) (ngay|thang)/, heading: / thoi gian / },
  { asked: / muc (dong|huong|tro cap|ho tro)|(dong|huong|tro cap|ho tro|luong huu|linh) (\S+ ){0,5}(bao nhieu|may) (%|phan tram|tien|lan|dong)| bao nhieu tien /, heading: / (muc|ty le|tro cap) / },
  { asked: / (ho so|giay to|mau|nop|thu tuc|trinh tu|lam don|don|o dau|cho ai) /, heading: / (ho so|thu tuc|trinh tu|quy trinh) / },
  { asked: / (thoi han|bao lau|may ngay|bao nhieu ngay) .*(giai quyet|ket qua|xong|tra|cap) | (giai quyet|ket qua|xong) .*(bao lau|may ngay|bao nhieu ngay) | thoi han giai quyet /, heading: / (ho so|thu tuc|trinh tu|quy trinh|giai quyet|thoi han) / },
  { asked: / (ai|co quan nao|cap nao) (duoc )?(quyet dinh|cap|phe duyet|ky|cho phep) | tham quyen /, heading: / (tham quyen|thu tuc|trinh tu) / },
  { asked: / (nguon|quy) nao | tu dau | kinh phi | lay (o|tu) /, heading: / (kinh phi|nguon|tai chinh|ngan sach|quy) / },
  { asked: / (xu ly|bi phat|xu phat|bi sao|bi gi) /, heading: / (xu ly|vi pham) / },
]; // prettier-ignore

/** How much each kind of evidence says: where retrieval puts the paragraph and its article, the article's heading, the words themselves. */
const WEIGHTS = { rank: 0.2, article: 0.3, heading: 0.5, content: 0.9, headed: 0.45, number: 0.3 } as const;

const BINDING = new Set(["va", "cua", "cac", "ve", "theo", "doi", "voi", "trong", "khi", "mot", "so"]);

/** The paragraphs of laws that may answer a question, best first. */
export async function findRules(
  query: ResolvedQuery,
  documents: readonly CorpusDocument[],
  library: Library,
): Promise<ScoredRule[]> {
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const hits = await library.retriever.retrieve({
    text: query.leaning ? searchText(query, library.lexicons) : spokenText(query),
    documents: [...byKey.keys()],
    limit: PASSAGES,
  });
  const found = groupHits(hits, byKey, library);
  const ofArticle = new Map<ProvisionRow, number>();
  for (const { article, rank } of found) ofArticle.set(article, (ofArticle.get(article) ?? 0) + rank);
  const units = [...found, ...restOfArticles(found, ofArticle, library)];
  const most = Math.max(...ofArticle.values(), 1e-9);
  const mostRank = Math.max(...units.map(({ rank }) => rank), 1e-9);
  return units
    .map(({ rank, ...unit }): ScoredRule => {
      const evidence = weighEvidence(query, unit, library);
      const score =
        (WEIGHTS.rank * rank) / mostRank +
        (WEIGHTS.article * (ofArticle.get(unit.article) ?? 0)) / most +
        evidence.score;
      return { ...unit, ...evidence, score };
    })
    .sort((a, b) => b.score - a.score);
}

/** The question as it was asked, abbreviations written out, without the names of documents. */
const spokenText = ({ tokens }: ResolvedQuery): string =>
  tokens
    .map(({ typed }) => typed)
    .join(" ")
    .replace(/(?:theo |trong |của )?(?:văn bản này|van ban nay)/gu, " ");

type Unit = Pick<ScoredRule, "document" | "article" | "row"> & { readonly rank: number };

function groupHits(
  hits: readonly RetrievalHit[],
  byKey: ReadonlyMap<string, CorpusDocument>,
  library: Library,
): Unit[] {
  const units = new Map<ProvisionRow, Unit>();
  hits.forEach(({ passage }, at) => {
    const document = byKey.get(passage.document);
    const lineage = lineageOf(passage.document, passage.eId, library.corpus);
    const article = lineage.find(({ type }) => type === "article");
    if (document === undefined || article === undefined) return;
    const row = lineage.find(({ type }) => type === "paragraph") ?? article;
    const rank = (units.get(row)?.rank ?? 0) + 1 / (1 + at / 2);
    units.set(row, { document, article, row, rank });
  });
  return [...units.values()];
}

/** The paragraphs that retrieval passed over of the articles where it found most: one of them may hold the number. */
function restOfArticles(
  found: readonly Unit[],
  ofArticle: ReadonlyMap<ProvisionRow, number>,
  library: Library,
): Unit[] {
  const known = new Set(found.map(({ row }) => row));
  const best = [...ofArticle].sort((a, b) => b[1] - a[1]).slice(0, ARTICLES_READ);
  return best.flatMap(([article]) => {
    const unit = found.find((other) => other.article === article);
    return unit === undefined
      ? []
      : library.corpus
          .provisions(unit.document.key)
          .filter((row) => row.type === "paragraph" && row.parentEId === article.eId && !known.has(row))
          .map((row): Unit => ({ document: unit.document, article, row, rank: 0 }));
  });
}

function weighEvidence(
  query: ResolvedQuery,
  { document, article, row }: Omit<Unit, "rank">,
  library: Library,
): Pick<ScoredRule, "score" | "content" | "asksWhole"> {
  const text = library.corpus.text(document.key);
  const words = text.slice(row.span.start, row.span.end);
  const context = lineageOf(document.key, row.eId, library.corpus).map(({ heading }) => heading ?? "");
  const content = scoreContent(
    query.concepts,
    library.prepare(words),
    library.prepare([...context, document.title ?? ""].join(" ")),
    library.vocabulary,
  );
  const line = foldedLine(query.tokens);
  const heading = ` ${foldedTokens(article.heading ?? "").join(" ")} `;
  const asking = ASKINGS.find(({ asked, heading: headed }) => asked.test(line) && headed.test(heading));
  const isNumber = asksNumber(query) && saysNumber(query, words);
  const score =
    WEIGHTS.heading * headingFit(query, article, library) +
    WEIGHTS.content * content +
    (asking === undefined ? 0 : WEIGHTS.headed) +
    (isNumber ? WEIGHTS.number : 0);
  return { score, content, asksWhole: asking?.whole === true };
}

/** «Từ năm nào?», «ngày nào?»: a date, where «khi nào?» may ask for conditions as well. */
const ASKS_DATE = / (nam nao|ngay nao|thang nao|bao gio|ngay may) /;

export const asksNumber = ({ intent, also, tokens }: ResolvedQuery): boolean =>
  intent === "figure" ||
  also.includes("figure") ||
  ASKS_DATE.test(foldedLine(tokens)) ||
  COUNTED.test(foldedLine(tokens));

/** «Mấy ngày», «bao lâu», «mấy lần»; folded. */
const COUNTED = / (bao lau|(may|bao nhieu) (ngay|thang|nam|tuoi|lan|tien|dong|%|phan tram|muc|gio)) /;

/** Whether a provision states what a question counts: a date, a sum of money, a number of the kind asked. */
export function saysNumber({ text, demand, tokens }: ResolvedQuery, words: string): boolean {
  if (demand === "money" || demand === "price") return showsDemanded(demand, words);
  const line = foldedLine(tokens);
  if (ASKS_DATE.test(line)) return /(?:ngày|tháng|năm) \d/u.test(words);
  if (line.includes(" bao lau ")) return /\d+ (?:ngày|tháng|năm|giờ)/u.test(words);
  return answersNumber(text, words);
}

/** How far the question and an article's heading are about the same, by the rarity of their words: 0–1. */
function headingFit({ concepts }: ResolvedQuery, { heading }: ProvisionRow, { vocabulary }: Library): number {
  const own = new Set(foldedTokens(heading ?? "").filter((token) => !BINDING.has(token)));
  const asked = new Set(concepts.filter(({ weight }) => weight === 1).flatMap(({ tokens }) => tokens));
  const weigh = (tokens: Iterable<string>): number =>
    [...tokens].reduce((sum, token) => sum + (vocabulary.has(token) ? vocabulary.rarity(token) : 0), 0);
  const both = weigh([...own].filter((token) => asked.has(token)));
  const total = weigh(own) + weigh(asked);
  return total === 0 ? 0 : (2 * both) / total;
}
