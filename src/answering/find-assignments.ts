import type { Assignment, AssignmentRole } from "../facts/assignment.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { Concept, Query } from "../understanding/query.ts";
import { groupTasks, type TaskGroup } from "./group-tasks.ts";
import type { Library } from "./library.ts";
import { scoreTask, type TaskFit } from "./score-task.ts";
import { conceptWeight, scoreContent } from "./score-content.ts";

/** A piece of work with all who have a part in it, and how well it fits the question. */
export interface ScoredProvision extends TaskGroup {
  readonly document: CorpusDocument;
  readonly score: number;
  /** The sentence that speaks of what is asked, where only that does. */
  readonly sentence: TaskFit["sentence"];
}

/** Words of asking about assignments: they name the role, not the task. Folded. */
const ROLE_WORDS = new Set(
  (
    "co quan don vi chu tri chi dao tham muu phoi hop dau moi thuong truc phu trach giao lam lo thoi gian thoi han khi bao gio trien khai " +
    "bat dau ket thuc tien do moc thuc hien chiu trach nhiem giup viec nao nhiem vu phan cong ben phong ban body directs direct leads lead start " +
    "theo doi don doc giam sat bao cao dinh ky standing agency names supervise supervises report reports monitor " +
    "responsible agency office charge carry carried out task tasks regularly advise advises bodies duoc giao toi"
  ).split(" "),
);
/** What fitting a role that is asked, or the section that is named, adds. */
const ROLE_BONUS = 0.25;
const SECTION_BONUS = 0.5;
const WORDING_BONUS = 0.1;
/** «Các phòng, ban, ngành»: whoever asks which body wants a certain one, where there is one. */
const GENERAL_BODY = /^(?:các|những|cấp ủy|toàn)\s/iu;
const GENERAL_MALUS = 0.12;
const HEART_MALUS = 0.2;
/** A question of nothing but a role («cơ quan thường trực là ai?») is answered by who has it. */
const ROLE_ALONE = 0.6;
/** Words that can only ask who and when; the other role words may name a task too («HĐND giám sát»). */
const PURE_ROLE_WORDS = new Set(
  "co quan don vi chu tri chi dao tham muu phoi hop dau moi phu trach giao lam lo thoi gian thoi han khi bao gio thuc hien trien khai ben phong ban nao body agency office".split(
    " ",
  ),
);

/** What the task is about: without the words for who and when and without the bodies named, where anything is left then. */
export function taskConcepts(query: Query): Concept[] {
  const bodyWords = new Set(
    query.bodies.flatMap(({ start, end }) => query.tokens.slice(start, end).map((token) => token.folded)),
  );
  const strong = query.concepts.filter(({ weight }) => weight === 1);
  const tasks = strong.filter(
    ({ tokens }) => !tokens.every((token) => ROLE_WORDS.has(token) || bodyWords.has(token) || isYear(token)),
  );
  if (tasks.length > 0 || query.bodies.length === 0) return tasks;
  return strong.filter(({ tokens }) => !tokens.every((token) => PURE_ROLE_WORDS.has(token) || isYear(token)));
}

/** The provisions of a document that hand out work, by how well their task fits the question, best first. */
export function findAssignments(query: Query, document: CorpusDocument, library: Library): ScoredProvision[] {
  const concepts = taskConcepts(query);
  const wantedPath = readSectionNumber(query.text);
  const text = library.corpus.text(document.key);
  return groupTasks(library.facts.assignments({ documents: [document.key] }), document, library)
    .map((group) => {
      const { path, assignments } = group;
      const task = scoreTask(concepts, document, group, library);
      const fitting = query.roles.filter((role) =>
        assignments.some((assignment) => fitsRole(assignment.role, [role])),
      );
      const exact = query.roles.filter((role) => assignments.some((assignment) => assignment.role === role));
      const roleShare =
        query.roles.length === 0 ? 0 : (fitting.length + exact.length) / (2 * query.roles.length);
      const isNamed = wantedPath !== null && (path === wantedPath || path.endsWith(`.${wantedPath}`));
      const content = concepts.length === 0 ? ROLE_ALONE * roleShare : task.score;
      // Of two that fit alike, the one whose own words say more of the question's («đôn đốc», «thường trực»).
      const clauses = assignments
        .map(({ task: own, span }) => `${own} ${text.slice(span.start, span.end)}`)
        .join(" ");
      const wording =
        WORDING_BONUS * scoreContent(query.concepts, library.prepare(clauses), null, library.vocabulary);
      const general = isGeneral(assignments) ? GENERAL_MALUS : 0;
      const missed = missesHeart(concepts, task.shares, library) ? HEART_MALUS : 0;
      const score =
        content - missed + ROLE_BONUS * roleShare + (isNamed ? SECTION_BONUS : 0) + wording - general;
      return { ...group, document, score, sentence: task.sentence };
    })
    .sort((a, b) => b.score - a.score);
}

/** Work given to «các phòng, ban, ngành» at large. */
export const isGeneral = (assignments: readonly Assignment[]): boolean =>
  assignments.every(({ body }) => GENERAL_BODY.test(body));

/** Whether nothing of the weightiest of several things asked stands in the task: then it is another task. */
function missesHeart(concepts: readonly Concept[], shares: readonly number[], library: Library): boolean {
  if (concepts.length < 2) return false;
  const weights = concepts.map((concept) => conceptWeight(concept, library.vocabulary));
  return (shares[weights.indexOf(Math.max(...weights))] ?? 0) === 0;
}

const isYear = (token: string): boolean => /^20\d\d$/u.test(token);

/** «Đầu mối» and «chủ trì» are also answered by who stands or advises and executes: documents differ in their labels. */
export function fitsRole(role: AssignmentRole, asked: readonly AssignmentRole[]): boolean {
  return (
    asked.includes(role) || (asked.includes("lead") && ["lead", "standing", "advise-execute"].includes(role))
  );
}

/** «Mục 5», «mục III.9.2». */
function readSectionNumber(text: string): string | null {
  return (
    /(?:mục|phần|điểm|khoản|section|muc)\s+((?:[IVX]+|\d+)(?:\.(?:\d+|[a-zđ]))*)(?![\p{L}\d])/iu.exec(
      text,
    )?.[1] ?? null
  );
}
