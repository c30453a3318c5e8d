import type { Comparator } from "./target.ts";

/** A figure of a text with what belongs to it. Offsets are in the text that was read. */
export interface Quantity {
  readonly comparator: Comparator;
  readonly value: number;
  /** Upper end of a range. */
  readonly value2: number | null;
  /** «%», «căn hộ», «giường bệnh viện/10.000 dân»; null where no word follows. */
  readonly unit: string | null;
  /** Where the comparator's words begin, or the figure. */
  readonly start: number;
  readonly figureStart: number;
  /** End of the figure with its unit's words. */
  readonly end: number;
}

/** «1.500» is 1500, «97,5» and «97.5» are 97.5, «10.000,5» is 10000.5; «07» is 7. */
export function parseNumeral(numeral: string): number {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(numeral))
    return Number(numeral.replace(/\./g, "").replace(",", "."));
  if (/^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/.test(numeral)) return Number(numeral.replace(/,/g, ""));
  return Number(numeral.replace(/,/g, ".").replace(/\.(?=.*\.)/g, ""));
}
