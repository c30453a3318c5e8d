import { locate, viewOf } from "./doc-pieces.ts";
import type { ListLevel, NumberedList, Numbering } from "./list-numbering.ts";
import { countLists } from "./list-numbering.ts";

const LIST_TABLE = 0x2e2;
const OVERRIDE_TABLE = 0x2ea;
/** Number formats by their code ([MS-OSHARED] MSONFC), as named in WordprocessingML. */
const FORMATS: Readonly<Record<number, string>> = {
  0: "decimal",
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  22: "decimalZero",
  23: "bullet",
  255: "none",
};
const UTF16 = new TextDecoder("utf-16le");

/** Reads the lists of a binary Word file ([MS-DOC] PlfLst, PlfLfo); a list's id is its 1-based number. */
export function readDocNumbering(main: Uint8Array, table: Uint8Array): Numbering {
  try {
    return countLists(readOverrides(main, table, readLists(main, table)));
  } catch {
    return countLists(new Map());
  }
}

function readLists(main: Uint8Array, table: Uint8Array): ReadonlyMap<number, ReadonlyMap<number, ListLevel>> {
  const lists = new Map<number, ReadonlyMap<number, ListLevel>>();
  const { offset, length } = locate(main, LIST_TABLE);
  if (length === 0) return lists;
  const view = viewOf(table);
  const count = view.getInt16(offset, true);
  let at = offset + 2 + 28 * count;
  for (let index = 0; index < count; index++) {
    const entry = offset + 2 + 28 * index;
    const isSimple = ((table[entry + 26] ?? 0) & 1) !== 0;
    const levels = new Map<number, ListLevel>();
    for (let level = 0; level < (isSimple ? 1 : 9); level++) {
      const read = readLevel(table, at, level);
      levels.set(level, read.level);
      at = read.end;
    }
    lists.set(view.getInt32(entry, true), levels);
  }
  return lists;
}

function readLevel(table: Uint8Array, at: number, index: number): { level: ListLevel; end: number } {
  const view = viewOf(table);
  const format = FORMATS[table[at + 4] ?? 0] ?? "decimal";
  const flags = table[at + 5] ?? 0;
  const text = at + 28 + (table[at + 24] ?? 0) + (table[at + 25] ?? 0);
  const length = view.getUint16(text, true);
  const end = text + 2 + 2 * length;
  const template = UTF16.decode(table.subarray(text + 2, end));
  return {
    end,
    level: {
      start: view.getInt32(at, true),
      format,
      // The place of each level's number is held by a character whose code is the level.
      template: Array.from(template, (sign) =>
        sign.charCodeAt(0) < 9 ? `%${sign.charCodeAt(0) + 1}` : sign,
      ).join(""),
      restartAfter:
        (flags & 0x08) === 0 ? index - 1 : (table[at + 26] ?? 0) === 0 ? null : (table[at + 26] ?? 0) - 1,
      legal: (flags & 0x04) !== 0,
    },
  };
}

function readOverrides(
  main: Uint8Array,
  table: Uint8Array,
  lists: ReadonlyMap<number, ReadonlyMap<number, ListLevel>>,
): ReadonlyMap<string, NumberedList> {
  const numbered = new Map<string, NumberedList>();
  const { offset, length } = locate(main, OVERRIDE_TABLE);
  if (length === 0) return numbered;
  const view = viewOf(table);
  const count = view.getInt32(offset, true);
  let at = offset + 4 + 16 * count;
  for (let index = 0; index < count; index++) {
    const entry = offset + 4 + 16 * index;
    const definition = view.getInt32(entry, true);
    const levels = new Map(lists.get(definition));
    const startOverrides = new Map<number, number>();
    at += 4;
    for (let override = 0; override < (table[entry + 12] ?? 0); override++) {
      const flags = view.getUint32(at + 4, true);
      const level = flags & 0x0f;
      if ((flags & 0x10) !== 0) startOverrides.set(level, view.getInt32(at, true));
      at += 8;
      if ((flags & 0x20) === 0) continue;
      const read = readLevel(table, at, level);
      levels.set(level, read.level);
      at = read.end;
    }
    numbered.set(String(index + 1), { definition: String(definition), levels, startOverrides });
  }
  return numbered;
}
