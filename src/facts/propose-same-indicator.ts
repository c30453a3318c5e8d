import type { Indicator } from "./indicator.ts";
import { unitsAgree } from "./match-indicator.ts";
import { likenessOf, tellingWords } from "./name-likeness.ts";
import type { Target } from "./target.ts";

/** Two wordings, of different documents, that may name one indicator; for a person to decide. */
export interface SameIndicatorProposal {
  readonly a: Target;
  readonly b: Target;
  /** 0–1. */
  readonly likeness: number;
}

/** An indicator of the lexicon that a wording may mean. */
export interface KnownIndicatorProposal {
  readonly indicator: Indicator;
  readonly likeness: number;
}

/** Below these, wordings that share their commonest words alone would be proposed. */
const LIKE_WORDING = 0.6;
const LIKE_INDICATOR = 0.45;

/**
 * Proposes pairs of nameless targets (`indicator` null) whose wordings are alike, across documents; best first. It
 * only proposes: nothing is merged here. Words are weighed by how few of the wordings hold them, so that «giảm
 * nghèo» tells more than «người dân».
 */
export function proposeSameIndicator(targets: readonly Target[]): SameIndicatorProposal[] {
  const wordings = distinctWordings(targets);
  const holders = new Map<string, number[]>();
  for (const [at, { words }] of wordings.entries()) {
    for (const word of words) holders.set(word, [...(holders.get(word) ?? []), at]);
  }
  const weightOf = (word: string): number => Math.log(1 + wordings.length / (holders.get(word)?.length ?? 1));
  const proposals: SameIndicatorProposal[] = [];
  for (const [at, one] of wordings.entries()) {
    const near = new Set([...one.words].flatMap((word) => holders.get(word) ?? []));
    for (const other of near) {
      const two = wordings[other];
      if (other <= at || two === undefined || two.target.document === one.target.document) continue;
      if (!unitsAgree(one.target.unit ?? "", two.target.unit)) continue;
      const likeness = likenessOf(one.words, two.words, weightOf);
      if (likeness >= LIKE_WORDING) proposals.push({ a: one.target, b: two.target, likeness });
    }
  }
  return proposals.sort((a, b) => b.likeness - a.likeness);
}

/** The indicators of the lexicon whose names or synonyms are most like a nameless target's wording, best first. */
export function proposeKnownIndicators(
  target: Pick<Target, "name" | "unit">,
  indicators: readonly Indicator[],
  count = 3,
): KnownIndicatorProposal[] {
  const words = tellingWords(target.name);
  return indicators
    .filter(({ unit }) => unitsAgree(unit, target.unit))
    .map((indicator) => {
      const wordings = [indicator.name.vi, ...indicator.synonyms.vi].map(tellingWords);
      return { indicator, likeness: Math.max(...wordings.map((wording) => likenessOf(words, wording))) };
    })
    .filter(({ likeness }) => likeness >= LIKE_INDICATOR)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count);
}

function distinctWordings(
  targets: readonly Target[],
): { readonly target: Target; readonly words: ReadonlySet<string> }[] {
  const seen = new Set<string>();
  return targets.flatMap((target) => {
    if (target.indicator !== null || target.nature === "objective") return [];
    const words = tellingWords(target.name);
    const sign = `${target.document}\n${[...words].sort().join(" ")}`;
    if (words.size === 0 || seen.has(sign)) return [];
    seen.add(sign);
    return [{ target, words }];
  });
}
