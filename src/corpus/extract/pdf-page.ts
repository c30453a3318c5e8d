/** A run of text on a page as the PDF places it, after the page has been turned upright. */
export interface Piece {
  readonly text: string;
  /** Left end, in points from the left edge. */
  readonly x: number;
  /** Baseline, in points from the top edge. */
  readonly y: number;
  readonly width: number;
  /** Font size in points. */
  readonly size: number;
  /** Of the character recognition, 0–1; absent in text that a PDF holds. */
  readonly confidence?: number;
}

/** A thin straight line drawn on the page: a table's border. `at` is y of a level one, x of an upright one. */
export interface Rule {
  readonly level: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is on a page, in points, the origin at the top left of the page turned so that most text is upright. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** Text that runs in another direction than most: running heads of turned pages, stamps. */
  readonly asideText: readonly string[];
  readonly rules: readonly Rule[];
  /** Share of the page that pictures cover, 0–1. */
  readonly pictureShare: number;
  /** Number of drawn shapes; many on a page without text are letters turned into outlines. */
  readonly shapes: number;
}
