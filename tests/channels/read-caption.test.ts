import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCaption } from "../../src/channels/read-caption.ts";

describe("a file's caption", () => {
  it.each([
    ["", {}],
    ["văn bản mới đây", {}],
    ["--key nq-42", { key: "nq-42", said: {} }],
    ["—key nq-42 –locality “Đức Phổ”", { key: "nq-42", locality: "Đức Phổ", said: {} }],
    [
      '--number "12-CTr/TU" --title="Chương trình hành động"',
      { said: { number: "12-CTr/TU", title: "Chương trình hành động" } },
    ],
    ["--khoa abc", null],
    ["--key", null],
    ["--key a b", null],
  ])("%s", (caption, said) => {
    expect(readCaption(caption)).toEqual(said);
  });

  it("may be anything at all", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("-", "—", " ", '"', "k", "=", "ế", "\n") }),
        (caption) => {
          readCaption(`--${caption}`);
        },
      ),
    );
    expect(readCaption("--")).toEqual({ said: {} });
  });
});
