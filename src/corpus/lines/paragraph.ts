/** Where a stretch of a paragraph stood in its file. */
export interface Piece {
  /** Offset in the paragraph's text at which the line begins. */
  readonly offset: number;
  readonly line: number | null;
  readonly page: number | null;
}

/** A paragraph as read, its lines joined: one line of the stored text. */
export interface Paragraph {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly headingLevel: number | null;
  readonly bold: boolean;
  /** How many of its first characters are printed bold or italic, where the rest is not. */
  readonly emphasised: number;
  /** Cells of a table's row, joined by tabs in `text`; null for running text. */
  readonly table: { readonly id: number; readonly row: number } | null;
  /** A footnote's words, put after the paragraph that bears its mark. */
  readonly isNote: boolean;
}
