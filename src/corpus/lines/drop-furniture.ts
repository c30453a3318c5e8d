import type { Message } from "../../shared/message.ts";
import { squeezeSpaces } from "../../shared/squeeze-spaces.ts";
import type { ExtractedBlock, ExtractedLine } from "../extracted.ts";

/** A block that stays, and whether page furniture (a page number, a running head) stood right before it. */
export interface KeptBlock {
  readonly block: ExtractedBlock;
  readonly afterFurniture: boolean;
}

const PAGE_NUMBER = /^[-–—\s]*(?:(?:Trang|Page)\s*)?\d{1,3}(?:\s*\/\s*\d{1,3})?[-–—\s]*$/i;
const GAZETTE_HEAD = /^(?:\d{1,3}\s+)?CÔNG BÁO\/Số .*\/Ngày \d/;
const STAMP_START = /^(?:Người ký|Ký bởi)\s*:/;
const STAMP_PART = /^(?:Người ký|Ký bởi|Email|Cơ quan|Thời gian ký|Ngày ký)\s*:/;
const STAMP_END = /^(?:Thời gian ký|Ngày ký)\s*:\s*\d/;
/** Where a law web site's own words begin, under the text. */
const SITE_FOOTER =
  /^[\s*_#>-]*(?:Văn bản này chưa cập nhật nội dung Tiếng Anh|Bạn Chưa Đăng Nhập|Cảm ơn đã dùng ThuVienPhapLuat|về Lưu trữ, Sử dụng Thông tin Khách hàng)/iu;
const LEAST_BEFORE_FOOTER = 0.4;
const LONGEST_HEAD = 120;
const FEWEST_REPEATS = 3;

const isBlank = (line: ExtractedLine): boolean => line.text.trim() === "";

/**
 * Lines that repeat at page edges: the same words but for digits, at least three times, mostly beside a page
 * number or on the first or last line of a page. A line that merely recurs in the text is not one of them.
 */
function findRunningHeads(lines: readonly ExtractedLine[]): ReadonlySet<string> {
  const heads = new Set<string>();
  const edges = lines.map((_, i) => isAtPageEdge(lines, i));
  if (!edges.includes(true)) return heads;
  const seen = new Map<string, { all: number; atEdge: number }>();
  lines.forEach((line, i) => {
    const text = line.text.trim();
    if (text.length > LONGEST_HEAD || PAGE_NUMBER.test(text)) return;
    const key = headKey(text);
    const entry = seen.get(key) ?? { all: 0, atEdge: 0 };
    entry.all++;
    if (edges[i] === true) entry.atEdge++;
    seen.set(key, entry);
  });
  for (const [key, { all, atEdge }] of seen)
    if (all >= FEWEST_REPEATS && atEdge * 5 >= all * 4) heads.add(key);
  return heads;
}

const DIGITS = /\d+/g;
/** What may differ from page to page does not count: digits, and how far apart the words are set. */
const headKey = (text: string): string => squeezeSpaces(text.replace(DIGITS, "#"));

function isAtPageEdge(lines: readonly ExtractedLine[], i: number): boolean {
  const line = lines[i];
  for (const neighbour of [lines[i - 1], lines[i + 1]]) {
    if (neighbour === undefined) continue;
    if (neighbour.text.length < 40 && PAGE_NUMBER.test(neighbour.text.trim())) return true;
    if (line?.page !== null && neighbour.page !== line?.page) return true;
  }
  return false;
}

/** The lines of a digital signature's stamp: signer, address, office, time. */
function findStamps(lines: readonly ExtractedLine[]): ReadonlySet<ExtractedLine> {
  const stamps = new Set<ExtractedLine>();
  lines.forEach((line, i) => {
    if (!STAMP_START.test(line.text.trim())) return;
    const end = lines.slice(i, i + 6).findIndex((other) => STAMP_END.test(other.text.trim()));
    if (end < 0) return;
    for (const part of lines.slice(i, i + end + 1)) if (STAMP_PART.test(part.text.trim())) stamps.add(part);
  });
  return stamps;
}

/** Index of the first block that is a web site's own; the number of blocks where there is none. */
function findSiteFooter(blocks: readonly ExtractedBlock[]): number {
  const from = Math.floor(blocks.length * LEAST_BEFORE_FOOTER);
  const at = blocks.findIndex(
    (block, i) => i >= from && block.kind === "line" && SITE_FOOTER.test(block.text),
  );
  return at < 0 ? blocks.length : at;
}

/**
 * Takes out what belongs to the page and not to the text: page numbers alone on a line (also in the middle of a
 * sentence), running heads, stamps of digital signatures, what a web site adds below. Says how many of each in one message.
 */
export function dropFurniture(blocks: readonly ExtractedBlock[]): { kept: KeptBlock[]; messages: Message[] } {
  const lines = blocks.filter((block) => block.kind === "line" && !isBlank(block)) as ExtractedLine[];
  const heads = findRunningHeads(lines);
  const stamps = findStamps(lines);
  const counts = { numbers: 0, heads: 0, stamps: 0 };
  const isFurniture = (line: ExtractedLine): boolean => {
    const text = line.text.trim();
    if (PAGE_NUMBER.test(text) && line.headingLevel === undefined) return ++counts.numbers > 0;
    if (
      GAZETTE_HEAD.test(text) ||
      (heads.size > 0 && text.length <= LONGEST_HEAD && heads.has(headKey(text)))
    )
      return ++counts.heads > 0;
    return stamps.has(line) && ++counts.stamps > 0;
  };
  const kept: KeptBlock[] = [];
  let afterFurniture = false;
  const footer = findSiteFooter(blocks);
  for (const block of blocks.slice(0, footer)) {
    if (block.kind === "line" && !isBlank(block) && isFurniture(block)) {
      afterFurniture = true;
      continue;
    }
    kept.push({ block, afterFurniture });
    if (block.kind === "table" || !isBlank(block)) afterFurniture = false;
  }
  counts.heads += blocks.length - footer;
  const total = counts.numbers + counts.heads + counts.stamps;
  if (total === 0) return { kept, messages: [] };
  const reason = `Bỏ ${counts.numbers} dòng số trang, ${counts.heads} dòng đầu trang, ${counts.stamps} dòng chữ ký số.`;
  return {
    kept,
    messages: [{ rule: "page-furniture", reason, severity: "info", line: null, page: null, span: null }],
  };
}
