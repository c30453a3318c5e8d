import { squeezeSpaces } from "../shared/squeeze-spaces.ts";
import type { AssignmentRole } from "./assignment.ts";
import type { BodyPhrase } from "./body-phrase.ts";
import { findCoordinated, readBody, startsWithBody } from "./body-phrase.ts";
import { findTimeFrame, rolesOfDuty } from "./duty-roles.ts";
import type { AssignmentDraft } from "./assignment-draft.ts";
import type { FactPlace } from "./fact-place.ts";
import { segmentsOf } from "./fact-place.ts";
import { bodyBefore, ENTRUSTS, subjectOf } from "./find-subject.ts";
import type { Segment } from "./split-segments.ts";

/** What reading a paragraph's duties needs to know of the text around it. */
export interface DutyContext {
  /** The body that a heading names, whose duties stand under it; null where there is none. */
  readonly headingBody: string | null;
  /** In a programme, plain work is carried out («implement»); in a plan the body named with it leads it. */
  readonly isProgramme: boolean;
  /** Bodies at the start of a sentence have duties here; elsewhere only «X chủ trì» counts. */
  readonly namesDuties: boolean;
}

const LEADS = /(?<!\p{L})chủ trì(?!\p{L})/gu;
const DELEGATES = /(?<!\p{L})giao\s+(?=\p{Lu}|các\s)/gu;
const ONLY_ANNOUNCES =
  /^(?:có trách nhiệm|chịu trách nhiệm|có (?:các )?nhiệm vụ|thực hiện|chủ trì)(?:[\s\p{L}]{0,30}(?:sau đây|sau|như sau))?[\s:]*$/u;
const DIRECTS = /(?<!\p{L})(?:chỉ đạo|lãnh đạo)\s+(?=\p{Lu}|các\s)/gu;
const DIRECTED = /(?:chỉ đạo|lãnh đạo|yêu cầu|đôn đốc)\s+$/iu;
/** One office of its own kind, which works rather than governs. */
const SINGLE_OFFICE =
  /^(?:Sở|Phòng|Bộ|Cục|Chi cục|Tổng cục|Vụ|Ban (?!Thường vụ|Chấp hành|Thường trực)|Văn phòng|Công an|Ngân hàng|Kho bạc|Trung tâm|Bảo hiểm|BHXH|Thanh tra|Báo|Đài|Bưu điện|Viện|Trường)/u;
const LONGEST_TASK = 300;

const squeeze = (text: string): string => squeezeSpaces(text).replace(/[\s:;,.]+$/u, "");

/** Collects a paragraph's assignments: one a role, body and clause. */
class DutyReader {
  readonly drafts: AssignmentDraft[] = [];
  private readonly place: FactPlace;
  private readonly context: DutyContext;
  private readonly plain = new Set<string>();

  constructor(place: FactPlace, context: DutyContext) {
    this.place = place;
    this.context = context;
  }

  private add(role: AssignmentRole, body: string, start: number, end: number, taskStart: number): void {
    const { text, start: at } = this.place;
    const named = squeeze(body);
    if (
      this.drafts.some(
        (known) => known.role === role && known.body === named && known.span.start === at + start,
      )
    )
      return;
    const clause = text.slice(taskStart, end);
    const time = findTimeFrame(clause);
    this.drafts.push({
      task: cut(squeeze(clause)),
      role,
      body: named,
      timeline: time && clause.slice(time.start, time.end),
      place: this.place,
      span: { start: at + start, end: at + end },
      timelineSpan: time && { start: at + taskStart + time.start, end: at + taskStart + time.end },
    });
  }

  /** Plain work counts once a body and paragraph. */
  private addPlain(body: string, start: number, end: number, taskStart: number): void {
    const key = squeeze(body);
    if (this.plain.has(key)) return;
    this.plain.add(key);
    const role = this.context.isProgramme && !SINGLE_OFFICE.test(body) ? "implement" : "lead";
    this.add(role, body, start, end, taskStart);
  }

  /** One clause with its subject; the words from `verb` on say the duty. */
  readClause(body: string, start: number, verb: number, end: number, isFirst: boolean): string {
    const { text } = this.place;
    const clause = text.slice(verb, end);
    const asked = /^(?:yêu cầu|đề nghị|giao|phân công)\s+(?:cho\s+)?/u.exec(clause)?.[0].length;
    const doer = asked === undefined ? null : readBody(text.slice(0, end), verb + asked);
    if (doer) return this.readClause(doer.body, doer.start, doer.verb, end, isFirst);
    // «Bộ Y tế có trách nhiệm:» says nothing yet: its duties follow.
    if (ONLY_ANNOUNCES.test(clause)) return body;
    const roles = rolesOfDuty(clause);
    let actor = body;
    const coordinated = findCoordinated(text.slice(0, end), verb);
    for (const role of roles) {
      if (role === "other") {
        if (isFirst || !this.plain.has(squeeze(body))) this.addPlain(body, start, end, verb);
      } else if (role === "lead") {
        this.plain.add(squeeze(body));
        this.add("lead", body, start, end, verb);
      } else if (
        role === "report" &&
        this.drafts.some((known) => known.role === "report" && known.body === squeeze(body))
      )
        continue;
      else if (role === "coordinate" && (!isFirst || (coordinated && !this.context.isProgramme)))
        this.addPlain(body, start, end, verb);
      else this.add(role, body, start, end, verb);
    }
    if (roles.includes("direct")) actor = this.readDirected(verb, end) ?? body;
    if (coordinated && coordinated.body !== body) this.add("coordinate", coordinated.body, start, end, verb);
    // A plan's own item leads what it describes, whatever else its words say of it.
    if (!this.context.isProgramme && isFirst && !roles.includes("standing"))
      this.addPlain(body, start, end, verb);
    return actor;
  }

  /** «chỉ đạo UBND thị xã xây dựng Kế hoạch»: the body directed does the work. */
  private readDirected(verb: number, end: number): string | null {
    const words = this.place.text.slice(verb, end);
    for (const match of words.matchAll(DIRECTS)) {
      const at = match.index + match[0].length;
      const directed = readBody(words, at);
      if (!directed || !DIRECTED.test(words.slice(0, at))) continue;
      if (!this.context.isProgramme) return null;
      this.addPlain(directed.body, verb, end, verb + directed.verb);
      return directed.body;
    }
    return null;
  }

  /** «…, Bộ X chủ trì, phối hợp với Bộ Y …» and «…, giao Sở X …» in the middle of a sentence. */
  readWithin(segment: Segment): void {
    const words = this.place.text.slice(segment.start, segment.end);
    if (words.includes("chủ trì")) this.readLeads(segment, words);
    if (words.includes("giao")) this.readDelegates(segment, words);
  }

  private readLeads(segment: Segment, words: string): void {
    for (const match of words.matchAll(LEADS)) {
      const phrase = bodyBefore(words, match.index);
      if (
        phrase === null ||
        this.drafts.some(({ role, body }) => role === "lead" && body === squeeze(phrase.body))
      )
        continue;
      this.readClause(
        phrase.body,
        segment.start + phrase.start,
        segment.start + match.index,
        segment.end,
        false,
      );
    }
  }

  private readDelegates(segment: Segment, words: string): void {
    for (const match of words.matchAll(DELEGATES)) {
      const phrase = readBody(words, match.index + match[0].length);
      if (!phrase || this.plain.has(squeeze(phrase.body))) continue;
      this.readClause(
        phrase.body,
        segment.start + match.index,
        segment.start + phrase.verb,
        segment.end,
        true,
      );
    }
  }
}

const LONGEST_LISTED = 120;

/** «Theo đó, UBND tỉnh yêu cầu các sở, ngành; …»: who asks, before the first of those who are asked. */
const WHO_ASKS =
  /^(?:Theo đó, )?(?=\p{Lu})[\p{L}\s]{2,60}?\s(?:yêu cầu|đề nghị|giao)\s+(?:cho\s+)?(?=các\s|\p{Lu})/u;

const withoutAsking = (words: string): string => words.replace(WHO_ASKS, "").replace(ENTRUSTS, "");

/** «Giao Sở A; Đài B; Báo C tăng cường …»: a body of a list that semicolons part, its duty still to come. */
function isOnlyBody(words: string): boolean {
  const name = withoutAsking(words);
  return (
    name.length <= LONGEST_LISTED &&
    startsWithBody(name) &&
    readBody(`${name} thực hiện`, 0)?.end === name.length
  );
}

function cut(task: string): string {
  return task.length <= LONGEST_TASK ? task : `${task.slice(0, task.lastIndexOf(" ", LONGEST_TASK))}…`;
}

function groupBySentence(segments: readonly Segment[]): Segment[][] {
  const groups = new Map<number, Segment[]>();
  for (const segment of segments) {
    if (segment.isParenthesis) continue;
    const group = groups.get(segment.sentenceStart);
    if (group) group.push(segment);
    else groups.set(segment.sentenceStart, [segment]);
  }
  return [...groups.values()];
}

/**
 * Reads who is to do what from a paragraph of prose: a sentence's subject and its verbs, «X chủ trì, phối hợp với
 * Y», duties under a heading that names their body. Sentences without a subject go on with the last one.
 */
export function readDuties(place: FactPlace, context: DutyContext): AssignmentDraft[] {
  const reader = new DutyReader(place, context);
  let actor = context.headingBody;
  let first = true;
  const { text } = place;
  for (const sentence of groupBySentence(segmentsOf(place))) {
    const [opening] = sentence;
    if (!opening) continue;
    const subject = context.namesDuties
      ? subjectOf(place.text, { start: opening.start, end: opening.end })
      : null;
    if (subject) actor = subject.body;
    let listed = null as { body: string; start: number } | null;
    for (const [i, segment] of sentence.entries()) {
      const words = text.slice(segment.start, segment.end);
      if (context.namesDuties && i < sentence.length - 1 && isOnlyBody(words)) {
        const body = withoutAsking(words);
        listed = { body: listed ? `${listed.body}; ${body}` : body, start: listed?.start ?? segment.start };
        continue;
      }
      const found = i > 0 && context.namesDuties ? subjectOf(place.text, segment) : i === 0 ? subject : null;
      const own: BodyPhrase | null =
        found && listed ? { ...found, body: `${listed.body}; ${found.body}`, start: listed.start } : found;
      listed = null;
      if (own && own !== subject) actor = own.body;
      if (actor === null) reader.readWithin(segment);
      else {
        actor = reader.readClause(
          actor,
          own?.start ?? segment.start,
          own?.verb ?? segment.start,
          segment.end,
          first || own !== null,
        );
        first = false;
        reader.readWithin(segment);
      }
    }
    if (context.headingBody === null && !subject) actor = null;
  }
  return reader.drafts;
}
