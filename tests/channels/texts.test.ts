import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languageOf, textsFor } from "../../src/channels/texts.ts";

const read = (path: string): string => readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8");
const idsOf = (language: string): string[] =>
  [...read(`channels/texts/${language}.ftl`).matchAll(/^([\w-]+) =/gm)].map(([, id]) => id ?? "");

describe("the channels' sentences", () => {
  it("are the same ones in both languages", () => {
    expect(idsOf("en")).toEqual(idsOf("vi"));
    expect(idsOf("ingest/en")).toEqual(idsOf("ingest/vi"));
    expect(idsOf("ingest/vi").length).toBeGreaterThan(30);
    expect(Object.keys(textsFor("en"))).toEqual(Object.keys(textsFor("vi")));
  });

  it("hold one for every error code", () => {
    const union = /AppErrorCode =([^;]+);/.exec(read("shared/app-error.ts"))?.[1] ?? "";
    const codes = [...union.matchAll(/"(\w+)"/g)].map(([, code]) => code ?? "");
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes) expect(textsFor("vi").error(code as "INTERNAL")).not.toBe("");
  });

  it("have their values put in", () => {
    expect(textsFor("vi").chooseLocality("Đức Phổ")).toBe(
      "Địa bàn hiện tại: Đức Phổ.\nBạn muốn đổi sang địa bàn nào?",
    );
    expect(textsFor("en").page(3)).toBe("page 3");
  });

  it.each([
    ["en", "en"],
    ["en-GB", "en"],
    ["vi", "vi"],
    ["enm", "vi"],
    [undefined, "vi"],
  ])("are chosen by the client's language: %s → %s", (code, language) => {
    expect(languageOf(code)).toBe(language);
  });
});
