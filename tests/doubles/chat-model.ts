import type { ChatModel, ChatRequest } from "../../src/answering/chat-model.ts";

export interface ChatModelDouble extends ChatModel {
  /** The requests so far, in order. */
  readonly requests: ChatRequest[];
}

/** Records what it is asked; throws unless it has been told what to say. */
export function chatModelDouble(
  respond?: (request: ChatRequest) => string | Promise<string>,
): ChatModelDouble {
  const requests: ChatRequest[] = [];
  return {
    requests,
    async complete(request) {
      requests.push(request);
      if (respond === undefined) throw new Error("chatModelDouble: told nothing to say");
      return await respond(request);
    },
  };
}
