import { syllablesOf, toNfc } from "../shared/vietnamese-text.ts";

export type LocalityLevel =
  "country" | "province" | "city" | "town" | "district" | "ward" | "commune" | "township" | "special-zone";

/**
 * A place (địa bàn) of before July 2025, of after, or of both. Levels: province (tỉnh, thành phố trực thuộc trung
 * ương), city (thành phố thuộc tỉnh), town (thị xã), district (huyện, quận), ward (phường), commune (xã),
 * township (thị trấn), special-zone (đặc khu).
 */
export interface Locality {
  /** Unique: `duc-pho`, `tinh-quang-ngai/phuong-sa-huynh`. */
  readonly key: string;
  /** With its level word: «Phường Trần Phú». */
  readonly name: string;
  readonly bareName: string;
  readonly level: LocalityLevel;
  /** Key of its province, of its own era; its own key for a province, `viet-nam` for the country. */
  readonly province: string;
  /** Key of the unit that it is part of; null for the country. */
  readonly parent: string | null;
  readonly era: "before" | "after" | "both";
  /** Keys of the units that took its place; empty where it stands unchanged, is new, or is not known. */
  readonly successors: readonly string[];
  /** Its area went to more than one of the successors. */
  readonly divided: boolean;
  readonly aliases: readonly string[];
  /** A reviewed sentence on what became of it, where one was written by hand: it wins over one made from `successors`. */
  readonly became: { readonly vi: string; readonly en: string } | null;
}

/** Finds localities by key and by name. */
export interface LocalityIndex {
  readonly all: readonly Locality[];
  /** Longest name or alias in syllables: how far a matcher has to look. */
  readonly maxSyllables: number;
  byKey(key: string): Locality | undefined;
  /**
   * Localities of that bare name, full name or alias, `foldName`d: «tran phu», «phuong tran phu», «tp ha tinh».
   * Several for most names: the caller chooses, or asks.
   */
  byName(foldedName: string): readonly Locality[];
  /** The units of before that became this one, in the order of the list. */
  predecessors(key: string): readonly Locality[];
}

const none: readonly Locality[] = [];

/** The form that names are compared in: syllables, lower case, without diacritics, one space between. */
export function foldName(name: string): string {
  return syllablesOf(toNfc(name))
    .map((syllable) => syllable.folded)
    .join(" ");
}

/**
 * The folded names that a locality is found by: full, bare, aliases, «tp …» and «tx …». A number is a name only
 * together with its level word.
 */
export function namesOf(locality: Locality): string[] {
  const { name, bareName, aliases } = locality;
  const short = name.startsWith("Thành phố ")
    ? [`tp ${bareName}`]
    : name.startsWith("Thị xã ")
      ? [`tx ${bareName}`]
      : [];
  const names = new Set([name, bareName, ...short, ...aliases].map(foldName));
  return [...names].filter((name) => /\D/u.test(name));
}

/** @param foldedNames `namesOf` each locality, where they are known already: folding them is most of the work. */
export function createLocalityIndex(
  localities: readonly Locality[],
  foldedNames: readonly (readonly string[])[] = localities.map(namesOf),
): LocalityIndex {
  const byKey = new Map<string, Locality>();
  const byName = new Map<string, Locality[]>();
  let maxSyllables = 0;
  for (const [position, locality] of localities.entries()) {
    byKey.set(locality.key, locality);
    for (const name of foldedNames[position] ?? []) {
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [locality]);
      else same.push(locality);
      maxSyllables = Math.max(maxSyllables, countSyllables(name));
    }
  }
  let predecessors: Map<string, Locality[]> | null = null;
  return {
    all: localities,
    maxSyllables,
    byKey: (key) => byKey.get(key),
    byName: (foldedName) => byName.get(foldedName) ?? none,
    predecessors: (key) => (predecessors ??= groupBySuccessor(localities)).get(key) ?? none,
  };
}

function countSyllables(name: string): number {
  let syllables = 1;
  for (let at = name.indexOf(" "); at >= 0; at = name.indexOf(" ", at + 1)) syllables++;
  return syllables;
}

function groupBySuccessor(localities: readonly Locality[]): Map<string, Locality[]> {
  const groups = new Map<string, Locality[]>();
  for (const locality of localities) {
    for (const successor of locality.successors) {
      const group = groups.get(successor);
      if (group === undefined) groups.set(successor, [locality]);
      else group.push(locality);
    }
  }
  return groups;
}
