import { parseArgs } from "node:util";
import type { FrontMatterSaid, IngestRequest } from "../operations/ingest-request.ts";

type Said = Pick<IngestRequest, "key" | "locality" | "said">;

const option = { type: "string" } as const;
const options = {
  key: option,
  locality: option,
  issuer: option,
  number: option,
  date: option,
  title: option,
};

/**
 * What a file's caption says about it, in the words of the ingest command: `--key nq-42 --locality "Đức Phổ"`. Phones
 * write «—» for two hyphens and curly quotes, which is taken. A caption that begins otherwise says nothing.
 * Null where it begins so and cannot be understood.
 */
export function readCaption(caption: string): Said | null {
  const plain = caption
    .trim()
    .replaceAll(/(?<=^|\s)[—–](?=\p{L})/gu, "--")
    .replaceAll(/[“”«»]/gu, '"');
  if (!plain.startsWith("--")) return {};
  const args = [...plain.matchAll(/(?:[^\s"]|"[^"]*")+/gu)].map(([word]) => word.replaceAll('"', ""));
  try {
    const { key, locality, ...said } = parseArgs({ args, options }).values;
    return {
      ...(key === undefined ? {} : { key }),
      ...(locality === undefined ? {} : { locality }),
      said: { ...said } satisfies FrontMatterSaid,
    };
  } catch {
    return null;
  }
}
