import type { ParsedDocument } from "../corpus/document.ts";
import type { Provision } from "../corpus/provision.ts";
import { visitProvisions } from "../corpus/visit-provisions.ts";
import type { Message } from "../shared/message.ts";
import { readObjectives } from "./read-objectives.ts";
import { readTargetParagraph } from "./read-target-paragraph.ts";
import { readTargetTable } from "./read-target-table.ts";
import type { FactPlace } from "./fact-place.ts";
import { placeFor, rowPlace } from "./fact-place.ts";
import { GoalLists } from "./goal-lists.ts";
import type { IndicatorClause } from "./match-indicator.ts";
import type { TargetDraft } from "./target-draft.ts";
import type { Target } from "./target.ts";

/** Names the indicator of a figure's clause; null where none is known. */
export type NameIndicator = (clause: IndicatorClause) => string | null;

const READ = new Set<Provision["type"]>([
  "part",
  "chapter",
  "section",
  "article",
  "paragraph",
  "point",
  "indent",
  "text",
  "appendix",
]);

const OUTSIDE = new Set<Provision["type"]>(["header", "preamble", "recipients", "signature"]);

/**
 * Reads a document's targets, the values that it says are reached, and its aims without a figure; each with the
 * clause that says so. Laws and decrees lay down rules: their figures are not targets. Pure and linear.
 */
export function extractTargets(
  parsed: ParsedDocument,
  document: string,
  nameIndicator: NameIndicator,
): { targets: Target[]; messages: Message[] } {
  const targets: Target[] = [];
  const keep = (drafts: readonly TargetDraft[], place: FactPlace): void => {
    for (const draft of drafts) {
      const { name, unit, scope } = draft;
      const at = draft.valueSpan?.start ?? draft.span.start;
      targets.push({
        ...draft,
        id: `${document}#${draft.nature === "objective" ? "o" : ""}${at}`,
        document,
        indicator: nameIndicator({ name, unit, scope, headings: place.headings }),
        path: place.path,
        eId: place.eId,
        locator: place.locator,
      });
    }
  };
  const goalLists = new GoalLists();
  visitProvisions(parsed.provisions, (node, ancestors) => {
    if (node.isNote === true || (node.type !== "table" && !READ.has(node.type))) return;
    const place = goalLists.placeOf(placeFor(parsed, node, ancestors), node, ancestors);
    if (ancestors.some(({ type }) => OUTSIDE.has(type))) return;
    if (node.type === "table") {
      for (const draft of readTargetTable(place, node))
        keep([draft], rowPlace(place, node, draft.span.start));
    } else {
      const figures = readTargetParagraph(place);
      keep(figures, place);
      keep(readObjectives(place, figures), place);
    }
  });
  return { targets: targets.sort((a, b) => a.span.start - b.span.start), messages: [] };
}
