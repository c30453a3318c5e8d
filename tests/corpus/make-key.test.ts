import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isValidKey, makeKey, toSlug, uniqueKey } from "../../src/corpus/make-key.ts";

describe("a document's key", () => {
  test.each([
    ["kh-12-ubnd-an-phu-2025", "plan", "12/KH-UBND", "An Phú", "ngày 3 tháng 4 năm 2025"],
    ["vb-17-2025-nd-cp", "other", "17/2025/NĐ-CP", null, "ngày 3 tháng 4 năm 2025"],
    ["nd-17-2025-cp", "decree", "17/2025/NĐ-CP", null, "ngày 3 tháng 4 năm 2025"],
    ["luat-9-2024-qh15", "law", "9/2024/QH15", null, null],
  ] as const)("is %s of kind, number, place and year", (key, kind, number, place, date) => {
    expect(makeKey({ kind, number, issuer: null, date }, place, "tệp.pdf")).toBe(key);
  });

  test("without a number is made of kind, issuer and year; without either, of the file's name", () => {
    const blank = { kind: "action-programme", number: null, date: "tháng 3 năm 2024" } as const;
    expect(makeKey({ ...blank, issuer: "Thị ủy An Phú" }, null, "x.pdf")).toBe("ctr-thi-uy-an-phu-2024");
    expect(makeKey({ ...blank, issuer: null }, null, "Chương trình (bản 2).PDF")).toBe("chuong-trinh-ban-2");
    expect(makeKey({ ...blank, issuer: null }, null, "….pdf")).toBe("ctr");
  });

  test("is always one that can be a folder", () => {
    const text = fc.option(fc.string({ unit: "grapheme", maxLength: 120 }));
    fc.assert(
      fc.property(text, text, text, fc.string(), (number, issuer, place, file) => {
        expect(isValidKey(makeKey({ kind: "other", number, issuer, date: null }, place, file))).toBe(true);
      }),
    );
  });

  test.each(["../lên", "Đức-Phổ", "a/b", "", "-a", "a--b", "versions", "a".repeat(65)])(
    "cannot be «%s»",
    (key) => {
      expect(isValidKey(key)).toBe(false);
    },
  );

  test("that is taken gets the first free number", () => {
    expect(uniqueKey("a", (key) => ["a", "a-2"].includes(key))).toBe("a-3");
  });
});

test("a slug is ASCII, whatever the marks", () => {
  expect(toSlug("Nghị quyết «Đổi mới» số 42/NQ-TW")).toBe("nghi-quyet-doi-moi-so-42-nq-tw");
});
