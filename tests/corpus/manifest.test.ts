import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FrontMatter } from "../../src/corpus/document.ts";
import { listFolders } from "../../src/corpus/list-folders.ts";
import { applyManifest, readManifest, sameNumber } from "../../src/corpus/read-manifest.ts";
import { caught } from "../doubles/catch-error.ts";
import { temporaryDirectory, writeTree } from "../doubles/small-corpus.ts";

function manifestOf(yaml: string) {
  const directory = temporaryDirectory();
  writeTree(directory, { "document.yaml": yaml });
  return readManifest(join(directory, "document.yaml")).value;
}

const read: FrontMatter = {
  title: "chương trình",
  kind: "plan",
  number: "12-KH/TU",
  numberAsPrinted: "12-KH/TU",
  date: "ngày 1 tháng 2 năm 2024",
  dateIsComplete: true,
  issuer: "Thị ủy",
  place: "An Phú",
  signatory: "Nguyễn Văn A",
  signatoryTitle: null,
  signedFor: null,
  status: "issued",
  implements: [
    {
      kind: "resolution",
      title: null,
      number: "42/NQ/TW",
      date: null,
      issuer: null,
      span: { start: 5, end: 9 },
    },
  ],
  alsoCites: [],
  recipients: ["Lưu VT"],
  spans: { number: { start: 1, end: 3 } },
};

describe("a manifest", () => {
  test("wins over what was read; null says that a place is blank; what it does not mention stays", () => {
    const document = applyManifest(
      "an-phu",
      { frontMatter: read, format: "text" },
      manifestOf("locality: an-phu\nstatus: draft\nnumber: null\nissuer: Thị ủy An Phú\nnote: Dự thảo.\n"),
    );
    expect(document).toMatchObject({
      key: "an-phu",
      locality: "an-phu",
      status: "draft",
      number: null,
      issuer: "Thị ủy An Phú",
      title: "chương trình",
      signatory: "Nguyễn Văn A",
      recipients: ["Lưu VT"],
      note: "Dự thảo.",
      isSummary: false,
    });
  });

  test("gives its superior documents the place where the text names them", () => {
    const { implements: superiors } = applyManifest(
      "an-phu",
      { frontMatter: read, format: "text" },
      manifestOf(
        "locality: null\nimplements:\n  - { kind: resolution, number: 42-NQ/TW }\n  - { kind: plan, number: 1-KH/TW }\n",
      ),
    );
    expect(superiors.map(({ number, span }) => [number, span])).toEqual([
      ["42-NQ/TW", { start: 5, end: 9 }],
      ["1-KH/TW", null],
    ]);
  });

  test("has to say its locality", async () => {
    const error = await caught(() => manifestOf("title: Không có địa bàn\n"));
    expect(error).toMatchObject({
      code: "MANIFEST_INVALID",
      where: expect.stringContaining("document.yaml:1") as string,
    });
  });

  test.each([
    ["locality: null\nstatus: finished\n", 2],
    ["locality: null\ntitel: Sai chữ\n", 2],
    ["locality: null\ncorrections:\n  targets:\n    - value: 3\n", 4],
    ["locality: null\ncorrections:\n  targets:\n    - at: Tỷ lệ\n      deadline: 30\n", 5],
  ])("that is not valid is refused with its line: %j", async (yaml, line) => {
    expect(await caught(() => manifestOf(yaml))).toMatchObject({
      code: "MANIFEST_INVALID",
      where: expect.stringMatching(new RegExp(`document\\.yaml:${line}$`)) as string,
    });
  });
});

test("numbers of documents are the same whatever stands between their parts", () => {
  expect(sameNumber("42/NQ/TW", "42-NQ/TW")).toBe(true);
  expect(sameNumber("43-Ctr/TU", "43-CTr/TU")).toBe(true);
  expect(sameNumber("42-NQ/TW", "4-NQ/TW")).toBe(false);
});

describe("the corpus that ships", () => {
  const manifests = Object.fromEntries(
    listFolders("corpus").map(({ key, manifestFile }) => [key, readManifest(manifestFile).value]),
  );

  test("says of each document what it is worth", () => {
    expect(manifests["duc-pho"]).toMatchObject({
      status: "draft",
      number: null,
      signatory: null,
      locality: "duc-pho",
    });
    expect(manifests["phuong-tu-son"]).toMatchObject({ status: "unknown", number: null, date: null });
    expect(manifests["ha-tinh"]).toMatchObject({ status: "unknown", number: null, dateIsComplete: false });
    expect(manifests["nq-42"]).toMatchObject({ isSummary: true, locality: null, number: "42-NQ/TW" });
  });

  test("tells the reader of every draft, blank and summary in a note", () => {
    for (const manifest of Object.values(manifests))
      expect(manifest.note).toMatch(/trống|không ghi|tóm lược/);
  });
});

test("a missing corpus directory is told as such", async () => {
  expect(await caught(() => listFolders(join(temporaryDirectory(), "none")))).toMatchObject({
    code: "CORPUS_MISSING",
  });
});
