import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { openStore } from "../../src/operations/open-store.ts";
import type { Store } from "../../src/operations/open-store.ts";
import { reviewDocument } from "../../src/operations/review-document.ts";
import type { ReviewTopic } from "../../src/operations/review-item.ts";
import { silentLogger } from "../../src/shared/logger.ts";
import { caught } from "../doubles/catch-error.ts";
import { smallCorpus, temporaryDirectory, writeTree } from "../doubles/small-corpus.ts";

const DECISION = readFileSync("tests/fixtures/ingest/quyet-dinh.md", "utf8");
const PLAN = `KẾ HOẠCH

cấp nước sạch

I. MỤC TIÊU

- Phấn đấu đến năm 2030, tỷ lệ hộ dân được sử dụng nước sạch đạt 98%.
- Tỷ lệ rác thải được thu gom đạt 950%.

II. TỔ CHỨC THỰC HIỆN

Thực hiện Nghị quyết số 42-NQ/TW ngày 24/11/2023.
`;

async function open(corpusDirectory: string): Promise<Store> {
  const store = await openStore({
    corpusDirectory,
    dataDirectory: temporaryDirectory(),
    logger: silentLogger,
  });
  onTestFinished(() => {
    store.close();
  });
  return store;
}

const corpus = (): string =>
  smallCorpus({
    "qd/source.md": DECISION,
    "qd/document.yaml": "locality: an-phu\n",
    "ke-hoach/source.txt": PLAN,
    "ke-hoach/document.yaml": "locality: null\n",
    "hong/source.txt": "",
    "hong/document.yaml": "locality: null\n",
  });

describe("a review", () => {
  test("lists, topic by topic, what a person has to settle, each with its place", async () => {
    const items = reviewDocument("ke-hoach", await open(corpus()));
    const of = (topic: ReviewTopic) => items.filter((item) => item.topic === topic);
    expect(of("place")).toHaveLength(1);
    expect(of("figure")).toMatchObject([{ what: expect.stringContaining("950%") as string, line: 8 }]);
    expect(of("blank").map(({ remedy }) => remedy?.yaml.split(":")[0])).toEqual(
      expect.arrayContaining(["number", "date", "issuer"]),
    );
    expect(of("indicator").length).toBeGreaterThanOrEqual(2);
    expect(of("reference")).toMatchObject([
      { what: expect.stringContaining("42-NQ/TW") as string, line: 12 },
    ]);
  });

  test("proposes wordings of two documents as one indicator, and merges nothing", async () => {
    const store = await open(corpus());
    const [same] = reviewDocument("ke-hoach", store).filter(({ topic }) => topic === "same-indicator");
    expect(same?.what).toMatch(/nước sạch.*«qd»/u);
    const [entry] = parse(same?.remedy?.yaml ?? "") as {
      id: string;
      name: { vi: string };
      synonyms: { vi: string[] };
    }[];
    expect(entry?.name.vi).toContain("nước sạch");
    expect(entry?.id).toMatch(/^[a-z0-9-]+$/u);
    expect(
      store.facts.targets({ documents: ["ke-hoach", "qd"] }).every(({ indicator }) => indicator === null),
    ).toBe(true);
  });

  test("gives a correction that, put into the manifest, settles the figure", async () => {
    const directory = corpus();
    const [odd] = reviewDocument("ke-hoach", await open(directory)).filter(({ topic }) => topic === "figure");
    expect(odd?.remedy?.file).toBe("corpus/ke-hoach/document.yaml");
    const corrected = (odd?.remedy?.yaml ?? "").replace("value: 950", "value: 95");
    writeTree(directory, { "ke-hoach/document.yaml": `locality: null\n${corrected}` });
    const store = await open(directory);
    expect(store.facts.targets({ documents: ["ke-hoach"] }).map(({ value }) => value)).toEqual([98, 95]);
    expect(reviewDocument("ke-hoach", store).filter(({ topic }) => topic === "figure")).toEqual([]);
  });

  test("gives an entry for the lexicon that, put there, names the indicator", async () => {
    const directory = corpus();
    const nameless = reviewDocument("ke-hoach", await open(directory)).filter(
      ({ topic }) => topic === "indicator",
    );
    const waste = nameless.find(({ what }) => what.includes("rác thải"));
    expect(waste?.remedy?.file).toBe("corpus/indicators.yaml");
    const lexicon = join(directory, "indicators.yaml");
    writeTree(directory, {
      "indicators.yaml": `${readFileSync(lexicon, "utf8")}${waste?.remedy?.yaml ?? ""}\n`,
    });
    const targets = (await open(directory)).facts.targets({ documents: ["ke-hoach"] });
    expect(targets.filter(({ indicator }) => indicator !== null)).toHaveLength(1);
  });

  test("of a document that could not be read says why; of an unknown key, which there are", async () => {
    const store = await open(corpus());
    expect(reviewDocument("hong", store)).toMatchObject([
      { topic: "unread", what: expect.stringContaining("rỗng") as string },
    ]);
    expect(await caught(() => reviewDocument("none", store))).toMatchObject({
      code: "USAGE",
      remedy: expect.stringContaining("ke-hoach") as string,
    });
  });
});
