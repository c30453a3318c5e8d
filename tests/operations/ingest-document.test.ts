import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commitIngest, planIngest } from "../../src/operations/ingest-document.ts";
import type { IngestPlan } from "../../src/operations/ingest-document.ts";
import { loadIngestSetting } from "../../src/operations/ingest-request.ts";
import type { IngestRequest } from "../../src/operations/ingest-request.ts";
import { openStore } from "../../src/operations/open-store.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { caught } from "../doubles/catch-error.ts";
import { smallCorpus, temporaryDirectory, writeTree } from "../doubles/small-corpus.ts";

const DECISION = readFileSync("tests/fixtures/ingest/quyet-dinh.md");
const NEWER = new TextEncoder().encode(
  DECISION.toString("utf8")
    .replace("dưới 1%", "dưới 0,8%")
    .replace("b) Khu vực nông thôn đạt 90%.", "b) Trồng mới 300 ha rừng."),
);

async function ingest(
  corpus: string,
  bytes: Uint8Array,
  more: Partial<IngestRequest> = {},
): Promise<IngestPlan> {
  const setting = loadIngestSetting(corpus);
  const plan = await planIngest({ bytes, fileName: "Quyết định.MD", ...more }, setting);
  commitIngest(plan, setting);
  return plan;
}

/** Every file of a directory with its content. */
function treeOf(directory: string, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(directory, prefix), { withFileTypes: true }).flatMap((entry) => {
      const path = join(prefix, entry.name);
      return entry.isDirectory()
        ? Object.entries(treeOf(directory, path))
        : [[path, readFileSync(join(directory, path), "latin1")]];
    }),
  );
}

describe("a file that is handed in", () => {
  test("becomes a folder with the file's own bytes and a manifest of what was read", async () => {
    const corpus = smallCorpus();
    const { key, effect, read } = await ingest(corpus, DECISION);
    expect(effect.kind).toBe("added");
    expect(key).toBe("qd-7-ubnd-an-phu-2024");
    expect(readdirSync(join(corpus, key)).sort()).toEqual(["document.yaml", "source.md"]);
    expect(readFileSync(join(corpus, key, "source.md")).equals(DECISION)).toBe(true);
    expect(read.document).toMatchObject({
      number: "7/QĐ-UBND",
      status: "issued",
      locality: "an-phu",
      isSummary: false,
    });
    expect(readdirSync(corpus).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("is in the store when that is opened again, and its targets with it", async () => {
    const [corpus, dataDirectory] = [smallCorpus(), temporaryDirectory()];
    const { key, read } = await ingest(corpus, DECISION);
    const store = await openStore({ corpusDirectory: corpus, dataDirectory, logger: silentLogger });
    expect(store.documents.get(key)).toEqual(read.document);
    expect(store.facts.targets({ documents: [key] })).toEqual(read.targets);
    expect(read.targets.length).toBeGreaterThan(2);
    store.close();
  });

  test("and handed in again changes nothing, under whatever name", async () => {
    const corpus = smallCorpus();
    const { key } = await ingest(corpus, DECISION);
    const before = treeOf(corpus);
    const again = await ingest(corpus, DECISION, { fileName: "bản sao.md" });
    expect(again).toMatchObject({ key, effect: { kind: "unchanged" } });
    expect(treeOf(corpus)).toEqual(before);
  });

  test("is planned without a byte written", async () => {
    const corpus = smallCorpus();
    const before = treeOf(corpus);
    await planIngest({ bytes: DECISION, fileName: "a.md" }, loadIngestSetting(corpus));
    expect(treeOf(corpus)).toEqual(before);
  });

  test("takes what is said about it into the manifest, over what was read, also afterwards", async () => {
    const corpus = smallCorpus();
    const said = { issuer: "UBND thị xã An Phú", number: "7a/QĐ-UBND" };
    const { key, read } = await ingest(corpus, DECISION, { key: "nuoc-sach", locality: "national", said });
    expect(key).toBe("nuoc-sach");
    expect(read.document).toMatchObject({ ...said, locality: null });
    const again = await ingest(corpus, DECISION, { key, locality: "Thị xã An Phú" });
    expect(again.effect.kind).toBe("corrected");
    expect(readFileSync(join(corpus, key, "document.yaml"), "utf8")).toMatch(/^locality: an-phu$/mu);
    expect(readFileSync(join(corpus, key, "document.yaml"), "utf8")).toContain("7a/QĐ-UBND");
  });
});

describe("a newer version", () => {
  test("replaces the document and keeps the older one as replaced, with the difference of their targets", async () => {
    const [corpus, dataDirectory] = [smallCorpus(), temporaryDirectory()];
    const first = await ingest(corpus, DECISION);
    const second = await ingest(corpus, NEWER);
    expect(second.key).toBe(first.key);
    if (second.effect.kind !== "replaced") throw new Error(second.effect.kind);
    const { keptAs, difference } = second.effect.previous;
    expect(keptAs).toBe(`${first.key}-v1`);
    expect(difference?.changed.map(({ before, after }) => [before.value, after.value])).toContainEqual([
      1, 0.8,
    ]);
    expect(difference?.added.map(({ value, unit }) => `${String(value)} ${String(unit)}`)).toEqual([
      "300 ha",
    ]);
    expect(difference?.removed.map(({ value }) => value)).toEqual([90]);
    const store = await openStore({ corpusDirectory: corpus, dataDirectory, logger: silentLogger });
    expect(store.documents.get(keptAs)).toMatchObject({ status: "replaced", number: "7/QĐ-UBND" });
    expect(store.documents.text(keptAs)).toContain("dưới 1%");
    expect(store.documents.get(first.key)?.status).toBe("issued");
    expect(store.documents.text(first.key)).toContain("dưới 0,8%");
    store.close();
    expect((await ingest(corpus, DECISION, { key: first.key })).effect).toMatchObject({
      previous: { keptAs: `${first.key}-v2` },
    });
  });

  test("takes over the corrections whose words it holds, and leaves the others with the older one", async () => {
    const corpus = smallCorpus();
    const { key } = await ingest(corpus, DECISION);
    const manifest = join(corpus, key, "document.yaml");
    const corrections = `targets:
    - { at: nước sạch đạt 95%, indicator: clean-water }
    - { at: nông thôn đạt 90%, drop: true }`;
    writeTree(corpus, {
      [`${key}/document.yaml`]: readFileSync(manifest, "utf8").replace("targets: []", corrections),
    });
    const plan = await ingest(corpus, NEWER);
    expect(plan.effect).toMatchObject({ kind: "replaced", previous: { correctionsLeft: 1 } });
    expect(plan.read.targets.filter(({ indicator }) => indicator === "clean-water")).toHaveLength(1);
    expect(readFileSync(manifest, "utf8")).toContain("nước sạch đạt 95%");
    expect(readFileSync(manifest, "utf8")).not.toContain("nông thôn đạt 90%");
  });

  test("of a digest is the original: it is no summary any more, and governs what the digest did", async () => {
    const digest =
      "title: Bản tóm lược\nkind: decision\nlocality: null\nisSummary: true\nstatus: issued\nnote: Tóm lược.\n";
    const corpus = smallCorpus({ "goc/document.yaml": digest, "goc/source.md": "Tóm lược.\n" });
    const { effect, read } = await ingest(corpus, DECISION, { key: "goc" });
    expect(effect.kind).toBe("replaced");
    expect(read.document).toMatchObject({ isSummary: false, note: null, locality: null });
    expect(readFileSync(join(corpus, "goc-v1/document.yaml"), "utf8")).toMatch(/tóm lược.*Tóm lược\./su);
  });

  test("under a key that was not named is asked about, not guessed", async () => {
    const corpus = smallCorpus({
      "nuoc-sach/source.txt": "cũ\n",
      "nuoc-sach/document.yaml":
        "kind: decision\nnumber: 7/QĐ-UBND\nissuer: ỦY BAN NHÂN DÂN THỊ XÃ AN PHÚ\nlocality: an-phu\n",
    });
    const error = await caught(() => ingest(corpus, DECISION));
    expect(error).toMatchObject({
      code: "USAGE",
      remedy: expect.stringMatching(/--key nuoc-sach.*--key qd-7/u) as string,
    });
  });
});

describe("what cannot be used", () => {
  test.each(["../ngoài", "Khoá", "a/b", "versions"])("the key «%s» is refused", async (key) => {
    expect(await caught(() => ingest(smallCorpus(), DECISION, { key }))).toMatchObject({
      code: "USAGE",
      where: "--key",
    });
  });

  test("an unknown locality is refused with the nearest names", async () => {
    const unknown = await caught(() => ingest(smallCorpus(), DECISION, { locality: "thi xa An Phuc" }));
    expect(unknown).toMatchObject({
      code: "LOCALITY_UNKNOWN",
      remedy: expect.stringContaining("an-phu (Thị xã An Phú, Tỉnh Nam Sơn)") as string,
    });
  });

  test.each([
    ["an empty file", new Uint8Array(), "DOCUMENT_UNREADABLE"],
    ["an archive", new TextEncoder().encode("Rar!\u001a\u0007\u0000"), "DOCUMENT_UNSUPPORTED"],
  ])("%s is refused and the corpus stays as it is", async (_, bytes, code) => {
    const corpus = smallCorpus();
    const before = treeOf(corpus);
    expect(await caught(() => ingest(corpus, bytes))).toMatchObject({ code });
    expect(treeOf(corpus)).toEqual(before);
  });

  test("a plan that the corpus has overtaken is not carried out", async () => {
    const corpus = smallCorpus();
    const setting = loadIngestSetting(corpus);
    const plan = await planIngest({ bytes: DECISION, fileName: "a.md" }, setting);
    mkdirSync(join(corpus, plan.key));
    expect(
      await caught(() => {
        commitIngest(plan, setting);
      }),
    ).toMatchObject({ code: "USAGE" });
    expect(existsSync(join(corpus, plan.key, "source.md"))).toBe(false);
  });
});
