/**
 * A number as Vietnamese write it: «97,5», «1.500», «10.000», «07»; also «2.5», which phones put in the place of
 * «2,5». A stop before exactly three digits parts thousands. Null where it is no number.
 */
export function parseVietnameseNumber(digits: string): number | null {
  if (!/^\d+(?:[.,]\d+)*$/u.test(digits)) return null;
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(digits)
    ? digits.replaceAll(".", "").replace(",", ".")
    : digits.replace(",", ".");
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
