import type { Answer } from "../../src/answering/answer.ts";
import type { Assistant, ConversationState, LocalityChoice } from "../../src/answering/assistant.ts";

type Respond = (
  message: string,
  state: ConversationState,
) => Partial<Answer> | { answer: Partial<Answer>; state: ConversationState } | Promise<Partial<Answer>>;

export interface AssistantDouble extends Assistant {
  /** The calls so far, in order. */
  readonly asked: { readonly message: string; readonly state: ConversationState }[];
}

/** An answer with every field, for doubles. */
export function makeAnswer(fields: Partial<Answer> = {}): Answer {
  return {
    kind: "passage",
    language: "vi",
    text: "Trả lời.",
    facts: [],
    citations: [],
    warnings: [],
    suggestions: [],
    confidence: 1,
    elapsedMs: 0,
    ...fields,
  };
}

/** Records what it is asked; throws unless it has been told what to answer. */
export function assistantDouble(respond?: Respond, localities?: readonly LocalityChoice[]): AssistantDouble {
  const asked: { message: string; state: ConversationState }[] = [];
  return {
    asked,
    async ask(message, state) {
      asked.push({ message, state });
      if (respond === undefined) throw new Error("assistantDouble: told no answer");
      const response = await respond(message, state);
      if ("answer" in response) return { answer: makeAnswer(response.answer), state: response.state };
      return { answer: makeAnswer(response), state: { ...state, topic: { last: message } } };
    },
    localities() {
      if (localities === undefined) throw new Error("assistantDouble: told no localities");
      return localities;
    },
  };
}
