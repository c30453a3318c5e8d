import type { Span } from "../shared/span.ts";

/** direct (chỉ đạo), lead (chủ trì), advise-execute (tham mưu, thực hiện), coordinate (phối hợp), standing (thường trực), supervise (giám sát), report (báo cáo), implement (thực hiện). */
export type AssignmentRole =
  "direct" | "lead" | "advise-execute" | "coordinate" | "standing" | "supervise" | "report" | "implement";

/** A body, its role in a task, its time-frame (phân công). */
export interface Assignment {
  readonly id: string;
  readonly document: string;
  /** What is to be done: the section's heading, or the clause's own words. */
  readonly task: string;
  readonly role: AssignmentRole;
  /** The bodies as printed. */
  readonly body: string;
  /** «Thường xuyên», «Năm 2024 và các năm tiếp theo»; null where none is said. */
  readonly timeline: string | null;
  readonly path: string;
  readonly eId: string;
  readonly locator: string;
  /** The sentence or labelled line that says so. */
  readonly span: Span;
  readonly timelineSpan: Span | null;
  /** The words of the task, where they stand apart from `span` (labelled lines, tables). */
  readonly taskSpan?: Span;
}
