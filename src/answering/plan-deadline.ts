import type { CorpusDocument } from "../corpus/document.ts";
import { sliceSpan } from "../shared/span.ts";
import { foldedLine } from "../understanding/folded-line.ts";
import type { Target } from "../facts/target.ts";
import type { ResolvedQuery } from "../understanding/resolve-follow-up.ts";
import type { UnverifiedAnswer } from "./draft-answer.ts";
import { writeTarget } from "./answer-target.ts";
import { findFigures } from "./find-figures.ts";
import { holdsHeart } from "./find-sentences.ts";
import type { Library } from "./library.ts";
import { startDraft } from "./plan-draft.ts";
import { answerFigure } from "./plan-figure.ts";
import type { Scope } from "./resolve-scope.ts";

/** Asks by when something is reached; «thực hiện khi nào?» asks for the time-frame of work. Folded, blanks at both ends. */
const REACHED =
  / (?:(?:den|toi|vao|tu|trong) nam nao|bao (?:nhieu )?lau nua|han chot|moc nao|(?:nam nao|bao gio|khi nao|chung nao)(?: \S+){0,5} (?:dat|xong|het|xoa|hoan thanh|du|co duoc|cham dut|loai tru|co|phai|khong con)|(?:xong|dat|het|hoan thanh|cham dut|xoa)(?: \S+){0,4} (?:nam nao|bao gio|khi nao|luc nao)|by (?:when|what year|which year)|what year|which year|when (?:\S+ ){1,9}(?:gone|done|finished|completed?|eliminated|reach(?:ed)?|achieved?|met|built|ready|over|disappear|end|cleared)) /;
const WORK = / (?:thuc hien|trien khai|bat dau|tien hanh|bao cao|so ket|tong ket|ban hanh|ke hoach) /;

/** Least share of a question that a row without a named indicator has to hold. */
const ABOUT = 0.62;
const NAMED = 0.8;

/**
 * «Đến năm nào có 300 căn?», «bao giờ xóa xong nhà tạm?»: the target asked about with its year, or that the document
 * gives none. A figure that the question gives and no target meant has is answered as a question for the figure.
 * Null where the question is about work, or no target is meant.
 */
export async function answerDeadline(
  query: ResolvedQuery,
  scope: Scope,
  library: Library,
): Promise<UnverifiedAnswer | null> {
  if (query.intent !== "time" || query.roles.length > 0 || namesBody(query)) return null;
  const line = foldedLine(query.tokens);
  const givesFigure = query.premises.length > 0;
  if (WORK.test(line) || !(givesFigure || REACHED.test(line))) return null;
  const [found, ...others] = scope.documents
    .map((document) => ({ document, rows: rowsOf(query, document, library) }))
    .filter(({ rows }) => rows.length > 0);
  if (givesFigure && !found?.rows.some((row) => isGiven(row, query)))
    return await answerFigure(query, scope, library);
  if (found === undefined || others.length > 0) return null;
  const { document, rows } = found;
  const draft = startDraft(query, library);
  for (const target of rows) writeTarget(draft, query, target, document, library, rows.length > 1);
  if (rows.every(({ deadline }) => deadline === null)) draft.add("assignment-no-time");
  return draft.finish("target", 0.9);
}

/** Whether a body is named, other than by an indicator's own words: «lao động đóng bảo hiểm xã hội». */
const namesBody = ({ bodies, indicators }: ResolvedQuery): boolean =>
  bodies.some((body) => !indicators.some(({ start, end }) => start < body.end && body.start < end));

/** The targets of one document that the question means: of the value that it names, of its indicator, or in its words. */
function rowsOf(query: ResolvedQuery, document: CorpusDocument, library: Library): Target[] {
  const { rows } = findFigures(query, document, library);
  const isNamed = (query.indicators[0]?.coverage ?? 0) >= NAMED;
  const meant = rows.filter(({ score }) => isNamed || score >= ABOUT).map(({ target }) => target);
  if (query.premises.length === 0 || meant.length > 0) return meant;
  const text = library.corpus.text(document.key);
  return library.facts
    .targets({ documents: [document.key] })
    .filter(
      (target) => isGiven(target, query) && holdsHeart(query.concepts, sliceSpan(text, target.span), library),
    );
}

/** Whether a target's value is one that the question gives. */
const isGiven = ({ value, unit }: Target, { premises }: ResolvedQuery): boolean =>
  premises.some(
    (premise) => premise.value === value && premise.unit !== null && unit?.startsWith(premise.unit) === true,
  );
