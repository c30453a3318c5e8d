/** «Số bác sĩ/1 vạn dân: 15», «số giường bệnh trên 10.000 dân đạt 32». */
const COUNTED_PER =
  /(?:^|[\s,(])(?:số(?: lượng)?|tỷ lệ|tỉ lệ)\s+(\p{L}+(?:\s\p{L}+){0,3}?)\s*(?:\/|\strên)\s*((?:\d[\d.]*|một)?\s*(?:vạn|nghìn|triệu)?\s*(?:dân|người dân|người|hộ|lao động|trẻ))(?!\p{L})[^;.]{0,40}$/iu;

/** «Tuổi thọ trung bình (tuổi): 75,5»: the unit stands in brackets after the name. */
const IN_BRACKETS = /\((\p{L}[\p{L}\s]{0,20}(?:\/[\p{L}\s\d.]{1,16})?|[%‰])\)\s*:\s*(?:(?:đạt|là)\s+)*$/u;

/** The unit that a figure without one has from its subject, in the words before it; null where those say none. */
export function unitOfSubject(before: string): string | null {
  const bracket = IN_BRACKETS.exec(before)?.[1];
  if (bracket !== undefined) return bracket.trim();
  const match = COUNTED_PER.exec(before);
  return match ? `${match[1] ?? ""}/${(match[2] ?? "").replace(/\s+/gu, " ").trim()}` : null;
}
