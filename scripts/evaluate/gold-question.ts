import { readFileSync } from "node:fs";
import { z } from "zod";

/** A gold question and what a right answer to its last turn holds. */
const schema = z.object({
  id: z.string(),
  kind: z.string(),
  style: z.string(),
  locality: z.string().nullable().default(null),
  turns: z.array(z.string()).min(1),
  expect: z.object({
    documents: z.array(z.string()).default([]),
    /** One alternative of each group has to stand in the answer. */
    must_include: z.array(z.array(z.string())).default([]),
    must_not_include: z.array(z.string()).default([]),
    quotes: z.array(z.object({ document: z.string(), quote: z.string() })).default([]),
    quotes_mode: z.enum(["all", "any"]).default("all"),
    abstain: z.boolean(),
    draft_warning: z.boolean().default(false),
    /** Answering a part and abstaining are both right. */
    partial: z.boolean().default(false),
    /** Asking back is right too. */
    clarify_ok: z.boolean().default(false),
  }),
});

export type GoldQuestion = z.infer<typeof schema>;

/** Reads a file of one question a line; throws with file and line where one is not as it should be. */
export function readGoldQuestions(file: string): GoldQuestion[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) => {
      if (line.trim() === "") return [];
      const parsed = schema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${file}:${at + 1}: ${z.prettifyError(parsed.error)}`);
      return [parsed.data];
    });
}
