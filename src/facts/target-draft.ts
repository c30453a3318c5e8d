import type { Target } from "./target.ts";

/** A figure or aim as a reader found it, before it is named and placed. */
export type TargetDraft = Omit<Target, "id" | "document" | "indicator" | "path" | "eId" | "locator">;
