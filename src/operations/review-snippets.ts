import { stringify } from "yaml";
import { toSlug, uniqueKey } from "../corpus/make-key.ts";
import { tellingWords } from "../facts/name-likeness.ts";
import { foldText, toNfc } from "../shared/vietnamese-text.ts";
import type { Topic } from "../understanding/lexicon.ts";
import { squeezeTrim } from "../shared/squeeze-spaces.ts";

const LAYOUT = { lineWidth: 0 } as const;

/** One field of a manifest; `value` may end in a comment. */
export function frontMatterYaml(field: string, value: string): string {
  return `${field}: ${value}`;
}

/** A correction of the target whose figure stands in `at`, to go under `corrections.targets` of the manifest. */
export function correctionYaml(
  at: string,
  changes: Readonly<Record<string, string | number | null>>,
): string {
  const correction = stringify({ corrections: { targets: [{ at, ...changes }] } }, LAYOUT);
  return `# gộp vào «corrections» đang có; không phải chỉ tiêu thì chỉ ghi «at» và «drop: true»\n${correction}`;
}

const ID_WORDS = 6;

/**
 * An entry of indicators.yaml for wordings that the lexicon does not know; the first becomes the name.
 * @param takenIds the ids that are in use; the new one is added.
 */
export function indicatorYaml(
  wordings: readonly string[],
  unit: string | null,
  topics: readonly Topic[],
  takenIds: Set<string>,
): string {
  const [name = "", ...others] = wordings.map(squeezeTrim);
  const slug = toSlug([...tellingWords(name)].slice(0, ID_WORDS).join(" "));
  const id = uniqueKey(slug === "" ? "chi-tieu" : slug, (key) => takenIds.has(key));
  takenIds.add(id);
  const entry = {
    id,
    name: { vi: name, en: name },
    synonyms: { vi: others.filter((other) => other !== name), en: [] },
    abbreviations: [],
    unit: unit ?? "",
    topic: likelyTopic(name, topics),
    higherIsBetter: true,
  };
  const lines = stringify([entry], LAYOUT).trimEnd().split("\n");
  return [
    "  # xem lại id, name.en, topic và higherIsBetter rồi dán vào cuối danh sách",
    ...lines.map((line) => `  ${line}`),
  ].join("\n");
}

function likelyTopic(name: string, topics: readonly Topic[]): string {
  const folded = ` ${foldText(toNfc(name))} `;
  const found = topics.find(({ vi }) => vi.some((word) => folded.includes(` ${foldText(toNfc(word))} `)));
  return (found ?? topics[0])?.id ?? "";
}
