import type { AppError } from "../shared/app-error.ts";

/** A commune-level unit: «Phường Đức Phổ». */
export interface UnitName {
  readonly level: "ward" | "commune" | "township" | "special-zone";
  readonly bareName: string;
}

/** A new unit and the old ones of one district that it was formed of. */
export interface UnitChange {
  readonly to: UnitName;
  /** `whole-district`: a district without communes became it as a whole. */
  readonly from: readonly UnitName[] | "whole-district";
}

export interface DistrictUnits {
  /** «Thị xã Đức Phổ» */
  readonly name: string;
  readonly changes: readonly UnitChange[];
}

const LEVELS = { "P.": "ward", "X.": "commune", "TT.": "township", "ĐK.": "special-zone" } as const;

const DISTRICT = /^(Huyện|Quận|Thị xã|Thành phố) \S/u;

/** The level words in full, as they stand before a name. */
export const unitLevelWords = {
  ward: "Phường",
  commune: "Xã",
  township: "Thị trấn",
  "special-zone": "Đặc khu",
} as const satisfies Record<UnitName["level"], string>;

/**
 * Reads the compact list of one province: a district a line, and indented under it one line for each new unit,
 * «P. Trà Câu = P. Phổ Văn, Phổ Quang; X. Phổ An, Phổ Thuận» (a level word holds until the next). A new unit alone
 * stands for one that did not change; «= *» for a district that had no communes.
 * @param fail makes the error of a line, 0-based.
 */
export function parseUnitLines(
  text: string,
  fail: (line: number, problem: string) => AppError,
): DistrictUnits[] {
  const districts: { name: string; changes: UnitChange[] }[] = [];
  for (const [number, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    if (!line.startsWith(" ")) {
      if (!DISTRICT.test(line)) throw fail(number, `«${line.trim()}» is not a district.`);
      districts.push({ name: line.trim(), changes: [] });
      continue;
    }
    const district = districts.at(-1);
    if (district === undefined) throw fail(number, "A unit stands before its district.");
    const [to = "", from, ...more] = line.split(" = ").map((side) => side.trim());
    const [target, ...others] = parseNames(to);
    if (target === undefined || others.length > 0 || more.length > 0) {
      throw fail(number, `«${line.trim()}» is not a unit and what it was formed of.`);
    }
    const sources = from === undefined ? [target] : from === "*" ? "whole-district" : parseNames(from);
    if (sources.length === 0) throw fail(number, `«${line.trim()}» does not say of which level a unit is.`);
    district.changes.push({ to: target, from: sources });
  }
  return districts;
}

/** «P. Phổ Văn, Phổ Quang; X. Phổ An» in order; empty where a level word is missing or a name is blank. */
function parseNames(text: string): UnitName[] {
  const units: UnitName[] = [];
  for (const group of text.split(";")) {
    const [word = "", ...names] = group.trim().split(" ");
    const level = Object.entries(LEVELS).find(([short]) => short === word)?.[1];
    const bareNames = names
      .join(" ")
      .split(",")
      .map((name) => name.trim());
    if (level === undefined || bareNames.includes("")) return [];
    units.push(...bareNames.map((bareName) => ({ level, bareName })));
  }
  return units;
}

/** Writes what `parseUnitLines` reads. */
export function formatUnitLines(districts: readonly DistrictUnits[]): string {
  return districts
    .flatMap(({ name, changes }) => [name, ...changes.map((change) => `  ${formatChange(change)}`)])
    .join("\n");
}

function formatChange({ to, from }: UnitChange): string {
  if (from === "whole-district") return `${formatNames([to])} = *`;
  const [only] = from;
  const unchanged = from.length === 1 && only?.level === to.level && only.bareName === to.bareName;
  return unchanged ? formatNames([to]) : `${formatNames([to])} = ${formatNames(from)}`;
}

function formatNames(units: readonly UnitName[]): string {
  return Object.entries(LEVELS)
    .map(([word, level]) => ({ word, names: units.filter((unit) => unit.level === level) }))
    .filter(({ names }) => names.length > 0)
    .map(({ word, names }) => `${word} ${names.map(({ bareName }) => bareName).join(", ")}`)
    .join("; ");
}
