import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { texts } from "../../src/answering/texts.ts";

const FOLDER = "src/answering";
const sources = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, code: readFileSync(`${FOLDER}/${name}`, "utf8") }));

/** Message ids with the variables that they take. */
function messagesOf(language: "vi" | "en"): Map<string, string[]> {
  const lines = readFileSync(`${FOLDER}/texts/${language}.ftl`, "utf8").split("\n");
  const messages = new Map<string, string[]>();
  let id = "";
  for (const line of lines) {
    const start = /^([a-zA-Z][\w-]*) =/u.exec(line)?.[1];
    if (start !== undefined) {
      expect(messages.has(start), `${start} stands twice in ${language}.ftl`).toBe(false);
      id = start;
      messages.set(id, []);
    }
    for (const [, name = ""] of line.matchAll(/\$([\w-]+)/gu)) messages.get(id)?.push(name);
  }
  for (const [key, names] of messages) messages.set(key, [...new Set(names)].sort());
  return messages;
}
const vi = messagesOf("vi");
const en = messagesOf("en");

/** Ids said in the code: whole ones, and the beginnings of those that end in a value («role-${role}»). */
const said = sources.flatMap(({ name, code }) =>
  [
    ...code.matchAll(
      /(?<!(?:faults|levels)\.)\b(?:say|add)\(\s*(?:[^"`(),]*\? )?(["`])([a-z][a-z-]*)(\$\{)?/gu,
    ),
  ].map(([, , id = "", open]) => ({
    name,
    id,
    isStem: open !== undefined,
  })),
);

describe("the assistant's own sentences", () => {
  it("are the same ones in both languages, with the same values", () => {
    expect([...en.keys()]).toEqual([...vi.keys()]);
    for (const [id, names] of vi) expect([id, en.get(id)]).toEqual([id, names]);
  });

  it("hold every one that the code says", () => {
    expect(said.length).toBeGreaterThan(60);
    const missing = said.filter(({ id, isStem }) =>
      isStem ? ![...vi.keys()].some((key) => key.startsWith(id)) : !vi.has(id),
    );
    expect(missing).toEqual([]);
  });

  it("are all said somewhere", () => {
    const code = sources.map((source) => source.code).join("\n");
    const stems = said.filter(({ isStem }) => isStem).map(({ id }) => id);
    const unused = [...vi.keys()].filter(
      (id) => !code.includes(`"${id}"`) && !stems.some((stem) => id.startsWith(stem)),
    );
    expect(unused).toEqual([]);
  });

  it.each(["vi", "en"] as const)("%s: can be said, with every value in its place", (language) => {
    for (const [id, names] of language === "vi" ? vi : en) {
      const values = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
      const words = texts[language](id, values);
      expect(words, id).not.toMatch(/\{|\}|undefined|null/u);
      for (const name of names) expect(words, id).toContain(`<${name}>`);
    }
  });

  it("throw where a value is wanting, and where there is no such message", () => {
    expect(() => texts.vi("year-not-set")).toThrow();
    expect(() => texts.vi("no-such-message")).toThrow(/no-such-message/u);
  });

  it.each(["vi", "en"] as const)(
    "%s: hold no word of the workshop and no figure of a programme",
    (language) => {
      const file = readFileSync(`${FOLDER}/texts/${language}.ftl`, "utf8");
      expect(file).not.toMatch(/null|undefined|TODO|lorem|sqlite|token|JSON/iu);
      expect(file).not.toMatch(/\d+\s?%/u);
    },
  );
});
