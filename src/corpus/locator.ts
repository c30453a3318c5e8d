import type { ProvisionType } from "./provision.ts";

/** What a locator is made of: the nodes from the root down to the one that is named. */
export interface LocatorStep {
  readonly type: ProvisionType;
  readonly number: string | null;
  /** Place among the unnumbered nodes of its type under the same parent, from 1. */
  readonly position: number;
}

const FIXED: Partial<Record<ProvisionType, string>> = {
  header: "Phần đầu văn bản",
  preamble: "Phần mở đầu",
  recipients: "Nơi nhận",
  signature: "Phần ký",
};

const isDecimalOf = (child: LocatorStep | undefined, parent: LocatorStep): boolean =>
  parent.number !== null && child?.number?.startsWith(`${parent.number}.`) === true;

/** «điểm a khoản 2 Điều 5», as laws are cited: innermost first. */
function articlePart(steps: readonly LocatorStep[]): string {
  const names: Partial<Record<ProvisionType, string>> = {
    paragraph: "khoản",
    point: "điểm",
    article: "Điều",
  };
  const named = steps.filter((step, i) => names[step.type] !== undefined && !isDecimalOf(steps[i + 1], step));
  return named
    .reverse()
    .map((step) => `${names[step.type] ?? ""} ${step.number ?? ""}`)
    .join(" ");
}

function sectionPart(steps: readonly LocatorStep[]): string {
  const numbers = steps
    .filter((step, i) => step.type === "section" && step.number !== null && !isDecimalOf(steps[i + 1], step))
    .map((step) => step.number);
  return numbers.length > 0 ? `mục ${numbers.join(".")}` : "";
}

function tailPart({ type, position }: LocatorStep): string {
  if (type === "indent") return `gạch đầu dòng ${position}`;
  if (type === "table") return `bảng ${position}`;
  if (type === "row") return `dòng ${position}`;
  return type === "text" && position > 1 ? `đoạn ${position}` : "";
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A node's place in words that clerks use: «Mục II.2.1, gạch đầu dòng 1», «Điểm a khoản 2 Điều 5»,
 * «Phụ lục I, mục II.3». A plain paragraph is cited by what holds it.
 */
export function locatorOf(steps: readonly LocatorStep[]): string {
  const fixed = steps.find((step) => FIXED[step.type] !== undefined);
  if (fixed) return FIXED[fixed.type] ?? "";
  const parts: string[] = [];
  const appendix = steps.find((step) => step.type === "appendix");
  if (appendix) parts.push(appendix.number === null ? "Phụ lục" : `Phụ lục ${appendix.number}`);
  const part = steps.find((step) => step.type === "part");
  if (part?.number != null) parts.push(`Phần ${part.number}`);
  const article = steps.findIndex((step) => step.type === "article");
  const chapter = steps.find((step) => step.type === "chapter");
  if (article < 0 && chapter?.number != null) parts.push(`Chương ${chapter.number}`);
  const inner = article < 0 ? steps : steps.slice(article);
  const sections = sectionPart(inner);
  if (article >= 0 && sections === "") parts.push(articlePart(inner));
  else {
    if (article >= 0) parts.push(`Điều ${inner[0]?.number ?? ""}`);
    if (sections !== "") parts.push(sections);
    const points = inner.filter((step) => step.type === "point" || step.type === "paragraph");
    parts.push(...points.map((step) => `${step.type === "point" ? "điểm" : "khoản"} ${step.number ?? ""}`));
  }
  parts.push(...steps.map(tailPart));
  return capitalise(parts.filter((text) => text !== "").join(", ")) || "Nội dung văn bản";
}
