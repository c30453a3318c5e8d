import type { ParsedDocument } from "../corpus/document.ts";
import type { Provision } from "../corpus/provision.ts";
import { visitProvisions } from "../corpus/visit-provisions.ts";
import { memoise } from "../shared/memoise.ts";
import type { Message } from "../shared/message.ts";
import type { AssignmentDraft } from "./assignment-draft.ts";
import type { Assignment } from "./assignment.ts";
import { opensWithDuty } from "./body-phrase.ts";
import type { FactPlace } from "./fact-place.ts";
import { placeFor } from "./fact-place.ts";
import { subjectOf } from "./find-subject.ts";
import { bodyOfHeading } from "./heading-body.ts";
import { readAssignmentTable } from "./read-assignment-table.ts";
import type { DutyContext } from "./read-duties.ts";
import { readDuties } from "./read-duties.ts";
import type { LabelGroup, LabelledPlace } from "./read-labelled.ts";
import { labelledPlace, readLabelGroup } from "./read-labelled.ts";

const OUTSIDE = new Set<Provision["type"]>(["header", "preamble", "recipients", "signature"]);
const PROSE = new Set<Provision["type"]>(["section", "article", "paragraph", "point", "indent", "text"]);
/** Sections whose bodies act as they ought to, without being given a task. */
const NO_DUTIES =
  /^(?:về\s+)?(?:mục đích|yêu cầu|(?:một số |các )?mục tiêu|quan điểm|tầm nhìn|(?:một số |các )?chỉ tiêu|căn cứ|giải thích|phạm vi|đối tượng|tình hình|thực trạng|vị trí|vai trò|nguyên tắc|khen thưởng|bối cảnh|cách thức)/iu;

const MAY_LABEL = /^(?:Các\s+)?(?:cơ quan|đơn vị|tổ chức|chủ trì|phối hợp)(?!\p{L})/iu;

const givesNoDuties = memoise((heading: string) => NO_DUTIES.test(heading), 256);

/** The last words of a letter or plan: no duty of the body named before. */
const CLOSING = /^(?:Trên đây|Trong quá trình (?:tổ chức )?(?:triển khai )?thực hiện[^.]{0,40}nếu)/u;

/** «Rà soát, chủ trì thẩm tra các dự án: Luật Đầu tư, …»: words before the colon say what is to be done, not where. */
function withOwnVerb(place: FactPlace): FactPlace {
  const { headingSpan, parsed } = place;
  const whole = withHeading(place);
  if (headingSpan === null || whole === place) return place;
  if (!opensWithDuty(parsed.text.slice(headingSpan.start, headingSpan.end))) return place;
  if (opensWithDuty(place.text)) return place;
  return subjectOf(place.text, { start: 0, end: place.text.length }) === null ? whole : place;
}

/** The paragraph with the heading that runs into it. */
function withHeading(place: FactPlace): FactPlace {
  const { headingSpan, start, parsed } = place;
  if (headingSpan === null || headingSpan.end > start || headingSpan.start > start) return place;
  const end = start + place.text.length;
  return { ...place, start: headingSpan.start, text: parsed.text.slice(headingSpan.start, end) };
}

/** «3. Các cơ quan phối hợp: Bộ A, Bộ B …»: a label that was taken for the paragraph's heading. */
function labelledWithHeading(place: FactPlace, heading: string | null): LabelledPlace | null {
  if (heading === null || place.text === "" || !MAY_LABEL.test(heading)) return null;
  const labelled = labelledPlace(withHeading(place));
  return labelled?.fields[0]?.start === 0 ? labelled : null;
}

/** Walks a document once and gathers label groups, prose duties and tables in reading order. */
class AssignmentReader {
  readonly drafts: AssignmentDraft[] = [];
  private readonly groups: LabelGroup[] = [];
  private open: { group: LabelGroup; holder: string } | null = null;
  private readonly before = new Map<string, FactPlace>();
  private readonly parsed: ParsedDocument;
  private readonly isProgramme: boolean;

  constructor(parsed: ParsedDocument) {
    this.parsed = parsed;
    this.isProgramme = parsed.frontMatter.kind === "action-programme";
  }

  visit(node: Provision, ancestors: readonly Provision[]): void {
    if (ancestors.some((above) => OUTSIDE.has(above.type)) || OUTSIDE.has(node.type)) return;
    if (node.type === "table") {
      this.drafts.push(...readAssignmentTable(placeFor(this.parsed, node, ancestors), node));
      return;
    }
    if (!PROSE.has(node.type)) return;
    const place = placeFor(this.parsed, node, ancestors);
    const labelled = labelledWithHeading(place, node.heading) ?? labelledPlace(place);
    const parent = ancestors.at(-1);
    const holderKey = parent?.eId ?? "";
    if (labelled) {
      if (this.open?.holder === holderKey) this.open.group.members.push(labelled);
      else {
        const isOwnTask = (labelled.fields[0]?.start ?? 0) > 20;
        const holder = parent && !isOwnTask ? placeFor(this.parsed, parent, ancestors.slice(0, -1)) : place;
        const group = { holder, members: [labelled], before: this.before.get(holderKey) ?? null };
        this.groups.push(group);
        this.open = { group, holder: holderKey };
      }
      return;
    }
    if (this.open?.holder === holderKey) this.open = null;
    this.before.set(holderKey, place);
    const isBodyName =
      node.headingSpan?.end !== undefined &&
      /^[\s:.;,]*$/u.test(this.parsed.text.slice(node.headingSpan.end, node.ownSpan.end)) &&
      bodyOfHeading(node, null) !== null &&
      !/phối hợp/u.test(node.heading ?? "");
    if (isBodyName || CLOSING.test(place.text)) return;
    this.drafts.push(...readDuties(withOwnVerb(place), this.contextOf(node, ancestors, place)));
  }

  private contextOf(node: Provision, ancestors: readonly Provision[], place: FactPlace): DutyContext {
    const headings = ancestors.flatMap(({ heading }) => heading ?? []);
    const excluded = headings.some(givesNoDuties);
    const ownBody = node.heading !== null && place.text.length > 0 ? bodyOfHeading(node, place) : null;
    const parent = ancestors.at(-1);
    const grand = ancestors.at(-2);
    const fromParent = parent ? bodyOfHeading(parent, null) : null;
    const fromGrand =
      node.type === "text" && grand && parent?.type !== "indent" ? bodyOfHeading(grand, null) : null;
    const isLaw = place.isLaw && !headings.some((heading) => /trách nhiệm|tổ chức thực hiện/iu.test(heading));
    return {
      headingBody: excluded || isLaw ? null : (ownBody ?? fromParent ?? fromGrand),
      isProgramme: this.isProgramme,
      namesDuties: !excluded && !isLaw,
    };
  }

  finish(): AssignmentDraft[] {
    const perHolder = new Map<string, number>();
    for (const { holder } of this.groups) perHolder.set(holder.eId, (perHolder.get(holder.eId) ?? 0) + 1);
    for (const group of this.groups)
      this.drafts.push(...readLabelGroup(group, perHolder.get(group.holder.eId) ?? 1));
    return this.drafts.sort((a, b) => a.span.start - b.span.start);
  }
}

/**
 * Reads who does what: labelled lines («Cơ quan chủ trì: …»), prose («X chủ trì, phối hợp với Y»), duties under a
 * heading that names their body, and tables of tasks; each with its time-frame and the words that say so.
 */
export function extractAssignments(
  parsed: ParsedDocument,
  document: string,
): { assignments: Assignment[]; messages: Message[] } {
  const reader = new AssignmentReader(parsed);
  visitProvisions(parsed.provisions, (node, ancestors) => {
    if (node.isNote !== true) reader.visit(node, ancestors);
  });
  const used = new Map<string, number>();
  const assignments = reader.finish().map(({ place, ...draft }): Assignment => {
    const base = `${document}#${draft.span.start}-${draft.role}`;
    const n = (used.get(base) ?? 0) + 1;
    used.set(base, n);
    return {
      ...draft,
      id: n === 1 ? base : `${base}-${n}`,
      document,
      path: place.path,
      eId: place.eId,
      locator: place.locator,
    };
  });
  return { assignments, messages: [] };
}
