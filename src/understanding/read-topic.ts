import { z } from "zod";
import type { Topic } from "./resolve-follow-up.ts";

const strings = z.array(z.string());
const INTENTS = [
  "figure", "body", "time", "duties", "document", "comparison", "list", "entitlement", "passage", "detail",
  "cross-check", "sources", "help", "greeting", "thanks", "opinion", "elsewhere", "abuse",
] as const; // prettier-ignore

const topic = z.object({
  language: z.enum(["vi", "en"]),
  visited: strings,
  places: z.object({
    known: strings,
    everywhere: z.boolean(),
    nation: z.boolean(),
    namesakes: strings,
    documents: strings,
    superior: z.boolean(),
  }),
  intent: z.enum(INTENTS),
  indicators: z.array(
    z.object({ ids: strings, start: z.number(), end: z.number(), weight: z.number(), coverage: z.number() }),
  ),
  concepts: z.array(
    z.object({
      tokens: strings,
      typed: strings.nullable(),
      alternatives: z.array(strings),
      typedAlternatives: z.array(strings).optional(),
      weight: z.number(),
      alone: z.boolean().optional(),
    }),
  ),
  topics: strings,
  facets: strings,
  listOf: z.enum(["targets", "tasks"]).nullable(),
  roles: strings,
  evidence: z.array(z.object({ document: z.string(), path: z.string(), eId: z.string() })),
});

/** The topic of a conversation as it was kept; null where an older version kept it in another form. */
export function readTopic(kept: unknown): Topic | null {
  const parsed = topic.safeParse(kept);
  return parsed.success ? (parsed.data as Topic) : null;
}
