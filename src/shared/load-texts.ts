import { readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";

/** Says a message of one language (projectfluent.org), with its values put in. */
export type Say = (id: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Loads `<language>.ftl` of a folder. `Say` throws where a message is missing or lacks a value: that is a fault
 * of the program, not of a user.
 */
export function loadTexts(folder: URL, language: string): Say {
  const file = new URL(`${language}.ftl`, folder);
  const bundle = new FluentBundle(language, { useIsolating: false });
  const [fault] = bundle.addResource(new FluentResource(readFileSync(file, "utf8")));
  if (fault !== undefined) throw fault;
  return (id, values = {}) => {
    const pattern = bundle.getMessage(id)?.value ?? null;
    if (pattern === null) throw new Error(`${language}.ftl has no message «${id}»`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, values, errors);
    if (errors[0] !== undefined) throw errors[0];
    return text;
  };
}
