import type { ExtractedLine } from "../extracted.ts";
import type { KeptBlock } from "./drop-furniture.ts";

/** The State's and the Party's motto, which heads the right column. */
const MOTTO = /^(?:CỘNG H[ÒO]\p{L}* XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM)/u;
const KIND =
  /^\s*(?:DỰ THẢO|NGHỊ QUYẾT|CHƯƠNG TRÌNH|KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|LUẬT|NGHỊ ĐỊNH|THÔNG TƯ|BÁO CÁO|HƯỚNG DẪN|THÔNG BÁO|KẾT LUẬN|QUY ĐỊNH|TỜ TRÌNH|ĐỀ ÁN|CÔNG ĐIỆN|Kính gửi)/u;
const DATE = /(?:^|\s)ngày[\s.…_]*\d*[\s.…_]*tháng/u;
const PLACE_AND_DATE = /\s{2,}(?=\p{Lu}[^,\d]{1,40},\s*ngày)/u;
const RECIPIENTS = /^\s*Nơi nhận/u;
/** Three blanks, or a bar: what parts two columns set in a line. */
const GAP = /\s{3,}|\s*\|\s*/gu;
const PARTS = /\S(?:\s{3}|\s?\|)/;
const MOST_HEAD_LINES = 14;
const MOST_CLOSING_LINES = 24;
/** A line that begins so far to the right stands in the right column. */
const LEAST_INDENT = 20;
/** How far words that are centred in the right column may begin before those of its first line. */
const CENTRING = 14;

interface Columns {
  readonly left: readonly ExtractedLine[];
  readonly right: readonly ExtractedLine[];
  /** Index after the last line taken. */
  readonly end: number;
}

interface Halves {
  readonly left: string;
  readonly right: string;
}

/** Cuts a line at its widest gap; null where it has none. */
function cut(text: string): Halves | null {
  const trimmed = text.trimEnd();
  const indent = trimmed.length - trimmed.trimStart().length;
  const dated = PLACE_AND_DATE.exec(trimmed.slice(indent));
  let widest = dated === null ? null : { at: indent + dated.index, length: dated[0].length };
  if (widest === null)
    for (const gap of trimmed.matchAll(GAP))
      if (gap.index > indent && gap[0].length > (widest?.length ?? 0))
        widest = { at: gap.index, length: gap[0].length };
  if (widest === null) return null;
  return { left: trimmed.slice(0, widest.at), right: trimmed.slice(widest.at + widest.length) };
}

const lineAt = (blocks: readonly KeptBlock[], at: number): ExtractedLine | null => {
  const block = blocks[at]?.block;
  return block?.kind === "line" ? block : null;
};

const withText = (line: ExtractedLine, text: string): ExtractedLine => ({ ...line, text: text.trim() });

/** «UBND HUYỆN X      CỘNG HÒA XÃ HỘI …» and the lines under it, to the date or the title. */
function headColumns(blocks: readonly KeptBlock[], start: number): Columns | null {
  const first = lineAt(blocks, start);
  const opening = first && /\s{2}|\|/u.test(first.text) ? cut(first.text) : null;
  if (first === null || opening === null || !MOTTO.test(opening.right)) return null;
  const gutter = first.text.indexOf(opening.right) - CENTRING;
  const left: ExtractedLine[] = [];
  const right: ExtractedLine[] = [];
  let isDated = false;
  let end = start;
  for (let at = start; at < Math.min(blocks.length, start + MOST_HEAD_LINES); at++) {
    const line = lineAt(blocks, at);
    if (line === null) break;
    if (line.text.trim() === "") {
      if (isDated) break;
      continue;
    }
    const halves = cut(line.text);
    const indent = line.text.length - line.text.trimStart().length;
    if (halves !== null) {
      left.push(withText(line, halves.left));
      right.push(withText(line, halves.right));
      isDated ||= DATE.test(halves.right);
    } else if (KIND.test(line.text) || line.text.trim().length > gutter + 2 * CENTRING) break;
    else if (indent >= Math.max(gutter, 1)) right.push(withText(line, line.text));
    else if (DATE.test(line.text)) break;
    else left.push(withText(line, line.text));
    end = at + 1;
  }
  return { left, right, end };
}

/** «Nơi nhận:         TM. ỦY BAN NHÂN DÂN» and the lines under it: who gets the text beside who signs it. */
function closingColumns(blocks: readonly KeptBlock[], start: number): Columns | null {
  const first = lineAt(blocks, start);
  if (first === null || !RECIPIENTS.test(first.text)) return null;
  const left: ExtractedLine[] = [];
  const right: ExtractedLine[] = [];
  let end = start;
  for (let at = start; at < Math.min(blocks.length, start + MOST_CLOSING_LINES); at++) {
    const line = lineAt(blocks, at);
    if (line === null) break;
    const text = line.text;
    if (text.trim() === "") continue;
    const halves = cut(text);
    const isRight = halves === null && text.length - text.trimStart().length >= LEAST_INDENT;
    if (halves !== null) {
      left.push(withText(line, halves.left));
      right.push(withText(line, halves.right));
    } else if (isRight) right.push(withText(line, text));
    else if (at > start && !/^\s*[-–+•.(]/u.test(text) && /^\s*\p{Lu}/u.test(text)) break;
    else left.push(withText(line, text));
    end = at + 1;
  }
  return right.length === 0 ? null : { left, right, end };
}

/**
 * Parts the two columns of a head («issuer | motto») and of a closing («recipients | signature») that a text file
 * sets side by side with blanks, as `pdftotext -layout` does: the left column's lines, then the right one's, a blank
 * line after each. Everything else stays as it is.
 */
export function partColumns(blocks: readonly KeptBlock[]): readonly KeptBlock[] {
  if (!blocks.some(({ block }) => block.kind === "line" && /\s{3}|\|/.test(block.text) && PARTS.test(block.text)))
    return blocks;
  const parted: KeptBlock[] = [];
  for (let at = 0; at < blocks.length;) {
    const columns = headColumns(blocks, at) ?? closingColumns(blocks, at);
    const block = blocks[at];
    if (columns === null || block === undefined) {
      if (block !== undefined) parted.push(block);
      at++;
      continue;
    }
    for (const column of [columns.left, columns.right]) {
      const last = column.at(-1);
      if (last === undefined) continue;
      parted.push(...column.map((line) => ({ block: line, afterFurniture: false })));
      parted.push({ block: withText(last, ""), afterFurniture: false });
    }
    at = columns.end;
  }
  return parted;
}
