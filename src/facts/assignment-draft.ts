import type { Assignment } from "./assignment.ts";
import type { FactPlace } from "./fact-place.ts";

/** An assignment as a reader found it, before it is numbered and placed. */
export interface AssignmentDraft extends Pick<
  Assignment,
  "task" | "role" | "body" | "timeline" | "span" | "timelineSpan" | "taskSpan"
> {
  readonly place: FactPlace;
}
