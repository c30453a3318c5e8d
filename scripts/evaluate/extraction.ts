import { readdir, readFile } from "node:fs/promises";
import type { ParsedDocument } from "../../src/corpus/document.ts";
import { visitProvisions } from "../../src/corpus/visit-provisions.ts";
import { foldText, toNfc } from "../../src/shared/vietnamese-text.ts";
import type { GoldFrontMatter } from "./check-front-matter.ts";
import { checkFrontMatter } from "./check-front-matter.ts";
import type { ComparableAssignment } from "./match-assignments.ts";
import { matchAssignments } from "./match-assignments.ts";
import type { ComparableTarget } from "./match-targets.ts";
import { matchTargets } from "./match-targets.ts";
import { readFixture } from "./read-fixture.ts";

const ROOT = new URL("../../", import.meta.url);
/** Gates of the three programmes. */
const LEAST_TARGET_F1 = 0.95;
const LEAST_ASSIGNMENT_F1 = 0.9;
const LEAST_STRUCTURE_F1 = 0.95;

interface GoldOutline extends GoldFrontMatter {
  readonly key: string;
  readonly outline: readonly { readonly path: string; readonly heading: string }[];
}

interface GoldStructure {
  readonly source: string;
  readonly targets: readonly ComparableTarget[];
  readonly assignments: readonly ComparableAssignment[];
}

interface Tally {
  hits: number;
  gold: number;
  read: number;
}

const goldFile = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`tests/gold/${name}.json`, ROOT), "utf8")) as T;

const dense = (text: string): string => foldText(toNfc(text)).replace(/[^\p{L}\p{N}]+/gu, "");

/** The headings of the gold that stand at no provision of that path. */
function missedHeadings(gold: GoldOutline, parsed: ParsedDocument): string[] {
  const found = new Map<string, string>();
  visitProvisions(parsed.provisions, ({ path, number, type, ownSpan }) => {
    const words = dense(parsed.text.slice(ownSpan.start, ownSpan.end));
    if (number !== null && type !== "indent") found.set(path, words);
  });
  return gold.outline
    .filter(({ path, heading }) => found.get(path)?.includes(dense(heading).slice(0, 40)) !== true)
    .map(({ path }) => path);
}

function add(
  tally: Tally,
  matched: { hits: number; missed: readonly unknown[]; extra: readonly unknown[] },
): string {
  tally.hits += matched.hits;
  tally.gold += matched.hits + matched.missed.length;
  tally.read += matched.hits + matched.extra.length;
  return `${matched.hits}/${matched.hits + matched.missed.length} (+${matched.extra.length})`;
}

const f1 = ({ hits, gold, read }: Tally): number => (hits === 0 ? 0 : (2 * hits) / (gold + read));

/** Scores the project's own documents of every structure (tests/fixtures/reading); tells whether the gates hold. */
async function evaluateStructures(): Promise<boolean> {
  const folder = new URL("tests/fixtures/reading/", ROOT);
  const golds = (await readdir(folder)).filter((name) => name.endsWith(".gold.json"));
  const targets: Tally = { hits: 0, gold: 0, read: 0 };
  const assignments: Tally = { hits: 0, gold: 0, read: 0 };
  for (const name of golds) {
    const gold = JSON.parse(await readFile(new URL(name, folder), "utf8")) as GoldStructure;
    const read = await readFixture(new URL(gold.source, folder));
    const inTargets = matchTargets(gold.targets, read.targets);
    const inAssignments = matchAssignments(gold.assignments, read.assignments);
    add(targets, inTargets);
    add(assignments, inAssignments);
    const wrong = [...inTargets.missed, ...inTargets.extra, ...inAssignments.missed, ...inAssignments.extra];
    for (const { quote } of wrong) console.log(`${gold.source}: «${quote.slice(0, 90)}»`);
  }
  const [ofTargets, ofAssignments] = [f1(targets), f1(assignments)];
  console.log(
    `${golds.length} documents of other structures, F1: targets ${ofTargets.toFixed(3)}, assignments ${ofAssignments.toFixed(3)} (least ${LEAST_STRUCTURE_F1})`,
  );
  return ofTargets >= LEAST_STRUCTURE_F1 && ofAssignments >= LEAST_STRUCTURE_F1;
}

/**
 * Reads the three programmes of the corpus and scores them against tests/gold: headings and front matter (all must
 * be right), targets and assignments (F1). Prints the figures; tells whether the gates hold.
 */
export async function evaluateExtraction(): Promise<boolean> {
  const outlines = await goldFile<GoldOutline[]>("outline");
  const goldTargets = await goldFile<(ComparableTarget & { document: string })[]>("targets");
  const goldAssignments = await goldFile<(ComparableAssignment & { document: string })[]>("assignments");
  const targets: Tally = { hits: 0, gold: 0, read: 0 };
  const assignments: Tally = { hits: 0, gold: 0, read: 0 };
  let allRight = true;
  for (const gold of outlines) {
    const { key } = gold;
    const read = await readFixture(new URL(`corpus/${key}/source.txt`, ROOT));
    const ofKey = ({ document }: { document: string }): boolean => document === key;
    const inTargets = add(targets, matchTargets(goldTargets.filter(ofKey), read.targets));
    const inAssignments = add(assignments, matchAssignments(goldAssignments.filter(ofKey), read.assignments));
    const wrong = [
      ...missedHeadings(gold, read.parsed).map((path) => `heading ${path}`),
      ...checkFrontMatter(gold, read.parsed.frontMatter),
    ];
    allRight &&= wrong.length === 0;
    console.log(
      `${key}: targets ${inTargets}, assignments ${inAssignments}, headings and front matter ${wrong.length === 0 ? "right" : wrong.join("; ")}`,
    );
  }
  console.log(
    `F1: targets ${f1(targets).toFixed(3)} (least ${LEAST_TARGET_F1}), assignments ${f1(assignments).toFixed(3)} (least ${LEAST_ASSIGNMENT_F1})`,
  );
  const structures = await evaluateStructures();
  return structures && allRight && f1(targets) >= LEAST_TARGET_F1 && f1(assignments) >= LEAST_ASSIGNMENT_F1;
}
