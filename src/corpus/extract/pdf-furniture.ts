import { foldText } from "../../shared/vietnamese-text.ts";
import type { PrintedLine } from "./pdf-lines.ts";

/** How many lines from the top and from the bottom of a page may be its furniture. */
const EDGE_LINES = 3;
/** Furniture stands at the same height on every page, give or take so many points. */
const SAME_HEIGHT = 8;
const PAGE_NUMBER = /^[-–—\s]*(?:(?:Trang|Page)\s*)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?[-–—\s]*$/iu;

/**
 * The lines of each page without running heads and feet and page numbers: lines at a page's edge that recur at
 * the same height on other pages but for their digits, and numbers alone there. Nothing within the text goes:
 * only what has nothing but furniture between itself and the edge. Pages are lines from top to bottom.
 */
export function dropPageFurniture(pages: readonly (readonly PrintedLine[])[]): PrintedLine[][] {
  const heights = new Map<string, { page: number; y: number }[]>();
  pages.forEach((lines, page) => {
    for (const line of new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)])) {
      const key = keyOf(line);
      const known = heights.get(key);
      if (known === undefined) heights.set(key, [{ page, y: line.y }]);
      else known.push({ page, y: line.y });
    }
  });
  const enough = pages.length <= 3 ? 2 : Math.max(3, Math.ceil(pages.length * 0.15));
  const isFurniture = (line: PrintedLine): boolean => {
    if (PAGE_NUMBER.test(textOf(line))) return true;
    const key = keyOf(line);
    const beside = (heights.get(key) ?? []).filter(({ y }) => Math.abs(y - line.y) <= SAME_HEIGHT);
    return key.length >= 3 && new Set(beside.map(({ page }) => page)).size >= enough;
  };
  return pages.map((lines) => {
    let from = 0;
    let to = lines.length;
    const at = (index: number): boolean => {
      const line = lines[index];
      return line !== undefined && isFurniture(line);
    };
    while (from < Math.min(EDGE_LINES, to) && at(from)) from++;
    while (to > from && lines.length - to < EDGE_LINES && at(to - 1)) to--;
    return lines.slice(from, to);
  });
}

function textOf(line: PrintedLine): string {
  return line.segments.map((segment) => segment.text).join(" ");
}

/**
 * The words without digits, marks and spaces: «74 CÔNG BÁO/Số 10» is «CÔNG BÁO/Số 11 … 75» on the other side, and
 * «CONG BẢO/Sô» where it was recognised.
 */
function keyOf(line: PrintedLine): string {
  return foldText(textOf(line).normalize("NFC"))
    .replace(/[^a-z]+/gu, "")
    .slice(0, 80);
}
