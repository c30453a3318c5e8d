import { describe, expect, it } from "vitest";
import { parseHtml } from "./bot-api/parse-html.ts";

describe("the double's HTML", () => {
  it("reads text and entities", () => {
    expect(parseHtml("<b>1 &lt; 2</b> &amp; <blockquote expandable>«a»</blockquote>")).toEqual({
      text: "1 < 2 & «a»",
      entities: [
        { type: "bold", offset: 0, length: 5 },
        { type: "expandable_blockquote", offset: 8, length: 3 },
      ],
    });
  });

  it.each([
    "a < b",
    "a > b",
    "a & b",
    "&nbsp;",
    "<p>a</p>",
    "<b>a",
    "a</b>",
    "<b><i>a</b></i>",
    "<blockquote wide>a</blockquote>",
    "<blockquote><blockquote>a</blockquote></blockquote>",
    "<br>",
  ])("refuses %s", (html) => {
    expect(() => parseHtml(html)).toThrow("can't parse entities");
  });
});
