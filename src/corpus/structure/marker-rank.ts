import type { MarkerStyle } from "../lines/read-marker.ts";
import type { ProvisionType } from "../provision.ts";

/** From the widest to the narrowest; where a style is not yet open, what is narrower is closed first. */
export const RANKS: Readonly<Record<MarkerStyle, number>> = {
  appendix: 0,
  part: 1,
  chapter: 2,
  division: 3,
  article: 4,
  capital: 5,
  roman: 5,
  arabic: 6,
  decimal: 7,
  letter: 8,
  parenthesis: 8,
  dash: 9,
  dot: 9,
  plus: 10,
};
export const WIDE = new Set<MarkerStyle>(["appendix", "part", "chapter", "division", "article"]);

/** What a mark makes of its paragraph; «1.» is a khoản right under an article, a mục elsewhere. */
export function typeOfMark(style: MarkerStyle, isInArticle: boolean): ProvisionType {
  switch (style) {
    case "appendix":
    case "part":
    case "chapter":
    case "article":
      return style;
    case "division":
    case "roman":
    case "capital":
      return "section";
    case "arabic":
    case "decimal":
      return isInArticle ? "paragraph" : "section";
    case "letter":
    case "parenthesis":
      return "point";
    case "dash":
    case "plus":
    case "dot":
      return "indent";
  }
}

/** Styles whose heading may stand on the lines after. */
export function isWideTitle(style: MarkerStyle): boolean {
  return style === "appendix" || style === "part" || style === "chapter" || style === "division";
}
