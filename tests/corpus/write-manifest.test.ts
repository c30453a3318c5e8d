import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FrontMatter } from "../../src/corpus/document.ts";
import { readManifest } from "../../src/corpus/read-manifest.ts";
import type { Manifest } from "../../src/corpus/read-manifest.ts";
import { editManifest, writeManifest } from "../../src/corpus/write-manifest.ts";
import { temporaryDirectory, writeTree } from "../doubles/small-corpus.ts";

const read: FrontMatter = {
  title: "Kế hoạch: «phát triển» # nhà ở",
  kind: "plan",
  number: null,
  numberAsPrinted: "-KH/TU",
  date: "tháng 3 năm 2024",
  dateIsComplete: false,
  issuer: "Thị ủy An Phú",
  place: null,
  signatory: null,
  signatoryTitle: null,
  signedFor: "T/M BAN THƯỜNG VỤ",
  status: "draft",
  implements: [{ kind: "resolution", number: "42-NQ/TW", title: null, date: null, issuer: null, span: null }],
  alsoCites: [],
  recipients: [],
  spans: {},
};
const said: Manifest = {
  locality: "an-phu",
  isSummary: false,
  note: null,
  corrections: { targets: [], assignments: [] },
};
const remarks = { fileName: "kế\nhoạch.pdf", sha256: "ab12", locality: "theo cơ quan ban hành" };

function parse(yaml: string): Manifest {
  const directory = temporaryDirectory();
  writeTree(directory, { "document.yaml": yaml });
  return readManifest(join(directory, "document.yaml")).value;
}

describe("a manifest that is written", () => {
  const yaml = writeManifest(read, said, remarks);

  test("says what was read and is valid", () => {
    expect(parse(yaml)).toMatchObject({
      ...said,
      title: read.title,
      kind: "plan",
      status: "draft",
      signedFor: read.signedFor,
    });
  });

  test("says what is blank, how the locality is known, what the file was, and how to correct it", () => {
    expect(yaml).toMatch(/^number: null # để trống: «Số: -KH\/TU»$/mu);
    expect(yaml).toMatch(/^signatory: null # không thấy trong văn bản$/mu);
    expect(yaml).toMatch(/^locality: an-phu # theo cơ quan ban hành$/mu);
    expect(yaml).toMatch(/«kế hoạch\.pdf», SHA-256 ab12/u);
    expect(yaml).toMatch(/^# Sửa chỉ tiêu/mu);
    expect(yaml).toContain("42-NQ/TW");
  });

  test("takes what a person said over what was read", () => {
    expect(
      parse(writeManifest(read, { ...said, number: "5-KH/TU", status: "issued" }, remarks)),
    ).toMatchObject({
      number: "5-KH/TU",
      status: "issued",
    });
  });

  test("is read back as it was written, whatever the words", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(words, words, (title, issuer) => {
        const value = parse(writeManifest({ ...read, title, issuer }, said, { ...remarks, fileName: title }));
        expect(value.title).toBe(title.normalize("NFC").trim());
        expect(value.issuer).toBe(issuer.normalize("NFC").trim());
      }),
      { numRuns: 60 },
    );
  });

  test("keeps its comments and corrections when values are changed", () => {
    const edited = editManifest(yaml, { status: "replaced", note: "Đã thay." });
    expect(parse(edited)).toMatchObject({ status: "replaced", note: "Đã thay.", title: read.title });
    expect(edited).toContain("# để trống: «Số: -KH/TU»");
    expect(edited).not.toContain("draft (dự thảo)");
  });
});
