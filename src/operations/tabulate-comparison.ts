import type { CorpusDocument } from "../corpus/document.ts";
import { describeFigure } from "../facts/describe-target.ts";
import type { Target } from "../facts/target.ts";
import { column, quoteOf, statusWords } from "./tabulate-facts.ts";
import type { Cell, FactSource, FactTable } from "./tabulate-facts.ts";

/**
 * One row for each indicator and year that at least one of the documents has, and for each scope where a document
 * gives several; a pair of columns a document. What most of them have comes first.
 */
export function tabulateComparison(chosen: readonly CorpusDocument[], source: FactSource): FactTable {
  const names = new Map(source.lexicons.indicators.map(({ id, name }) => [id, name.vi]));
  const targets = chosen.flatMap(({ key }) => source.facts.targets({ documents: [key], nature: "target" }));
  const subjectOf = ({ indicator, name, deadline }: Target): string =>
    JSON.stringify([indicator ?? name.toLowerCase(), deadline]);
  const scoped = subjectsWithScopes(targets, subjectOf);
  const rows = new Map<string, { head: Cell[]; cells: Map<string, Target[]> }>();
  for (const target of targets) {
    const { document, indicator, name, deadline } = target;
    const scope = scoped.has(subjectOf(target)) ? target.scope : null;
    const sign = `${subjectOf(target)} ${scope?.toLowerCase() ?? ""}`;
    const row = rows.get(sign) ?? {
      head: [indicator === null ? name : (names.get(indicator) ?? name), indicator, scope, deadline],
      cells: new Map<string, Target[]>(),
    };
    rows.set(sign, row);
    row.cells.set(document, [...(row.cells.get(document) ?? []), target]);
  }
  const sorted = [...rows.values()].sort(
    (a, b) => b.cells.size - a.cells.size || String(a.head[0]).localeCompare(String(b.head[0]), "vi"),
  );
  return {
    name: "So sánh",
    columns: [
      column("Chỉ tiêu", 50),
      column("Mã chỉ tiêu", 26),
      column("Phạm vi", 24),
      column("Năm", 7),
      ...chosen.flatMap((document) => [
        column(`${document.key} (${statusWords[document.status]})`, 20),
        column(`${document.key}: nguyên văn`, 60),
      ]),
    ],
    rows: sorted.map(({ head, cells }) => [
      ...head,
      ...chosen.flatMap(({ key }) => {
        const targets = cells.get(key) ?? [];
        if (targets.length === 0) return [null, null];
        return [
          targets.map(describeFigure).join("; "),
          targets.map((target) => quoteOf(target, source)).join(" | "),
        ];
      }),
    ]),
  };
}

/** The subjects that one document gives for more than one scope: there the scope tells the figures apart. */
function subjectsWithScopes(
  targets: readonly Target[],
  subjectOf: (target: Target) => string,
): ReadonlySet<string> {
  const seen = new Map<string, string | null>();
  const scoped = new Set<string>();
  for (const target of targets) {
    const inDocument = `${target.document} ${subjectOf(target)}`;
    if (seen.has(inDocument) && seen.get(inDocument) !== target.scope) scoped.add(subjectOf(target));
    else seen.set(inDocument, target.scope);
  }
  return scoped;
}
