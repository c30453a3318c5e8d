import { squeezeSpaces } from "../../shared/squeeze-spaces.ts";
import { childEId, eIdSegment } from "../eid.ts";
import type { LocatorStep } from "../locator.ts";
import { locatorOf } from "../locator.ts";
import type { Provision, ProvisionType } from "../provision.ts";
import type { ProvisionDraft } from "./provision-draft.ts";

interface Above {
  readonly eId: string;
  readonly number: string | null;
  readonly path: string;
  readonly steps: readonly LocatorStep[];
}

const PATH_WORDS: Partial<Record<ProvisionType, string>> = {
  appendix: "Phụ lục",
  part: "Phần",
  chapter: "Chương",
  article: "Điều",
};
const ZONES = new Set<ProvisionType>(["header", "preamble", "recipients", "signature"]);
/** An indent with children whose own words are this short is their heading. */
const LONGEST_INDENT_HEADING = 120;

/** A node's dotted path; articles are numbered through a whole text, so they begin a path of their own. */
function pathOf(draft: ProvisionDraft, above: Above): string {
  if (ZONES.has(draft.type)) return draft.type;
  const word = PATH_WORDS[draft.type];
  if (draft.number === null)
    return word === undefined ? above.path : `${above.path === "" ? "" : `${above.path}.`}${word}`;
  const own = word === undefined ? draft.number : `${word} ${draft.number}`;
  const appendix = above.steps.find((step) => step.type === "appendix");
  if (draft.type === "article")
    return appendix ? `Phụ lục ${appendix.number ?? ""}`.trim().concat(`.${own}`) : own;
  if (above.path === "") return own;
  if (above.number !== null && draft.number.startsWith(`${above.number}.`)) {
    return above.path.slice(0, above.path.length - above.number.length) + draft.number;
  }
  return `${above.path}.${own}`;
}

/** Turns drafts into provisions: eIds (unique), paths, locators, spans that hold their children. */
export function finishTree(roots: readonly ProvisionDraft[], text: string): Provision[] {
  const used = new Set<string>();
  const unique = (eId: string): string => {
    let candidate = eId;
    for (let n = 2; used.has(candidate); n++) candidate = `${eId}-${n}`;
    used.add(candidate);
    return candidate;
  };
  const finish = (drafts: readonly ProvisionDraft[], above: Above, depth: number): Provision[] => {
    const counts = new Map<ProvisionType, number>();
    return drafts.map((draft) => {
      const position = (counts.get(draft.type) ?? 0) + 1;
      counts.set(draft.type, position);
      const segment = eIdSegment(draft.type, draft.number, position);
      const eId = unique(childEId(above.eId === "" ? null : above, segment, draft.number));
      const steps = [...above.steps, { type: draft.type, number: draft.number, position }];
      const path = pathOf(draft, above);
      const children = finish(draft.children, { eId, number: draft.number, path, steps }, depth + 1);
      const headingSpan = draft.heading ?? indentHeading(draft, text);
      return {
        eId,
        type: draft.type,
        number: draft.number,
        path: path === "" ? "preamble" : path,
        locator: locatorOf(steps),
        heading: headingSpan && squeezeSpaces(text.slice(headingSpan.start, headingSpan.end)),
        headingSpan,
        span: { start: draft.start, end: Math.max(draft.ownEnd, children.at(-1)?.span.end ?? 0) },
        ownSpan: { start: draft.start, end: draft.ownEnd },
        depth,
        ...(draft.isNote ? { isNote: true } : {}),
        children,
      };
    });
  };
  return finish(roots, { eId: "", number: null, path: "", steps: [] }, 1);
}

function indentHeading(draft: ProvisionDraft, text: string): { start: number; end: number } | null {
  if (draft.type !== "indent" || draft.children.length === 0) return null;
  const own = text.slice(draft.start, draft.ownEnd);
  const mark = /^\S\s*/.exec(own)?.[0].length ?? 0;
  const words = own.slice(mark).replace(/[\s:.;,]+$/u, "");
  if (words.length === 0 || words.length > LONGEST_INDENT_HEADING) return null;
  return { start: draft.start + mark, end: draft.start + mark + words.length };
}
