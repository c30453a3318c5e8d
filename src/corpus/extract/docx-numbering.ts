import type { XmlElement } from "./read-xml.ts";
import { childElements, firstElement, isOn, valueAt } from "./read-xml.ts";

import type { ListLevel, NumberedList, Numbering } from "./list-numbering.ts";
import { countLists } from "./list-numbering.ts";

/** Reads word/numbering.xml (ECMA-376 part 1, 17.9). */
export function readNumbering(root: XmlElement | undefined): Numbering {
  return countLists(readLists(firstElement(root, "numbering")));
}

function readLists(numbering: XmlElement | undefined): ReadonlyMap<string, NumberedList> {
  const lists = new Map<string, NumberedList>();
  if (numbering === undefined) return lists;
  const definitions = new Map<string, XmlElement>();
  const byStyle = new Map<string, XmlElement>();
  for (const definition of childElements(numbering, "abstractNum")) {
    definitions.set(definition.attributes["abstractNumId"] ?? "", definition);
    const style = valueAt(definition, "styleLink");
    if (style !== undefined) byStyle.set(style, definition);
  }
  for (const num of childElements(numbering, "num")) {
    const definitionId = valueAt(num, "abstractNumId") ?? "";
    let definition = definitions.get(definitionId);
    const linked = valueAt(definition, "numStyleLink");
    if (linked !== undefined) definition = byStyle.get(linked) ?? definition;
    const levels = new Map<number, ListLevel>();
    const startOverrides = new Map<number, number>();
    for (const level of childElements(definition ?? num, "lvl")) addLevel(levels, level);
    for (const override of childElements(num, "lvlOverride")) {
      const index = Number(override.attributes["ilvl"] ?? 0);
      const start = valueAt(override, "startOverride");
      if (start !== undefined) startOverrides.set(index, Number(start));
      const level = firstElement(override, "lvl");
      if (level !== undefined) addLevel(levels, level);
    }
    lists.set(num.attributes["numId"] ?? "", { definition: definitionId, levels, startOverrides });
  }
  return lists;
}

function addLevel(levels: Map<number, ListLevel>, element: XmlElement): void {
  const index = Number(element.attributes["ilvl"] ?? 0);
  const restart = valueAt(element, "lvlRestart");
  levels.set(index, {
    start: Number(valueAt(element, "start") ?? 1),
    format: formatOf(element),
    template: valueAt(element, "lvlText") ?? "",
    restartAfter: restart === undefined ? index - 1 : restart === "0" ? null : Number(restart) - 1,
    legal: isOn(firstElement(element, "isLgl")),
  });
}

/** Newer formats stand in an AlternateContent with the older one as fallback. */
function formatOf(level: XmlElement): string {
  return valueAt(level, "numFmt") ?? valueAt(level, "AlternateContent", "Fallback", "numFmt") ?? "decimal";
}
