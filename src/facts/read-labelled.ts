import { squeezeSpaces } from "../shared/squeeze-spaces.ts";
import type { Span } from "../shared/span.ts";
import type { AssignmentRole } from "./assignment.ts";
import type { AssignmentDraft } from "./assignment-draft.ts";
import type { FactPlace } from "./fact-place.ts";
import type { LabelledField } from "./role-labels.ts";
import { readLabels } from "./role-labels.ts";

/** A paragraph with the labelled fields in it. */
export interface LabelledPlace {
  readonly place: FactPlace;
  readonly fields: readonly LabelledField[];
}

/** Consecutive labelled paragraphs that speak of one task, with what stands around them. */
export interface LabelGroup {
  /** The provision that holds them. */
  readonly holder: FactPlace;
  readonly members: LabelledPlace[];
  /** The paragraph right before the group under the same holder; null where the group comes first. */
  readonly before: FactPlace | null;
}

const LONGEST_TASK = 400;

const isRole = ({ meaning }: LabelledField): boolean => meaning !== "timeline" && meaning !== "product";

/** The labels of a paragraph; null where it is running text. A lone «Kết quả: …» or «Thời gian: …» counts in a group only. */
export function labelledPlace(place: FactPlace): LabelledPlace | null {
  const fields = readLabels(place.text);
  return fields.length > 0 ? { place, fields } : null;
}

const absolute = (place: FactPlace, start: number, end: number): Span => ({
  start: place.start + start,
  end: place.start + end,
});
const squeeze = (text: string): string => squeezeSpaces(text).replace(/^[\s:;,.–-]+|[\s:;,.]+$/gu, "");

/** What the group is about: the paragraph that it follows, or the heading of what holds it. */
function taskOf(group: LabelGroup, groupsOfHolder: number): { task: string; span: Span | null } {
  const first = group.members[0];
  const lead = first?.fields[0];
  if (first && lead && lead.start > 20) {
    return {
      task: squeeze(first.place.text.slice(0, lead.start)),
      span: absolute(first.place, 0, lead.start),
    };
  }
  const ofPlace = (place: FactPlace, span: Span): { task: string; span: Span } => {
    const words = squeeze(place.parsed.text.slice(span.start, span.end));
    const task =
      words.length <= LONGEST_TASK ? words : `${words.slice(0, words.lastIndexOf(" ", LONGEST_TASK))}…`;
    return { task, span };
  };
  const { holder, before } = group;
  const isPoint = holder.type === "point" || holder.type === "indent" || holder.type === "paragraph";
  const named = ofPlace(holder, holder.headingSpan ?? absolute(holder, 0, holder.text.length));
  if (before === null) return named;
  const ofBefore = ofPlace(before, absolute(before, 0, before.text.length));
  return groupsOfHolder > 1 || isPoint ? ofBefore : { task: named.task, span: ofBefore.span };
}

const ROLE_IN_BRACKETS = /\s*\((chủ trì|phối hợp)\)[\s,;và]*/gu;

/** «Vụ A (chủ trì), Cục B, Vụ C (phối hợp)»: one label for both roles, told apart in brackets. */
function splitByRole(body: string, meaning: AssignmentRole): { role: AssignmentRole; words: string }[] {
  const parts: { role: AssignmentRole; words: string }[] = [];
  let from = 0;
  for (const mark of body.matchAll(ROLE_IN_BRACKETS)) {
    const words = body.slice(from, mark.index);
    if (words.length > 1) parts.push({ role: mark[1] === "chủ trì" ? "lead" : "coordinate", words });
    from = mark.index + mark[0].length;
  }
  const rest = body.slice(from);
  return rest.length > 1 ? [...parts, { role: meaning, words: rest }] : parts;
}

/** The assignments that a group of labelled lines makes; each field is quoted with its label. */
export function readLabelGroup(group: LabelGroup, groupsOfHolder: number): AssignmentDraft[] {
  const all = group.members.flatMap(({ place, fields }) => fields.map((field) => ({ place, field })));
  if (!all.some(({ field }) => isRole(field))) return [];
  const time = all.find(({ field }) => field.meaning === "timeline" && field.valueEnd > field.valueStart);
  const timelineSpan = time ? absolute(time.place, time.field.valueStart, time.field.valueEnd) : null;
  const { task, span: taskSpan } = taskOf(group, groupsOfHolder);
  const drafts: AssignmentDraft[] = [];
  for (const { place, field } of all) {
    const body = squeeze(place.text.slice(field.valueStart, field.valueEnd));
    if (field.meaning === "timeline" || field.meaning === "product" || body.length < 2) continue;
    for (const { role, words } of splitByRole(body, field.meaning))
      drafts.push({
        task,
        role,
        body: words,
        timeline: timelineSpan && squeeze(place.parsed.text.slice(timelineSpan.start, timelineSpan.end)),
        place: group.holder,
        span: absolute(place, field.start, field.valueEnd),
        timelineSpan,
        ...(taskSpan ? { taskSpan } : {}),
      });
  }
  return drafts;
}
