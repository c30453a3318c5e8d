import { foldText } from "../shared/vietnamese-text.ts";
import type { Body } from "../facts/body.ts";
import {
  createIndicatorMatcher,
  type IndicatorGroup,
  type IndicatorMatcher,
} from "../facts/match-indicator.ts";
import { parseVietnameseNumber } from "./parse-number.ts";
import { isVietnameseSyllable } from "./decode-keystrokes.ts";
import { commonWords } from "./common-words.ts";
import { createSlipCorrector } from "./correct-slips.ts";
import { createBodyMatcher } from "./match-bodies.ts";
import { dropOrders } from "./drop-orders.ts";
import type { Lexicons } from "./lexicon.ts";
import type { NameableDocument } from "./nameable-document.ts";
import { matchDocuments, type DocumentMatch } from "./match-documents.ts";
import {
  fullyNamedTokens,
  matchPlaces,
  namedTokens,
  type PlaceContext,
  type PlaceMatch,
} from "./match-places.ts";
import { bothForms, createTermMatcher, type TermMatch } from "./match-terms.ts";
import type { Concept, DocumentFacet, Intent, Premise, Query, Token } from "./query.ts";
import { isMarked, isStopWord } from "./question-words.ts";
import { readContent } from "./read-content.ts";
import { asksElsewhere } from "./read-elsewhere.ts";
import { readIntent, type IntentReading } from "./read-intent.ts";
import { createSpeller, tokensOf } from "./spell-out.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface QueryReader {
  /** A name or phrase in the form that questions are compared in: abbreviations written out, folded syllables. */
  readonly fold: (text: string) => string[];
  /** The bodies of the lexicon that a text names. */
  readonly bodiesIn: (text: string) => readonly Body[];
  /** Understands a message by itself; `home` is the chat's own locality. */
  read(text: string, home: string | null): Query;
  readonly indicators: IndicatorMatcher;
}

/** What the reader has to know of the corpus. */
export interface ReaderCorpus {
  readonly vocabulary: Vocabulary;
  /** The words of corpus and lexicons together: what people may write. */
  readonly language: Vocabulary;
  /** English wordings of the lexicons and words of asking. */
  readonly english: Vocabulary;
  readonly governed: ReadonlySet<string>;
  /** The documents that questions may name. */
  readonly nameable: readonly NameableDocument[];
  readonly isNamedIn: PlaceContext["isNamedIn"];
}

export function createQueryReader(lexicons: Lexicons, corpus: ReaderCorpus): QueryReader {
  const speller = createSpeller(lexicons.abbreviations, corpus.language, (tokens) =>
    fullyNamedTokens(tokens, lexicons.localities),
  );
  const corrector = createSlipCorrector(corpus.language, commonWords());
  const englishCorrector = createSlipCorrector(corpus.english);
  /** The names of places are left as they are: one place must never turn into another. */
  const correctSlips = (tokens: readonly Token[], marked: boolean): Token[] => {
    const named = namedTokens(tokens, lexicons.localities);
    return corrector.correct(tokens, (at) => {
      const token = tokens[at];
      return named.has(at) || (token !== undefined && isStopWord(token, marked));
    });
  };
  const terms = createTermMatcher(lexicons.terms, corpus.vocabulary);
  const bodies = createBodyMatcher(lexicons.bodies);
  const bodyById = new Map(lexicons.bodies.map((body) => [body.id, body]));
  const indicators = createIndicatorMatcher(lexicons.indicators);
  const topics = lexicons.topics.flatMap(({ id, vi, en }) =>
    [...vi, ...en].map((name) => ({ id, name: ` ${foldLine(tokensOf(name))} ` })),
  );

  const findPlaces = (
    text: string,
    language: Query["language"],
    marked: boolean,
    home: string | null,
  ): { tokens: Token[]; match: PlaceMatch } => {
    const typed = tokensOf(text);
    const named = namedTokens(typed, lexicons.localities);
    const tokens =
      language === "en"
        ? englishCorrector.correct(typed, (at) => {
            const token = typed[at];
            return named.has(at) || (token !== undefined && (token.capital || isStopWord(token, true)));
          })
        : correctSlips(speller.spellOut(text), marked);
    const { governed, isNamedIn } = corpus;
    return {
      tokens,
      match: matchPlaces(tokens, { index: lexicons.localities, governed, home, marked, isNamedIn }),
    };
  };

  return {
    indicators,
    fold: (text) => speller.spellOut(text).map((token) => token.folded),
    bodiesIn: (text) => bodies.match(speller.spellOut(text)).flatMap(({ id }) => bodyById.get(id) ?? []),
    read(message, home) {
      const { text: whole, hadOrders } = dropOrders(message);
      const language = readLanguage(tokensOf(whole), corpus.english);
      const marked = isMarked(whole);
      const first = findPlaces(whole, language, marked, home);
      const { known } = first.match.places;
      const named = matchDocuments(
        whole,
        corpus.nameable,
        known.length > 0 || home === null ? known : [home],
      );
      // What is left of the question without the documents' names is asked of them.
      const { text } = named;
      const { tokens, match } = text === whole ? first : findPlaces(text, language, marked, home);
      const { taken } = match;
      const places = withDocuments(match.places, named, corpus.nameable);
      const matched = terms.match(tokens, language);
      const line = ` ${foldLine(tokens.filter((_, at) => !taken.has(at)))} `;
      const reading = readIntent(line);
      const found = findIndicators(tokens, matched, taken, indicators);
      const isElsewhere = found.length === 0 && asksElsewhere(line, corpus.vocabulary);
      const premises = readPremises(text).filter(
        // «Tôi 78 tuổi» is no figure of a document; «tuổi thọ là 80 tuổi đúng không» is meant as one.
        ({ unit }) => !AGE_UNITS.has(unit ?? "") || (reading.asksConfirmation && found.length > 0),
      );
      const documentNumbers = readDocumentNumbers(text).filter(
        (number) => !named.heldNumbers.some((held) => held.includes(number)),
      );
      const asksMeaning = reading.demand === "meaning";
      const phrases = language === "en" && !asksMeaning ? namesOf(found, indicators, corpus.vocabulary) : [];
      const concepts = readContent(tokens, matched, taken, corpus.vocabulary, { language, marked, phrases });
      return {
        text: whole,
        language,
        tokens,
        ...reading,
        demand:
          reading.demand === "money" && /%|phần trăm|phan tram|t[ỷỉyi] lệ|t[yi] le/iu.test(text)
            ? null
            : reading.demand,
        intent: settleIntent(isElsewhere ? { ...reading, intent: "elsewhere" } : reading, {
          hasHome: home !== null,
          places,
          premises,
          found,
          documentNumbers,
          asksHow: reading.asksHow && !NUMBER.test(line),
          asksDue: DUE.test(line) && reading.facets.every((facet) => facet === "date" || facet === "status"),
          subjects: countSubjects(concepts),
        }),
        places,
        bodies: bodies.match(tokens),
        indicators: found,
        topics: [...new Set(topics.filter(({ name }) => line.includes(name)).map(({ id }) => id))],
        documentNumbers,
        listOf: readListOf(line),
        years: readYears(text),
        premises,
        concepts,
        hadOrders,
      };
    },
  };
}

/** The places of a question with the documents that it names; one of the whole country speaks for the nation. */
function withDocuments(
  places: Query["places"],
  { documents }: DocumentMatch,
  nameable: readonly NameableDocument[],
): Query["places"] {
  const isNational = nameable.some(({ key, locality }) => locality === null && documents.includes(key));
  return { ...places, documents, nation: places.nation || isNational };
}

/** «Trước ngày nào», «ngày mấy hằng tháng»; folded. */
const DUE = / truoc (ngay|thang|khi) | (hang|moi) (thang|nam|quy|ngay) | cham nhat /;

const NUMBER = / (bao nhieu|phan tram|%|chi tieu|ty le|ti le|muc nao|con so) /;

/** What else the question holds may say more of its intent than its words of asking. */
function settleIntent(
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

const foldLine = (tokens: readonly Token[]): string => tokens.map((token) => token.folded).join(" ");

/** As the person says it; failing that, with each term in the documents' own words. Places are left out. */
function findIndicators(
  tokens: readonly Token[],
  matched: readonly TermMatch[],
  taken: ReadonlySet<number>,
  indicators: IndicatorMatcher,
): IndicatorGroup[] {
  const own = tokens.flatMap(({ folded }, at) => (taken.has(at) ? [] : [{ word: folded, at }]));
  const found = findIn(own, indicators);
  return found.length > 0 ? found : findIn(withOfficialTerms(tokens, matched, taken), indicators);
}

/** A word that indicators are looked for in, and the token that it stands for. */
interface PlacedWord {
  readonly word: string;
  readonly at: number;
}

/** The groups found in words, their places counted in the tokens of the question. */
function findIn(words: readonly PlacedWord[], indicators: IndicatorMatcher): IndicatorGroup[] {
  return indicators.find(words.map(({ word }) => word)).map((group) => ({
    ...group,
    start: words[group.start]?.at ?? 0,
    end: (words[group.end - 1]?.at ?? 0) + 1,
  }));
}

/** The question in the documents' words: each term is followed by its official wording, places are left out. */
function withOfficialTerms(
  tokens: readonly Token[],
  matched: readonly TermMatch[],
  taken: ReadonlySet<number>,
): PlacedWord[] {
  const words: PlacedWord[] = [];
  tokens.forEach((token, at) => {
    if (!taken.has(at)) words.push({ word: token.folded, at });
    for (const term of matched) {
      if (term.end - 1 !== at) continue;
      const own = tokens.slice(term.start, term.end).map((other) => other.folded);
      const official = term.alternatives[0] ?? [];
      if (official.join(" ") !== own.join(" ")) words.push(...official.map((word) => ({ word, at })));
    }
  });
  return words;
}

/** The stretches of a question that name indicators, with what the documents may call them. */
function namesOf(
  groups: readonly IndicatorGroup[],
  indicators: IndicatorMatcher,
  vocabulary: Pick<Vocabulary, "pairCount">,
): TermMatch[] {
  const mayStand = (words: readonly Token[]): boolean =>
    words.every(
      ({ folded }, at) => at === 0 || vocabulary.pairCount(words[at - 1]?.folded ?? "", folded) > 0,
    );
  return groups.map(({ ids, start, end }) => ({
    start,
    end,
    ...bothForms(
      ids.flatMap((id) => {
        const indicator = indicators.byId(id);
        const wordings = indicator === undefined ? [] : [indicator.name.vi, ...indicator.synonyms.vi];
        return wordings
          .map((words) => tokensOf(words))
          .filter((words, at) => at === 0 || (words.length > 1 && mayStand(words)));
      }),
    ),
  }));
}

/** English words that are no Vietnamese syllable without its marks. */
const ENGLISH = new Set(
  (
    "of what which who how many much is are was were does did will would should and share percent target targets when where why " +
    "there with under about from compare list tell who you could please for by city town ward my your programme program programmes programs document documents draft official signed " +
    "has have had been any they their get gets got before after between during every also only other each whose whom its this these those our which"
  ).split(" "),
);

/** Vietnamese words of asking without their marks: beside them English words are but loans («target BHYT la bao nhieu»). */
const VIETNAMESE_ASKING = new Set(
  "la cua bao nhieu nhiu khong ko co o gi nao sao may cho hoi dat duoc den nam con the thi voi va ai".split(
    " ",
  ),
);

/** English where its words are at least two, or all there is, and more than those that are Vietnamese. */
function readLanguage(tokens: readonly Token[], lexicon: Vocabulary): "vi" | "en" {
  const isAsking = ({ typed }: Token): boolean => ENGLISH.has(typed);
  const isEnglish = (token: Token): boolean =>
    isAsking(token) || (lexicon.has(token.typed) && !isVietnameseSyllable(token.folded));
  const marked = tokens.filter((token) => /[^\p{ASCII}]/u.test(token.typed)).length;
  const asking = tokens.filter(isAsking).length;
  if (asking >= 2 && asking > marked) return "en";
  const english = tokens.filter(isEnglish).length;
  const vietnamese = tokens.filter(({ typed }) => VIETNAMESE_ASKING.has(typed)).length;
  if (marked === 0 && english >= 4 && english > 2 * vietnamese) return "en";
  const isMixed = marked > 0 || tokens.some(({ typed }) => VIETNAMESE_ASKING.has(typed));
  return !isMixed && (english >= 2 || (english > 0 && english === tokens.length)) ? "en" : "vi";
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

function countSubjects(concepts: readonly Concept[]): number {
  return concepts.filter(
    ({ tokens, weight }) => weight === 1 && !tokens.every((token) => BASIS_WORDS.has(token)),
  ).length;
}

function readListOf(line: string): Query["listOf"] {
  if (/ (chi tieu|targets?|con so) /.test(line)) return "targets";
  return / (nhiem vu|giai phap|tasks?|measures|viec|tom tat|noi dung chinh|tong quan|summar(y|ise|ize)|overview|main (points|contents?)) /.test(
    line,
  )
    ? "tasks"
    : null;
}

/** «19-KH/TW», «43-CTr/TU», «68/NQ-CP», and «chương trình số 43». */
function directionOf(before: string): Premise["direction"] {
  const word = foldText(before);
  if (/(tren|hon|lon hon|cao hon|it nhat|toi thieu|>|over|above|at least)\s*=?\s*$/u.test(word))
    return "above";
  return /(duoi|thap hon|nho hon|khong qua|toi da|<|under|below|at most)\s*=?\s*$/u.test(word)
    ? "below"
    : null;
}

function readDocumentNumbers(text: string): string[] {
  const full =
    text.match(/(?<![\p{L}\p{N}])\d{1,5}(?:\/\d{4})?\s?[-/]\s?\p{L}[\p{L}\d]*(?:[-/.]\p{L}[\p{L}\d.]*)*/gu) ??
    [];
  const bare =
    /(?:nghị quyết|kế hoạch|chương trình|chỉ thị|quyết định|nghị định|ke hoach|chuong trinh|chi thi|quyet dinh|plan|programme|directive|decision)\s+(?:(?:số|so|no\.?|number)\s+)?(?!20\d\d)(\d{1,5})(?![\d/%.,-]|\s*(?:năm|nam|tháng|thang|ngày|years?|months?))/iu.exec(
      text,
    );
  return [...full, ...(bare?.[1] === undefined ? [] : [bare[1]])];
}

const AGE_UNITS = new Set(["tuổi", "tuoi", "year", "years"]);

/** Years of this century, but not those inside a date or a document's number. */
function readYears(text: string): number[] {
  const years = [...text.matchAll(/(?<![\d/.,-])20\d\d(?![\d/]|-[A-Z])/gu)].map(([year]) => Number(year));
  return [...new Set(years)];
}

const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  flat: "căn",
  apartment: "căn",
  home: "căn",
  household: "hộ",
  bed: "giường",
  doctor: "bác sĩ",
  lake: "hồ",
};

/** Figures that the person gives: shares and counts with a unit; not years, ages, dates, document numbers. */
function readPremises(text: string): Premise[] {
  const premises: Premise[] = [];
  const figure =
    /(?<![\d/.,\p{L}-])(\d+(?:[.,]\d+)*)\s*(%|phần trăm|phan tram|percent|hộ|ho|căn|can|giường|giuong|bác sĩ|bac si|m2|hồ|tuổi|tuoi|years?|flats?|apartments?|homes|households?|beds?|doctors?|lakes?)(?![\p{L}\p{N}])/giu;
  for (const { 1: digits = "", 2: unit = "", index } of text.matchAll(figure)) {
    const value = parseVietnameseNumber(digits);
    if (value !== null)
      premises.push({
        value,
        direction: directionOf(text.slice(Math.max(0, index - 16), index)),
        unit: /%|ph[ầa]n|percent/iu.test(unit)
          ? "%"
          : (ENGLISH_UNITS[unit.toLowerCase().replace(/s$/u, "")] ?? unit.toLowerCase()),
      });
  }
  return premises;
}
