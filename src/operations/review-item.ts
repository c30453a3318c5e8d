import type { CorpusStore } from "../corpus/corpus-store.ts";
import type { LocalityIndex } from "../corpus/locality.ts";
import type { FactStore } from "../facts/fact-store.ts";
import type { Target } from "../facts/target.ts";
import type { Lexicons } from "../understanding/lexicon.ts";
import { squeezeTrim } from "../shared/squeeze-spaces.ts";

/** Something that a person should look at, and how to settle it. */
export interface ReviewItem {
  readonly topic: ReviewTopic;
  /** One or two sentences, in Vietnamese. */
  readonly what: string;
  readonly line: number | null;
  readonly page: number | null;
  /** The source's own words; null where it is about no place of the text. */
  readonly quote: string | null;
  /** What to put where; null where there is nothing to write. */
  readonly remedy: { readonly file: string; readonly yaml: string } | null;
}

/** In the order in which they are listed. */
export const reviewTopics = {
  unread: "Không đọc được",
  place: "Địa bàn",
  message: "Lời nhắc khi đọc",
  figure: "Số liệu nên xem lại",
  blank: "Chỗ để trống",
  indicator: "Chỉ tiêu chưa có tên trong từ điển",
  "same-indicator": "Có thể là cùng một chỉ tiêu với văn bản khác",
  reference: "Văn bản được nêu mà kho chưa có",
} as const;

export type ReviewTopic = keyof typeof reviewTopics;

/** What a review is made from; a `Store` fits. */
export interface ReviewSource {
  readonly documents: CorpusStore;
  readonly facts: FactStore;
  readonly localities: LocalityIndex;
  readonly lexicons: Pick<Lexicons, "indicators" | "topics">;
}

/** For what is about the document, not about a place in it. */
export const nowhere = { line: null, page: null, quote: null } as const;

export function placeOf(
  key: string,
  { span }: Target,
  documents: CorpusStore,
): { line: number | null; page: number | null } {
  const place = documents.place(key, span.start);
  return { line: place?.line ?? null, page: place?.page ?? null };
}

export function manifestOf(key: string): string {
  return `corpus/${key}/document.yaml`;
}

const LONGEST_QUOTE = 160;

/** One line of the source, short enough for a list. */
export function shorten(text: string): string {
  const line = squeezeTrim(text);
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1)}…`;
}
