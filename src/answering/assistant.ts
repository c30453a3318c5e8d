import type { Answer } from "./answer.ts";

/** What a conversation remembers between messages. Plain JSON: channels keep it as it is. */
export interface ConversationState {
  /** Key of the locality that the chat is set to; null where none is. */
  readonly locality: string | null;
  /** What the last question was about; opaque to channels. */
  readonly topic: unknown;
}

export const newConversation: ConversationState = { locality: null, topic: null };

/** A locality that a chat can be set to. */
export interface LocalityChoice {
  readonly key: string;
  /** «Thị xã Đức Phổ, tỉnh Quảng Ngãi» */
  readonly name: string;
}

/** The one thing that channels know. */
export interface Assistant {
  /** Never throws for anything that a person may type: bad input gets an answer of kind `clarify` or `refusal`. */
  ask(message: string, state: ConversationState): Promise<{ answer: Answer; state: ConversationState }>;
  /** The localities that the corpus holds a programme of, in the order of their names. */
  localities(): readonly LocalityChoice[];
}
