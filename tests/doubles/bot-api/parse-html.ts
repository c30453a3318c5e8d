import { badRequest } from "./api-error.ts";

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** The tags of Telegram's HTML style, and what they become (core.telegram.org/bots/api#html-style). */
const TAGS: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  code: "code",
  pre: "pre",
  a: "text_link",
  blockquote: "blockquote",
  "tg-spoiler": "spoiler",
};

const TOKEN = /<(\/?)([a-z-]+)((?:\s[^<>]*)?)>|&(#\d+|#x[\da-f]+|[a-z]+);|[^<>&]+|[<>&]/giu;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/**
 * Reads a text in Telegram's HTML. Stricter than life: a bare `>` or `&`, and an attribute that the tag does
 * not know, are refused as well.
 */
export function parseHtml(html: string): { text: string; entities: Entity[] } {
  let text = "";
  const open: { tag: string; type: string; offset: number }[] = [];
  const entities: Entity[] = [];
  for (const [token, slash, tagName, attributes = "", reference] of html.matchAll(TOKEN)) {
    if (reference !== undefined) {
      text += decode(reference);
    } else if (tagName === undefined) {
      if (/^[<>&]$/.test(token)) badRequest(`can't parse entities: unescaped "${token}"`);
      text += token;
    } else if (slash === "/") {
      const last = open.pop();
      if (last === undefined) badRequest(`can't parse entities: unexpected end tag "${tagName}"`);
      if (last.tag !== tagName) {
        badRequest(`can't parse entities: expected "</${last.tag}>", found "</${tagName}>"`);
      }
      const length = text.length - last.offset;
      if (length > 0) entities.push({ type: last.type, offset: last.offset, length });
    } else {
      open.push({ tag: tagName, type: typeOf(tagName, attributes.trim(), open), offset: text.length });
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) badRequest(`can't parse entities: can't find end tag "${unclosed.tag}"`);
  return { text, entities };
}

function typeOf(tag: string, attributes: string, open: readonly { tag: string }[]): string {
  const type = TAGS[tag];
  if (type === undefined) badRequest(`can't parse entities: unsupported start tag "${tag}"`);
  if (tag === "blockquote" && open.length > 0)
    badRequest("can't parse entities: blockquote must not be nested");
  if (open.some((outer) => outer.tag === "code" || outer.tag === "pre")) {
    badRequest("can't parse entities: nothing may stand inside code");
  }
  if (tag === "blockquote" && attributes === "expandable") return "expandable_blockquote";
  if (tag === "a" && /^href="[^"<>]+"$/.test(attributes)) return type;
  if (attributes !== "") badRequest(`can't parse entities: unsupported attribute in "${tag}"`);
  return type;
}

function decode(reference: string): string {
  if (!reference.startsWith("#")) {
    return NAMED[reference] ?? badRequest(`can't parse entities: unsupported entity "&${reference};"`);
  }
  const code = reference.startsWith("#x")
    ? Number.parseInt(reference.slice(2), 16)
    : Number(reference.slice(1));
  return code > 0 && code <= 0x10ffff
    ? String.fromCodePoint(code)
    : badRequest("can't parse entities: bad number");
}
