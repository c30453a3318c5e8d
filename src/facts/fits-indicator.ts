/** Verbs of what is done about the people counted: they are told, listed, checked, and gain nothing yet. Folded. */
const HANDLED =
  /(?:^| )duoc (?:tuyen truyen|pho bien|thong tin|ra soat|cap nhat|thong ke|dieu tra|khao sat|lap danh sach|kiem tra|giam sat|tap huan|boi duong|huong dan|van dong|tu van)(?: |$)/u;
/** Groups that are narrower than a population. */
const GROUPS =
  /(?:^| )(?:hoc sinh|sinh vien|nguoi cao tuoi|nguoi khuyet tat|nguoi co cong|can bo|cong chuc|vien chuc|ho can ngheo)(?= |$)/u;
const REDUCED = /^muc (?:cat )?giam |(?:^| )(?:moi nam|hang nam|binh quan) (?:cat )?giam /u;
/** What an indicator's name says of its subject, and a clause has to say as well. */
const QUALIFIERS = [/(?:^| )(?:bang cap|chung chi)(?: |$)/u, /(?:^| )thap coi(?: |$)/u];

/**
 * Whether a clause may be about an indicator whose words it holds: its verb, its group, whether it tells a level or a
 * reduction decide, however many words agree. All words are folded; `wordings` are the indicator's, its name first.
 */
export function fitsIndicator(clause: string, wordings: readonly string[]): boolean {
  const says = (pattern: RegExp): boolean => wordings.some((wording) => pattern.test(wording));
  const handled = HANDLED.exec(clause)?.[0].trim();
  if (handled !== undefined && !wordings.some((wording) => wording.includes(handled))) return false;
  const group = GROUPS.exec(
    clause.replace(/(?:^| )ho ngheo (?:va |hoac )?(?:ho )?can ngheo/u, ""),
  )?.[0].trim();
  if (group !== undefined && !wordings.some((wording) => wording.includes(group))) return false;
  if (REDUCED.test(clause) && !says(/(?:^| )(?:giam|cut|reduc\w*)(?: |$)/u)) return false;
  return QUALIFIERS.every((qualifier) => !qualifier.test(wordings[0] ?? "") || qualifier.test(clause));
}
