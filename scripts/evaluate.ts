/**
 * `npm run evaluate [-- PART…]`: scores the project with its own code against tests/gold and ends with 1 where a gate
 * does not hold. Without parts: extraction, questions and retrieval.
 */
const PARTS: Readonly<Record<string, () => Promise<() => Promise<boolean>>>> = {
  extraction: async () => (await import("./evaluate/extraction.ts")).evaluateExtraction,
  questions: async () => (await import("./evaluate/questions.ts")).evaluateQuestions,
  retrieval: async () => (await import("./evaluate/retrieval.ts")).evaluateRetrieval,
  robustness: async () => (await import("./evaluate/robustness.ts")).evaluateRobustness,
  formats: async () => (await import("./evaluate/formats.ts")).evaluateFormats,
};
const USUAL = ["extraction", "questions", "retrieval"];

async function main(asked: readonly string[]): Promise<number> {
  const unknown = asked.filter((part) => !(part in PARTS));
  if (unknown.length > 0) {
    console.error(
      `There is no evaluation «${unknown.join(", ")}»; there are: ${Object.keys(PARTS).join(", ")}.`,
    );
    return 2;
  }
  let holds = true;
  for (const part of asked.length > 0 ? asked : USUAL) {
    console.log(`== ${part}`);
    const evaluate = await PARTS[part]?.();
    if (evaluate !== undefined) holds = (await evaluate()) && holds;
  }
  console.log(holds ? "every gate holds" : "a gate does not hold");
  return holds ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
