import type { Answer, AnswerKind, Language } from "../answering/answer.ts";
import type { Assistant, ConversationState } from "../answering/assistant.ts";
import type { Logger } from "../shared/logger.ts";
import { textsFor } from "./texts.ts";

/**
 * Asks, and answers with an apology where the assistant fails, so that no channel falls over one question.
 * A locality that the corpus does not hold (any more) is kept for the chat, but not asked with. A topic that
 * the assistant cannot read, as an older version may have left it, is dropped.
 */
export async function askSafely(
  assistant: Assistant,
  message: string,
  state: ConversationState,
  logger: Logger,
): Promise<{ answer: Answer; state: ConversationState }> {
  try {
    const isKnown = assistant.localities().some(({ key }) => key === state.locality);
    const asked = await assistant.ask(message, isKnown ? state : { ...state, locality: null });
    return {
      answer: asked.answer,
      state: { ...asked.state, locality: asked.state.locality ?? state.locality },
    };
  } catch (error) {
    logger.error("answer-failed", {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    if (state.topic !== null) return askSafely(assistant, message, { ...state, topic: null }, logger);
    return { answer: plainAnswer("refusal", textsFor("vi").internalError), state };
  }
}

/** An answer that rests on no document. */
export function plainAnswer(kind: AnswerKind, text: string, language: Language = "vi"): Answer {
  return {
    kind,
    language,
    text,
    facts: [],
    citations: [],
    warnings: [],
    suggestions: [],
    confidence: 1,
    elapsedMs: 0,
  };
}
