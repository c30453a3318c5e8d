import { toRoman } from "../roman-numeral.ts";
import { toLetters } from "./list-labels.ts";

export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** «%1.%2.»: the number of a level stands for each %n. */
  readonly template: string;
  /** The level (0-based) whose step sets this one back; null: it is never set back. */
  readonly restartAfter: number | null;
  /** Numbers of higher levels are shown in Arabic figures. */
  readonly legal: boolean;
}

export interface NumberedList {
  /** The shared definition: lists with the same one count on together. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** Computes the labels that Word generates («1.», «a)», «Điều 5.», «-»), paragraph by paragraph in order. */
export interface Numbering {
  /** The label of the next paragraph of a list at a level (0-based), without the space after it; "" for none. */
  next(numId: string, level: number): string;
}

/** Starts counting with the lists of a document, by their ids. */
export function countLists(lists: ReadonlyMap<string, NumberedList>): Numbering {
  const counters = new Map<string, (number | undefined)[]>();
  const startedLists = new Set<string>();

  return {
    next(numId, level) {
      const list = lists.get(numId);
      const own = list?.levels.get(level);
      if (list === undefined || own === undefined) return "";
      let counts = counters.get(list.definition);
      if (counts === undefined) counters.set(list.definition, (counts = []));
      if (!startedLists.has(numId)) {
        startedLists.add(numId);
        for (const overridden of list.startOverrides.keys()) counts[overridden] = undefined;
      }
      const startOf = (index: number): number =>
        list.startOverrides.get(index) ?? list.levels.get(index)?.start ?? 1;
      const before = counts[level];
      counts[level] = before === undefined ? startOf(level) : before + 1;
      for (let deeper = level + 1; deeper < 9; deeper++) {
        const after = list.levels.get(deeper)?.restartAfter ?? deeper - 1;
        if (list.levels.get(deeper)?.restartAfter !== null && level <= after) counts[deeper] = undefined;
      }
      for (let higher = 0; higher < level; higher++) counts[higher] ??= startOf(higher);
      return labelOf(own, list, counts);
    },
  };
}

function labelOf(level: ListLevel, list: NumberedList, counts: readonly (number | undefined)[]): string {
  if (level.format === "bullet") return bulletOf(level.template);
  return level.template
    .replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = list.levels.get(index)?.format ?? "decimal";
      const shown = level.legal && format !== "decimalZero" ? "decimal" : format;
      return formatNumber(counts[index] ?? list.levels.get(index)?.start ?? 1, shown);
    })
    .trim();
}

/** Symbol fonts keep their bullets in the private use area, where no reader would know them. */
function bulletOf(template: string): string {
  const sign = template.trim();
  if (/^[-–—\u2010-\u2015\u2212\uf02d\uf0be]$/u.test(sign)) return "-";
  if (/^[+*]$/.test(sign)) return sign;
  if (sign === "o" || sign === "\u25cb") return "+";
  return "•";
}

function formatNumber(value: number, format: string): string {
  switch (format) {
    case "upperRoman":
      return toRoman(value);
    case "lowerRoman":
      return toRoman(value).toLowerCase();
    case "upperLetter":
      return toLetters(value).toUpperCase();
    case "lowerLetter":
      return toLetters(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(value);
  }
}
