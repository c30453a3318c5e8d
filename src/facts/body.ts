import { z } from "zod";

/** A body that documents and people name (cơ quan, tổ chức), and what became of it. */
export interface Body {
  /** `people-committee`; of a body of one level, `people-committee-ward`. */
  readonly id: string;
  /** «Ủy ban nhân dân phường» */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly abbreviations: readonly string[];
  /** Its names in English, the usual one first. */
  readonly english: readonly string[];
  readonly became: BodyChange | null;
}

/** What became of a body: one plain sentence in each language, and where that is known from. */
interface BodyChange {
  readonly text: string;
  readonly english: string;
  /** Day of the change, ISO: `2025-03-01`. */
  readonly since: string;
  readonly source: string;
}

const words = z.string().trim().min(1);
const list = z.array(words).default([]);

const changeSchema = z.strictObject({
  text: words,
  english: words,
  since: z.iso.date(),
  source: words,
});

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "an id is made of a-z, 0-9 and single hyphens");

/** One level word of a family of bodies: «phường», «Thị ủy». */
const levelSchema = z.strictObject({
  id,
  name: words,
  aliases: list,
  english: words,
  became: changeSchema.nullable().default(null),
});

const bodySchema = z.strictObject({
  id,
  name: words,
  aliases: list,
  abbreviations: list,
  english: z.array(words).min(1),
  became: changeSchema.nullable().default(null),
  /** Name of the list of level words that this body exists with. */
  levels: z.string().optional(),
});

/** bodies.yaml as people write it: families of bodies are written once, with the name of their list of levels. */
export const bodiesFileSchema = z.strictObject({
  levels: z.record(z.string(), z.array(levelSchema).min(1)).default({}),
  bodies: z.array(bodySchema),
});

type BodiesFile = z.infer<typeof bodiesFileSchema>;

/** The bodies of the file, each family followed by its members at every level: «UBND», «UBND tỉnh», «UBND phường»… */
export function expandBodies(file: BodiesFile): Body[] {
  return file.bodies.flatMap(({ levels, ...body }) => [
    body,
    ...(levels === undefined ? [] : (file.levels[levels] ?? [])).map((level): Body => {
      const at = (names: readonly string[], suffixes: readonly string[]) =>
        names.flatMap((name) => suffixes.map((suffix) => `${name} ${suffix}`));
      const levelNames = [level.name, ...level.aliases];
      const [name = body.name, ...aliases] = at([body.name, ...body.aliases], levelNames);
      return {
        id: `${body.id}-${level.id}`,
        name,
        aliases,
        abbreviations: at(body.abbreviations, levelNames),
        english: body.english.map((english) => `${level.english} ${english}`),
        became: later(body.became, level.became),
      };
    }),
  ]);
}

/** Of two changes the later one is what holds now; of one day, the body's own says more than its level's. */
function later(own: BodyChange | null, ofLevel: BodyChange | null): BodyChange | null {
  if (own === null || ofLevel === null) return own ?? ofLevel;
  return ofLevel.since > own.since ? ofLevel : own;
}
