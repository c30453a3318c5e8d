import type { Body } from "../facts/body.ts";
import { createIndicatorMatcher, type IndicatorMatcher } from "../facts/match-indicator.ts";
import { commonWords } from "./common-words.ts";
import { createSlipCorrector } from "./correct-slips.ts";
import { createBodyMatcher } from "./match-bodies.ts";
import { dropOrders } from "./drop-orders.ts";
import { foldedLine } from "./folded-line.ts";
import type { Lexicons } from "./lexicon.ts";
import type { NameableDocument } from "./nameable-document.ts";
import { matchDocuments, type DocumentMatch } from "./match-documents.ts";
import { fullyNamedTokens, namedTokens, type PlaceContext } from "./find-place-names.ts";
import { matchPlaces, type PlaceMatch } from "./match-places.ts";
import { createTermMatcher } from "./match-terms.ts";
import type { Query, Token } from "./query.ts";
import { isMarked, isStopWord } from "./question-words.ts";
import { readContent } from "./read-content.ts";
import { asksElsewhere } from "./read-elsewhere.ts";
import { readIntent } from "./read-intent.ts";
import { readLanguage } from "./read-language.ts";
import { readDocumentNumbers, readPremises, readYears } from "./read-numbers.ts";
import { countSubjects, settleIntent } from "./settle-intent.ts";
import { findIndicators, namesOf } from "./find-indicators.ts";
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
    [...vi, ...en].map((name) => ({ id, name: foldedLine(tokensOf(name)) })),
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
      const line = foldedLine(tokens.filter((_, at) => !taken.has(at)));
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

const AGE_UNITS = new Set(["tuổi", "tuoi", "year", "years"]);

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

function readListOf(line: string): Query["listOf"] {
  if (/ (chi tieu|targets?|con so) /.test(line)) return "targets";
  return / (nhiem vu|giai phap|tasks?|measures|viec|tom tat|noi dung chinh|tong quan|summar(y|ise|ize)|overview|main (points|contents?)) /.test(
    line,
  )
    ? "tasks"
    : null;
}
