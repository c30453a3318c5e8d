import { addLocalityChange } from "./add-validity.ts";
import { meetsDemand } from "./meets-demand.ts";
import { draftAnswer, type UnverifiedAnswer } from "./draft-answer.ts";
import { writeAssignments, writeDuties } from "./answer-assignment.ts";
import { lowerFirst, writeComparison, type ComparedEvidence } from "./answer-comparison.ts";
import { writeDocument } from "./answer-document.ts";
import { listTargets, writeTargetList, writeTaskGroups } from "./answer-list.ts";
import { writeEntitlementNotes, writeSentences } from "./answer-passage.ts";
import {
  abstain,
  abstainForPlaces,
  answerSocially,
  askForPlace,
  refuseOrders,
  type Absence,
} from "./answer-plainly.ts";
import { writeFigures } from "./answer-target.ts";
import {
  assignmentsOf,
  findAssignments,
  readSectionNumber,
  taskConcepts,
  type ScoredProvision,
} from "./find-assignments.ts";
import { findByHeading, findByNumber } from "./find-provision.ts";
import { findFigures, type FigureEvidence } from "./find-figures.ts";
import {
  chooseSentences,
  findSentences,
  holdsHeart,
  isScattered,
  type ScoredSentence,
} from "./find-sentences.ts";
import { currentDocuments, placeOf, type Library } from "./library.ts";
import { crossCheck } from "./answer-cross-check.ts";
import { wordNumber } from "./word-figure.ts";
import { holdsAll } from "./score-content.ts";
import { resolveScope, type Scope } from "./resolve-scope.ts";
import { foldedTokens, type IndicatorGroup } from "../facts/match-indicator.ts";
import type { Concept, NamedBody } from "../understanding/query.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import { mentionsNumber } from "./mentions-number.ts";
import { narrowerGroup } from "./narrower-group.ts";
import { tokensOf } from "../understanding/spell-out.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";

/** Least share of a question's content that a sentence has to hold to answer it. */
const ENOUGH = 0.5;
/** What is worth showing as the nearest words. */
const NEAR = 0.34;
const ENOUGH_FOR_TASK = 0.42;
/** Share of a clause's words that make another sentence its counterpart. */
const LIKE_CLAUSE = 0.5;
/** An indicator named in full by words of this weight is what is asked, whatever else stands in the message. */
const SURE_WEIGHT = 9;
const NAMED_IN_FULL = 0.95;
/** A sentence that answers «cơ quan nào?» names one, or a role. */
const NAMES_BODY =
  /chủ trì|chỉ đạo|phối hợp|thường trực|chịu trách nhiệm|tham mưu|giao |Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Ban |Phòng |Sở |Hội |Mặt trận|Công an|ngân hàng|cấp ủy|đảng ủy/iu;
/** Longest stretch of a provision (UTF-16 units) that is quoted where it is asked for by its heading. */
const LONGEST_PROVISION = 1_800;
const DETAILED_PROVISIONS = 3;
/** Words in a row that cannot stand in a sentence by chance. */
const LEAST_WORDS = 3;
const MOSTLY_ABOUT = 0.75;
const PARTLY_ABOUT = 0.45;
const WHOLLY = 0.9;
/** What leads a search without being asked. */
const BACKGROUND = 0.05;

/** Chooses the kind of answer and has it written. The kinds are closed: each intent ends in exactly one of them. */
export async function planAnswer(
  query: ResolvedQuery,
  home: string | null,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (query.text === "" || (query.hadOrders && query.concepts.length === 0))
    return refuseOrders(query, library);
  const scope = resolveScope(query, home, library);
  switch (query.intent) {
    case "greeting":
    case "thanks":
    case "help":
    case "abuse":
    case "sources":
      return answerSocially(query, library);
    case "comparison":
      return comparesWithin(query, home, library)
        ? await planAnswer({ ...query, intent: "figure" }, home, library)
        : await answerComparison(query, scope, library);
    case "cross-check":
      return ready(query, scope, library) ?? (await answerCrossCheck(query, scope, library));
    case "detail":
      return (
        answerDetail(query, library) ??
        ready(query, scope, library) ??
        (await answerPassage(query, scope, library))
      );
    case "document":
      return ready(query, scope, library) ?? (await answerDocument(query, scope, library));
    case "list":
      return ready(query, scope, library) ?? (await answerList(query, scope, library));
    case "body":
    case "time":
    case "duties":
      return ready(query, scope, library) ?? (await answerAssignment(query, scope, library));
    case "figure":
      return ready(query, scope, library) ?? (await answerFigure(query, scope, library));
    case "entitlement":
    case "passage":
      return ready(query, scope, library) ?? (await answerPassage(query, scope, library));
  }
}

/** «BHXH với BHTN cái nào cao hơn?», of one place: its own figures side by side. */
function comparesWithin(query: ResolvedQuery, home: string | null, library: Library): boolean {
  const { known, unknown, everywhere, nation } = query.places;
  const [only] = known;
  if (known.length > 1 || unknown.length > 0 || everywhere || nation || query.also.includes("body"))
    return false;
  if (only === undefined ? home === null : home !== null && only !== home) return false;
  const { documents } = resolveScope({ ...query, intent: "figure" }, home, library);
  const named = new Set(
    documents.flatMap((document) =>
      findFigures(query, document, library).rows.map(({ target }) => target.indicator),
    ),
  );
  return named.size > 1;
}

/** What stands in the way of looking anything up: a place without documents, or none where several are possible. */
function ready(query: ResolvedQuery, scope: Scope, library: Library): UnverifiedAnswer | null {
  if (query.places.here && !scope.placed) return askForPlace(query, library);
  if (scope.documents.length === 0) {
    return scope.unknown.length > 0
      ? abstainForPlaces(query, scope.unknown, library)
      : abstain(query, nothing(scope), library);
  }
  return null;
}

const nothing = (scope: Scope): Absence => ({
  documents: scope.documents,
  missing: [],
  years: [],
  demand: null,
  nearest: [],
});

async function answerFigure(query: ResolvedQuery, scope: Scope, library: Library): Promise<UnverifiedAnswer> {
  const found = scope.documents.map((document) => findFigures(query, document, library));
  const holding = found.filter(({ rows }) => rows.length > 0);
  if (query.demand === null || query.demand === "actual") {
    const usable =
      query.demand === "actual" ? holding.map(onlyBaselines).filter(({ rows }) => rows.length > 0) : holding;
    if (!scope.placed && usable.length > 1) return askForPlace(query, library);
    const group = narrowerGroup(query, usable, library);
    if (group !== null) return abstainForGroup(query, group, usable, library);
    if (usable.length > 0) {
      const draft = startDraft(query, library);
      for (const evidence of usable) writeFigures(draft, query, evidence, library);
      return draft.finish("target", 0.95);
    }
  }
  const missing = found[0]?.missing ?? [];
  const otherYears = found.flatMap((evidence) => evidence.otherYears);
  const sentences = await findSentences(
    withIndicatorWords(query, missing, library),
    query,
    scope.documents,
    library,
  );
  if (query.demand === null && otherYears.length === 0) {
    const universal = sentences.filter(
      (sentence) =>
        sentence.score >= ENOUGH &&
        (missing.length === 0 || /tất cả|mọi |toàn bộ|100%/u.test(sentence.text)) &&
        (missing.length > 0 || /\d|tất cả|mọi |toàn bộ/u.test(sentence.text)),
    );
    const sure = universal.filter(
      (sentence) =>
        holdsAllAsked(query, sentence) &&
        sentence.score >= (missing.length > 0 ? 0.6 : ENOUGH) &&
        holdsHeart(query.concepts, sentence.text, library),
    );
    const { chosen, coverage } = chooseSentences(query.concepts, sure, 2, library);
    if (chosen.length > 0) return quote(query, chosen, coverage, library, missing);
  }
  const corrected = premiseCorrection(query, missing.length > 0, sentences, library);
  if (corrected !== null) return corrected;
  const nearest =
    otherYears.length > 0
      ? sentences.filter((s) =>
          otherYears.some(({ target }) => target.span.start < s.span.end && s.span.start < target.span.end),
        )
      : sentences.filter(({ score }) => score >= NEAR);
  if (!scope.placed && nearest.length === 0) return askForPlace(query, library);
  return abstain(
    query,
    {
      documents: scope.documents,
      missing: missing.length > 0 ? missing : query.indicators,
      years: otherYears.length > 0 ? query.years : [],
      demand: query.demand,
      nearest,
    },
    library,
  );
}

/** «BHYT học sinh» where only the whole population has a figure: says so, and shows what there is. */
function abstainForGroup(
  query: ResolvedQuery,
  group: string,
  usable: readonly FigureEvidence[],
  library: Library,
): UnverifiedAnswer {
  const draft = startDraft(query, library);
  for (const { document, rows } of usable) {
    draft.add("abstain-group", { place: placeOf(document, library), group });
    const [row] = rows;
    if (row === undefined) continue;
    const { span, locator } = row.target;
    draft.add("abstain-nearest");
    draft.cite(document, span, locator);
    draft.add("quote", { quote: library.corpus.text(document.key).slice(span.start, span.end), locator });
  }
  return draft.finish("abstain", 0.85);
}

const onlyBaselines = (evidence: FigureEvidence): FigureEvidence => ({
  ...evidence,
  rows: evidence.rows.filter(({ target }) => target.nature === "baseline"),
});

/** Whether a sentence holds something of each thing that the message asks itself. */
const holdsAllAsked = ({ concepts }: ResolvedQuery, { shares }: ScoredSentence): boolean =>
  holdsAll(shares.slice(0, concepts.length).filter((_, at) => concepts[at]?.weight === 1));

/** What an indicator is called leads to the words nearest to it where a document sets no figure for it. */
function withIndicatorWords(
  query: ResolvedQuery,
  missing: readonly IndicatorGroup[],
  library: Library,
): Concept[] {
  const indicator = library.indicators.byId(missing[0]?.ids[0] ?? "");
  if (indicator === undefined) return [...query.concepts];
  const names = contentOfText([indicator.name.vi, ...indicator.synonyms.vi].join(" "));
  return [...query.concepts, ...names.map((concept) => ({ ...concept, weight: BACKGROUND }))];
}

/** A figure in the question that no document gives, about something that the document does speak of: its words set it right. */
function premiseCorrection(
  query: ResolvedQuery,
  isMissing: boolean,
  sentences: readonly ScoredSentence[],
  library: Library,
): UnverifiedAnswer | null {
  const premise = query.premises[0];
  if (premise === undefined || !isMissing) return null;
  const { chosen, coverage } = chooseSentences(query.concepts, sentences, 1, library);
  if (coverage < ENOUGH || !chosen.every(({ text }) => holdsHeart(query.concepts, text, library)))
    return null;
  const draft = startDraft(query, library);
  draft.add("premise-not-in-text", {
    given: `${wordNumber(premise.value)}${premise.unit === "%" ? "%" : ` ${premise.unit ?? ""}`}`,
  });
  writeSentences(draft, chosen, library);
  return draft.finish("passage", coverage);
}

async function answerPassage(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (query.intent === "passage" && query.bodies.length > 0 && taskConcepts(query).length === 0) {
    const duties = answerDuties(query, scope, library);
    if (duties !== null) return duties;
  }
  const isBare = query.intent === "passage" && isBareIndicator(query);
  if (isBare && (query.years.length > 0 || holdsIndicator(query, scope, library)))
    return await answerFigure(query, scope, library);
  const figures = query.intent === "passage" ? namedFigures(query, scope, library) : null;
  if (figures !== null) {
    const group = narrowerGroup(query, [figures], library);
    if (group !== null) return abstainForGroup(query, group, [figures], library);
    const draft = startDraft(query, library);
    writeFigures(draft, query, figures, library);
    return draft.finish("target", 0.9);
  }
  const named = namedProvision(query, scope, library);
  if (named !== null) return named;
  const { demand, concepts, documentNumbers } = query;
  const sentences = await findSentences(concepts, query, scope.documents, library);
  const fitting = sentences.filter(
    ({ text }) =>
      (demand === null || meetsDemand(demand, text)) &&
      (documentNumbers.length === 0 || documentNumbers.some((number) => mentionsNumber(text, number))),
  );
  const { chosen, coverage } = chooseSentences(concepts, fitting, 3, library);
  const holds = chosen.some(({ text }) => holdsHeart(concepts, text, library));
  // An indicator that no figure is set for may still be talked of, but then in just these words.
  if (
    isBare &&
    !chosen.some(({ shares }) =>
      concepts.every(({ weight }, at) => weight < 1 || (shares[at] ?? 0) >= WHOLLY),
    )
  ) {
    return await answerFigure(query, scope, library);
  }
  if (query.places.everywhere && scope.documents.length > 1 && demand === null)
    return await answerEverywhere(query, scope, library);
  const isChance = isScattered(query, concepts, chosen, library);
  const namesBody = query.intent !== "body" || chosen.some(({ text }) => NAMES_BODY.test(text));
  if (concepts.length > 0 && coverage >= ENOUGH && holds && !isChance && namesBody) {
    return quote(query, chosen, coverage, library);
  }
  const same = query.intent === "passage" ? saidInTheseWords(query, sentences) : undefined;
  if (same !== undefined) return quote(query, [same], 0.8, library);
  const nearest = sentences.filter(({ score }) => score >= NEAR);
  if (!scope.placed && nearest.length === 0 && !isUnheardOf(query, library))
    return askForPlace(query, library);
  return abstain(query, { documents: scope.documents, missing: [], years: [], demand, nearest }, library);
}

/** Nothing of what is asked stands in any document, so that no place would help. */
function isUnheardOf({ concepts }: ResolvedQuery, { vocabulary }: Library): boolean {
  const strong = concepts.filter(({ weight }) => weight === 1);
  return strong.length > 0 && strong.every(({ tokens }) => tokens.some((token) => !vocabulary.has(token)));
}

/** «Ở đâu có …?», «cả ba nơi có … không?»: what each place says of it, and which says nothing. */
async function answerEverywhere(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (holdsIndicator(query, scope, library)) return await answerComparison(query, scope, library);
  const draft = startDraft(query, library);
  const silent: CorpusDocument[] = [];
  for (const document of scope.documents) {
    const sentences = await findSentences(query.concepts, query, [document], library);
    const { chosen, coverage } = chooseSentences(query.concepts, sentences, 1, library);
    const holds = chosen.some(({ text }) => holdsHeart(query.concepts, text, library));
    if (coverage >= ENOUGH && holds) writeSentences(draft, chosen, library);
    else silent.push(document);
  }
  if (silent.length === scope.documents.length) return abstain(query, nothing(scope), library);
  for (const document of silent) draft.add("compare-missing", { place: placeOf(document, library) });
  return draft.finish("comparison", 0.8);
}

/** The sentence in which the message stands word for word: it can only mean that one. */
function saidInTheseWords(
  query: ResolvedQuery,
  sentences: readonly ScoredSentence[],
): ScoredSentence | undefined {
  if (query.tokens.length < LEAST_WORDS) return undefined;
  const words = ` ${query.tokens.map(({ typed }) => typed).join(" ")} `;
  return sentences.find(({ text }) =>
    ` ${tokensOf(text)
      .map(({ typed }) => typed)
      .join(" ")} `.includes(words),
  );
}

/** «Mục III.6 nói gì?», «tầm nhìn 2045?»: the provision itself, in its own words. */
function namedProvision(query: ResolvedQuery, scope: Scope, library: Library): UnverifiedAnswer | null {
  const number = readSectionNumber(query.text);
  const draft = startDraft(query, library);
  for (const document of scope.documents) {
    const place = placeOf(document, library);
    const row =
      number === null ? findByHeading(query, document, library) : findByNumber(number, document, library);
    if (row === null) {
      if (number !== null && scope.documents.length === 1) draft.add("section-none", { place, number });
      continue;
    }
    draft.add("passage-lead", { place });
    const text = library.corpus.text(document.key);
    const end = Math.min(row.span.end, row.span.start + LONGEST_PROVISION);
    const stop = end < row.span.end ? Math.max(text.lastIndexOf("\n", end), row.span.start + 1) : end;
    const quote = text.slice(row.span.start, stop).trimEnd();
    draft.cite(document, { start: row.span.start, end: row.span.start + quote.length }, row.locator);
    draft.add("quote", { quote, locator: row.locator });
    return draft.finish("passage", 0.9);
  }
  return number !== null && scope.documents.length === 1 ? draft.finish("abstain", 0.9) : null;
}

/** «BHYT năm 2027?», «thu nhập bình quân đầu người?»: an indicator's name, perhaps a year, and nothing else. */
function isBareIndicator(query: ResolvedQuery): boolean {
  const [group] = query.indicators;
  if (group === undefined || group.coverage < NAMED_IN_FULL || query.demand !== null) return false;
  const inside = new Set(
    query.indicators.flatMap(({ start, end }) => query.tokens.slice(start, end).map((token) => token.folded)),
  );
  const outside = query.concepts.filter(
    ({ tokens, weight }) =>
      weight === 1 && !tokens.every((token) => inside.has(token) || /^(?:nam|20\d\d)$/u.test(token)),
  );
  return outside.length === 0 && query.concepts.some(({ tokens }) => tokens.length > 1);
}

function holdsIndicator(query: ResolvedQuery, scope: Scope, library: Library): boolean {
  return scope.documents.some((document) => findFigures(query, document, library).rows.length > 0);
}

/** A question that is little more than an indicator's name asks for its figure, without saying so. */
function namedFigures(query: ResolvedQuery, scope: Scope, library: Library): FigureEvidence | null {
  const group = query.indicators[0];
  if (query.demand !== null || group === undefined || group.coverage < NAMED_IN_FULL) return null;
  const found = scope.documents
    .map((document) => findFigures(query, document, library))
    .filter(({ rows }) => rows.length > 0);
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const strong = query.concepts.filter(({ weight }) => weight === 1);
  const isBare = strong.length <= 2 || query.language === "en";
  const score = only.rows[0]?.score ?? 0;
  const least = group.weight >= SURE_WEIGHT || isBare ? PARTLY_ABOUT : MOSTLY_ABOUT;
  return score >= least ? only : null;
}

function quote(
  query: ResolvedQuery,
  chosen: readonly ScoredSentence[],
  coverage: number,
  library: Library,
  missing: readonly IndicatorGroup[] = [],
): UnverifiedAnswer {
  const draft = startDraft(query, library);
  const indicator = library.indicators.byId(missing[0]?.ids[0] ?? "");
  const [first] = chosen;
  if (indicator !== undefined && first !== undefined) {
    const name = lowerFirst(indicator.name[draft.language]);
    draft.add("abstain-indicator", { place: placeOf(first.document, library), name });
  }
  writeSentences(draft, chosen, library);
  if (query.intent === "entitlement" || query.also.includes("entitlement")) {
    writeEntitlementNotes(draft, query, chosen);
    for (const document of new Set(chosen.map((sentence) => sentence.document)))
      addLocalityChange(draft, document, library);
  }
  return draft.finish("passage", Math.min(0.95, coverage));
}

async function answerAssignment(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (query.demand === "person") return await answerPassage(query, scope, library);
  const asksTime = query.intent === "time" || query.also.includes("time");
  const duties =
    query.intent === "duties" || query.listOf === "tasks" ? answerDuties(query, scope, library) : null;
  if (duties !== null) return duties;
  const candidates = scope.documents.flatMap((document) => findAssignments(query, document, library));
  const continued = query.goesOnAbout.flatMap(({ document, path }) =>
    candidates.filter((found) => found.document.key === document && found.path === path),
  );
  if (continued.length === 0 && taskConcepts(query).length === 0 && scope.documents.length > 1) {
    return answerRoleSurvey(query, scope, asksTime, library);
  }
  const best = continued[0] ?? [...candidates].sort((a, b) => b.score - a.score)[0];
  const isEnough = best !== undefined && (continued.length > 0 || best.score >= ENOUGH_FOR_TASK);
  if (isEnough && query.intent !== "duties") {
    const sentence = continued.length > 0 ? null : await betterSentence(query, scope, best, library);
    if (sentence !== null) return quote(query, [sentence], sentence.score, library);
    if (!scope.placed && scope.documents.length > 1) return askForPlace(query, library);
    const draft = startDraft(query, library);
    const wrongBody = query.asksConfirmation
      ? query.bodies.find((body) => !isAmong(body, best, library))
      : undefined;
    const asked = {
      roles: query.roles,
      time: asksTime,
      ...(wrongBody === undefined ? {} : { body: wrongBody }),
    };
    writeAssignments(draft, best, asked, library);
    return draft.finish("assignment", Math.min(0.95, best.score));
  }
  if (query.also.includes("figure")) return await answerFigure(query, scope, library);
  return await answerPassage(query, scope, library);
}

/** What a body that the question names has been given to do. */
function answerDuties(query: ResolvedQuery, scope: Scope, library: Library): UnverifiedAnswer | null {
  const draft = startDraft(query, library);
  let found = false;
  for (const document of scope.documents) {
    for (const body of query.bodies) {
      const rows = assignmentsOf(body, query, document, library);
      if (rows.length > 0) writeDuties(draft, body, document, rows, library);
      found ||= rows.length > 0;
    }
  }
  if (found) return draft.finish("assignment", 0.9);
  const [body] = query.bodies;
  const isAbsent =
    body !== undefined && !scope.documents.some((document) => namesBody(body, document, library));
  if (body === undefined || !isAbsent || query.intent !== "duties") return null;
  for (const document of scope.documents)
    draft.add("abstain-body", { place: placeOf(document, library), body: body.name });
  return draft.finish("abstain", 0.85);
}

/** Whether a document's text names a body at all, in any wording of it. */
function namesBody(body: NamedBody, document: CorpusDocument, library: Library): boolean {
  return library.bodiesIn(library.corpus.text(document.key)).some(({ id }) => id === body.id);
}

/** Which documents name a body of the role asked (with its time-frame, where that is asked too). */
function answerRoleSurvey(
  query: ResolvedQuery,
  scope: Scope,
  asksTime: boolean,
  library: Library,
): UnverifiedAnswer {
  const draft = startDraft(query, library);
  let found = 0;
  for (const document of scope.documents) {
    const rows = library.facts
      .assignments({ documents: [document.key] })
      .filter(
        ({ role, timeline }) =>
          (query.roles.length === 0 || query.roles.includes(role)) && (!asksTime || timeline !== null),
      );
    const [path] = rows.map((row) => row.path);
    if (path === undefined) draft.add("compare-missing", { place: placeOf(document, library) });
    else {
      found++;
      writeAssignments(
        draft,
        { document, path, assignments: rows.filter((row) => row.path === path) },
        { roles: query.roles, time: asksTime },
        library,
      );
    }
  }
  return found > 0 ? draft.finish("comparison", 0.8) : abstain(query, nothing(scope), library);
}

function isAmong(body: NamedBody, found: ScoredProvision, library: Library): boolean {
  const words = library.fold(body.name);
  return found.assignments.some((assignment) => {
    const held = new Set(library.fold(assignment.body));
    return words.every((word) => held.has(word));
  });
}

/** A question for a time or for duties may be settled by one sentence of the text better than by the list of bodies. */
async function betterSentence(
  query: ResolvedQuery,
  scope: Scope,
  found: ScoredProvision,
  library: Library,
): Promise<ScoredSentence | null> {
  const concepts = taskConcepts(query);
  if (concepts.length === 0 || query.intent === "body") return null;
  const [best] = await findSentences(concepts, query, scope.documents, library);
  if (best === undefined || best.score <= found.score + 0.1) return null;
  return /\b20\d\d\b|thường xuyên|hằng năm|hàng năm|định kỳ|quý|tháng/u.test(best.text) ? best : null;
}

async function answerDocument(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (!scope.placed && scope.documents.length > 1) return askForPlace(query, library);
  const [document] = scope.documents;
  if (document === undefined) return abstain(query, nothing(scope), library);
  const draft = startDraft(query, library);
  if (query.facets.includes("place-name") && document.locality !== null) {
    draft.add("document-place-name-none");
    return await Promise.resolve(draft.finish("abstain", 0.9));
  }
  for (const each of scope.documents) writeDocument(draft, query, each, library);
  return draft.finish(draft.citationCount > 0 ? "document" : "abstain", 0.95);
}

async function answerList(query: ResolvedQuery, scope: Scope, library: Library): Promise<UnverifiedAnswer> {
  if (!scope.placed && scope.documents.length > 1) return askForPlace(query, library);
  const draft = startDraft(query, library);
  const indicators = query.indicators.flatMap((group) => group.ids);
  const filter = {
    topics: query.topics,
    indicators,
    values: query.premises,
    years: query.years,
  };
  const wantsTasks = query.listOf === "tasks";
  if (wantsTasks) {
    const duties = answerDuties(query, scope, library);
    if (duties !== null) return duties;
  }
  let found = false;
  for (const document of scope.documents) {
    if (wantsTasks && query.topics.length === 0) found = writeTaskGroups(draft, document, library) || found;
    else if (!wantsTasks) {
      const targets = listTargets(document, filter, library);
      const [year] = query.years;
      if (year !== undefined && !targets.some(({ deadline }) => deadline === year))
        draft.add("list-no-year", { place: placeOf(document, library), year: String(year) });
      if (targets.length > 0) writeTargetList(draft, query, document, targets, library);
      found = found || targets.length > 0;
    }
  }
  return found ? draft.finish("list", 0.9) : await answerPassage(query, scope, library);
}

async function answerComparison(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  if (scope.documents.length === 0) return abstainForPlaces(query, scope.unknown, library);
  if (query.places.nation && query.indicators.length === 0 && query.listOf === "targets") {
    return await answerCrossCheck(query, scope, library);
  }
  const aboutBodies = query.also.includes("body") && query.indicators.length === 0;
  const draft = startDraft(query, library);
  if (aboutBodies) {
    for (const document of scope.documents) {
      const [best] = findAssignments(query, document, library);
      if (best === undefined || best.score < ENOUGH_FOR_TASK)
        draft.add("compare-missing", { place: placeOf(document, library) });
      else writeAssignments(draft, best, { roles: query.roles, time: false }, library);
    }
    if (draft.citationCount === 0) return abstain(query, nothing(scope), library);
    return draft.finish("comparison", 0.85);
  }
  const parts: ComparedEvidence[] = [];
  for (const document of scope.documents) {
    const figures = findFigures(query, document, library);
    const sentences =
      figures.rows.length > 0 ? [] : await findSentences(query.concepts, query, [document], library);
    const near = sentences.filter(
      ({ score, text }) => score >= ENOUGH && holdsHeart(query.concepts, text, library),
    );
    parts.push({ ...figures, nearest: near.slice(0, 1) });
  }
  await findCounterparts(query, parts, library);
  if (parts.every(({ rows, kin, nearest }) => rows.length + kin.length + nearest.length === 0)) {
    return abstain(query, { ...nothing(scope), missing: query.indicators }, library);
  }
  writeComparison(draft, query, parts, library);
  for (const place of scope.unknown) draft.add("compare-no-document", { place: place.name });
  return draft.finish("comparison", 0.9);
}

/** The locality's targets beside those of the document of the whole country. Without indicators: all of them. */
async function answerCrossCheck(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer> {
  const superior = currentDocuments(library).find((document) => document.locality === null);
  const local = scope.documents.filter((document) => document.locality !== null);
  const [only] = local;
  if (superior === undefined || query.indicators.length > 0) {
    const documents = superior === undefined ? local : [...local, superior];
    return await answerComparison(query, { ...scope, documents }, library);
  }
  return only === undefined || local.length > 1
    ? askForPlace(query, library)
    : crossCheck(query, superior, only, library);
}

/** «Chi tiết hơn»: the provisions that the last answer rested on, in full. */
function answerDetail(query: ResolvedQuery, library: Library): UnverifiedAnswer | null {
  const draft = startDraft(query, library);
  const shown = new Set<string>();
  for (const { document: key, eId } of query.goesOnAbout) {
    const document = library.corpus.get(key);
    const provision = library.corpus.provision(key, eId);
    if (
      document === null ||
      provision === null ||
      shown.has(`${key} ${eId}`) ||
      shown.size === DETAILED_PROVISIONS
    )
      continue;
    shown.add(`${key} ${eId}`);
    const text = library.corpus.text(key);
    const span = {
      start: provision.ownSpan.start,
      end: text.slice(0, provision.ownSpan.end).trimEnd().length,
    };
    draft.add("passage-lead", { place: placeOf(document, library) });
    draft.cite(document, span, provision.locator);
    draft.add("quote", { quote: text.slice(span.start, span.end), locator: provision.locator });
  }
  return shown.size === 0 ? null : draft.finish("passage", 0.9);
}

/** Where one place has the figure and another has none, that one's nearest words are those most like the figure's clause. */
async function findCounterparts(
  query: ResolvedQuery,
  parts: ComparedEvidence[],
  library: Library,
): Promise<void> {
  const peer = parts.find(({ rows }) => rows.length > 0);
  const row = peer?.rows[0];
  if (peer === undefined || row === undefined) return;
  const { start, end } = row.target.span;
  const concepts = contentOfText(library.corpus.text(peer.document.key).slice(start, end));
  for (const [at, part] of parts.entries()) {
    if (part.rows.length + part.kin.length > 0) continue;
    const [best] = await findSentences(concepts, query, [part.document], library);
    if (best !== undefined && best.score >= LIKE_CLAUSE)
      parts[at] = {
        ...part,
        nearest: [...part.nearest.filter(({ span }) => span.start !== best.span.start), best],
      };
  }
}

/** A clause's own words as content, each by itself. */
function contentOfText(text: string): Concept[] {
  return [...new Set(foldedTokens(text))]
    .filter((word) => !/^\d/u.test(word))
    .map((word) => ({ tokens: [word], typed: null, alternatives: [[word]], weight: 1 }));
}

function startDraft(query: ResolvedQuery, library: Library): ReturnType<typeof draftAnswer> {
  const draft = draftAnswer(library, query);
  if (query.hadOrders) draft.add("refusal-orders-note");
  return draft;
}
