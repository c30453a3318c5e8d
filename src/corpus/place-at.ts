import type { ParsedDocument } from "./document.ts";

/** Line and page of the file for an offset of the text: of the last place at or before it. */
export function placeAt(
  places: ParsedDocument["places"],
  offset: number,
): { readonly line: number | null; readonly page: number | null } {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const place = places[low];
  return { line: place?.line ?? null, page: place?.page ?? null };
}
