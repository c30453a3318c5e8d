import type { Assignment, AssignmentRole } from "../facts/assignment.ts";
import type { CorpusDocument } from "../corpus/document.ts";
import type { Concept, Query } from "../understanding/query.ts";
import type { Library } from "./library.ts";
import { headingsOf } from "./read-headings.ts";
import { scoreContent } from "./score-content.ts";

/** The assignments of one provision, with how well it fits the question. */
export interface ScoredProvision {
  readonly document: CorpusDocument;
  readonly path: string;
  readonly assignments: readonly Assignment[];
  readonly score: number;
}

/** Words of asking about assignments: they name the role, not the task. Folded. */
const ROLE_WORDS = new Set(
  (
    "co quan don vi chu tri chi dao tham muu phoi hop dau moi thuong truc phu trach giao lam lo thoi gian thoi han khi bao gio trien khai " +
    "bat dau ket thuc tien do moc thuc hien chiu trach nhiem giup viec nao nhiem vu phan cong ben phong ban body directs direct leads lead start " +
    "responsible agency office charge carry carried out task tasks regularly"
  ).split(" "),
);

/** What the task is about, without the words for who and when. */
export function taskConcepts(query: Query): Concept[] {
  return query.concepts.filter((concept) => !concept.tokens.every((token) => ROLE_WORDS.has(token)));
}

const SECTION_TEXT_SHARE = 0.8;

/** The provisions of a document that hand out work, by how well their task fits the question, best first. */
export function findAssignments(query: Query, document: CorpusDocument, library: Library): ScoredProvision[] {
  const text = library.corpus.text(document.key);
  const concepts = taskConcepts(query);
  const byPath = new Map<string, Assignment[]>();
  for (const assignment of library.facts.assignments({ documents: [document.key] })) {
    const list = byPath.get(assignment.path) ?? [];
    byPath.set(assignment.path, list);
    list.push(assignment);
  }
  const wantedPath = readSectionNumber(query.text);
  return [...byPath]
    .map(([path, assignments]) => {
      const eId = assignments[0]?.eId ?? "";
      const headings = headingsOf(document.key, eId, library.corpus);
      const clauses = assignments.map(({ span }) => text.slice(span.start, span.end));
      const heading = library.prepare(
        [headings.at(-1) ?? "", ...assignments.map(({ task }) => task), ...clauses].join(" "),
      );
      const section = library.corpus
        .provisions(document.key)
        .find((row) => row.path === path && row.type !== "indent");
      const whole = section === undefined ? "" : text.slice(section.span.start, section.span.end);
      const context = library.prepare(`${headings.join(" ")} ${whole}`);
      const byHeading = scoreContent(concepts, heading, null, library.vocabulary);
      const byText = SECTION_TEXT_SHARE * scoreContent(concepts, context, null, library.vocabulary);
      const named = wantedPath !== null && (path === wantedPath || path.endsWith(`.${wantedPath}`)) ? 0.5 : 0;
      const role =
        query.roles.length > 0 && assignments.some((assignment) => fitsRole(assignment.role, query.roles))
          ? 0.12
          : 0;
      return {
        document,
        path,
        assignments,
        score: Math.max(byHeading, 0.75 * byHeading + 0.25 * byText, byText * 0.75) + named + role,
      };
    })
    .sort((a, b) => b.score - a.score);
}

/** «Đầu mối» and «chủ trì» are also answered by who stands or advises and executes: documents differ in their labels. */
export function fitsRole(role: AssignmentRole, asked: readonly AssignmentRole[]): boolean {
  return (
    asked.includes(role) || (asked.includes("lead") && ["lead", "standing", "advise-execute"].includes(role))
  );
}

/** «Mục 5», «mục III.9.2». */
export function readSectionNumber(text: string): string | null {
  return (
    /(?:mục|phần|điểm|khoản|section|muc)\s+((?:[IVX]+|\d+)(?:\.(?:\d+|[a-zđ]))*)/iu.exec(text)?.[1] ?? null
  );
}
