import { foldText } from "../../src/shared/vietnamese-text.ts";
import { readGoldQuestions } from "./gold-question.ts";
import { openEvaluated } from "./open-evaluated.ts";
import { askGold } from "./questions.ts";
import { seededRandom, slipLetters, typeTelex } from "./spoil-text.ts";

const QUESTIONS = "tests/gold/questions.jsonl";
const SEED = 42;
/** Ways of typing badly, and the share of the accuracy of the questions as written that has to be left. */
const WAYS = [
  { name: "without diacritics", least: 0.95, spoil: (text: string) => foldKeepingCase(text) },
  {
    name: "5% of the letters slipped",
    least: 0.85,
    spoil: (text: string, random: () => number) => slipLetters(text, 0.05, random),
  },
  { name: "raw Telex", least: 0.9, spoil: (text: string) => typeTelex(text) },
] as const;

/** Asks every gold question again, badly typed; English ones slip but carry no diacritics to lose. */
export async function evaluateRobustness(): Promise<boolean> {
  const evaluated = await openEvaluated();
  const questions = readGoldQuestions(QUESTIONS);
  const accuracyOf = async (spoil: (text: string, random: () => number) => string): Promise<number> => {
    const random = seededRandom(SEED);
    let right = 0;
    for (const question of questions) {
      const turns = question.turns.map((turn) => spoil(turn, random));
      const { wrong } = await askGold(evaluated.assistant, question, turns, evaluated.textOf);
      if (wrong.length === 0) right++;
    }
    return right / questions.length;
  };
  const original = await accuracyOf((text) => text);
  console.log(`as written: ${original.toFixed(3)}`);
  let holds = true;
  for (const { name, least, spoil } of WAYS) {
    const accuracy = await accuracyOf(spoil);
    const share = accuracy / original;
    console.log(`${name}: ${accuracy.toFixed(3)}, ${share.toFixed(3)} of the original (gate ${least})`);
    holds &&= share >= least;
  }
  evaluated.close();
  return holds;
}

function foldKeepingCase(text: string): string {
  return Array.from(text, (letter) => {
    const folded = foldText(letter);
    return letter === letter.toLowerCase() ? folded : folded.toUpperCase();
  }).join("");
}
