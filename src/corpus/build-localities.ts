import type { AppError } from "../shared/app-error.ts";
import { foldName } from "./locality.ts";
import type { Locality, LocalityLevel } from "./locality.ts";
import { unitLevelWords } from "./unit-lines.ts";
import type { DistrictUnits, UnitChange, UnitName } from "./unit-lines.ts";

/** One province of before July 2025, the one that took its place, and its districts. */
export interface ProvinceUnits {
  readonly name: string;
  readonly became: string;
  readonly districts: readonly DistrictUnits[];
}

interface NamedFields {
  readonly aliases: readonly string[];
  readonly became: Locality["became"];
}

/** What people write by hand about a unit of the list («Thị xã Đức Phổ, Tỉnh Quảng Ngãi»), or about a place outside it. */
export type NamedLocality =
  | (NamedFields & { readonly unit: string; readonly key: string | null })
  | (NamedFields & {
      readonly key: string;
      readonly name: string;
      readonly level: LocalityLevel;
      readonly parent: string | null;
    });

/** Localities under construction, by their label: the names from the unit to its province, «Phường A, Quận B, Tỉnh C». */
type Draft = { -readonly [K in keyof Locality]: Locality[K] } & { successors: string[] };

/**
 * Makes the localities of both eras. A commune that only one old commune of the same name became, whole, is one
 * locality of both eras; every other new unit stands beside the old ones that it replaced.
 * @param fail makes the error of the entry of `named` at that position.
 */
export function buildLocalities(
  provinces: readonly ProvinceUnits[],
  named: readonly NamedLocality[],
  fail: (position: number, problem: string) => AppError,
): Locality[] {
  const drafts = new Map<string, Draft>();
  const ownKeys = new Map(
    named.flatMap((entry) => ("unit" in entry && entry.key !== null ? [[entry.unit, entry.key]] : [])),
  );
  const usedKeys = new Set<string>(named.flatMap((entry) => entry.key ?? []));
  const add = (
    label: string,
    parentKey: string | null,
    fields: Pick<Draft, "name" | "level" | "era"> & Partial<Draft>,
  ): Draft => {
    const key = ownKeys.get(label) ?? unusedKey(slugOf(label), usedKeys);
    usedKeys.add(key);
    const draft: Draft = {
      key,
      bareName: bareNameOf(fields.name),
      province: key,
      parent: parentKey,
      successors: [],
      divided: false,
      aliases: [],
      became: null,
      ...fields,
    };
    drafts.set(label, draft);
    return draft;
  };

  const country = named.find((entry) => "level" in entry && entry.level === "country")?.key ?? null;
  const renamed = new Set(
    provinces.filter((province) => province.name !== province.became).map(({ name }) => name),
  );
  for (const name of new Set(provinces.map(({ became }) => became))) {
    add(name, country, {
      name,
      level: "province",
      era: provinces.some((old) => old.name === name) ? "both" : "after",
    });
  }
  const sources = countSources(provinces);
  for (const province of provinces) {
    const newProvince = drafts.get(province.became);
    if (newProvince === undefined) continue;
    const oldProvince = renamed.has(province.name)
      ? add(province.name, country, {
          name: province.name,
          level: "province",
          era: "before",
          successors: [newProvince.key],
        })
      : newProvince;
    for (const district of mergeByName(province.districts)) {
      const districtLabel = `${district.name}, ${province.name}`;
      const districtDraft = add(districtLabel, oldProvince.key, {
        name: district.name,
        level: districtLevel(district.name),
        era: "before",
        province: oldProvince.key,
      });
      for (const { to, from } of district.changes) {
        const toName = nameOf(to);
        const toLabel = `${toName}, ${province.became}`;
        const unchanged = sources.get(toLabel) === 1 && isWhole(toName, from, district);
        const target =
          drafts.get(toLabel) ??
          add(toLabel, unchanged ? districtDraft.key : newProvince.key, {
            name: toName,
            level: to.level,
            era: unchanged ? "both" : "after",
            province: newProvince.key,
          });
        addSuccessor(districtDraft, target.key);
        if (unchanged) drafts.set(`${toName}, ${districtLabel}`, target);
        else if (from !== "whole-district") {
          for (const unit of from) {
            const label = `${nameOf(unit)}, ${districtLabel}`;
            const old =
              drafts.get(label) ??
              add(label, districtDraft.key, {
                name: nameOf(unit),
                level: unit.level,
                era: "before",
                province: oldProvince.key,
              });
            addSuccessor(old, target.key);
          }
        }
      }
    }
  }
  addNamed(named, drafts, fail);
  return [...new Set(drafts.values())];
}

function addNamed(
  named: readonly NamedLocality[],
  drafts: Map<string, Draft>,
  fail: (position: number, problem: string) => AppError,
): void {
  const byKey = new Map([...drafts.values()].map((draft) => [draft.key, draft]));
  for (const [position, entry] of named.entries()) {
    const { aliases, became } = entry;
    if ("unit" in entry) {
      const draft = drafts.get(entry.unit);
      if (draft === undefined) throw fail(position, `«${entry.unit}» is not in the list of units.`);
      Object.assign(draft, { aliases, became });
      continue;
    }
    const parent = entry.parent === null ? null : byKey.get(entry.parent);
    if (parent === undefined)
      throw fail(position, `The parent «${entry.parent ?? ""}» is not the key of a locality.`);
    const { key, name, level } = entry;
    drafts.set(key, {
      key,
      name,
      bareName: bareNameOf(name),
      level,
      province: parent?.province ?? key,
      parent: parent?.key ?? null,
      era: level === "country" ? "both" : "before",
      successors: [],
      divided: false,
      aliases,
      became,
    });
  }
}

/** Whether the old unit of that name is all of `from`, and no other new unit has a part of it. */
function isWhole(name: string, from: UnitChange["from"], district: DistrictUnits): boolean {
  const parts = district.changes.filter(
    (change) => change.from !== "whole-district" && change.from.some((unit) => nameOf(unit) === name),
  );
  return parts.length === 1 && parts[0]?.from === from && from.length === 1;
}

/** Of how many old units, over all districts, each new unit was formed. */
function countSources(provinces: readonly ProvinceUnits[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { became, districts } of provinces) {
    for (const { to, from } of districts.flatMap(({ changes }) => changes)) {
      const label = `${nameOf(to)}, ${became}`;
      counts.set(label, (counts.get(label) ?? 0) + (from === "whole-district" ? 1 : from.length));
    }
  }
  return counts;
}

function mergeByName(districts: readonly DistrictUnits[]): DistrictUnits[] {
  const merged = new Map<string, DistrictUnits>();
  for (const district of districts) {
    const known = merged.get(district.name);
    merged.set(district.name, {
      name: district.name,
      changes: [...(known?.changes ?? []), ...district.changes],
    });
  }
  return [...merged.values()];
}

function addSuccessor(draft: Draft, key: string): void {
  if (!draft.successors.includes(key)) draft.successors.push(key);
  draft.divided = draft.successors.length > 1;
}

const nameOf = (unit: UnitName) => `${unitLevelWords[unit.level]} ${unit.bareName}`;

const LEVEL_WORD = /^(Tỉnh|Thành phố|Thị xã|Thị trấn|Huyện|Quận|Phường|Xã|Đặc khu) (?=\S)/u;

function bareNameOf(name: string): string {
  return name.replace(LEVEL_WORD, "");
}

function districtLevel(name: string): LocalityLevel {
  if (name.startsWith("Thành phố ")) return "city";
  return name.startsWith("Thị xã ") ? "town" : "district";
}

/** «Phường Sa Huỳnh, Tỉnh Quảng Ngãi» → `tinh-quang-ngai/phuong-sa-huynh`. */
function slugOf(label: string): string {
  return label
    .split(", ")
    .map((name) => foldName(name).replaceAll(" ", "-"))
    .reverse()
    .join("/");
}

function unusedKey(slug: string, used: ReadonlySet<string>): string {
  if (!used.has(slug)) return slug;
  let suffix = 2;
  while (used.has(`${slug}-${suffix}`)) suffix++;
  return `${slug}-${suffix}`;
}
