import type { Provision } from "../corpus/provision.ts";
import type { Span } from "../shared/span.ts";

export interface TableCell {
  readonly text: string;
  readonly span: Span;
}

/** The cells of a table's rows: in the stored text a row is a line, its cells parted by tabs. */
export function readTable(text: string, table: Provision): TableCell[][] {
  return table.children.map((row) => {
    const cells: TableCell[] = [];
    let start = row.ownSpan.start;
    for (const cell of text.slice(row.ownSpan.start, row.ownSpan.end).split("\t")) {
      cells.push({ text: cell, span: { start, end: start + cell.length } });
      start += cell.length + 1;
    }
    return cells;
  });
}
