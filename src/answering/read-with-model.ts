import { z } from "zod";
import { foldName, type LocalityIndex } from "../corpus/locality.ts";
import { describeError } from "../shared/app-error.ts";
import { silentLogger, type Logger } from "../shared/logger.ts";
import { foldText } from "../shared/vietnamese-text.ts";
import type { Lexicons } from "../understanding/lexicon.ts";
import { SOCIAL_INTENTS, type Intent, type Query } from "../understanding/query.ts";
import type { QueryReader } from "../understanding/read-query.ts";
import { block, completeInTime, type ChatModel } from "./chat-model.ts";
import { loadPrompt } from "./prompts.ts";
import { numbersOf } from "./verify-answer.ts";

/** What a model may read a question to ask for; what needs no reading is not among it. */
const INTENTS = [
  "figure",
  "body",
  "time",
  "duties",
  "document",
  "comparison",
  "list",
  "entitlement",
  "passage",
] as const satisfies readonly Intent[];

const LONGEST_QUESTION = 400;

/** Share of a question's content that the lexicons have to know for the question to be read without help. */
const KNOWN_SHARE = 0.5;

const readingSchema = z.object({
  indicators: z.array(z.string()).max(5).catch([]),
  localities: z.array(z.string()).max(5).catch([]),
  intent: z.enum(INTENTS).nullable().catch(null),
  years: z.array(z.int()).max(5).catch([]),
  question: z.string().max(LONGEST_QUESTION).catch(""),
});

type ModelReading = z.infer<typeof readingSchema>;

/** Whether the lexicons found nothing in a question that says what it is about. */
export function isUnsure(query: Query): boolean {
  const { text, intent, indicators, topics, facets, documentNumbers, bodies, concepts, leaning } = query;
  if (text === "" || leaning || concepts.length === 0) return false;
  if (SOCIAL_INTENTS.has(intent)) return false;
  const held = [indicators, topics, facets, documentNumbers, bodies].some((found) => found.length > 0);
  const weigh = (some: Query["concepts"]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const known = concepts.filter(({ tokens, alternatives }) =>
    alternatives.some((words) => words.join(" ") !== tokens.join(" ")),
  );
  return !held && weigh(known) < KNOWN_SHARE * weigh(concepts);
}

export interface ModelReaderOptions {
  readonly model: ChatModel;
  readonly reader: QueryReader;
  readonly lexicons: Pick<Lexicons, "indicators"> & { readonly localities: LocalityIndex };
  /** Keys of the localities that the corpus holds documents of. */
  readonly governed: ReadonlySet<string>;
  readonly deadlineMs: number;
  readonly logger?: Logger;
}

/**
 * Reads a question as the deterministic reader does, and where that is unsure has a model say it in the documents'
 * words, which are then read deterministically again. Of the model's reading only ids that exist are taken; places,
 * years and figures stay the question's own. The query as it was where the model has nothing fit to say.
 */
export function createModelReader(
  options: ModelReaderOptions,
): (query: Query, home: string | null) => Promise<Query> {
  const { model, reader, lexicons, governed, deadlineMs, logger = silentLogger } = options;
  const instructions = loadPrompt("read-question");
  const catalogue = [
    block("indicators", lexicons.indicators.map(({ id, name }) => `${id}: ${name.vi}`).join("\n")),
    block(
      "localities",
      [...governed].map((key) => `${key}: ${lexicons.localities.byKey(key)?.name ?? key}`).join("\n"),
    ),
    block("intents", INTENTS.join(", ")),
  ].join("\n\n");
  const ids = new Set(lexicons.indicators.map(({ id }) => id));

  return async (query, home) => {
    if (!isUnsure(query)) return query;
    const material = `${catalogue}\n\n${block("question", query.text)}`;
    const completed = await completeInTime(model, { instructions, material }, deadlineMs);
    if ("silence" in completed) {
      const { silence, cause } = completed;
      logger.warn("reading-dropped", {
        reason: silence,
        ...(cause === null ? {} : { cause: describeError(cause) }),
      });
      return query;
    }
    const reading = parseReading(completed.text);
    if (reading === null) {
      logger.warn("reading-dropped", { reason: "not-json" });
      return query;
    }
    const known = reading.indicators.filter((id) => ids.has(id));
    const words = rewording(reading, query, known);
    if (words === "") return query;
    const place = placeFor(reading, query);
    return merge(query, reader.read(words, home), reading.intent, place);
  };

  /** The model's wording, where it holds the question's numbers and no others; what it lacks is named after it. */
  function rewording({ question }: ModelReading, query: Query, indicators: readonly string[]): string {
    const own = new Set(numbersOf(query.text));
    const isFit = question.trim() !== "" && numbersOf(question).every((number) => own.has(number));
    const names = lexicons.indicators.filter(({ id }) => indicators.includes(id)).map(({ name }) => name.vi);
    if (!isFit) return names.join(", ");
    const found = new Set(reader.read(question, null).indicators.flatMap((group) => group.ids));
    const lacking = lexicons.indicators
      .filter(({ id }) => indicators.includes(id) && !found.has(id))
      .map(({ name }) => name.vi);
    return [question, ...lacking].join(", ");
  }

  /** A place that the reader did not see, where its name stands in the question, however it is spaced. */
  function placeFor({ localities }: ModelReading, { places, text }: Query): string | null {
    const { known, unknown, here, everywhere, nation } = places;
    if (known.length + unknown.length > 0 || here || everywhere || nation) return null;
    const folded = foldText(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
    for (const key of localities) {
      const locality = governed.has(key) ? lexicons.localities.byKey(key) : undefined;
      if (locality === undefined) continue;
      const bare = foldName(locality.bareName).replaceAll(" ", "");
      if (folded.includes(bare)) return key;
    }
    return null;
  }
}

/** The question's own places, years, figures and orders; from the other reading what it is about. */
function merge(query: Query, reread: Query, intent: Intent | null, place: string | null): Query {
  const hasFound = reread.indicators.length > 0 || reread.topics.length > 0 || reread.concepts.length > 0;
  if (!hasFound) return query;
  return {
    ...query,
    intent: query.intent === "passage" ? (intent ?? reread.intent) : query.intent,
    indicators: reread.indicators,
    topics: reread.topics,
    concepts: reread.concepts,
    tokens: reread.tokens,
    places: place === null ? query.places : { ...query.places, known: [place] },
  };
}

/** The first JSON object of a text, checked; null where there is none that fits. */
function parseReading(text: string): ModelReading | null {
  const start = text.indexOf("{");
  const end = text.lastIndexOf("}");
  if (start < 0 || end <= start) return null;
  try {
    const parsed = readingSchema.safeParse(JSON.parse(text.slice(start, end + 1)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
