import { silentLogger, type Logger } from "../shared/logger.ts";
import { foldText } from "../shared/vietnamese-text.ts";
import type { Query } from "../understanding/query.ts";
import { readMessage } from "../understanding/read-message.ts";
import { createQueryReader } from "../understanding/read-query.ts";
import { readTopic } from "../understanding/read-topic.ts";
import {
  resolveFollowUp,
  type FollowUpContext,
  type NearIndicator,
  type ResolvedQuery,
  type Topic,
} from "../understanding/resolve-follow-up.ts";
import { readerCorpus } from "../understanding/reader-corpus.ts";
import type { Assistant, ConversationState, LocalityChoice } from "./assistant.ts";
import { answerProblem } from "./answer-plainly.ts";
import { draftAnswer, type UnverifiedAnswer } from "./draft-answer.ts";
import { createTextCache, currentDocuments, nameOfDocument, type Library } from "./library.ts";
import { planAnswer } from "./plan-answer.ts";
import { useModel, type ModelChoice } from "./use-model.ts";
import { verifyAnswer } from "./verify-answer.ts";

export interface AssistantSources extends Omit<
  Library,
  "vocabulary" | "indicators" | "prepare" | "fold" | "bodiesIn"
> {
  readonly logger?: Logger;
  /** Without one, answers are read and worded by the program alone. */
  readonly model?: ModelChoice;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
}

/** The assistant over one store. It reads, finds, writes and verifies; it never throws for what a person types. */
export function createAssistant({
  logger = silentLogger,
  model,
  now,
  ...sources
}: AssistantSources): Assistant {
  const { corpus, lexicons } = sources;
  const documents = corpus.list();
  const known = readerCorpus(
    documents.map((document) => ({
      locality: document.locality,
      text: corpus.text(document.key),
      name: nameOfDocument(document),
    })),
    { ...lexicons, localities: sources.localities },
  );
  const { vocabulary, governed } = known;
  const reader = createQueryReader({ ...lexicons, localities: sources.localities }, known);
  const became = [...governed].map((key) => sources.localities.byKey(key)?.became);
  const references = [
    // Names of the lexicon hold figures of their own: «trẻ em dưới 36 tháng tuổi», «trên 10.000 dân».
    ...lexicons.indicators.flatMap(({ name }) => [name.vi, name.en]),
    ...documents.flatMap(({ number, title }) => [title ?? "", number ?? ""]),
    ...became.flatMap((sentence) => [sentence?.vi ?? "", sentence?.en ?? ""]),
  ].filter((words) => /\d/u.test(words));
  const library: Library = {
    ...sources,
    vocabulary,
    indicators: reader.indicators,
    prepare: createTextCache(),
    fold: reader.fold,
    bodiesIn: reader.bodiesIn,
  };
  const followUps = followUpContext(library, governed);
  const helper = useModel(model, { reader, library, governed, logger });

  const answerMessage = async (
    message: string,
    state: ConversationState,
  ): Promise<{ answer: UnverifiedAnswer; topic: Topic | null }> => {
    const { text, problem } = readMessage(message);
    const previous = readTopic(state.topic);
    if (problem !== null) return { answer: answerProblem(problem, "vi", library), topic: previous };
    const read = await helper.read(reader.read(text, state.locality), state.locality);
    const query = { ...resolveFollowUp(read, previous, followUps), lastEvidence: previous?.evidence ?? [] };
    const answer = await planAnswer(query, state.locality, library);
    const faults = verifyAnswer(answer, text, {
      text: (key) => (corpus.get(key) === null ? null : corpus.text(key)),
      targets: (key) => library.facts.targets({ documents: [key] }),
      references,
    });
    if (faults.length === 0)
      return { answer: await helper.phrase(answer, text), topic: topicOf(query, answer, previous, library) };
    logger.warn("answer-not-verified", { faults, kind: answer.kind });
    const draft = draftAnswer(library, query);
    draft.add("unverified");
    return { answer: draft.finish("abstain", 0.5), topic: topicOf(query, answer, previous, library) };
  };

  return {
    async ask(message, state) {
      const started = now();
      const { answer, topic } = await answerMessage(message, state);
      return {
        answer: { ...answer, elapsedMs: Math.round((now() - started) * 100) / 100 },
        state: { ...state, topic },
      };
    },
    localities: () => localityChoices(library),
  };
}

function localityChoices(library: Library): LocalityChoice[] {
  const keys = new Set(
    currentDocuments(library).flatMap(({ locality }) => (locality === null ? [] : [locality])),
  );
  return [...keys]
    .map((key): LocalityChoice => {
      const locality = library.localities.byKey(key);
      const province = library.localities.byKey(locality?.province ?? "");
      const name = locality?.name ?? key;
      return {
        key,
        name:
          province === undefined || province.key === key
            ? name
            : `${name}, ${province.name.charAt(0).toLowerCase()}${province.name.slice(1)}`,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "vi"));
}

function followUpContext(library: Library, governed: ReadonlySet<string>): FollowUpContext {
  return {
    localityOfLevel(levels, except) {
      const fitting = [...governed].filter((key) => {
        const level = library.localities.byKey(key)?.level;
        return level !== undefined && levels.includes(level) && !except.includes(key);
      });
      return fitting.length === 1 ? (fitting[0] ?? null) : null;
    },
    nearestIndicator(concepts, previous) {
      const before = new Set(previous.flatMap(({ ids }) => ids));
      const topics = new Set([...before].map((id) => library.indicators.byId(id)?.topic));
      // English words that no lexicon knows by themselves may be words of an indicator's name («primary»).
      const known = concepts.filter(({ weight }) => weight === 1);
      const strong = known.length > 0 ? known : concepts;
      let best: NearIndicator | null = null;
      for (const { id, topic, name, synonyms, abbreviations } of library.lexicons.indicators) {
        if (!topics.has(topic)) continue;
        const vocabulary = new Set(
          foldText([name.vi, name.en, ...synonyms.vi, ...synonyms.en, ...abbreviations].join(" ")).split(
            /[^\p{L}\p{N}]+/u,
          ),
        );
        const isIn = (wording: readonly string[]): boolean => wording.every((word) => vocabulary.has(word));
        if (strong.length === 0 || !strong.every(({ alternatives }) => alternatives.some(isIn))) continue;
        const nameWords = new Set(foldText(name.vi).split(" "));
        const kinship = Math.max(
          ...[...before].map((other) =>
            likeness(nameWords, new Set(foldText(library.indicators.byId(other)?.name.vi ?? "").split(" "))),
          ),
        );
        if (best === null || kinship > best.likeness) best = { id, likeness: kinship };
      }
      return best;
    },
  };
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** What was answered says better than the words of asking what the next question goes on about. */
const KIND_INTENTS: Readonly<Partial<Record<UnverifiedAnswer["kind"], Query["intent"]>>> = {
  target: "figure",
  assignment: "body",
  list: "list",
  document: "document",
};

const REMEMBERED_PLACES = 4;

/** What the next message may lean on. A message that asked nothing leaves the last topic standing. */
function topicOf(
  query: ResolvedQuery,
  answer: UnverifiedAnswer,
  previous: Topic | null,
  library: Library,
): Topic | null {
  if (["smalltalk", "help", "refusal"].includes(answer.kind)) return previous;
  // What was asked in passing, and is not told, leaves the subject as it was.
  if (answer.kind === "abstain" && query.about !== undefined) return previous;
  const evidence = answer.citations.flatMap(({ document, start }) => {
    const row = library.corpus
      .provisions(document)
      .filter(({ span }) => span.start <= start && start < span.end)
      .at(-1);
    return row === undefined ? [] : [{ document, path: row.path, eId: row.eId }];
  });
  const { known, everywhere, nation, namesakes, documents, superior } = query.places;
  const { language, intent, indicators, concepts, topics, facets, listOf, roles } = query;
  const visited = [...(previous?.visited ?? []).filter((key) => !known.includes(key)), ...known];
  return {
    language,
    visited: visited.slice(-REMEMBERED_PLACES),
    places: { known, everywhere, nation, namesakes, documents, superior },
    intent: KIND_INTENTS[answer.kind] ?? intent,
    indicators,
    concepts,
    topics,
    facets,
    listOf,
    roles,
    evidence,
  };
}
