/** An XML element: attributes that are null are left out; strings are text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly children: readonly (XmlElement | string)[];
}

export function element(
  name: string,
  attributes: XmlElement["attributes"] = {},
  children: XmlElement["children"] = [],
): XmlElement {
  return { name, attributes, children };
}

/** The element as a document of its own, indented where it holds elements alone, so that no white space is added to text. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, "")}\n`;
}

function writeElement({ name, attributes, children }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null
      ? []
      : [
          ` ${key}="${escapeText(value)
            .replaceAll('"', "&quot;")
            .replaceAll(/[\n\t]/gu, " ")}"`,
        ],
  );
  const open = `${indent}<${name}${written.join("")}`;
  if (children.length === 0) return `${open}/>`;
  if (children.some((child) => typeof child === "string")) {
    const inner = children.map((child) =>
      typeof child === "string" ? escapeText(child) : writeElement(child, ""),
    );
    return `${open}>${inner.join("")}</${name}>`;
  }
  const inner = children.map((child) =>
    typeof child === "string" ? child : writeElement(child, `${indent}  `),
  );
  return `${open}>\n${inner.join("\n")}\n${indent}</${name}>`;
}

/** Characters that XML 1.0 has no place for, not even escaped, are dropped: controls and halves of pairs. */
function escapeText(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
