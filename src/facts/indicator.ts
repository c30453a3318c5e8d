/** What is measured (chỉ tiêu), as indicators.yaml names it. */
export interface Indicator {
  /** `health-insurance-coverage` */
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  /** Other wordings, as documents and people write them. */
  readonly synonyms: { readonly vi: readonly string[]; readonly en: readonly string[] };
  readonly abbreviations: readonly string[];
  readonly unit: string;
  readonly topic: string;
  readonly higherIsBetter: boolean;
}
