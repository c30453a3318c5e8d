/**
 * Rewrites the list of units at the end of localities.yaml from the open table of the units of early 2025 and of those
 * that took their place on 1 July 2025 (columns old_province, old_district, old_ward, new_province, new_ward). What
 * people keep by hand, everything above the line «provinces:», stays as it is.
 *
 *   node --import tsx scripts/make-localities.ts TABLE.csv [corpus/localities.yaml]
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import process from "node:process";
import { formatUnitLines } from "../src/corpus/unit-lines.ts";
import type { DistrictUnits, UnitChange, UnitName } from "../src/corpus/unit-lines.ts";

const COLUMNS = ["old_province", "old_district", "old_ward", "new_province", "new_ward"] as const;
const LIST_STARTS = "provinces:\n";

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

function readRows(file: string): Row[] {
  const [head = "", ...lines] = readFileSync(file, "utf8")
    .replace(/^\uFEFF/u, "")
    .normalize("NFC")
    .split(/\r?\n/u);
  const columns = head.split(",");
  const at = COLUMNS.map((name) => columns.indexOf(name));
  if (at.includes(-1) || head.includes('"'))
    throw new Error(`${file}:1: the columns ${COLUMNS.join(", ")} are needed`);
  return lines.flatMap((line, number) => {
    if (line === "") return [];
    const cells = line.split(",");
    if (cells.length !== columns.length || line.includes('"'))
      throw new Error(`${file}:${number + 2}: a row of ${cells.length} cells`);
    const cell = (column: number) => cells[at[column] ?? -1]?.trim() ?? "";
    return [
      {
        old_province: cell(0),
        old_district: cell(1),
        old_ward: cell(2),
        new_province: cell(3),
        new_ward: cell(4),
      },
    ];
  });
}

const LEVELS: readonly (readonly [string, UnitName["level"]])[] = [
  ["Phường ", "ward"],
  ["Xã ", "commune"],
  ["Thị trấn ", "township"],
  ["Đặc khu ", "special-zone"],
];

function unitName(name: string): UnitName {
  const found = LEVELS.find(([word]) => name.toLowerCase().startsWith(word.toLowerCase()));
  if (found === undefined) throw new Error(`«${name}» has no level word that is known`);
  return { level: found[1], bareName: name.slice(found[0].length) };
}

/** The table writes a few level words with other capitals: «Thành Phố Bắc Kạn». */
function districtName(name: string): string {
  const word = ["Huyện ", "Quận ", "Thị xã ", "Thành phố "].find((one) =>
    name.toLowerCase().startsWith(one.toLowerCase()),
  );
  if (word === undefined) throw new Error(`«${name}» has no level word that is known`);
  return word + name.slice(word.length);
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}

function districtsOf(rows: readonly Row[]): DistrictUnits[] {
  return [...groupBy(rows, (row) => districtName(row.old_district))].map(([name, ofDistrict]) => ({
    name,
    changes: [...groupBy(ofDistrict, (row) => row.new_ward)].map(([to, ofUnit]): UnitChange => {
      const from = ofUnit.filter((row) => row.old_ward !== "").map((row) => unitName(row.old_ward));
      return { to: unitName(to), from: from.length === 0 ? "whole-district" : from };
    }),
  }));
}

function listOf(rows: readonly Row[]): string {
  const provinces = [...groupBy(rows, (row) => row.old_province)].map(([name, ofProvince]) => {
    const became = new Set(ofProvince.map((row) => row.new_province));
    if (became.size !== 1)
      throw new Error(`${name} became more than one province: ${[...became].join(", ")}`);
    const units = formatUnitLines(districtsOf(ofProvince)).replaceAll(/^/gmu, "      ");
    return `  - name: ${name}\n    became: ${[...became].join("")}\n    units: |\n${units}\n`;
  });
  return LIST_STARTS + provinces.join("");
}

const [table, list = "corpus/localities.yaml"] = process.argv.slice(2);
if (table === undefined) {
  process.stderr.write(
    "Usage: node --import tsx scripts/make-localities.ts TABLE.csv [corpus/localities.yaml]\n",
  );
  process.exitCode = 2;
} else {
  const kept = readFileSync(list, "utf8");
  const start = kept.startsWith(LIST_STARTS) ? 0 : kept.indexOf(`\n${LIST_STARTS}`) + 1;
  if (start === 0 && !kept.startsWith(LIST_STARTS))
    throw new Error(`${list}: the line «provinces:» is missing`);
  const rows = readRows(table);
  writeFileSync(`${list}.new`, kept.slice(0, start) + listOf(rows));
  renameSync(`${list}.new`, list);
  process.stdout.write(`${list}: ${rows.length} rows\n`);
}
