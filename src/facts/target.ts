import type { Span } from "../shared/span.ts";

/** «trên» >, «dưới» <, «tối thiểu, ít nhất, từ … trở lên» >=, «tối đa, không quá» <=, «khoảng» ~, «từ … đến …» range; bare «đạt» =. */
export type Comparator = "=" | ">" | ">=" | "<" | "<=" | "~" | "range";

/** A figure of a document: indicator + comparator + value + unit + deadline + scope, and the span that says so. */
export interface Target {
  /** `<document>#<start of value>`; unique in the store. */
  readonly id: string;
  readonly document: string;
  /** A target (chỉ tiêu), a value already reached (hiện trạng), or an aim without a figure (mục tiêu). */
  readonly nature: "target" | "baseline" | "objective";
  /** Id in indicators.yaml; null while nobody has named it. */
  readonly indicator: string | null;
  /** The indicator in the document's words. */
  readonly name: string;
  readonly comparator: Comparator | null;
  readonly value: number | null;
  /** Upper end of a range. */
  readonly value2: number | null;
  /** «%», «giường bệnh viện/10.000 dân», «căn hộ», «%/năm»… */
  readonly unit: string | null;
  readonly scope: string | null;
  /** The year by which, or of a baseline the year in which; null where none is said. */
  readonly deadline: number | null;
  /** Dotted path of the provision: «II.2.1». */
  readonly path: string;
  readonly eId: string;
  readonly locator: string;
  /** The clause that says so. */
  readonly span: Span;
  /** The words of the figure alone, inside `span`. */
  readonly valueSpan: Span | null;
}
