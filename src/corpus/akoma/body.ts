import type { Provision, ProvisionType } from "../provision.ts";
import type { Span } from "../../shared/span.ts";
import { element } from "./xml.ts";
import type { XmlElement } from "./xml.ts";
import { squeezeTrim } from "../../shared/squeeze-spaces.ts";

/** Akoma Ntoso's name for a provision; what has none of its own is an `hcontainer` that says what it is. */
const NAMES: Partial<Record<ProvisionType, string>> = {
  part: "part",
  chapter: "chapter",
  section: "section",
  article: "article",
  paragraph: "paragraph",
  point: "point",
  indent: "indent",
  text: "alinea",
  table: "alinea",
};

/** A provision with its children as an element of Akoma Ntoso's hierarchy: num, heading, then intro and children, or content. */
export function writeHierarchy(text: string, node: Provision): XmlElement {
  const name = NAMES[node.type] ?? "hcontainer";
  const attributes = { ...(name === "hcontainer" ? { name: node.type } : {}), eId: node.eId };
  if (node.type === "table")
    return element(name, attributes, [element("content", {}, [writeTable(text, node)])]);
  const { num, words } = partsOf(text, node);
  const head: XmlElement[] = [];
  if (num !== "") head.push(element("num", {}, [num]));
  if (node.headingSpan !== null) head.push(element("heading", {}, [squeezeTrim(slice(text, node.headingSpan))]));
  const paragraphs = paragraphsOf(words);
  if (node.children.length === 0) {
    if (paragraphs.length === 0 && node.headingSpan !== null) return element(name, attributes, head);
    return element(name, attributes, [
      ...head,
      element("content", {}, paragraphs.length > 0 ? paragraphs : [element("p")]),
    ]);
  }
  const intro = paragraphs.length === 0 ? [] : [element("intro", {}, paragraphs)];
  return element(name, attributes, [
    ...head,
    ...intro,
    ...node.children.map((child) => writeHierarchy(text, child)),
  ]);
}

/** A provision of the head or the end (lines without a hierarchy) as paragraphs; `mark` may mark up parts of a line. */
export function writeLines(
  text: string,
  node: Provision,
  mark: (span: Span) => XmlElement["children"] = (span) => [squeezeTrim(slice(text, span))],
): XmlElement[] {
  if (node.type === "table") return [writeTable(text, node)];
  const own =
    slice(text, node.ownSpan).trim() === "" ? [] : [element("p", { eId: node.eId }, mark(node.ownSpan))];
  return [...own, ...node.children.flatMap((child) => writeLines(text, child, mark))];
}

function writeTable(text: string, node: Provision): XmlElement {
  const rows = node.children.map((row) => ({
    eId: row.eId,
    cells: slice(text, row.ownSpan).split("\t"),
  }));
  const isHeader = (at: number): boolean => at === 0 && rows.length > 1;
  return element("table", { eId: `${node.eId}__cells` }, [
    ...rows.map(({ eId, cells }, at) =>
      element(
        "tr",
        { eId },
        cells.map((cell) => element(isHeader(at) ? "th" : "td", {}, [element("p", {}, [squeezeTrim(cell)])])),
      ),
    ),
    ...(rows.length === 0 ? [element("tr", {}, [element("td", {}, [element("p")])])] : []),
  ]);
}

/** What is printed before the heading or the words («II.», «Điều 5.», «-»), and the words after the heading. */
function partsOf(
  text: string,
  { number, heading, headingSpan, ownSpan, type }: Provision,
): { num: string; words: string } {
  if (headingSpan !== null && heading !== null) {
    const num = text.slice(ownSpan.start, headingSpan.start).trim();
    return {
      num,
      words: text.slice(Math.max(headingSpan.end, ownSpan.start), ownSpan.end).replace(/^\s*[:.]\s*/u, ""),
    };
  }
  const own = slice(text, ownSpan);
  const marker = markerOf(own, number, type);
  return { num: marker.trim(), words: own.slice(marker.length) };
}

function markerOf(own: string, number: string | null, type: ProvisionType): string {
  if (number === null) return type === "indent" ? (/^\s*[-–—+*•·o▪]\s+/u.exec(own)?.[0] ?? "") : "";
  const at = own.indexOf(number);
  // «Điều 5.», «Phần thứ nhất»: the number stands among the first words, or it is not printed there.
  if (at < 0 || at > 24) return "";
  const after = /^\s*[.):/]*\s*/u.exec(own.slice(at + number.length))?.[0] ?? "";
  return own.slice(0, at + number.length) + after;
}

function paragraphsOf(words: string): XmlElement[] {
  return words
    .split("\n")
    .map(squeezeTrim)
    .filter((line) => line !== "")
    .map((line) => element("p", {}, [line]));
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
