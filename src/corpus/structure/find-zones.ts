import { isInCapitals } from "../../shared/letter-case.ts";
import { isBullet } from "../lines/read-marker.ts";
import type { TextBlock } from "./text-block.ts";

/** What a block belongs to. */
export type Zone = "header" | "preamble" | "body" | "recipients" | "signature";

export interface Zones {
  readonly zones: readonly Zone[];
  /** Index of the line that names the kind («NGHỊ QUYẾT»); null where there is none. */
  readonly kindLine: number | null;
  /** Index of the last block that holds the title's words. */
  readonly titleBlock: number | null;
}

const KIND_NAMES =
  "NGHỊ QUYẾT|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH|KẾ HOẠCH HÀNH ĐỘNG|KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|BỘ LUẬT|LUẬT|NGHỊ ĐỊNH|PHÁP LỆNH|THÔNG TƯ LIÊN TỊCH|THÔNG TƯ|BÁO CÁO|HƯỚNG DẪN|THÔNG BÁO|KẾT LUẬN|QUY ĐỊNH|QUY CHẾ|TỜ TRÌNH|CÔNG ĐIỆN|CÔNG VĂN|ĐỀ ÁN|CHIẾN LƯỢC|PHƯƠNG ÁN";
const KIND_LINE = new RegExp(`^(?:DỰ THẢO\\s+)?(?:${KIND_NAMES})\\s*$`, "u");
const PROMULGATED =
  /^(?:ĐỀ ÁN|KẾ HOẠCH|CHƯƠNG TRÌNH|CHƯƠNG TRÌNH HÀNH ĐỘNG|QUY CHẾ|QUY ĐỊNH|CHIẾN LƯỢC|PHƯƠNG ÁN|DANH MỤC)$/u;
/** The same with what it is for: «CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ». */
const PROMULGATED_TITLE =
  /^(?:ĐỀ ÁN|KẾ HOẠCH|CHƯƠNG TRÌNH|QUY CHẾ|QUY ĐỊNH|CHIẾN LƯỢC|PHƯƠNG ÁN|DANH MỤC|BỘ TIÊU CHÍ)\s[^\p{Ll}]+$/u;
/** «CỦA BỘ CHÍNH TRỊ», then «Về …»: who resolved it stands between the kind and the subject. */
const SUBJECT = /^(?:[Vv]ề|VỀ|V\/v|[Tt]hực hiện|Ban hành|Phê duyệt)(?!\p{L})/u;
const NAMES_SUBJECT = /(?<!\p{L})(?:VỀ|BAN HÀNH|PHÊ DUYỆT|THỰC HIỆN|TRIỂN KHAI)(?!\p{L})/u;
const TITLE_STOP =
  /^(?:Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở|Kính gửi|Ngày|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|BỘ TRƯỞNG|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BAN (?!HÀNH)|\()/u;
export const SIGNED_FOR = /^(?:T\/?M|KT|TL|TUQ|Q)\s?\.?\s+\p{Lu}{2}/u;
export const OFFICE =
  /^(?:(?:QUYỀN|PHÓ)\s+)?(?:PHÓ |BÍ THƯ|CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|TRƯỞNG (?:BAN|PHÒNG|CÔNG AN)|CHỦ NHIỆM|CHÁNH |VỤ TRƯỞNG|CỤC TRƯỞNG|TỔNG |VIỆN TRƯỞNG|HIỆU TRƯỞNG|THƯỜNG TRỰC)[\p{Lu}\s,-]*$/u;
/** A person's name as signed: two to five capitalised syllables. */
export const PERSON = /^(?:(?:PGS|GS|TS|ThS|BS|Ts|Ths)\.?\s*)*\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4}$/u;
/** «(Đã ký)», where the signature itself is. */
const SIGNED_MARK = /^\(?\s*(?:[Đđ]ã ký|ĐÃ KÝ)\s*\)?\.?$/u;
const CERTIFIED = /^XÁC THỰC VĂN BẢN HỢP NHẤT/u;
const STARTS = new Set(["roman", "article", "chapter", "part", "capital", "division"]);
const LONGEST_OFFICE = 120;
/** «QUYẾT NGHỊ:» between the preamble and the first article is no heading. */
const RESOLVES = /^(?:QUYẾT NGHỊ|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ)\s*:?$/u;
const LONGEST_TITLE = 300;
const LOOK_AHEAD = 60;
const MOST_TITLE_BLOCKS = 4;

/** The last line that names a kind of text, before the body's first mark. */
function findKindLine(blocks: readonly TextBlock[]): number | null {
  let found: number | null = null;
  for (let i = 0; i < Math.min(blocks.length, 150); i++) {
    const block = blocks[i];
    if (!block) break;
    if (KIND_LINE.test(block.text)) found ??= i;
    if (found !== null && block.marker && STARTS.has(block.marker.style)) break;
  }
  return found;
}

function findBody(blocks: readonly TextBlock[], from: number): number {
  let fallback: number | null = null;
  for (let i = from; i < Math.min(blocks.length, from + LOOK_AHEAD); i++) {
    const block = blocks[i];
    const marker = block?.marker;
    if (!block) break;
    if (block.paragraph.headingLevel !== null && i > from && !RESOLVES.test(block.text)) return fallback ?? i;
    if (!marker || isBullet(marker.style)) continue;
    const first = marker.ordinal === null || marker.ordinal === 1;
    if (STARTS.has(marker.style) && first) return i;
    // «II.» begins a fragment; «1.» the body, unless a chapter or «I.» is still to come.
    if (STARTS.has(marker.style) || (marker.style === "arabic" && first)) fallback ??= i;
  }
  return fallback ?? Math.min(blocks.length, from + countPreamble(blocks, from));
}

function countPreamble(blocks: readonly TextBlock[], from: number): number {
  const end = blocks.slice(from, from + LOOK_AHEAD).findIndex(({ text }) => /:$/.test(text));
  return end < 0 ? 0 : end + 1;
}

/** An office or a name without «(Đã ký)» before or after it. */
export function withoutSigned(text: string): string {
  if (!/ã ký|Ã KÝ/.test(text)) return text;
  return text.replace(/^\(?\s*(?:[Đđ]ã ký|ĐÃ KÝ)\s*\)?\s*:?\s+|\s*\((?:[Đđ]ã ký|ĐÃ KÝ)\)\s*$/gu, "");
}

function isSignature(blocks: readonly TextBlock[], i: number): boolean {
  const text = blocks[i]?.text ?? "";
  if (text.length > LONGEST_OFFICE) return false;
  if (SIGNED_FOR.test(text) && text.length < 80 && text === text.toUpperCase()) return true;
  if (isCertified(blocks, i)) return true;
  if (!OFFICE.test(withoutSigned(text))) return false;
  const next = blocks[i + 1]?.text ?? "";
  const person = withoutSigned(SIGNED_MARK.test(next) ? (blocks[i + 2]?.text ?? "") : next);
  return PERSON.test(person) || OFFICE.test(person);
}

/** «VĂN PHÒNG QUỐC HỘI / Số: 19/VBHN-VPQH / XÁC THỰC VĂN BẢN HỢP NHẤT»: who put the consolidated text together. */
function isCertified(blocks: readonly TextBlock[], i: number): boolean {
  const text = blocks[i]?.text ?? "";
  if (text.length > 80 || text !== text.toUpperCase()) return false;
  return blocks.slice(i, i + 4).some((block) => CERTIFIED.test(block.text));
}

const ATTACHED_TO = /\s*\((?:[Bb]an hành\s+)?[Kk]èm theo\s.*$/su;

/** The title of what a decision promulgates, as it stands after the signature. */
export function isPromulgatedTitle(printed: string): boolean {
  const text = printed.includes("èm theo") ? printed.replace(ATTACHED_TO, "") : printed;
  return PROMULGATED.test(text) || (text.length < LONGEST_TITLE && PROMULGATED_TITLE.test(text));
}

function resumesBody(block: TextBlock): boolean {
  if (block.paragraph.table !== null || block.paragraph.headingLevel !== null) return true;
  if (isPromulgatedTitle(block.text)) return true;
  const style = block.marker?.style;
  return (
    style === "appendix" ||
    style === "roman" ||
    style === "article" ||
    style === "chapter" ||
    style === "part"
  );
}

/** Words at the end: who gets the text, who signed it; after them annexes may follow. */
function closingZone(blocks: readonly TextBlock[], i: number, before: Zone, since: number): Zone {
  const block = blocks[i];
  if (!block) return before;
  if (/^Nơi nhận/u.test(block.text)) return "recipients";
  if (isSignature(blocks, i)) return "signature";
  if (before === "body" || resumesBody(block)) return "body";
  if (before === "signature" && (since > 8 || block.text.length > 120)) return "body";
  if (before === "recipients" && block.text.length > 400) return "body";
  return before;
}

/**
 * Parts a document into head, preamble, body, recipients and signature. A text without a kind line or a
 * numbered part is all body. What follows the signature (annexes, a promulgated scheme) is body again.
 */
export function findZones(blocks: readonly TextBlock[]): Zones {
  const kindLine = findKindLine(blocks);
  const titleBlock = kindLine === null ? null : findTitleEnd(blocks, kindLine);
  const afterTitle = titleBlock === null ? 0 : titleBlock + 1;
  const bodyStart = findBody(blocks, afterTitle);
  const zones: Zone[] = [];
  let zone: Zone = "body";
  let since = 0;
  blocks.forEach((_, i) => {
    if (i < afterTitle) zones.push("header");
    else if (i < bodyStart) zones.push("preamble");
    else {
      const found = closingZone(blocks, i, zone, since);
      since = found === zone ? since + 1 : 0;
      zone = found;
      zones.push(found);
    }
  });
  return { zones, kindLine, titleBlock };
}

/** The title's words follow its kind; set in capitals they may come in several paragraphs. */
function findTitleEnd(blocks: readonly TextBlock[], kindLine: number): number {
  let end = kindLine;
  for (let i = kindLine + 1; i <= kindLine + MOST_TITLE_BLOCKS; i++) {
    const block = blocks[i];
    const above = blocks[end]?.text ?? "";
    const goesOn =
      end === kindLine ||
      (block !== undefined && isInCapitals(above) && (isInCapitals(block.text) || (SUBJECT.test(block.text) && !NAMES_SUBJECT.test(above))));
    if (!block || isTitleStop(block) || !goesOn) break;
    end = i;
  }
  return end;
}

function isTitleStop(block: TextBlock): boolean {
  if (block.marker !== null || block.paragraph.isNote) return true;
  return TITLE_STOP.test(block.text) && !/^Thực hiện/u.test(block.text);
}
