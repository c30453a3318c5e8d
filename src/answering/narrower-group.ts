import { foldedLine } from "../understanding/folded-line.ts";
import { foldText } from "../shared/vietnamese-text.ts";
import { isMarked } from "../understanding/question-words.ts";
import type { Query } from "../understanding/query.ts";
import type { FigureEvidence } from "./find-figures.ts";
import type { Library } from "./library.ts";

/** Groups of people that figures are asked for, and the words of which a figure's own text holds one where it is theirs. Folded. */
const GROUPS: readonly (readonly [group: string, marks: readonly string[]])[] = [
  ["hộ cận nghèo", ["can ngheo"]],
  ["cận nghèo", ["can ngheo"]],
  ["hộ nghèo", ["ngheo"]],
  ["người nghèo", ["ngheo"]],
  ["học sinh", ["hoc"]],
  ["sinh viên", ["sinh vien"]],
  ["phụ nữ", ["nu", "me", "mang thai"]],
  ["công nhân", ["cong nhan", "lao dong"]],
  ["nông dân", ["nong dan", "nong nghiep"]],
  ["người cao tuổi", ["cao tuoi", "nghi huu", "gia"]],
  ["người khuyết tật", ["khuyet tat"]],
  ["dân tộc thiểu số", ["dan toc"]],
  ["hộ gia đình", ["ho", "dan so", "gia dinh"]],
];

/** The group that a question narrows its indicator to and that no figure found speaks of; null where there is none. */
export function narrowerGroup(
  query: Query,
  found: readonly FigureEvidence[],
  library: Library,
): string | null {
  if (found.length === 0) return null;
  const folded = foldedLine(query.tokens);
  const typed = ` ${query.tokens.map((token) => token.typed).join(" ")} `;
  // «Công nhận» is no «công nhân» where the person typed the marks.
  const asked = GROUPS.find(([group]) =>
    isMarked(typed) ? typed.includes(` ${group} `) : folded.includes(` ${foldText(group)} `),
  );
  if (asked === undefined) return null;
  const [group, marks] = asked;
  const isTheirs = found.some(({ document, rows }) =>
    rows.some(({ target }) => {
      const clause = library.corpus.text(document.key).slice(target.span.start, target.span.end);
      const words = library.prepare(`${clause} ${target.name} ${target.scope ?? ""}`).joined;
      return marks.some((mark) => words.includes(` ${mark} `));
    }),
  );
  return isTheirs ? null : group;
}
