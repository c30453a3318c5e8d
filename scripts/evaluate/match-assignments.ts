import { foldText, toNfc } from "../../src/shared/vietnamese-text.ts";
import { matchOneToOne } from "./match-one-to-one.ts";

/** An assignment as the gold and the reader both tell it. */
export interface ComparableAssignment {
  readonly role: string;
  readonly body: string;
  readonly section: string;
  readonly quote: string;
}

/** A gold «lead» is also read where the text says that a body advises and executes, or is the standing one. */
const LEADING = new Set(["lead", "advise-execute", "standing"]);
const STRETCH = 18;

const dense = (text: string): string => foldText(toNfc(text)).replace(/[^\p{L}\p{N}]+/gu, "");

function sharesWords(a: string, b: string): boolean {
  const [x, y] = [dense(a), dense(b)];
  if (x === "" || y === "") return false;
  if (x.includes(y) || y.includes(x)) return true;
  for (let at = 0; at + STRETCH <= x.length; at += 3) if (y.includes(x.slice(at, at + STRETCH))) return true;
  return false;
}

/** Names match where one holds the other: «Sở Y tế» and «Sở Y tế (Chi cục Dân số)». */
function sameBody(a: string, b: string): boolean {
  const [x, y] = [dense(a), dense(b)];
  return x.length > 3 && y.length > 3 && (x.includes(y) || y.includes(x));
}

function isSame(gold: ComparableAssignment, read: ComparableAssignment): boolean {
  const role = gold.role === read.role || (gold.role === "lead" && LEADING.has(read.role));
  return (
    role &&
    sameBody(gold.body, read.body) &&
    (gold.section === read.section || sharesWords(gold.quote, read.quote))
  );
}

/** Greedy one-to-one matching: how many of the gold were read, and what is missing or too much. */
export function matchAssignments(
  gold: readonly ComparableAssignment[],
  read: readonly ComparableAssignment[],
): { hits: number; missed: ComparableAssignment[]; extra: ComparableAssignment[] } {
  return matchOneToOne(gold, read, isSame);
}
