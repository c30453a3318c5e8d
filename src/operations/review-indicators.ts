import type { CorpusDocument } from "../corpus/document.ts";
import { describeFigure } from "../facts/describe-target.ts";
import { proposeKnownIndicators, proposeSameIndicator } from "../facts/propose-same-indicator.ts";
import type { Target } from "../facts/target.ts";
import { sliceSpan } from "../shared/span.ts";
import { manifestOf, placeOf, shorten } from "./review-item.ts";
import type { ReviewItem, ReviewSource } from "./review-item.ts";
import { correctionYaml, indicatorYaml } from "./review-snippets.ts";
import { wordsForCorrection } from "./words-for-correction.ts";

/** Targets that the lexicon has no name for, each wording once, with the indicators that are like it. */
export function reviewNameless(
  document: CorpusDocument,
  text: string,
  targets: readonly Target[],
  { documents, lexicons }: ReviewSource,
  takenIds: Set<string>,
): ReviewItem[] {
  const named = new Set<string>();
  return targets.flatMap((target): ReviewItem[] => {
    const words = target.name.toLowerCase();
    if (target.indicator !== null || target.nature === "objective" || named.has(words)) return [];
    named.add(words);
    const known = proposeKnownIndicators(target, lexicons.indicators);
    const [best] = known;
    const like = known.map(({ indicator }) => `${indicator.id} («${indicator.name.vi}»)`).join("; ");
    return [
      {
        topic: "indicator",
        what: `«${target.name}» (${describeFigure(target)}) tìm và hỏi được bằng chính những chữ này.${best === undefined ? "" : ` Gần nhất trong từ điển: ${like}.`}`,
        ...placeOf(document.key, target, documents),
        quote: shorten(sliceSpan(text, target.span)),
        remedy:
          best === undefined
            ? {
                file: "corpus/indicators.yaml",
                yaml: indicatorYaml([target.name], target.unit, lexicons.topics, takenIds),
              }
            : {
                file: manifestOf(document.key),
                yaml: correctionYaml(wordsForCorrection(text, target, targets), {
                  indicator: best.indicator.id,
                }),
              },
      },
    ];
  });
}

/** Pairs of wordings of this document and another one; nothing is merged before a person writes it down. */
export function reviewSame(
  document: CorpusDocument,
  { documents, facts, lexicons }: ReviewSource,
  takenIds: Set<string>,
): ReviewItem[] {
  const current = documents.list().filter(({ key, status }) => key === document.key || status !== "replaced");
  const targets = facts.targets({ documents: current.map(({ key }) => key) });
  return proposeSameIndicator(targets)
    .filter(({ a, b }) => a.document === document.key || b.document === document.key)
    .map(({ a, b, likeness }) => {
      const [own, other] = a.document === document.key ? [a, b] : [b, a];
      return {
        topic: "same-indicator",
        what: `«${own.name}» ở đây và «${other.name}» ở «${other.document}» (${other.locator}) giống nhau ${Math.round(likeness * 100)}%. Nếu là một, khai báo chung:`,
        ...placeOf(document.key, own, documents),
        quote: shorten(sliceSpan(documents.text(document.key), own.span)),
        remedy: {
          file: "corpus/indicators.yaml",
          yaml: indicatorYaml([own.name, other.name], own.unit ?? other.unit, lexicons.topics, takenIds),
        },
      };
    });
}
