/** A cell of a table before its merges are spread out. Widths and heights in columns and rows, at least 1. */
export interface GridCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** No office table is wider; bounds what a wrong or hostile span can cost. */
const MAX_COLUMNS = 200;
const MAX_ROWS = 20_000;

/**
 * Spreads merged cells: each row of the result has as many strings as the table has columns, and a merged
 * cell's text stands in every row and column that it covers. Cells are given row by row as in HTML: one covered
 * from above is left out.
 */
export function spreadMergedCells(rows: readonly (readonly GridCell[])[]): string[][] {
  const grid: string[][] = rows.slice(0, MAX_ROWS).map(() => []);
  rows.slice(0, MAX_ROWS).forEach((cells, rowIndex) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[rowIndex]?.[column] !== undefined) column++;
      const right = Math.min(column + cell.columns, MAX_COLUMNS);
      for (let row = rowIndex; row < Math.min(rowIndex + cell.rows, grid.length); row++) {
        for (let at = column; at < right; at++) {
          const target = grid[row];
          if (target !== undefined) target[at] ??= cell.text;
        }
      }
      column = right;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}
