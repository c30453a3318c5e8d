import type { ExtractedBlock } from "../extracted.ts";
import type { KeptBlock } from "./drop-furniture.ts";

/** Footnotes of a file by the index of the block that bears their mark; each note is a run of blocks. */
interface Notes {
  readonly byMark: ReadonlyMap<number, readonly (readonly KeptBlock[])[]>;
  /** Indexes of all blocks that belong to notes. */
  readonly taken: ReadonlySet<number>;
}

/** «7 Cụm từ “thanh tra” được bỏ…», «[7] Điểm này được sửa đổi…», «[^7]: …». */
const NOTE_LINE = /^\s*(?:(\d{1,3})\s+(?=["“]?\p{Lu})|\[\^?(\d{1,3})\]\s*:?\s*(?=\S))/u;
/** The foot of the page after goes on with what amending texts say: they are quoted one after the other. */
const GOES_ON =
  /^\s*(?:Các\s+)?(?:Điều|Khoản|Điểm)\s[\p{L}\d, ]{1,40}\scủa\s(?:Bộ luật|Luật|Nghị định|Thông tư|Nghị quyết|Quyết định|Pháp lệnh)(?:\s.{1,80})?\ssố\s\d/u;
/** A page holds no more lines; what runs on longer is no foot of a page. */
const MOST_LINES = 70;

const textOf = (block: ExtractedBlock | undefined): string => (block?.kind === "line" ? block.text : "");

function noteNumber(text: string): { number: number; isBare: boolean } | null {
  const match = NOTE_LINE.exec(text);
  const printed = match?.[1] ?? match?.[2];
  return printed === undefined ? null : { number: Number(printed), isBare: match?.[1] !== undefined };
}

/** The mark of a note: glued to a word («bổ sung7.»), or in brackets. Each is looked for where its first sign stands. */
const BARE_MARK = /(?=\d)(?<=\p{L}{2}|\p{L}[.,;:”"»)])(\d{1,3})(?![\d\p{L}%/]|[.,]\d)/gu;
const BRACKETED_MARK = /(?=\[)(?<=\S\s?)\[\^?(\d{1,3})\]/gu;

/** Parts the blocks where they are searched as one text: no mark reaches over two line ends. */
const PARTING = "\n\n";

/** The blocks that bear each mark, in order; a mark is written as its number is. */
function findMarks(blocks: readonly KeptBlock[], mark: RegExp): ReadonlyMap<string, readonly number[]> {
  const texts = blocks.map(({ block }) =>
    block.kind === "table" ? block.rows.flat().join(PARTING) : block.text,
  );
  const found = new Map<string, number[]>();
  let at = 0;
  let end = texts[0]?.length ?? 0;
  for (const { 1: number = "", index } of texts.join(PARTING).matchAll(mark)) {
    while (index >= end) end += PARTING.length + (texts[++at]?.length ?? 0);
    const places = found.get(number);
    if (places === undefined) found.set(number, [at]);
    else places.push(at);
  }
  return found;
}

/** First indexes of the pages, as furniture and page numbers part them. */
function pageStarts(blocks: readonly KeptBlock[]): number[] {
  const starts = [0];
  let isBlank = true;
  for (let i = 1; i < blocks.length; i++) {
    const [before, here] = [blocks[i - 1], blocks[i]];
    isBlank &&= before?.block.kind === "line" && before.block.text.trim() === "";
    if (here?.afterFurniture !== true && before?.block.page === here?.block.page) continue;
    // Blank lines between a page number and a running head are no page.
    if (isBlank) starts.pop();
    starts.push(i);
    isBlank = true;
  }
  return starts;
}

/**
 * Finds footnotes that stand at the foot of a page or, in brackets, at the end of the file, each with the place of
 * its mark before it. A number that has no mark on its page, or stands out of order, begins no note. Linear.
 */
export function findNotes(blocks: readonly KeptBlock[]): Notes {
  const byMark = new Map<number, KeptBlock[][]>();
  const taken = new Set<number>();
  /** Few texts have notes: their marks are looked for when the first note may begin. */
  let bare: ReturnType<typeof findMarks> | null = null;
  let bracketed: ReturnType<typeof findMarks> | null = null;
  let last = 0;
  let note: KeptBlock[] | null = null;
  const begin = (i: number, start: number): boolean => {
    const line = noteNumber(textOf(blocks[i]?.block));
    if (line === null || (line.number !== last + 1 && line.number !== 1)) return false;
    const marks = line.isBare ? (bare ??= findMarks(blocks, BARE_MARK)) : (bracketed ??= findMarks(blocks, BRACKETED_MARK));
    const at = marks.get(String(line.number))?.find((place) => place >= (line.isBare ? start : 0) && place < i);
    if (at === undefined || taken.has(at)) return false;
    last = line.number;
    note = [];
    byMark.set(at, [...(byMark.get(at) ?? []), note]);
    return true;
  };
  const starts = pageStarts(blocks);
  starts.forEach((start, page) => {
    const end = starts[page + 1] ?? blocks.length;
    // Where nothing parts the pages, only brackets tell a note from the text.
    const isPaged = starts.length > 1;
    let inNote = false;
    for (let i = start; i < end; i++) {
      const text = textOf(blocks[i]?.block);
      const isNear = end - i <= MOST_LINES && isPaged;
      const mayBegin = text.trimStart().startsWith("[") || isNear;
      if (mayBegin && begin(i, start)) inNote = true;
      else if (!inNote && note !== null && isNear && GOES_ON.test(text)) inNote = true;
      const block = blocks[i];
      if (!inNote || !block) continue;
      taken.add(i);
      note?.push(block);
    }
    if (!inNote) note = null;
  });
  return { byMark, taken };
}
