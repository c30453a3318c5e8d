import type { ParsedDocument } from "../corpus/document.ts";
import { readMarker } from "../corpus/lines/read-marker.ts";
import type { Provision } from "../corpus/provision.ts";
import { memoiseFor } from "../shared/memoise.ts";
import type { Span } from "../shared/span.ts";
import { deadlineOfHeadings, deadlineOfTitle } from "./read-deadline.ts";
import type { Segment } from "./split-segments.ts";
import { splitSegments } from "./split-segments.ts";
import type { SectionKind } from "./target-context.ts";
import { isLaw, sectionKind } from "./target-context.ts";

/** A provision's own words with what the headings above say of them. */
export interface FactPlace {
  readonly parsed: ParsedDocument;
  readonly path: string;
  readonly eId: string;
  readonly locator: string;
  /** The headings above and of the node itself, outermost first. */
  readonly headings: readonly string[];
  readonly section: SectionKind;
  readonly isLaw: boolean;
  readonly documentYear: number | null;
  /** The year that the nearest heading, or else the title, sets for what stands here. */
  readonly deadline: number | null;
  /** Where its own words begin, after its number, and the words. */
  readonly start: number;
  readonly text: string;
  readonly type: Provision["type"];
  /** Its own heading, where it runs in before the text; offsets in the document. */
  readonly headingSpan: Span | null;
}

/** The year of the text: its date's, or else the last one that the documents named in its preamble bear. */
const documentYear = memoiseFor((parsed: ParsedDocument): number | null => {
  const { date, implements: carriedOut } = parsed.frontMatter;
  const dates = date === null ? carriedOut.map((reference) => reference.date ?? "") : [date];
  const found = dates.flatMap((printed) => /(?:19|20)\d{2}/.exec(printed)?.[0] ?? []).map(Number);
  return found.length > 0 ? Math.max(...found) : null;
});

/** Where the words go on after a heading that runs in before them; 0 where there is none. */
function afterRunIn(node: Provision, own: string): number {
  if (node.headingSpan === null || node.type === "appendix" || node.type === "chapter") return 0;
  const end = node.headingSpan.end - node.ownSpan.start;
  const rest = /^[\s:.;,]*/u.exec(own.slice(end))?.[0].length ?? 0;
  return end + rest < own.length && own.slice(end).trimStart().startsWith(":") ? end + rest : 0;
}

const titleDeadline = memoiseFor((parsed: ParsedDocument): number | null => {
  const { title } = parsed.frontMatter;
  return title === null ? null : deadlineOfTitle(title, documentYear(parsed));
});

const placesOf = memoiseFor<ParsedDocument, Map<Provision, FactPlace>>(() => new Map());

/** A provision's place, worked out once a document: targets and assignments are read from the same ones. */
export function placeFor(
  parsed: ParsedDocument,
  node: Provision,
  ancestors: readonly Provision[],
): FactPlace {
  const places = placesOf(parsed);
  const known = places.get(node);
  if (known !== undefined) return known;
  const own = parsed.text.slice(node.ownSpan.start, node.ownSpan.end);
  const start = Math.max(node.type === "text" ? 0 : (readMarker(own)?.length ?? 0), afterRunIn(node, own));
  const headings = [...ancestors, node].flatMap(({ heading }) => heading ?? []);
  const place: FactPlace = {
    parsed,
    path: node.path,
    eId: node.eId,
    locator: node.locator,
    headings,
    section: sectionKind(headings),
    isLaw: isLaw(parsed.frontMatter.kind),
    documentYear: documentYear(parsed),
    deadline: deadlineOfHeadings(headings) ?? titleDeadline(parsed),
    start: node.ownSpan.start + start,
    text: own.slice(start),
    type: node.type,
    headingSpan: node.headingSpan,
  };
  places.set(node, place);
  return place;
}

/** The segments of a place's words, cut once for all that read them. */
export const segmentsOf = memoiseFor((place: FactPlace): readonly Segment[] => splitSegments(place.text));

/** The place of a table's row that holds an offset: a cell is cited by its row. */
export function rowPlace(place: FactPlace, table: Provision, offset: number): FactPlace {
  const row = table.children.find(({ span }) => span.start <= offset && offset <= span.end);
  return row ? { ...place, path: row.path, eId: row.eId, locator: row.locator } : place;
}
