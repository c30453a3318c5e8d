import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { matchAssignments } from "../../scripts/evaluate/match-assignments.ts";
import type { ComparableAssignment } from "../../scripts/evaluate/match-assignments.ts";
import { matchTargets } from "../../scripts/evaluate/match-targets.ts";
import type { ComparableTarget } from "../../scripts/evaluate/match-targets.ts";
import { readFixture } from "../../scripts/evaluate/read-fixture.ts";
import { visitProvisions } from "../../src/corpus/visit-provisions.ts";

interface Gold {
  readonly source: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly outline: readonly { readonly path: string; readonly heading: string }[];
  readonly messages?: readonly string[];
  readonly targets: readonly ComparableTarget[];
  readonly assignments: readonly ComparableAssignment[];
}

const FOLDER = new URL("../fixtures/reading/", import.meta.url);
const golds = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".gold.json"))
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as Gold);

describe.each(golds)("$source", (gold) => {
  test("its targets are read, and nothing else is taken for one", async () => {
    const { targets } = await readFixture(new URL(gold.source, FOLDER));
    const { missed, extra } = matchTargets(gold.targets, targets);
    expect({ missed, extra: extra.map(({ quote }) => quote) }).toEqual({ missed: [], extra: [] });
  });

  test("its assignments are read, and no others", async () => {
    const { assignments } = await readFixture(new URL(gold.source, FOLDER));
    const { missed, extra } = matchAssignments(gold.assignments, assignments);
    expect({ missed, extra: extra.map(({ quote }) => quote) }).toEqual({ missed: [], extra: [] });
  });

  test("its front matter and headings stand where they are printed", async () => {
    const { parsed } = await readFixture(new URL(gold.source, FOLDER));
    const words = new Map<string, string>();
    visitProvisions(parsed.provisions, ({ path, number, type, ownSpan }) => {
      if (number !== null || type === "appendix")
        words.set(path, parsed.text.slice(ownSpan.start, ownSpan.end));
    });
    expect(parsed.frontMatter).toMatchObject(gold.frontMatter);
    for (const { path, heading } of gold.outline) expect(words.get(path)).toContain(heading);
    const rules = parsed.messages.map(({ rule }) => rule);
    for (const rule of gold.messages ?? []) expect(rules).toContain(rule);
  });
});
