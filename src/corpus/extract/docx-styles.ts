import type { XmlElement } from "./read-xml.ts";
import { childElements, firstElement, isOn, valueAt } from "./read-xml.ts";

/** What of a style matters for reading; undefined where the style says nothing. */
export interface DocxStyle {
  readonly name: string;
  /** 1–9, from the outline level or the name «heading n». */
  readonly headingLevel: number | undefined;
  readonly numId: string | undefined;
  readonly numLevel: number | undefined;
  readonly bold: boolean | undefined;
  readonly caps: boolean | undefined;
  readonly hidden: boolean | undefined;
  readonly font: string | undefined;
}

const none: DocxStyle = {
  name: "",
  headingLevel: undefined,
  numId: undefined,
  numLevel: undefined,
  bold: undefined,
  caps: undefined,
  hidden: undefined,
  font: undefined,
};

export interface DocxStyles {
  /** A style by its id with what it inherits; an unknown id gives the default paragraph style. */
  of(styleId: string | undefined): DocxStyle;
}

/** Reads word/styles.xml; chains of «based on» end at a style seen before. */
export function readStyles(root: XmlElement | undefined): DocxStyles {
  const elements = new Map<string, XmlElement>();
  const container = firstElement(root, "styles");
  let defaultId: string | undefined;
  for (const style of container === undefined ? [] : childElements(container, "style")) {
    const id = style.attributes["styleId"] ?? "";
    elements.set(id, style);
    const isDefault = ["1", "true"].includes(style.attributes["default"] ?? "");
    if (isDefault && style.attributes["type"] === "paragraph") defaultId = id;
  }
  const defaults = runProperties(firstElement(container, "docDefaults", "rPrDefault", "rPr"));
  const resolved = new Map<string, DocxStyle>();

  function resolve(id: string | undefined, seen: number): DocxStyle {
    const known = resolved.get(id ?? "");
    if (known !== undefined) return known;
    const element = elements.get(id ?? "");
    if (element === undefined || seen > 20) return { ...none, ...defaults };
    const base = resolve(valueAt(element, "basedOn"), seen + 1);
    const style = { ...base, ...definedOnly(ownProperties(element)) };
    resolved.set(id ?? "", style);
    return style;
  }
  return {
    of: (styleId) => resolve(styleId !== undefined && elements.has(styleId) ? styleId : defaultId, 0),
  };
}

function ownProperties(style: XmlElement): Partial<DocxStyle> {
  const name = valueAt(style, "name") ?? "";
  const outline = valueAt(style, "pPr", "outlineLvl");
  const byName = /^(?:heading|tiêu đề|đầu đề)\s*(\d)$/i.exec(name)?.[1];
  const level =
    byName !== undefined ? Number(byName) : outline === undefined ? undefined : Number(outline) + 1;
  const numLevel = valueAt(style, "pPr", "numPr", "ilvl");
  return {
    name,
    headingLevel: level !== undefined && level <= 9 ? level : undefined,
    numId: valueAt(style, "pPr", "numPr", "numId"),
    numLevel: numLevel === undefined ? undefined : Number(numLevel),
    ...runProperties(firstElement(style, "rPr")),
  };
}

/** The properties of an `rPr`, of a style or of a run. */
export function runProperties(properties: XmlElement | undefined): Partial<DocxStyle> {
  if (properties === undefined) return {};
  const fonts = firstElement(properties, "rFonts");
  return definedOnly({
    bold: onOff(properties, "b"),
    caps: onOff(properties, "caps"),
    hidden: onOff(properties, "vanish"),
    font: fonts?.attributes["ascii"] ?? fonts?.attributes["hAnsi"],
  });
}

function onOff(properties: XmlElement, name: string): boolean | undefined {
  const element = firstElement(properties, name);
  return element === undefined ? undefined : isOn(element);
}

function definedOnly(style: Partial<DocxStyle>): Partial<DocxStyle> {
  const defined: Partial<Record<keyof DocxStyle, unknown>> = {};
  for (const name of Object.keys(style) as (keyof DocxStyle)[]) {
    if (style[name] !== undefined) defined[name] = style[name];
  }
  return defined as Partial<DocxStyle>;
}
