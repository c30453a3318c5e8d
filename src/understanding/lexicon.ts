import { join } from "node:path";
import { z } from "zod";
import { createLocalityIndex, foldName } from "../corpus/locality.ts";
import type { LocalityIndex } from "../corpus/locality.ts";
import { readLocalities } from "../corpus/read-localities.ts";
import { checkUnique, readYaml } from "../corpus/read-yaml.ts";
import { bodiesFileSchema, expandBodies } from "../facts/body.ts";
import type { Body } from "../facts/body.ts";
import type { Indicator } from "../facts/indicator.ts";

/** A short form as people write it, and what it may stand for. */
export interface Abbreviation {
  readonly short: string;
  /** The likeliest first; several where it is ambiguous («CT»: chỉ tiêu, chương trình). */
  readonly long: readonly string[];
  /** An office's («BHYT»), or the chat's («bn»). */
  readonly register: "office" | "chat";
  /** It holds only as it is spelt here: «TE», which is otherwise a word. */
  readonly caseSensitive: boolean;
}

/** Words that mean the same here: the documents' (`vi`), what people say for it (`also`), and English (`en`). */
export interface Term {
  readonly vi: string;
  readonly also: readonly string[];
  readonly en: readonly string[];
}

/** A field of policy, for questions about a group of indicators. */
export interface Topic {
  readonly id: string;
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

/** What people have written down about the words of documents and of questions. */
export interface Lexicons {
  readonly indicators: readonly Indicator[];
  readonly localities: LocalityIndex;
  readonly bodies: readonly Body[];
  readonly abbreviations: readonly Abbreviation[];
  readonly terms: readonly Term[];
  readonly topics: readonly Topic[];
}

const words = z.string().trim().min(1);
const list = z.array(words).default([]);
const both = z.strictObject({ vi: list, en: list });

const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "an id is made of a-z, 0-9 and single hyphens"),
  name: z.strictObject({ vi: words, en: words }),
  synonyms: both.default({ vi: [], en: [] }),
  abbreviations: list,
  unit: z.string().trim(),
  topic: words,
  higherIsBetter: z.boolean(),
});

const indicatorsFileSchema = z.strictObject({ indicators: z.array(indicatorSchema) });

const abbreviationSchema = z.strictObject({
  short: words,
  long: z.array(words).min(1),
  register: z.enum(["office", "chat"]),
  caseSensitive: z.boolean().default(false),
});

const abbreviationsFileSchema = z.strictObject({ abbreviations: z.array(abbreviationSchema) });

const termsFileSchema = z.strictObject({
  terms: z.array(z.strictObject({ vi: words, also: list, en: list })),
});

const topicsFileSchema = z.strictObject({
  topics: z.array(z.strictObject({ id: words, vi: z.array(words).min(1), en: list })),
});

/**
 * Reads indicators.yaml, topics.yaml, bodies.yaml, abbreviations.yaml, terms.yaml and, unless the localities are
 * given (they stand in the store), localities.yaml.
 * @throws AppError LEXICON_INVALID with file and line; of what stands twice, with both lines.
 */
export function loadLexicons(corpusDirectory: string, localities?: LocalityIndex): Lexicons {
  const topics = readTopics(join(corpusDirectory, "topics.yaml"));
  return {
    indicators: readIndicators(join(corpusDirectory, "indicators.yaml"), topics),
    topics,
    localities: localities ?? createLocalityIndex(readLocalities(join(corpusDirectory, "localities.yaml"))),
    bodies: readBodies(join(corpusDirectory, "bodies.yaml")),
    abbreviations: readAbbreviations(join(corpusDirectory, "abbreviations.yaml")),
    terms: readTerms(join(corpusDirectory, "terms.yaml")),
  };
}

function readIndicators(file: string, topics: readonly Topic[]): Indicator[] {
  const yaml = readYaml(file, indicatorsFileSchema, "LEXICON_INVALID");
  const { indicators } = yaml.value;
  const entries = indicators.map(({ id }, at) => ({ value: id, path: ["indicators", at, "id"] }));
  checkUnique(yaml, "id", entries, "LEXICON_INVALID");
  const unknown = indicators.findIndex(({ topic }) => !topics.some(({ id }) => id === topic));
  const topic = indicators[unknown]?.topic;
  if (topic !== undefined)
    throw yaml.faultAt(["indicators", unknown, "topic"], `There is no topic «${topic}».`);
  return indicators;
}

function readBodies(file: string): Body[] {
  const yaml = readYaml(file, bodiesFileSchema, "LEXICON_INVALID");
  const { bodies, levels } = yaml.value;
  const entries = bodies.map(({ id }, at) => ({ value: id, path: ["bodies", at, "id"] }));
  checkUnique(yaml, "id", entries, "LEXICON_INVALID");
  const names = bodies.flatMap(({ name, aliases }, at) => [
    { value: foldName(name), path: ["bodies", at, "name"] },
    ...aliases.map((alias, n) => ({ value: foldName(alias), path: ["bodies", at, "aliases", n] })),
  ]);
  checkUnique(yaml, "name", names, "LEXICON_INVALID");
  for (const [at, body] of bodies.entries()) {
    if (body.levels !== undefined && levels[body.levels] === undefined) {
      throw yaml.faultAt(["bodies", at, "levels"], `There is no list of levels «${body.levels}».`);
    }
  }
  return expandBodies(yaml.value);
}

function readAbbreviations(file: string): Abbreviation[] {
  const yaml = readYaml(file, abbreviationsFileSchema, "LEXICON_INVALID");
  const { abbreviations } = yaml.value;
  const entries = abbreviations.map(({ short, caseSensitive }, at) => ({
    // «kh» may have a meaning of its own beside «KH».
    value: caseSensitive ? `${short} (caseSensitive)` : short.toLowerCase(),
    path: ["abbreviations", at, "short"],
  }));
  checkUnique(yaml, "abbreviation", entries, "LEXICON_INVALID");
  return abbreviations;
}

function readTerms(file: string): Term[] {
  const yaml = readYaml(file, termsFileSchema, "LEXICON_INVALID");
  const entries = yaml.value.terms.map(({ vi }, at) => ({
    value: vi.toLowerCase(),
    path: ["terms", at, "vi"],
  }));
  checkUnique(yaml, "term", entries, "LEXICON_INVALID");
  return yaml.value.terms;
}

function readTopics(file: string): Topic[] {
  const yaml = readYaml(file, topicsFileSchema, "LEXICON_INVALID");
  const entries = yaml.value.topics.map(({ id }, at) => ({ value: id, path: ["topics", at, "id"] }));
  checkUnique(yaml, "id", entries, "LEXICON_INVALID");
  return yaml.value.topics;
}
