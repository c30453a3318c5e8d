import type { DocumentReference, FrontMatter } from "../../src/corpus/document.ts";
import { foldText, normaliseTonePlacement, toNfc } from "../../src/shared/vietnamese-text.ts";

interface GoldReference {
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly title?: string;
}

/** A document's front matter as tests/gold/outline.json has it. */
export interface GoldFrontMatter {
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string;
  readonly place: string | null;
  readonly signatory: string | null;
  readonly signatory_title?: string;
  readonly signed_for?: string;
  readonly status: string;
  readonly implements: readonly GoldReference[];
  readonly also_cites: readonly GoldReference[];
}

const dense = (text: string | null): string =>
  foldText(normaliseTonePlacement(toNfc(text ?? ""))).replace(/[^\p{L}\p{N}]+/gu, "");
const figures = (text: string | null): string => (text?.match(/\d+/g) ?? []).map(Number).join(".");

function finds(references: readonly DocumentReference[], gold: GoldReference): boolean {
  return references.some((read) => {
    if (gold.number !== null) {
      const same = dense(read.number) === dense(gold.number);
      return (
        same &&
        (gold.date === null || figures(read.date) === figures(gold.date)) &&
        (gold.issuer === null || dense(read.issuer) === dense(gold.issuer))
      );
    }
    const words = dense(gold.title ?? gold.issuer);
    return dense(`${read.title ?? ""} ${read.issuer ?? ""}`).includes(words.slice(0, 40));
  });
}

/** What of a document's front matter was read otherwise than the gold has it; empty where all is right. */
export function checkFrontMatter(gold: GoldFrontMatter, read: FrontMatter): string[] {
  const wrong: string[] = [];
  const expect = (field: string, right: boolean, got: string | null): void => {
    if (!right) wrong.push(`${field}: «${got ?? "null"}»`);
  };
  expect("title", dense(gold.title) === dense(read.title), read.title);
  expect("number", dense(gold.number) === dense(read.numberAsPrinted), read.numberAsPrinted);
  expect("date", figures(gold.date) === figures(read.date), read.date);
  expect("issuer", dense(gold.issuer) === dense(read.issuer), read.issuer);
  expect("place", dense(gold.place) === dense(read.place), read.place);
  expect("signatory", dense(gold.signatory) === dense(read.signatory), read.signatory);
  expect(
    "signatoryTitle",
    dense(gold.signatory_title ?? null).startsWith(dense(read.signatoryTitle)),
    read.signatoryTitle,
  );
  expect("signedFor", dense(read.signedFor).startsWith(dense(gold.signed_for ?? null)), read.signedFor);
  expect("status", gold.status === read.status, read.status);
  for (const reference of gold.implements)
    expect(`implements ${reference.number ?? ""}`, finds(read.implements, reference), null);
  for (const reference of gold.also_cites) {
    expect(
      `cites ${reference.number ?? reference.title ?? reference.issuer ?? ""}`,
      finds([...read.alsoCites, ...read.implements], reference),
      null,
    );
  }
  return wrong;
}
