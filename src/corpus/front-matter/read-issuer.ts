import { isInCapitals, startsWithCapital } from "../../shared/letter-case.ts";
import type { Span } from "../../shared/span.ts";
import type { TextBlock } from "../structure/text-block.ts";

const MOTTO =
  /\s*(?:CỘNG H[ÒO]\p{L}* XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–].*)$/u;
/** «ĐẢNG BỘ TỈNH X  ĐẢNG CỘNG SẢN VIỆT NAM / ĐẠI HỘI LẦN THỨ XIX», two columns in one line. */
const CONGRESS = /\s+(?:ĐẢNG CỘNG SẢN VIỆT NAM\s+)?ĐẠI HỘI (?:ĐẠI BIỂU |ĐẢNG BỘ )?LẦN THỨ\s.*$/u;
const NO_ISSUER =
  /^(?:VĂN BẢN|CÔNG BÁO|PHẦN |DỰ THẢO|CỘNG H|ĐẢNG CỘNG SẢN|MỤC LỤC|CÁC NỘI DUNG|NGHỊ QUYẾT|CHƯƠNG TRÌNH|KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|LUẬT|NGHỊ ĐỊNH|THÔNG TƯ|BÁO CÁO|HỎA TỐC|MẬT|KHẨN)/u;
const ISSUES =
  /(?:^|[.;,]\s+)((?:UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Ban |Đảng|Thị|Thành|Tỉnh|Huyện|Quận|Quốc hội|Chính phủ|Bộ|Sở|Phòng|Chi bộ|Liên minh|Tổng)[\p{L}\s.\-–]{0,80}?)\s+(?:ban hành|xây dựng|đề ra)\s+(?:Chương trình|Kế hoạch|Nghị quyết|Quyết định|Chỉ thị|Đề án|Hướng dẫn|Luật|Nghị định)/u;
const LEVELS =
  /(?:^|\s)(?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|(?:thị|tỉnh|thành|huyện|quận|đảng) [uủ][ỷy])\s*$/iu;

const LONGEST_NAME = 120;

/** «THỊ UỶ ĐỨC PHỔ» in the document's own lower case, where it says the name elsewhere. */
function inOwnCase(caps: string, text: string): string {
  const lower = text.toLowerCase();
  const wanted = caps.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const found = text.slice(at, at + wanted.length);
    if (!isInCapitals(found) && startsWithCapital(found)) return found;
  }
  return sentenceCase(caps);
}

/** Lower case but for the first letter and the name after a level («tỉnh Bắc Ninh»). */
function sentenceCase(caps: string): string {
  const words: string[] = [];
  for (const word of caps.toLowerCase().split(" ")) {
    if (ABBREVIATION.test(word)) {
      words.push(word.toUpperCase());
      continue;
    }
    const isCommittee = /^(?:ủy|uỷ)$/u.test(word) || (word === "hội" && words.at(-1)?.toLowerCase() === "xã");
    const isName =
      words.length === 0 ||
      (!isCommittee &&
        ((LEVELS.test(words.join(" ")) && !(/ [uủ][ỷy]$/u.test(words.join(" ")) && LEVEL.test(word))) ||
          (FIELD_BODY.test(words[0] ?? "") ? opensField(words) : words.length > 1 && isNamePart(words))));
    words.push(isName ? word.charAt(0).toUpperCase() + word.slice(1) : word);
  }
  return words.join(" ").replace(PROPER, (name) => name.charAt(0).toUpperCase() + name.slice(1));
}

/** «ubnd», «hđnd», «tb&xh»: no vowel, or an ampersand. */
const ABBREVIATION = /^(?:[bcdđghklmnpqrstvxy]{2,}|[\p{L}-]+&[\p{L}-]+)$/u;
/** «ĐẢNG ỦY XÃ …»: the level after a committee is no name yet. */
const LEVEL = /^(?:tỉnh|thành|thị|huyện|quận|xã|phường|đặc)$/u;

/** Institutions of which there is one are written with a capital wherever they stand. */
const PROPER = /(?<!\p{L})(?:chính phủ|quốc hội|trung ương|chính trị|bí thư|nhà nước|tổ quốc)(?!\p{L})/gu;

const FIELD_BODY = /^(?:sở|bộ|cục|ban|phòng)$/iu;

/** «Sở Giáo dục và Đào tạo», «Bộ Văn hóa, Thể thao và Du lịch»: each field of its work has a capital. */
function opensField(words: readonly string[]): boolean {
  return words.length === 1 || /^(?:và|[-–])$/u.test(words.at(-1) ?? "") || words.at(-1)?.endsWith(",") === true;
}

const isNamePart = (words: readonly string[]): boolean =>
  /^\p{Lu}/u.test(words.at(-1) ?? "") && words.slice(1).some((word) => /^\p{Lu}/u.test(word));

const BODY_HEADS =
  /(?<![\p{L}])(?<!(?:ỦY|UỶ)\s)(?:ĐẢNG BỘ|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) (?:ỦY|UỶ)|(?:ỦY|UỶ) BAN|UBND|HỘI ĐỒNG|SỞ|CỤC|CHI CỤC|TỔNG CỤC|BỘ|BAN|TRUNG TÂM|TRƯỜNG|CÔNG AN|VĂN PHÒNG|(?<!(?:DỰ|QUỐC) )PHÒNG|BẢO HIỂM XÃ HỘI)(?!\p{L})/gu;

/** A letterhead names the superior body first («UBND TỈNH X / SỞ Y TẾ»): the last one issues. */
function lastBody(name: string): number {
  return [...name.matchAll(BODY_HEADS)].at(-1)?.index ?? 0;
}

export interface Issuer {
  readonly name: string;
  readonly span: Span;
}

/** Lines in capitals that follow each other, as one name with where it begins. */
function namesOf(lines: readonly TextBlock[]): { name: string; start: number; end: number }[] {
  const names: { name: string; start: number; end: number; lineEnd: number }[] = [];
  for (const { text, span } of lines) {
    const name = text.replace(MOTTO, "").replace(CONGRESS, "").trim();
    if (!isInCapitals(name) || NO_ISSUER.test(name) || name.length > LONGEST_NAME) continue;
    const last = names.at(-1);
    if (last?.name === name) continue;
    // A line that only goes on with the name above, or names the body under it: the stored text parts them by one sign.
    if (last?.lineEnd === span.start - 1 && last.name.length + name.length < LONGEST_NAME) {
      last.name += ` ${name}`;
      last.end = span.start + name.length;
      last.lineEnd = span.end;
    } else names.push({ name, start: span.start, end: span.start + name.length, lineEnd: span.end });
  }
  return names;
}

/** The issuer in the letterhead, above the number; lines in capitals that follow each other are one name. */
export function readLetterhead(head: readonly TextBlock[], text: string): Issuer | null {
  const until = head.findIndex(({ text: line }) => /^Số\s+\d|(?:^|\s)[Ss]ố\s*:/u.test(line));
  const first = namesOf(until < 0 ? head : head.slice(0, until)).find(({ name }) => name.includes(" "));
  if (!first) return null;
  const at = lastBody(first.name);
  const committee = first.name.slice(at);
  // «ĐẢNG BỘ HUYỆN X / BAN CHẤP HÀNH»: the organisation stands above its committee.
  if (/^BAN (?:CHẤP HÀNH|THƯỜNG VỤ)$/u.test(committee) && first.name.startsWith("ĐẢNG BỘ")) {
    const organisation = sentenceCase(first.name.slice(0, at).trim());
    return { name: `${sentenceCase(committee)} ${organisation}`, span: { start: first.start, end: first.end } };
  }
  return { name: inOwnCase(first.name.slice(at), text), span: { start: first.start + at, end: first.end } };
}

/** The issuer that the preamble names: «UBND thành phố ban hành Chương trình hành động…». */
export function readIssuingBody(preamble: readonly TextBlock[], place: string | null): Issuer | null {
  for (const block of preamble) {
    const match = ISSUES.exec(block.text);
    const name = match?.[1];
    if (!match || name === undefined) continue;
    const start = block.span.start + match.index + match[0].indexOf(name);
    return { name: withPlace(name, place), span: { start, end: start + name.length } };
  }
  return null;
}

/** «UBND thành phố» signed at «TP. Hà Tĩnh» is that city's. */
function withPlace(name: string, place: string | null): string {
  const city = /^T[Pp]\.\s?(.+)$/u.exec(place ?? "")?.[1];
  return city !== undefined && /thành phố$/iu.test(name) ? `${name} ${city}` : name;
}
