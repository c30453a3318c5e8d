import { foldText } from "../../shared/vietnamese-text.ts";
import type { PrintedLine } from "./pdf-lines.ts";

/** How many lines from the top and from the bottom of a page may be its furniture. */
const EDGE_LINES = 3;
const PAGE_NUMBER = /^[-–—\s]*(?:(?:Trang|Page)\s*)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?[-–—\s]*$/iu;

/**
 * The lines of each page without running heads and feet and page numbers: lines at a page's edge that recur on
 * other pages but for their digits, and numbers alone there. Pages are given as lines from top to bottom.
 */
export function dropPageFurniture(pages: readonly (readonly PrintedLine[])[]): PrintedLine[][] {
  const seen = new Map<string, number>();
  const keys = pages.map((lines) => new Map(edgeLines(lines).map((line) => [line, keyOf(line)])));
  for (const page of keys) {
    for (const key of new Set(page.values())) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const enough = pages.length <= 3 ? 2 : Math.max(3, Math.ceil(pages.length * 0.15));
  return pages.map((lines, index) => {
    const edge = keys[index];
    return lines.filter((line) => {
      const key = edge?.get(line);
      if (key === undefined) return true;
      return !PAGE_NUMBER.test(textOf(line)) && !(key.length >= 3 && (seen.get(key) ?? 0) >= enough);
    });
  });
}

function edgeLines(lines: readonly PrintedLine[]): PrintedLine[] {
  return [...new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)])];
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
