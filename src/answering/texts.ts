import { loadTexts, type Say } from "../shared/load-texts.ts";
import type { Language } from "./answer.ts";

export type { Say };

const folder = new URL("./texts/", import.meta.url);

/** The assistant's own sentences, from `texts/*.ftl`. */
export const texts: Readonly<Record<Language, Say>> = {
  vi: loadTexts(folder, "vi"),
  en: loadTexts(folder, "en"),
};
