import type { Assignment, AssignmentRole } from "../facts/assignment.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { Concept, NamedBody, Query } from "../understanding/query.ts";
import type { Library } from "./library.ts";
import { scoreTask, type TaskFit } from "./score-task.ts";
import { conceptWeight, scoreContent } from "./score-content.ts";

/** The assignments of one provision, with how well it fits the question. */
export interface ScoredProvision {
  readonly document: CorpusDocument;
  readonly path: string;
  readonly assignments: readonly Assignment[];
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
  const rows = library.corpus.provisions(document.key);
  const text = library.corpus.text(document.key);
  return [...groupByPath(library.facts.assignments({ documents: [document.key] }))]
    .map(([path, assignments]) => {
      const section = rows.filter((row) => row.path === path || row.path.startsWith(`${path}.`));
      const task = scoreTask(concepts, document, section, assignments, library);
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
      return { document, path, assignments, score, sentence: task.sentence };
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

export function groupByPath(assignments: readonly Assignment[]): Map<string, Assignment[]> {
  const byPath = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    const list = byPath.get(assignment.path);
    if (list === undefined) byPath.set(assignment.path, [assignment]);
    else list.push(assignment);
  }
  return byPath;
}

/** Share of a body's name that has to be in the question's, and the other way round. */
const SAME_BODY = 0.7;

/** The work that a document gives to a body that the question names; bodies listed together are told apart. */
export function assignmentsOf(
  body: NamedBody,
  query: Query,
  document: CorpusDocument,
  library: Library,
): Assignment[] {
  const asked = new Set([
    ...query.tokens.slice(body.start, body.end + 3).map((token) => token.folded),
    ...library.fold(body.name),
  ]);
  const own = query.tokens.slice(body.start, body.end).map((token) => token.folded);
  return library.facts.assignments({ documents: [document.key] }).filter((assignment) =>
    assignment.body.split(/[;,]|(?:^|\s)và\s/u).some((name) => {
      const words = library.fold(name).filter((word) => !BINDING.has(word));
      const held = new Set(words);
      const covers = words.filter((word) => asked.has(word)).length / Math.max(1, words.length);
      const covered =
        own.filter((word) => held.has(word) || BINDING.has(word)).length / Math.max(1, own.length);
      const levels = own.filter((word, at) => LEVELS.has(word) && own[at + 1] !== "hoi");
      const all = new Set(library.fold(name));
      return (
        words.length > 1 &&
        covers >= SAME_BODY &&
        covered >= SAME_BODY &&
        levels.every((level) => all.has(level))
      );
    }),
  );
}

const isYear = (token: string): boolean => /^20\d\d$/u.test(token);

/** «Đảng ủy xã, phường» is not the party committee of the town's own offices. */
const LEVELS = new Set(["xa", "phuong"]);
const BINDING = new Set([
  "cac",
  "va",
  "cua",
  "viet",
  "nam",
  "de",
  "nghi",
  "thi",
  "xa",
  "thanh",
  "pho",
  "phuong",
]);

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
