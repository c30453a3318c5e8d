import type { CorpusDocument } from "../corpus/document.ts";
import type { Span } from "../shared/span.ts";
import type { Concept } from "../understanding/query.ts";
import type { TaskGroup } from "./group-tasks.ts";
import type { Library } from "./library.ts";
import { headingsOf } from "./read-headings.ts";
import { contentShares, weighShares } from "./score-content.ts";
import { splitSentences } from "./split-sentences.ts";

/** How well the work that a provision hands out is what a question is about. */
export interface TaskFit {
  /** Share of the question's content, 0–1, a little more where a heading says just that. */
  readonly score: number;
  /** The same for each piece of the content. */
  readonly shares: readonly number[];
  /** The sentence that speaks of it, where neither heading nor the assignment's own words do. */
  readonly sentence: { readonly span: Span; readonly locator: string } | null;
}

/** What counts where it stands: in the heading whole, in the assignment's own words, in a sentence of the section, around. */
const CLAUSE_SHARE = 0.85;
const SENTENCE_SHARE = 0.95;
const AROUND_SHARE = 0.3;
/** «- Về y tế: …» is about nothing else. */
const RUN_IN_BONUS = 0.1;
const RUN_IN_WORDS = 6;

/** Looks for what is asked in the headings, the assignments and the sentences of the section that they close. */
export function scoreTask(
  concepts: readonly Concept[],
  document: CorpusDocument,
  { section, assignments, task: ownTask }: TaskGroup,
  library: Library,
): TaskFit {
  const text = library.corpus.text(document.key);
  const slice = ({ start, end }: Span): string => text.slice(start, end);
  const shares = (words: string): number[] =>
    contentShares(concepts, library.prepare(words), null, library.vocabulary);
  const fit = (held: readonly number[]): number => weighShares(concepts, held, library.vocabulary);
  const headings = headingsOf(document.key, assignments[0]?.eId ?? "", library.corpus);
  const whole = ownTask === null && section[0] !== undefined ? slice(section[0].span) : (ownTask ?? "");
  const around = shares(`${headings.join(" ")} ${whole}`);
  const fits: TaskFit[] = [];
  const add = (words: string, weight: number, sentence: TaskFit["sentence"], bonus = 0): void => {
    const held = shares(words).map((share, at) => Math.max(weight * share, AROUND_SHARE * (around[at] ?? 0)));
    fits.push({ score: fit(held) + bonus, shares: held, sentence });
  };
  add(headings.at(-1) ?? "", ownTask === null ? 1 : CLAUSE_SHARE, null);
  if (ownTask !== null) add(ownTask, 1, null);
  add(assignments.map(({ task, span }) => `${task} ${slice(span)}`).join(" "), CLAUSE_SHARE, null);
  // No sentence holds more than the section that it stands in.
  const most = ownTask === null ? SENTENCE_SHARE * fit(around) : 1;
  const needsSentences = most > Math.max(...fits.map(({ score }) => score));
  for (const { ownSpan, locator, heading, type } of section) {
    if (heading !== null && type === "indent" && heading.split(/\s+/u).length <= RUN_IN_WORDS) {
      const isAll = fit(shares(heading)) > CLAUSE_SHARE;
      add(
        heading,
        1,
        { span: { start: ownSpan.start, end: ownSpan.end }, locator },
        isAll ? RUN_IN_BONUS : 0,
      );
    }
    if (type === "row" || !needsSentences) continue;
    for (const span of splitSentences(text, ownSpan)) add(slice(span), SENTENCE_SHARE, { span, locator });
  }
  return fits.reduce((best, other) => (other.score > best.score ? other : best));
}
