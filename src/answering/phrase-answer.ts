import { describeError } from "../shared/app-error.ts";
import { silentLogger, type Logger } from "../shared/logger.ts";
import type { Answer } from "./answer.ts";
import { block, completeInTime, type ChatModel, type ModelSilence } from "./chat-model.ts";
import { readGrounds, type PhrasingNames } from "./phrasing-grounds.ts";
import { loadPrompt } from "./prompts.ts";
import { verifyPhrasing, type PhrasingFault } from "./verify-phrasing.ts";

/** Why a plain answer went out as it was. */
type DropReason = PhrasingFault | ModelSilence;

export interface Phraser {
  /** The answer in the model's words where they hold, else the very answer that came in. Never throws. */
  readonly phrase: <T extends Omit<Answer, "elapsedMs">>(answer: T, question: string) => Promise<T>;
  /** How often a phrasing was dropped, by reason, since the start. */
  dropped(): Readonly<Partial<Record<DropReason, number>>>;
}

export interface PhraserOptions {
  readonly model: ChatModel;
  readonly names: PhrasingNames;
  readonly deadlineMs: number;
  readonly logger?: Logger;
}

/**
 * Kinds that a model may phrase. Answers that do not answer go out as they are, so does what is nothing but quotations
 * (a list) or data of a document.
 */
const PHRASED: ReadonlySet<Answer["kind"]> = new Set(["target", "comparison", "assignment", "passage"]);

/** Has a model put plain answers into words, from their quotations alone; what fails the check is dropped and counted. */
export function createPhraser({ model, names, deadlineMs, logger = silentLogger }: PhraserOptions): Phraser {
  const instructions = loadPrompt("phrase-answer");
  const counts = new Map<DropReason, number>();
  const drop = (reason: DropReason, fields: Readonly<Record<string, unknown>> = {}): void => {
    const count = (counts.get(reason) ?? 0) + 1;
    counts.set(reason, count);
    logger.warn("phrasing-dropped", { reason, count, ...fields });
  };

  return {
    dropped: () => Object.fromEntries(counts),
    async phrase(answer, question) {
      if (!PHRASED.has(answer.kind) || answer.citations.length === 0) return answer;
      const material = materialOf(answer, question, names);
      const completed = await completeInTime(model, { instructions, material }, deadlineMs);
      if ("silence" in completed) {
        drop(
          completed.silence,
          completed.silence === "down" ? { cause: describeError(completed.cause) } : {},
        );
        return answer;
      }
      const text = completed.text.normalize("NFC").trim();
      const fault = verifyPhrasing(text, answer, names);
      if (fault === null) return { ...answer, text };
      drop(fault);
      return answer;
    },
  };
}

/** Warnings are not among it: they go out in the assistant's own words. */
function materialOf(answer: Omit<Answer, "elapsedMs">, question: string, names: PhrasingNames): string {
  const { kept } = readGrounds(answer, names);
  return [
    block("question", question),
    block("language", answer.language === "en" ? "English" : "tiếng Việt"),
    block("answer", answer.text),
    block("keep", kept.join("\n")),
    block("quotations", answer.citations.map(({ quote, locator }) => `«${quote}» (${locator})`).join("\n")),
  ].join("\n\n");
}
