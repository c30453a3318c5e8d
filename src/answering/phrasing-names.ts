import { placeOf, type Library } from "./library.ts";
import type { PhrasingNames } from "./phrasing-grounds.ts";
import { wordsOf } from "./phrasing-words.ts";

/** The names that phrasings are checked by, from the lexicons. */
export function phrasingNames(library: Pick<Library, "corpus" | "localities" | "lexicons">): PhrasingNames {
  return {
    placeNames(key) {
      const document = library.corpus.get(key);
      if (document === null) return [];
      const usual = placeOf(document, library);
      const locality = library.localities.byKey(document.locality ?? "");
      if (locality === undefined) return [usual, ...resolutionNames(usual)];
      const { name, bareName, aliases, level } = locality;
      return [...new Set([usual, name, bareName, ...aliases, ...(LEVEL_NAMES[level] ?? [])])];
    },
    indicatorWordings: new Map(
      library.lexicons.indicators.map(({ id, name, synonyms, abbreviations }) => [
        id,
        [name.vi, name.en, ...synonyms.vi, ...synonyms.en, ...abbreviations].map(wordsOf),
      ]),
    ),
  };
}

/** «Thị xã», said of the place itself. Of a province or the country it would say too much. */
const LEVEL_NAMES: Readonly<Partial<Record<string, readonly string[]>>> = {
  city: ["thành phố"],
  town: ["thị xã"],
  district: ["huyện"],
  ward: ["phường"],
  commune: ["xã"],
};

/** «Nghị quyết 42-NQ/TW» is also «Nghị quyết số 42-NQ/TW» and «Nghị quyết 42». */
function resolutionNames(name: string): string[] {
  const [, kind, number, digits] = /^(\D+?) ((\d+)\S*)$/u.exec(name) ?? [];
  if (kind === undefined || number === undefined || digits === undefined) return [];
  return [`${kind} số ${number}`, `${kind} ${digits}`, `${kind} số ${digits}`];
}
