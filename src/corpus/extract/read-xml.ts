import { Parser } from "htmlparser2";
import type { ParserOptions } from "htmlparser2";

/** An XML element with its local name (prefix dropped), its attributes by local name, and its content. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Deeper than Word or a browser goes: what lies deeper is hung up here, so that recursion stays in the stack. */
const MAX_DEPTH = 400;
/** Deeper still is an attack: the parser's work grows with the square of the depth. */
const HOSTILE_DEPTH = 5000;

/**
 * Parses XML into a light tree; forgiving of damage. Only the five predefined and numeric entities are
 * decoded: a DTD is skipped, so nothing external is resolved and nothing expands. Throws RangeError where the
 * nesting is hostile.
 */
export function readXml(xml: string): XmlElement {
  return buildTree(xml, { xmlMode: true, decodeEntities: true });
}

/** Parses HTML as sloppy as it comes; element and attribute names in lower case. Throws RangeError as readXml does. */
export function readHtml(html: string): XmlElement {
  return buildTree(html, { xmlMode: false, decodeEntities: true });
}

function buildTree(markup: string, options: ParserOptions): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: XmlElement = { name: localName(name), attributes: {}, children: [] };
        const byName = element.attributes as Record<string, string>;
        for (const key of Object.keys(attributes)) byName[localName(key)] = attributes[key] ?? "";
        const parent = open.at(-1) ?? root;
        parent.children.push(element);
        if (open.length > HOSTILE_DEPTH) throw new RangeError("the mark-up is nested too deeply");
        open.push(open.length > MAX_DEPTH ? parent : element);
      },
      ontext(text) {
        const siblings = (open.at(-1) ?? root).children;
        const last = siblings.at(-1);
        if (typeof last === "string") siblings[siblings.length - 1] = last + text;
        else siblings.push(text);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    options,
  );
  parser.end(markup);
  return root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The child elements, those named `name` where one is given. */
export function childElements(element: XmlElement, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (typeof child !== "string" && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

/** Follows a path of first children: `firstElement(paragraph, "pPr", "numPr")`. */
export function firstElement(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let found = element;
  for (const name of path) {
    found = found?.children.find(
      (child): child is XmlElement => typeof child !== "string" && child.name === name,
    );
  }
  return found;
}

/** The `val` attribute of an element reached by a path of first children. */
export function valueAt(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return firstElement(element, ...path)?.attributes["val"];
}

/** An on/off property as Office writes it: present without value, or 1/true/on. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !["0", "false", "off", "none"].includes(element.attributes["val"] ?? "1");
}
