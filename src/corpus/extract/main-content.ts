import type { XmlElement } from "./read-xml.ts";
import { childElements } from "./read-xml.ts";

/** Elements that never hold the text of a document. */
const FURNITURE = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "math",
  "head",
  "nav",
  "aside",
  "button",
  "select",
  "input",
  "textarea",
  "iframe",
  "object",
  "embed",
  "canvas",
  "audio",
  "video",
  "img",
  "dialog",
  "menu",
  "form",
  "map",
]);
const FURNITURE_ROLES = new Set([
  "navigation",
  "banner",
  "search",
  "tablist",
  "menu",
  "menubar",
  "toolbar",
  "dialog",
  "switch",
]);
const MOTTO = /CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM/u;
const APPENDIX = /^\s*PHỤ\s+LỤC/mu;

/** Whether an element is page furniture, or hidden from the reader. */
export function isFurniture({ name, attributes }: XmlElement): boolean {
  if (FURNITURE.has(name) && name !== "form") return true;
  if ("hidden" in attributes || attributes["aria-hidden"] === "true") return true;
  if (FURNITURE_ROLES.has(attributes["role"] ?? "")) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes["style"] ?? "");
}

/**
 * The element of a page that holds the document: from the body down, as long as one child holds nearly all of
 * the running text, or most of it together with the national motto. Menus, lists of links and notices around it
 * are left behind; an appendix never is.
 */
export function findMainContent(root: XmlElement): XmlElement {
  let content = findBody(root) ?? root;
  const weights = new Map<XmlElement, number>();
  weigh(content, weights);
  for (;;) {
    const children = childElements(content).filter((child) => !isFurniture(child) && child.name !== "tr");
    const total = weights.get(content) ?? 0;
    const heaviest = children.reduce<XmlElement | null>(
      (best, child) => (best === null || (weights.get(child) ?? 0) > (weights.get(best) ?? 0) ? child : best),
      null,
    );
    if (
      heaviest === null ||
      total === 0 ||
      !/^(?:div|main|article|section|form|center|td|tbody|table)$/.test(heaviest.name)
    )
      break;
    const share = (weights.get(heaviest) ?? 0) / total;
    const rest = children
      .filter((child) => child !== heaviest)
      .map(textOf)
      .join("\n");
    if (APPENDIX.test(rest) || MOTTO.test(rest)) break;
    if (share < 0.9 && !(share >= 0.6 && MOTTO.test(textOf(heaviest)))) break;
    content = heaviest;
  }
  return content;
}

function findBody(element: XmlElement): XmlElement | undefined {
  for (const child of childElements(element)) {
    if (child.name === "body") return child;
    if (child.name === "html") return findBody(child) ?? child;
  }
  return undefined;
}

/** Characters of running text: in pieces of at least 25 characters, outside links. */
function weigh(element: XmlElement, weights: Map<XmlElement, number>): number {
  let weight = 0;
  for (const child of element.children) {
    if (typeof child === "string") weight += child.trim().length >= 25 ? child.trim().length : 0;
    else if (!isFurniture(child) && child.name !== "a") weight += weigh(child, weights);
  }
  weights.set(element, weight);
  return weight;
}

/** The text of an element without furniture; blocks parted by line ends. */
export function textOf(element: XmlElement): string {
  const parts: string[] = [];
  const visit = (node: XmlElement): void => {
    for (const child of node.children) {
      if (typeof child === "string") parts.push(child);
      else if (!isFurniture(child)) {
        if (/^(?:p|div|br|tr|li|h\d|table)$/.test(child.name)) parts.push("\n");
        visit(child);
      }
    }
  };
  visit(element);
  return parts.join("");
}
