import { z } from "zod";
import { AppError } from "../shared/app-error.ts";
import { foldName } from "./locality.ts";
import type { Locality } from "./locality.ts";
import { buildLocalities } from "./build-localities.ts";
import type { NamedLocality, ProvinceUnits } from "./build-localities.ts";
import { parseUnitLines } from "./unit-lines.ts";
import { checkUnique, readYaml } from "./read-yaml.ts";
import type { YamlFile } from "./read-yaml.ts";

const words = z.string().trim().min(1);

const namedSchema = z.strictObject({
  /** Its short key; without one it keeps the key made from its names. */
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "a key is made of a-z, 0-9 and single hyphens")
    .optional(),
  /** «Thị xã Đức Phổ, Tỉnh Quảng Ngãi»: the unit of the list that is meant. */
  unit: words.optional(),
  /** Or a place that the list does not hold. */
  name: words.optional(),
  level: z.enum(["country", "ward", "commune", "township"]).optional(),
  parent: words.optional(),
  aliases: z.array(words).default([]),
  became: z.strictObject({ vi: words, en: words }).nullable().default(null),
});

const unitsSchema = z.strictObject({ name: words, became: words, units: z.string() });

/** localities.yaml as people write it. */
const localitiesFileSchema = z.strictObject({
  named: z.array(namedSchema),
  additions: z.array(z.strictObject({ name: words, source: words, units: z.string() })).default([]),
  provinces: z.array(unitsSchema),
});

/**
 * Every locality of localities.yaml: the country, the provinces, districts and communes of before July 2025 and those
 * of after, with what became of them, and the hand-kept keys and aliases.
 * @throws AppError LEXICON_INVALID with file and line.
 */
export function readLocalities(file: string): Locality[] {
  const yaml = readYaml(file, localitiesFileSchema, "LEXICON_INVALID");
  const { named, additions, provinces } = yaml.value;
  checkUnique(
    yaml,
    "province",
    provinces.map(({ name }, at) => ({ value: name, path: ["provinces", at, "name"] })),
    "LEXICON_INVALID",
  );
  checkUnique(
    yaml,
    "key",
    namedEntries(named, (entry) => entry.key ?? null, "key"),
    "LEXICON_INVALID",
  );
  checkUnique(
    yaml,
    "unit",
    namedEntries(named, (entry) => entry.unit ?? null, "unit"),
    "LEXICON_INVALID",
  );
  for (const [at, entry] of named.entries()) {
    checkUnique(
      yaml,
      "alias",
      entry.aliases.map((alias, n) => ({ value: foldName(alias), path: ["named", at, "aliases", n] })),
      "LEXICON_INVALID",
    );
  }
  const units: ProvinceUnits[] = provinces.map(({ name, became }, at) => ({
    name,
    became,
    districts: [
      ...unitsAt(yaml, file, ["provinces", at, "units"], provinces[at]?.units ?? ""),
      ...additions.flatMap((addition, n) =>
        addition.name === name ? unitsAt(yaml, file, ["additions", n, "units"], addition.units) : [],
      ),
    ],
  }));
  const unknown = additions.findIndex((addition) => !provinces.some(({ name }) => name === addition.name));
  if (unknown >= 0)
    throw yaml.faultAt(["additions", unknown, "name"], "This province is not in the list of provinces.");
  return buildLocalities(
    units,
    named.map((entry, at) => checkNamed(yaml, entry, at)),
    (at, problem) => yaml.faultAt(["named", at], problem),
  );
}

type NamedEntry = z.infer<typeof namedSchema>;

function namedEntries(
  named: readonly NamedEntry[],
  pick: (entry: NamedEntry) => string | null,
  field: string,
) {
  return named.flatMap((entry, at) => {
    const value = pick(entry);
    return value === null ? [] : [{ value, path: ["named", at, field] }];
  });
}

function checkNamed(yaml: YamlFile<unknown>, entry: NamedEntry, at: number): NamedLocality {
  const { key, unit, name, level, parent, aliases, became } = entry;
  if (unit !== undefined) return { unit, key: key ?? null, aliases, became };
  if (key === undefined || name === undefined || level === undefined) {
    throw yaml.faultAt(["named", at], "An entry needs either «unit», or «key», «name» and «level».");
  }
  return { key, name, level, parent: parent ?? null, aliases, became };
}

function unitsAt(yaml: YamlFile<unknown>, file: string, path: readonly PropertyKey[], text: string) {
  const firstLine = yaml.lineOf(path) + 1;
  return parseUnitLines(
    text,
    (line, problem) =>
      new AppError("LEXICON_INVALID", problem, {
        where: `${file}:${firstLine + line}`,
        remedy: "Write «P. New = P. Old, Old; X. Old», or the new unit alone where nothing changed.",
      }),
  );
}
