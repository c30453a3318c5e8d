import { readFileSync } from "node:fs";
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Language } from "./answer.ts";

/** Says a message of texts/*.ftl in one language. */
export type Say = (id: string, values?: Record<string, FluentVariable>) => string;

/**
 * Loads the wordings of one language.
 * @throws Error where the file breaks off or a message is missing or lacks a value: a fault of the program, not of a user.
 */
function loadTexts(language: Language): Say {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const source = readFileSync(new URL(`./texts/${language}.ftl`, import.meta.url), "utf8");
  const faults = bundle.addResource(new FluentResource(source));
  if (faults.length > 0) throw faults[0] ?? new Error(`texts/${language}.ftl`);
  return (id, values = {}) => {
    const pattern = bundle.getMessage(id)?.value;
    if (pattern === undefined || pattern === null)
      throw new Error(`texts/${language}.ftl has no message «${id}»`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, values, errors);
    if (errors[0] !== undefined) throw errors[0];
    return text;
  };
}

export const texts: Readonly<Record<Language, Say>> = { vi: loadTexts("vi"), en: loadTexts("en") };
